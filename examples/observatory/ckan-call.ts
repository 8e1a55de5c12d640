import { CkanError } from './ckan-error.js';
import type { Datastore } from './datastore.js';
import type { SqlDatabase } from './sql-database.js';

/** What an action may look at: the data, the query string, and where the site stands. */
export interface CkanCall {
  readonly datastore: Datastore;
  /** Undefined on a portal that does not offer SQL, as most do not. */
  readonly sql: SqlDatabase | undefined;
  readonly parameters: URLSearchParams;
  readonly siteUrl: string;
}

/** A whole number from 0, or CKAN's own complaint about it. */
export function naturalNumber(parameters: URLSearchParams, name: string, otherwise: number): number {
  const text = parameters.get(name);
  if (text === null || text === '') return otherwise;
  if (!/^-?\d+$/.test(text.trim())) throw CkanError.invalid({ [name]: ['Invalid integer'] });
  const value = Number(text);
  if (value < 0) throw CkanError.invalid({ [name]: ['Must be a natural number'] });
  return value;
}

/** CKAN reads "false", "no", "0", "off" and an empty text as false, in any case. */
export function isSwitchedOn(parameters: URLSearchParams, name: string, otherwise: boolean): boolean {
  const text = parameters.get(name);
  if (text === null) return otherwise;
  return !['', 'false', 'no', 'f', 'n', '0', 'off'].includes(text.trim().toLowerCase());
}

/** A JSON object in the query string, such as `filters={"anio":2024}`. */
export function jsonObject(parameters: URLSearchParams, name: string): ReadonlyMap<string, unknown> {
  const text = parameters.get(name);
  if (text === null || text === '') return new Map();
  const value = parsed(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw CkanError.invalid({ [name]: ['Cannot parse JSON'] });
  }
  return new Map(Object.entries(value));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
