import type { PropertyDeclarations } from 'lit';

/** `source-name` is the property `sourceName`; `updated` would be Lit's own `updated()`. */
export function propertyName(attribute: string): string {
  if (attribute === 'updated') return 'updatedOn';
  return attribute.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** Attributes that are all texts, absent or not: what they mean is read when it is used. */
export function textAttributes(names: string): PropertyDeclarations {
  return Object.fromEntries(names.split(' ').map((attribute) => [propertyName(attribute), { attribute }]));
}
