import { DataError } from '../errors.js';
import type { Limits } from './limits.js';

/** What a server sent, whole. */
export interface Reply {
  /** Where it came from in the end, after redirects. */
  readonly url: string;
  readonly bytes: Uint8Array;
  readonly contentType: string;
  /** The Last-Modified header, where readable. */
  readonly lastModified: string | null;
  /** When it arrived, in milliseconds since 1970. */
  readonly fetchedAt: number;
}

/** A plain GET, which no browser asks permission for first; never cookies, the page's origin as referrer. */
const REQUEST: RequestInit = { credentials: 'omit', referrerPolicy: 'strict-origin' };
/** Where the page's one script leaves replies that it asked for early, by address. */
const EARLY = Symbol.for('obs-early');
/** A reply that was asked for before this code was there, and what stops it. */
export interface Early {
  readonly reply: Promise<Response>;
  readonly controller: AbortController;
}

/** A reply can be read once. */
function takeEarly(url: string): Early | undefined {
  const { [EARLY]: early = {} } = globalThis as { [EARLY]?: Record<string, Early> };
  const found = early[url];
  delete early[url];
  return found;
}

/** Of an error's explanation. */
const MOST_ERROR_BYTES = 64 * 1024;

type Wait = 'firstByte' | 'whole' | 'stall';

/** One request under way: its timers, and whether the page's own policy refused it. */
class Attempt {
  readonly #controller: AbortController;
  readonly #early: Early | undefined;
  readonly #timers = new Map<Wait, ReturnType<typeof setTimeout>>();
  readonly #page = globalThis.document as Document | undefined;
  readonly #url: string;
  readonly #limits: Limits;
  readonly #outer: AbortSignal;
  #blocked = false;

  constructor(url: string, limits: Limits, outer: AbortSignal) {
    [this.#url, this.#limits, this.#outer] = [url, limits, outer];
    this.#early = takeEarly(url);
    this.#controller = this.#early?.controller ?? new AbortController();
    outer.addEventListener('abort', this.#abort);
    this.#page?.addEventListener('securitypolicyviolation', this.#hear);
  }

  readonly #abort = (): void => this.#controller.abort(this.#outer.reason);

  readonly #hear = ({ effectiveDirective, blockedURI }: SecurityPolicyViolationEvent): void => {
    const isOurs = effectiveDirective === 'connect-src' && blockedURI.startsWith(new URL(this.#url).origin);
    if (isOurs) this.#blocked = true;
  };

  /** Starts, or starts again, one of the timers. */
  #wait(name: Wait): void {
    const milliseconds = this.#limits[name];
    clearTimeout(this.#timers.get(name));
    const { host } = new URL(this.#url);
    const error = new DataError('timeout', { host, seconds: milliseconds / 1000, waitedFor: name });
    this.#timers.set(
      name,
      setTimeout(() => this.#controller.abort(error), milliseconds),
    );
  }

  async run(): Promise<Reply> {
    this.#outer.throwIfAborted();
    this.#wait('whole');
    this.#wait('firstByte');
    const { signal } = this.#controller;
    const response = await (this.#early?.reply ?? fetch(this.#url, { ...REQUEST, signal }));
    clearTimeout(this.#timers.get('firstByte'));
    if (!response.ok) {
      const { explainStatus } = await import('./explain-failure.js');
      throw await explainStatus(response, () => this.#read(response, MOST_ERROR_BYTES));
    }
    const bytes = await this.#read(response, this.#limits.maxBytes);
    return {
      url: response.url,
      bytes,
      contentType: response.headers.get('content-type') ?? '',
      lastModified: response.headers.get('last-modified'),
      fetchedAt: Date.now(),
    };
  }

  /** Reads the body piece by piece, so that one that is too large or never ends is stopped on the way. */
  async #read(response: Response, limit: number): Promise<Uint8Array> {
    const reader = response.body?.getReader();
    const chunks: Uint8Array[] = [];
    let length = 0;
    for (;;) {
      this.#wait('stall');
      const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
      if (done) break;
      chunks.push(value);
      length += value.length;
      if (length > limit) throw new DataError('too-big', { what: 'bytes', limit });
    }
    const bytes = new Uint8Array(length);
    chunks.reduce((offset, chunk) => (bytes.set(chunk, offset), offset + chunk.length), 0);
    return bytes;
  }

  /** The cause of a failure, as a DataError; an abort from without stays what it is. */
  async failure(reason: unknown): Promise<unknown> {
    if (this.#outer.aborted) return this.#outer.reason;
    // What the server said counts, also where its words had to be cut short.
    if (reason instanceof DataError) return reason;
    const { signal } = this.#controller;
    if (signal.aborted) return signal.reason;
    try {
      const { explainFailure } = await import('./explain-failure.js');
      return await explainFailure(reason, this.#url, () => this.#blocked);
    } catch {
      // Not even our own file can be had.
      return new DataError('offline', {}, reason);
    }
  }

  /** Stops what is still under way: a body cut short goes on downloading otherwise. */
  end(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#controller.abort();
    this.#outer.removeEventListener('abort', this.#abort);
    this.#page?.removeEventListener('securitypolicyviolation', this.#hear);
  }
}

/** One request, once. Fails with a DataError; an abort by `signal` fails with the signal's reason. */
export async function fetchBytes(url: string, limits: Limits, signal: AbortSignal): Promise<Reply> {
  const attempt = new Attempt(url, limits, signal);
  try {
    return await attempt.run();
  } catch (reason) {
    throw await attempt.failure(reason);
  } finally {
    attempt.end();
  }
}
