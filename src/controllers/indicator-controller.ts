import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { askIndicator, type IndicatorQuestion } from '../engine/ask-indicator.js';
import type { ObservatoryEngine } from '../engine/observatory.js';
import { asDataError, type DataError } from '../errors.js';
import type { Texts } from '../observatory/resource-texts.js';

/** Where a widget stands with the manifest. */
export type IndicatorState =
  | { readonly name: 'loading' }
  | { readonly name: 'ready'; readonly texts: Texts }
  | { readonly name: 'failed'; readonly error: DataError };

/** Asks what an indicator's name stands for, and holds the answer. A late one never wins. */
export class IndicatorController implements ReactiveController {
  state: IndicatorState = { name: 'loading' };
  readonly #host: ReactiveControllerHost & Element;
  readonly #engine: ObservatoryEngine;
  #question: IndicatorQuestion | undefined;
  #key = '';
  #call: AbortController | undefined;

  constructor(host: ReactiveControllerHost & Element, engine: ObservatoryEngine) {
    [this.#host, this.#engine] = [host, engine];
    host.addController(this);
  }

  /** Asks, unless it is what was asked already. */
  ask(question: IndicatorQuestion): void {
    const key = JSON.stringify(question);
    if (key === this.#key) return;
    [this.#key, this.#question] = [key, question];
    this.state = { name: 'loading' };
    if (this.#host.isConnected) void this.#run(false);
  }

  /** Asks again for a manifest that could not be had; what is there stays. */
  async refresh(): Promise<void> {
    if (this.state.name === 'failed' && this.#host.isConnected) await this.#run(true);
  }

  hostConnected(): void {
    if (this.state.name === 'loading' && this.#question && !this.#call) void this.#run(false);
  }

  hostDisconnected(): void {
    this.#call?.abort();
    this.#call = undefined;
  }

  async #run(fresh: boolean): Promise<void> {
    this.hostDisconnected();
    if (!this.#question) return;
    const call = new AbortController();
    this.#call = call;
    const next = await askIndicator(this.#engine, this.#question, { signal: call.signal, fresh }).then(
      (texts): IndicatorState => ({ name: 'ready', texts }),
      (reason: unknown): IndicatorState => ({ name: 'failed', error: asDataError(reason) }),
    );
    if (this.#call !== call) return;
    this.#call = undefined;
    this.state = next;
    this.#host.requestUpdate();
  }
}
