import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { MapEngine, MapQuestion } from '../engine/shapes.js';
import { asDataError, type DataError } from '../errors.js';
import type { MapDocument } from '../table/shape.js';

/** A widget, and the lists of hosts that hold where it stands. */
type Asking = ReactiveControllerHost & Element & { readonly hostLists: readonly string[] };

/** Where a widget stands with its map. */
export type ShapesState<D> =
  | { readonly name: 'loading' }
  | { readonly name: 'ready'; readonly map: MapDocument; readonly drawn: D }
  | { readonly name: 'failed'; readonly error: DataError };

/**
 * Asks for the shapes that a widget draws, has them drawn once, and holds the state of the answer. A late answer never
 * wins.
 */
export class ShapesController<D> implements ReactiveController {
  state: ShapesState<D> = { name: 'loading' };
  readonly #host: Asking;
  readonly #engine: () => MapEngine;
  readonly #draw: (map: MapDocument) => Promise<D>;
  #question: MapQuestion | undefined;
  #key = '';
  #call: AbortController | undefined;

  constructor(host: Asking, engine: () => MapEngine, draw: (map: MapDocument) => Promise<D>) {
    [this.#host, this.#engine, this.#draw] = [host, engine, draw];
    host.addController(this);
  }

  /** Asks, unless it is the map already asked for. */
  ask(question: MapQuestion): void {
    const key = JSON.stringify([question, this.#host.hostLists]);
    if (key === this.#key) return;
    [this.#key, this.#question] = [key, question];
    this.state = { name: 'loading' };
    if (this.#host.isConnected) void this.#run(false);
  }

  /** Asks again for a map that failed; one that is there stays. */
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
    const next = await this.#engine()
      // The lists that hold now: it may have been moved, or the page have changed them.
      .shapes({ ...this.#question, hosts: this.#host.hostLists }, { signal: call.signal, fresh })
      .then(async (map): Promise<ShapesState<D>> => ({ name: 'ready', map, drawn: await this.#draw(map) }))
      .catch((reason: unknown): ShapesState<D> => ({ name: 'failed', error: asDataError(reason) }));
    if (this.#call !== call) return;
    this.#call = undefined;
    this.state = next;
    this.#host.requestUpdate();
  }
}
