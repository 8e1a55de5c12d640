/** One piece of work under way, which the test ends. */
export interface Work {
  readonly signal: AbortSignal;
  succeed(value: string): void;
  fail(error: Error): void;
}

/** Starts work that the test ends, and remembers each start. */
export class Starter {
  readonly works: Work[] = [];

  readonly start = (signal: AbortSignal): Promise<string> =>
    new Promise((succeed, fail) => {
      this.works.push({ signal, succeed, fail });
    });
}

/** Lets everything that is due happen. */
export const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A clock that the test moves, in place of the real one. */
export interface Clock {
  time: number;
  leave(): void;
}

export function stopClock(): Clock {
  const { now } = Date;
  const clock: Clock = { time: 1_000_000, leave: () => void (Date.now = now) };
  Date.now = () => clock.time;
  return clock;
}
