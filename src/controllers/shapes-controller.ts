import type { AskOptions } from '../engine/engine.js';
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
  readonly #engine: () => MapEngine;
  readonly #draw: (map: MapDocument) => Promise<D>;

  constructor(host: Asking, engine: () => MapEngine, draw: (map: MapDocument) => Promise<D>) {
    super(host);
    [this.#engine, this.#draw] = [engine, draw];
  }

  protected override async answer(question: MapQuestion, options: AskOptions): Promise<Shapes<D>> {
    const map = await this.#engine().shapes(question, options);
    return { map, drawn: await this.#draw(map) };
  }
}
