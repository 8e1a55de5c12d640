import type { AskOptions } from '../engine/engine.js';
import type { ManifestQuestion, ObservatoryEngine } from '../engine/observatory.js';
import type { Manifest } from '../observatory/manifest.js';
import type { Places } from '../observatory/places.js';
import { AskingController, type Asking } from './asking-controller.js';

/** What an observatory says of itself. */
interface Told {
  readonly manifest: Manifest;
  readonly places: Places;
}

/** Asks for an observatory's manifest and its list of places. */
export class ObservatoryController extends AskingController<ManifestQuestion, Told> {
  readonly #engine: ObservatoryEngine;

  constructor(host: Asking, engine: ObservatoryEngine) {
    super(host);
    this.#engine = engine;
  }

  protected override async answer(question: ManifestQuestion, options: AskOptions): Promise<Told> {
    const manifest = await this.#engine.manifest(question, options);
    return { manifest, places: await this.#engine.places(question, { signal: options.signal }) };
  }
}
