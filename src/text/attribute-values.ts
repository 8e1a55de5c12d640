import { DataError } from '../errors.js';

/** An attribute that may only be one of these, or absent. */
export function choice(attribute: string, text: string, choices: readonly string[]): string {
  const value = text.trim();
  if (value === '' || choices.includes(value)) return value;
  throw new DataError('bad-attribute', { attribute, value: text, expected: choices });
}

/** An attribute that is a number, zero or more; `undefined` where it is absent. */
export function amount(attribute: string, text: string, example: string): number | undefined {
  if (text.trim() === '') return undefined;
  if (/^\d{1,10}(\.\d+)?$/.test(text.trim())) return Number(text);
  throw new DataError('bad-attribute', { attribute, value: text, expected: [example] });
}
