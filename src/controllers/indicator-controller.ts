import { askIndicator, type IndicatorQuestion } from '../engine/ask-indicator.js';
import type { AskOptions } from '../engine/engine.js';
import type { ObservatoryEngine } from '../engine/observatory.js';
import type { Texts } from '../observatory/resource-texts.js';
import { AskingController, type Asking } from './asking-controller.js';

/** What an indicator's name stands for. */
interface Told {
  readonly texts: Texts;
}

/** Asks an observatory what an indicator's name stands for. */
export class IndicatorController extends AskingController<IndicatorQuestion, Told> {
  readonly #engine: ObservatoryEngine;

  constructor(host: Asking, engine: ObservatoryEngine) {
    super(host);
    this.#engine = engine;
  }

  protected override async answer(question: IndicatorQuestion, options: AskOptions): Promise<Told> {
    return { texts: await askIndicator(this.#engine, question, options) };
  }
}
