import { DataError } from '../errors.js';
import type { Limits } from './limits.js';

/** What a server sent, whole. */
export interface Reply {
  /** Where it came from in the end, after redirects. */
  readonly url: string;
  readonly status: number;
  readonly bytes: Uint8Array;
  readonly contentType: string;
  /** The Last-Modified header, where readable. */
  readonly lastModified: string | null;
  /** When it arrived, in milliseconds since 1970. */
  readonly fetchedAt: number;
}

/** A plain request, which no browser asks permission for first; never cookies, the page's origin as referrer. */
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

/** Reads a body piece by piece, so that one that is too large or never ends is stopped on the way. */
async function readBody(response: Response, limit: number, onPiece: () => void): Promise<Uint8Array> {
  const reader = response.body?.getReader();
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    onPiece();
    const piece = await reader?.read();
    if (!piece?.value) break;
    pieces.push(piece.value);
    length += piece.value.length;
    if (length > limit) throw new DataError('too-big', { what: 'bytes', limit });
  }
  const bytes = new Uint8Array(length);
  pieces.reduce((offset, piece) => (bytes.set(piece, offset), offset + piece.length), 0);
  return bytes;
}

/** The cause of a failure that has not been told as a DataError. */
async function explained(
  reason: unknown,
  url: string,
  isCut: boolean,
  isBlocked: () => boolean,
): Promise<unknown> {
  try {
    const { explainFailure } = await import('./explain-failure.js');
    return await explainFailure(reason, url, isCut, isBlocked);
  } catch {
    // Not even our own file can be had.
    return new DataError('offline', {}, reason);
  }
}

function replyOf({ url, status, headers }: Response, bytes: Uint8Array): Reply {
  const contentType = headers.get('content-type') ?? '';
  return {
    url,
    status,
    bytes,
    contentType,
    lastModified: headers.get('last-modified'),
    fetchedAt: Date.now(),
  };
}

/**
 * One request, once; where the page lists hosts, to one of them, and read only where none has sent it on elsewhere.
 * Fails with a DataError; an abort by `outer` fails with its reason.
 */
export async function fetchBytes(
  url: string,
  limits: Limits,
  outer: AbortSignal,
  body?: string,
): Promise<Reply> {
  limits.hosts?.check(url);
  const early = takeEarly(url);
  const controller = early?.controller ?? new AbortController();
  const { signal } = controller;
  const page = globalThis.document as Document | undefined;
  const { host, origin } = new URL(url);
  const timers = new Map<Wait, ReturnType<typeof setTimeout>>();
  let isBlocked = false;
  /** Starts, or starts again, one of the timers. */
  const wait = (name: Wait): void => {
    clearTimeout(timers.get(name));
    const late = { host, seconds: limits[name] / 1000, waitedFor: name };
    timers.set(
      name,
      setTimeout(() => controller.abort(new DataError('timeout', late)), limits[name]),
    );
  };
  const read = (response: Response, limit: number): Promise<Uint8Array> =>
    readBody(response, limit, () => wait('stall'));
  const leave = (): void => controller.abort(outer.reason);
  /** Hears whether it was the page's own policy that refused the request. */
  const hear = ({ effectiveDirective, blockedURI }: SecurityPolicyViolationEvent): void => {
    isBlocked ||= effectiveDirective === 'connect-src' && blockedURI.startsWith(origin);
  };
  outer.addEventListener('abort', leave);
  page?.addEventListener('securitypolicyviolation', hear);
  try {
    outer.throwIfAborted();
    wait('whole');
    wait('firstByte');
    const response = await (early?.reply ??
      fetch(url, { ...REQUEST, ...(body !== undefined && { method: 'POST', body }), signal }));
    clearTimeout(timers.get('firstByte'));
    limits.hosts?.check(response.url, true);
    // "Accepted" is a server that is still at work.
    if (!response.ok || response.status === 202) {
      const { explainStatus } = await import('./explain-failure.js');
      throw await explainStatus(response, () => read(response, MOST_ERROR_BYTES));
    }
    const bytes = await read(response, limits.maxBytes);
    return replyOf(response, bytes);
  } catch (reason) {
    if (outer.aborted) throw outer.reason;
    // What the server said counts, also where its words had to be cut short.
    if (reason instanceof DataError) throw reason;
    throw signal.aborted ? signal.reason : await explained(reason, url, timers.has('stall'), () => isBlocked);
  } finally {
    for (const timer of timers.values()) clearTimeout(timer);
    // A body cut short goes on downloading otherwise.
    controller.abort();
    outer.removeEventListener('abort', leave);
    page?.removeEventListener('securitypolicyviolation', hear);
  }
}
