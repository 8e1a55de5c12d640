/** At most `limit` requests to one host at a time; the others wait their turn, in order. */
export class HostQueue {
  readonly #limit: number;
  readonly #running = new Map<string, number>();
  readonly #waiting = new Map<string, (() => void)[]>();

  constructor(limit = 4) {
    this.#limit = limit;
  }

  async run<T>(host: string, task: () => Promise<T>): Promise<T> {
    await this.#turn(host);
    try {
      return await task();
    } finally {
      this.#done(host);
    }
  }

  async #turn(host: string): Promise<void> {
    const running = this.#running.get(host) ?? 0;
    if (running < this.#limit) {
      this.#running.set(host, running + 1);
      return;
    }
    const waiting = this.#waiting.get(host) ?? [];
    this.#waiting.set(host, waiting);
    await new Promise<void>((resolve) => waiting.push(resolve));
  }

  /** Hands the place to the next in line, or gives it back. */
  #done(host: string): void {
    const next = this.#waiting.get(host)?.shift();
    if (next) return next();
    const running = (this.#running.get(host) ?? 1) - 1;
    if (running > 0) this.#running.set(host, running);
    else {
      this.#running.delete(host);
      this.#waiting.delete(host);
    }
  }
}
