import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How far outside the view something counts as near it. */
const MARGIN = '300px';

/** Tells once when the host is near the reader's view, or is about to be printed. */
export class NearbyController implements ReactiveController {
  isNear = false;
  readonly #host: ReactiveControllerHost & Element;
  readonly #arrived: () => void;
  #observer: IntersectionObserver | undefined;

  constructor(host: ReactiveControllerHost & Element, arrived: () => void) {
    this.#host = host;
    this.#arrived = arrived;
    host.addController(this);
  }

  readonly #arrive = (): void => {
    if (this.isNear) return;
    this.isNear = true;
    this.hostDisconnected();
    this.#arrived();
  };

  hostConnected(): void {
    if (this.isNear) return;
    const near = (entries: IntersectionObserverEntry[]): void => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) this.#arrive();
    };
    this.#observer = new IntersectionObserver(near, { rootMargin: MARGIN });
    this.#observer.observe(this.#host);
    window.addEventListener('beforeprint', this.#arrive);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    window.removeEventListener('beforeprint', this.#arrive);
  }
}
