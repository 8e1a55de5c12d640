import type { ReactiveController } from 'lit';
import { DataController, type DataState } from '../../src/controllers/data-controller.js';
import type { Engine } from '../../src/engine/engine.js';

/** A widget as far as its controllers know it: in the page or not, and asked to draw itself anew. */
export class PageHost {
  isConnected = false;
  readonly hostLists: readonly string[] = [];
  /** What the test last asked through it. */
  asking = '';
  /** What was there to be drawn each time, for which question, and whether the widget was in the page then. */
  readonly drawn: { readonly state: DataState; readonly asking: string; readonly inPage: boolean }[] = [];
  readonly data: DataController;
  readonly #controllers: ReactiveController[] = [];

  constructor(engine: Engine) {
    this.data = new DataController(
      this as unknown as ConstructorParameters<typeof DataController>[0],
      () => engine,
    );
  }

  addController(controller: ReactiveController): void {
    this.#controllers.push(controller);
  }

  requestUpdate(): void {
    this.drawn.push({ state: this.data.state, asking: this.asking, inPage: this.isConnected });
  }

  connect(): void {
    this.isConnected = true;
    for (const controller of this.#controllers) controller.hostConnected?.();
  }

  disconnect(): void {
    this.isConnected = false;
    for (const controller of this.#controllers) controller.hostDisconnected?.();
  }
}
