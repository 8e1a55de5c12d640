import { DataError } from '../errors.js';

const TRIES = 3;
const SHORTEST_WAIT = 500;
const LONGEST_WAIT = 8000;
/** The first wait is drawn up to three times this: wide enough that a thousand pages do not come back at once. */
const FIRST_SPREAD = 1500;
/** All tries together, waits included. */
const BUDGET = 20_000;
const WORTH_RETRYING = new Set([202, 408, 425, 429, 500, 502, 503, 504]);

/** Only what may pass by itself: never a refusal, a reply that is no data, or one that is too big. */
export function isPassing(error: unknown): error is DataError {
  if (!(error instanceof DataError)) return false;
  if (error.code === 'http') return WORTH_RETRYING.has(error.details.status ?? 0);
  return error.code === 'network' || error.details.waitedFor === 'stall';
}

/** Decorrelated jitter: between the shortest wait and three times the last one. Milliseconds. */
export function nextWait(last: number, random: () => number): number {
  return Math.min(LONGEST_WAIT, SHORTEST_WAIT + random() * (last * 3 - SHORTEST_WAIT));
}

function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = (): void => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', abort);
      resolve();
    }, milliseconds);
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
  });
}

/** For tests: everything that is not the same twice. */
export interface Chance {
  readonly random: () => number;
  readonly now: () => number;
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

const REAL: Chance = { random: Math.random, now: Date.now, sleep };

/** Nobody is looking at a hidden page: it waits for the reader, not for the server. */
function pageIsHidden(): boolean {
  return (globalThis.document as Document | undefined)?.visibilityState === 'hidden';
}

/**
 * After a first failure at `start`: tries again, three times in all within 20 s, as long as the failure may pass
 * and the page is seen. Fails with the last failure.
 */
export async function tryAgain<T>(
  failure: unknown,
  attempt: () => Promise<T>,
  start: number,
  signal: AbortSignal,
  chance: Chance = REAL,
): Promise<T> {
  let error = failure;
  let wait = FIRST_SPREAD;
  for (let tries = 1; tries < TRIES; tries++) {
    if (!isPassing(error) || signal.aborted || pageIsHidden()) break;
    wait = nextWait(wait, chance.random);
    // A server tells all pages the same time: chance parts them also after it.
    const pause = wait + (error.details.retryAfter ?? 0) * 1000;
    if (chance.now() - start + pause > BUDGET) break;
    await chance.sleep(pause, signal);
    try {
      return await attempt();
    } catch (reason) {
      error = reason;
    }
  }
  throw error;
}
