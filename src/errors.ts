/** Why no table came. One code a cause, so that each can be told apart, tested and put in plain words. */
export type ErrorCode =
  | 'offline'
  | 'timeout'
  | 'network'
  | 'blocked-by-page'
  | 'bad-host'
  | 'mixed-content'
  | 'http'
  | 'not-data'
  | 'old-workbook'
  | 'locked-workbook'
  | 'not-public'
  | 'server-error'
  | 'too-big'
  | 'malformed'
  | 'empty-reply'
  | 'missing-column'
  | 'not-a-number'
  | 'not-a-period'
  | 'several-rows'
  | 'bad-attribute'
  | 'bad-expression'
  | 'bad-address'
  | 'no-resource'
  | 'no-shapes'
  | 'bad-manifest'
  | 'internal';

/** What the console needs to say where it went wrong: the place, the value, what was expected. */
export interface ErrorDetails {
  readonly attribute?: string;
  readonly value?: string;
  /** What would have been right: names of choices, or a form such as `sum(column)`. */
  readonly expected?: readonly string[];
  /** Character offset within `value`, from 0. */
  readonly position?: number;
  readonly line?: number;
  readonly host?: string;
  /** Of the address that was asked, without its parameters, which may hold what the page would not tell. */
  readonly path?: string;
  readonly status?: number;
  /** Seconds, where the server said so readably. */
  readonly retryAfter?: number;
  /** Bytes, rows, columns, characters or levels, as `what` says. */
  readonly limit?: number;
  readonly what?: 'bytes' | 'rows' | 'columns' | 'characters' | 'levels';
  /** Seconds waited, and for what. */
  readonly seconds?: number;
  readonly waitedFor?: 'firstByte' | 'whole' | 'stall';
  /** The reply was on its way already: it was let through, and then cut. */
  readonly isCut?: true;
  /** The address that was asked is another one, which led to `host`. */
  readonly isRedirect?: true;
  /** What the server wrote, at most 200 characters, to be shown as text only. */
  readonly serverMessage?: string;
}

/** A failure with a code and facts, without sentences: `text/` puts it in words when it is shown. */
export class DataError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, details: ErrorDetails = {}, cause?: unknown) {
    super(code, cause === undefined ? undefined : { cause });
    this.code = code;
    this.details = Object.freeze(details);
  }

  /** No assignment: a page may have frozen what all errors share. */
  override get name(): string {
    return 'DataError';
  }
}

/** Any thrown thing as a DataError; an abort stays what it is, since nobody waits for its answer. */
export function asDataError(reason: unknown): DataError {
  return reason instanceof DataError ? reason : new DataError('internal', {}, reason);
}
