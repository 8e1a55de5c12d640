import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Paper shows what is closed on the screen: opens the host's sections before printing, closes them after. */
export class PrintController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  #opened: readonly HTMLDetailsElement[] = [];

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  readonly #open = (): void => {
    const closed = this.#host.shadowRoot?.querySelectorAll<HTMLDetailsElement>('details[part]:not([open])');
    this.#opened = [...(closed ?? [])];
    for (const each of this.#opened) each.open = true;
  };

  readonly #close = (): void => {
    for (const each of this.#opened) each.open = false;
  };

  hostConnected(): void {
    addEventListener('beforeprint', this.#open);
    addEventListener('afterprint', this.#close);
  }

  hostDisconnected(): void {
    removeEventListener('beforeprint', this.#open);
    removeEventListener('afterprint', this.#close);
  }
}
