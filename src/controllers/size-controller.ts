import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Watches the size of one element within the host, also while it is hidden and shown again. */
export class SizeController implements ReactiveController {
  readonly #changed: (width: number, height: number) => void;
  #observer: ResizeObserver | undefined;
  #target: Element | undefined;

  constructor(host: ReactiveControllerHost, changed: (width: number, height: number) => void) {
    this.#changed = changed;
    host.addController(this);
  }

  /** The element to watch from now on; the host gives it after each render. */
  watch(target: Element | undefined): void {
    if (target === this.#target) return;
    this.hostDisconnected();
    this.#target = target;
    if (!target) return;
    this.#observer = new ResizeObserver(([entry]) => {
      const { width, height } = entry?.contentRect ?? { width: 0, height: 0 };
      this.#changed(width, height);
    });
    this.#observer.observe(target);
  }

  hostConnected(): void {
    const target = this.#target;
    this.#target = undefined;
    this.watch(target);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
  }
}
