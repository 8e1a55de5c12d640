import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { AskOptions } from '../engine/engine.js';
import { asDataError, type DataError } from '../errors.js';

/** A widget, and the lists of hosts that hold where it stands. */
export type Asking = ReactiveControllerHost & Element & { readonly hostLists: readonly string[] };

/** Where a widget stands with what it has asked. */
export type Asked<A> =
  | { readonly name: 'loading' }
  | ({ readonly name: 'ready' } & A)
  | { readonly name: 'failed'; readonly error: DataError };

/** How a question is answered; fails with a DataError. */
type Answering<Q, A> = (
  question: Q & { readonly hosts: readonly string[] },
  options: AskOptions,
) => Promise<A>;

/** Asks for what a widget needs beside its data, once, and holds the state of the answer. A late answer never wins. */
export class AskingController<Q extends object, A extends object> implements ReactiveController {
  state: Asked<A> = { name: 'loading' };
  readonly #host: Asking;
  readonly #answer: Answering<Q, A>;
  #question: Q | undefined;
  #key = '';
  #call: AbortController | undefined;

  constructor(host: Asking, answer: Answering<Q, A>) {
    [this.#host, this.#answer] = [host, answer];
    host.addController(this);
  }

  /** Asks, unless it is what was asked already. */
  ask(question: Q): void {
    const key = JSON.stringify([question, this.#host.hostLists]);
    if (key === this.#key) return;
    [this.#key, this.#question] = [key, question];
    this.state = { name: 'loading' };
    if (this.#host.isConnected) void this.#run(false);
  }

  /** Asks again for what failed; what is there stays. */
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
    // The lists that hold now: it may have been moved, or the page have changed them.
    const asked = { ...this.#question, hosts: this.#host.hostLists };
    const next = await this.#answer(asked, { signal: call.signal, fresh }).then(
      (answer): Asked<A> => ({ name: 'ready', ...answer }),
      (reason: unknown): Asked<A> => ({ name: 'failed', error: asDataError(reason) }),
    );
    if (this.#call !== call) return;
    this.#call = undefined;
    this.state = next;
    this.#host.requestUpdate();
  }
}
