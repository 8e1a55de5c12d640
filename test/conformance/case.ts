import type { Answer, Question } from '../../src/engine/engine.js';
import type { ErrorCode } from '../../src/errors.js';

/** What a person can check against the file: found by the engine, and counted another way by the case. */
export interface Fact {
  readonly what: string;
  readonly found: unknown;
  readonly expected: unknown;
}

/** One real reply, asked for through the engine as a page asks. */
export interface Case {
  readonly protocol: string;
  /** A collection that has a line of its own. */
  readonly suite?: string;
  /** Below `shared/`: `real/ckan/datastore_search-rows.json`. */
  readonly file: string;
  /** What of the file this is, where the file holds many. */
  readonly item?: string;
  /** Where the portal has it; the protocol is named only where neither address nor reply tells it. */
  readonly address: string;
  readonly asked?: Partial<Question>;
  /** What the portal answers at other addresses: a description, a file beside it. Named as `file` is. */
  readonly beside?: Readonly<Record<string, string>>;
  /** What the portal answers after the first page, by a part of those addresses. */
  readonly later?: { readonly part: RegExp; readonly body: string };
  /** The reply as the portal sends it, where the file holds only a part of it. */
  readonly wrap?: (text: string) => string | Uint8Array<ArrayBuffer>;
  readonly status?: number;
  /** It ends in this error, or one of these, as it must. */
  readonly fails?: ErrorCode | readonly ErrorCode[];
  /** It may also end in one of these: what is right is nowhere laid down. */
  readonly mayFail?: readonly ErrorCode[];
  /** What holds, by the text of the file and the addresses that were asked. */
  readonly facts?: (answer: Answer, text: string, asked: readonly string[]) => readonly Fact[];
}

export const nameOf = ({ file, item }: Case): string => (item === undefined ? file : `${file} (${item})`);

export const fact = (what: string, found: unknown, expected: unknown): Fact => ({ what, found, expected });
