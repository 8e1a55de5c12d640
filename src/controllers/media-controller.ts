import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Tells when what the reader's system asks for changes: dark, high contrast, paper. */
export class MediaController implements ReactiveController {
  readonly #queries: readonly string[];
  readonly #changed: () => void;
  #lists: readonly MediaQueryList[] = [];

  constructor(host: ReactiveControllerHost, queries: readonly string[], changed: () => void) {
    [this.#queries, this.#changed] = [queries, changed];
    host.addController(this);
  }

  hostConnected(): void {
    this.#lists = this.#queries.map((query) => matchMedia(query));
    for (const list of this.#lists) list.addEventListener('change', this.#changed);
  }

  hostDisconnected(): void {
    for (const list of this.#lists) list.removeEventListener('change', this.#changed);
    this.#lists = [];
  }
}
