import { DataError } from '../errors.js';
import { explainFailure, watchPolicy } from './explain-failure.js';
import type { Limits } from './limits.js';

/** What a server sent, whole. */
export interface Reply {
  /** Where it came from in the end, after redirects. */
  readonly url: string;
  readonly bytes: Uint8Array;
  readonly contentType: string;
  /** The Last-Modified header, where readable. */
  readonly lastModified?: string;
  /** When it arrived, in milliseconds since 1970. */
  readonly fetchedAt: number;
}

/** A plain GET, which no browser asks permission for first; never cookies, the page's origin as referrer. */
const REQUEST: RequestInit = {
  method: 'GET',
  mode: 'cors',
  credentials: 'omit',
  redirect: 'follow',
  referrerPolicy: 'strict-origin',
};

/** Ends a request that takes too long; the timer that ran out says how many seconds were waited. */
class Deadline {
  readonly #controller = new AbortController();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #outer: AbortSignal;

  constructor(outer: AbortSignal) {
    this.#outer = outer;
    outer.addEventListener('abort', this.#abort, { once: true });
    if (outer.aborted) this.#abort();
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  readonly #abort = (): void => this.#controller.abort(this.#outer.reason);

  /** Starts, or starts again, the timer of that name. */
  set(name: 'firstByte' | 'whole' | 'stall', milliseconds: number): void {
    this.clear(name);
    const fail = (): void =>
      this.#controller.abort(new DataError('timeout', { seconds: milliseconds / 1000 }));
    this.#timers.set(name, setTimeout(fail, milliseconds));
  }

  clear(name: string): void {
    clearTimeout(this.#timers.get(name));
    this.#timers.delete(name);
  }

  end(): void {
    for (const name of [...this.#timers.keys()]) this.clear(name);
    this.#outer.removeEventListener('abort', this.#abort);
  }
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}

/** Reads the body piece by piece, so that one that is too large or never ends is stopped on the way. */
async function readBody(response: Response, limits: Limits, deadline: Deadline): Promise<Uint8Array> {
  const reader = response.body?.getReader();
  if (!reader) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for (;;) {
      deadline.set('stall', limits.stall);
      const { done, value } = await reader.read();
      if (done) return joined(chunks, length);
      chunks.push(value);
      length += value.length;
      if (length > limits.maxBytes) throw new DataError('too-big', { what: 'bytes', limit: limits.maxBytes });
    }
  } finally {
    // Also stops the download where reading ended early; a body already at its end ignores it.
    reader.cancel().catch(() => undefined);
  }
}

/** What an error reply says, as text: portals explain themselves in JSON or in a line. */
async function serverMessage(
  response: Response,
  limits: Limits,
  deadline: Deadline,
): Promise<string | undefined> {
  const bytes = await readBody(response, { ...limits, maxBytes: 64 * 1024 }, deadline).catch(() => undefined);
  const text = new TextDecoder().decode(bytes).trim();
  if (text === '' || text.startsWith('<')) return undefined;
  const message = /"message"\s*:\s*"((?:[^"\\]|\\.){1,300})"/.exec(text)?.[1];
  return (message ?? text).slice(0, 200);
}

async function httpError(response: Response, limits: Limits, deadline: Deadline): Promise<DataError> {
  const retryAfter = Number(response.headers.get('retry-after') ?? NaN);
  const message = await serverMessage(response, limits, deadline);
  return new DataError('http', {
    status: response.status,
    host: new URL(response.url).host,
    ...(Number.isFinite(retryAfter) && { retryAfter }),
    ...(message !== undefined && { serverMessage: message }),
  });
}

/** One request, once. Fails with a DataError; an abort by `signal` fails with the signal's reason. */
export async function fetchBytes(url: string, limits: Limits, signal: AbortSignal): Promise<Reply> {
  const deadline = new Deadline(signal);
  const policy = watchPolicy(url);
  try {
    deadline.set('whole', limits.whole);
    deadline.set('firstByte', limits.firstByte);
    const response = await fetch(url, { ...REQUEST, signal: deadline.signal });
    deadline.clear('firstByte');
    if (!response.ok) throw await httpError(response, limits, deadline);
    const bytes = await readBody(response, limits, deadline);
    const lastModified = response.headers.get('last-modified');
    return {
      url: response.url,
      bytes,
      contentType: response.headers.get('content-type') ?? '',
      ...(lastModified !== null && { lastModified }),
      fetchedAt: Date.now(),
    };
  } catch (reason) {
    if (signal.aborted) throw signal.reason;
    throw await explainFailure(reason, deadline.signal, policy, url);
  } finally {
    deadline.end();
    policy.end();
  }
}
