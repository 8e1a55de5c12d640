import { isObject, own, type JsonObject } from './json-text.js';
import type { SourceMetadata } from './source.js';

/** All the texts of a property that may be one, a list, or by language: Spanish first, then English. */
export function allTexts(value: unknown): string[] {
  const parts: unknown[] = isObject(value)
    ? [own(value, 'es'), own(value, 'en'), ...Object.values(value)].flat()
    : [value].flat();
  return parts.filter((part): part is string => typeof part === 'string' && part.trim() !== '');
}

/** The first text of a description by one of these keys, trimmed; `undefined` where there is none. */
export function textIn(object: JsonObject, ...keys: readonly string[]): string | undefined {
  return keys.map((key) => allTexts(own(object, key))[0]?.trim()).find((text) => text !== undefined);
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
