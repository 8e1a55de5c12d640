import type * as z from 'zod/mini';

/** A mistake in a manifest: where it stands, what is there, what was expected. */
export interface Fault {
  /** `indicators/0/unit`, as the file nests them, the first of a list being 0. */
  readonly path: string;
  /** What is there, as JSON, cut short; `''` where nothing is. */
  readonly value: string;
  /** Forms, or the names that there are. */
  readonly expected: readonly string[];
}

const MOST_SHOWN = 60;

function shown(value: unknown): string {
  const text = value === undefined ? '' : JSON.stringify(value);
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
}

/** What stands at a place of the document. */
function valueAt(document: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, key) =>
      typeof at === 'object' && at !== null && Object.hasOwn(at, key)
        ? (at as Record<PropertyKey, unknown>)[key]
        : undefined,
    document,
  );
}

/** A fault at a place of the document. */
export function faultAt(document: unknown, path: readonly PropertyKey[], expected: readonly string[]): Fault {
  return { path: path.map(String).join('/'), value: shown(valueAt(document, path)), expected };
}

/** What zod expects of each kind, where the schema says no form of its own. */
const KINDS: Readonly<Record<string, string>> = {
  string: '"…"', number: '0', boolean: 'true | false', array: '[…]', object: '{…}', record: '{…}',
}; // prettier-ignore

/** A fault of the schema: the forms are its messages. */
export function faultOf(document: unknown, issue: z.core.$ZodIssue): Fault {
  const { path, message } = issue;
  const isPlain = message === 'Invalid input' || message === '';
  const kind = issue.code === 'invalid_type' ? issue.expected : '';
  const expected = isPlain ? (KINDS[kind] ?? kind) : message;
  return faultAt(document, path, expected === '' ? [] : expected.split(' | '));
}
