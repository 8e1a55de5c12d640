/** How long work may hold the page's only thread before readers notice. */
const SLICE_MS = 12;

/** Lets the page breathe: resolves at once while the slice lasts, and in a later task when it is used up. */
export class Pauses {
  #since = performance.now();

  async breathe(): Promise<void> {
    if (performance.now() - this.#since < SLICE_MS) return;
    await new Promise((resolve) => setTimeout(resolve));
    this.#since = performance.now();
  }
}
