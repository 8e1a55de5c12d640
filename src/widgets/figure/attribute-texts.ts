import type { PropertyDeclarations } from 'lit';
import { DataError } from '../../errors.js';

/** `source-name` is the property `sourceName`; `updated` would be Lit's own `updated()`. */
export function propertyName(attribute: string): string {
  if (attribute === 'updated') return 'updatedOn';
  return attribute.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** Attributes that are all texts, absent or not: what they mean is read when it is used. */
export function textAttributes(names: string): PropertyDeclarations {
  return Object.fromEntries(names.split(' ').map((attribute) => [propertyName(attribute), { attribute }]));
}

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
