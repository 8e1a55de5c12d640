interface Line {
  running: number;
  readonly waiting: (() => void)[];
}

/** At most `limit` requests to one host at a time; the others wait their turn, in order. */
export class HostQueue {
  readonly #limit: number;
  readonly #lines = new Map<string, Line>();

  constructor(limit = 4) {
    this.#limit = limit;
  }

  async run<T>(host: string, task: () => Promise<T>): Promise<T> {
    const line = this.#lines.get(host) ?? { running: 0, waiting: [] };
    this.#lines.set(host, line);
    if (line.running < this.#limit) line.running++;
    else await new Promise<void>((resolve) => line.waiting.push(resolve));
    try {
      return await task();
    } finally {
      // The place goes to the next in line, or is free again.
      const next = line.waiting.shift();
      if (next) next();
      else line.running--;
    }
  }
}
