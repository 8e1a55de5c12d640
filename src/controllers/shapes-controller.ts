import type { MapEngine, MapQuestion } from '../engine/shapes.js';
import type { MapDocument } from '../table/shape.js';
import { AskingController, type Asked, type Asking } from './asking-controller.js';

/** A map, and what has been drawn of it. */
interface Shapes<D> {
  readonly map: MapDocument;
  readonly drawn: D;
}

/** Where a widget stands with its map. */
export type ShapesState<D> = Asked<Shapes<D>>;

/** Asks for the shapes that a widget draws, and has them drawn once. */
export class ShapesController<D> extends AskingController<MapQuestion, Shapes<D>> {
  constructor(host: Asking, engine: () => MapEngine, draw: (map: MapDocument) => Promise<D>) {
    super(host, async (question, options) => {
      const map = await engine().shapes(question, options);
      return { map, drawn: await draw(map) };
    });
  }
}
