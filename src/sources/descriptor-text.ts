import { isObject, own, type JsonObject } from './json-text.js';

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
