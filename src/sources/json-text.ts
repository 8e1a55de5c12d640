import { DataError } from '../errors.js';

/** Deeper than this is an attack or a mistake, not a table for a page. */
const MAX_DEPTH = 64;
/** A whole number, most often a code, of more digits than a double surely holds. */
const LONG_INTEGER = /[[:,]\s*-?\d{16}/;

/** Looks at brackets outside strings before anything walks the levels. */
function checkDepth(json: string): void {
  let depth = 0;
  let quoted = false;
  for (let index = 0; index < json.length; index++) {
    const code = json.charCodeAt(index);
    if (quoted) {
      if (code === 0x5c) index++;
      else if (code === 0x22) quoted = false;
    } else if (code === 0x22) quoted = true;
    else if (code === 0x5b || code === 0x7b) {
      if (++depth > MAX_DEPTH) throw new DataError('too-big', { what: 'levels', limit: MAX_DEPTH });
    } else if (code === 0x5d || code === 0x7d) depth--;
  }
}

/** Parses a reply as JSON; what cannot be read names the line. Codes that no double holds become texts. */
export async function parseJson(text: string, host: string): Promise<unknown> {
  checkDepth(text);
  try {
    const value = JSON.parse(text) as unknown;
    if (!LONG_INTEGER.test(text)) return value;
    const { quoteLongIntegers } = await import('./json-integers.js');
    return JSON.parse(quoteLongIntegers(text)) as unknown;
  } catch (error) {
    const { faultIn } = await import('./json-fault.js');
    const line = text.slice(0, faultIn(text)).split('\n').length;
    throw new DataError('malformed', { host, line }, error);
  }
}

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What is no object has nothing in it. */
export function asObject(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

/** An own property, whatever its name: `__proto__` and `toString` are data like any other. */
export function own(object: JsonObject, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}
