import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Answer, Engine, Question } from '../engine/engine.js';
import { asDataError, type DataError } from '../errors.js';

/**
 * Where a widget stands with its data. `ready` is shown as it is, `stale` with its date, since the source failed
 * when it was asked again; `failed` says why there is nothing.
 */
export type DataState =
  | { readonly name: 'loading'; readonly isSlow: boolean; readonly answer?: never; readonly error?: never }
  | { readonly name: 'ready'; readonly answer: Answer; readonly error?: never }
  | { readonly name: 'stale'; readonly answer: Answer; readonly error: DataError }
  | { readonly name: 'empty'; readonly answer: Answer; readonly error?: never }
  | { readonly name: 'failed'; readonly answer?: never; readonly error: DataError };

/** After this long the reader is told that it is the source that takes its time. */
const SLOW_MS = 3000;

/** A widget, and the lists of hosts that hold where it stands. */
type Asking = ReactiveControllerHost & Element & { readonly hostLists: readonly string[] };

/** Puts a widget's question to the engine and holds the state of its answer. A late answer never wins. */
export class DataController implements ReactiveController {
  state: DataState = { name: 'loading', isSlow: false };
  readonly #host: Asking;
  readonly #engine: () => Engine;
  #question: Question | undefined;
  #key = '';
  #call: AbortController | undefined;
  #slow: ReturnType<typeof setTimeout> | undefined;

  constructor(host: Asking, engine: () => Engine) {
    this.#host = host;
    this.#engine = engine;
    host.addController(this);
  }

  /** Whether an answer is on its way. */
  get isBusy(): boolean {
    return this.#call !== undefined;
  }

  /** Asks, unless it is the question already asked. */
  ask(question: Question): void {
    const key = JSON.stringify([question, this.#host.hostLists]);
    if (key === this.#key) return;
    this.#key = key;
    this.#question = question;
    this.state = { name: 'loading', isSlow: false };
    if (this.#host.isConnected) void this.#run(false);
  }

  /** Asks the source again, for a widget in the page. What is shown stays until the new answer is there. */
  async refresh(): Promise<void> {
    if (this.#host.isConnected) await this.#run(true);
  }

  hostConnected(): void {
    if (this.state.name === 'loading' && this.#question && !this.#call) void this.#run(false);
  }

  hostDisconnected(): void {
    this.#stop();
  }

  #stop(): void {
    clearTimeout(this.#slow);
    this.#call?.abort();
    this.#call = undefined;
  }

  #set(state: DataState): void {
    this.state = state;
    this.#host.requestUpdate();
  }

  async #run(fresh: boolean): Promise<void> {
    this.#stop();
    if (!this.#question) return;
    if (!this.state.answer) this.#set({ name: 'loading', isSlow: false });
    const call = new AbortController();
    this.#call = call;
    this.#slow = setTimeout(() => {
      if (this.state.name === 'loading') this.#set({ name: 'loading', isSlow: true });
    }, SLOW_MS);
    const next = await this.#engine()
      // The lists that hold now: it may have been moved, or the page have changed them.
      .ask({ ...this.#question, hosts: this.#host.hostLists }, { signal: call.signal, fresh })
      .then(answered, (reason: unknown) => this.#failed(asDataError(reason)));
    if (this.#call !== call) return;
    clearTimeout(this.#slow);
    this.#call = undefined;
    this.#set(next);
  }

  #failed(error: DataError): DataState {
    const last = this.state;
    if (last.name === 'ready' || last.name === 'stale') return { name: 'stale', answer: last.answer, error };
    return { name: 'failed', error };
  }
}

function answered(answer: Answer): DataState {
  const { instead: error } = answer;
  return error
    ? { name: 'stale', answer, error }
    : { name: answer.table.length > 0 ? 'ready' : 'empty', answer };
}
