import { AskingController, type Asking } from '../../controllers/asking-controller.js';
import type { AskOptions } from '../../engine/engine.js';
import type { Found } from './filter-model.js';
import { findOptions, type Engines } from './find-options.js';
import type { Asked, Wanted } from './wanted.js';

/** Asks for what there is to choose from. */
export class OptionsController extends AskingController<Wanted, Found> {
  readonly #engines: () => Engines;

  constructor(host: Asking, engines: () => Engines) {
    super(host);
    this.#engines = engines;
  }

  protected override async answer(question: Asked, options: AskOptions): Promise<Found> {
    return findOptions(question, this.#engines(), options);
  }
}
