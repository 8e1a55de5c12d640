import { isObject, own, type JsonObject } from './json-text.js';
import type { SourceMetadata } from './source.js';

/** A text of a description, trimmed; `undefined` where there is none. Of one in several languages, Spanish, else the first. */
export function textIn(object: JsonObject, ...keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const value = own(object, key);
    const choices: unknown[] = isObject(value)
      ? [own(value, 'es'), own(value, 'en'), ...Object.values(value)].flat()
      : [value].flat();
    const text = choices.find((each): each is string => typeof each === 'string' && each.trim() !== '');
    if (text !== undefined) return text.trim();
  }
  return undefined;
}

/** The objects of a list; what is no list has none. */
export function objectsIn(object: JsonObject, key: string): JsonObject[] {
  const value = own(object, key);
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** A mark or a text that counts also where it is a space; `undefined` where there is none. */
export function markIn(object: JsonObject, key: string): string | undefined {
  const value = own(object, key);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The day that a text begins with; portals write moments in UTC, at times without saying so. */
export function dayIn(text: string | null | undefined): string | undefined {
  return /^\d{4}-\d\d-\d\d/.exec(text ?? '')?.[0];
}

/** The day, in UTC, of a moment in milliseconds since 1970. */
export function dayOf(milliseconds: number): string | undefined {
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().slice(0, 10);
}

type Said = { readonly [Name in keyof SourceMetadata]: SourceMetadata[Name] | null | undefined };

/** What a portal says of its data, without what it leaves empty. */
export function saidOf(said: Said): SourceMetadata {
  return Object.fromEntries(Object.entries(said).filter(([, told]) => (told?.length ?? 0) > 0));
}
