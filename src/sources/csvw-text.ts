import { own, type JsonObject } from './json-text.js';

/** A value of linked data as text: written plainly, as `{"@value": …}`, by its name, by its address, or in a list. */
function linkedText(value: unknown, depth = 0): string | undefined {
  if (typeof value === 'string') return value.trim() || undefined;
  if (depth > 4 || typeof value !== 'object' || value === null) return undefined;
  const parts: readonly unknown[] = Array.isArray(value)
    ? value
    : ['@value', 'schema:name', 'foaf:name', 'rdfs:label', 'es', 'en', '@id', 'schema:url', 'schema:text', 'body', 'value']
        .map((key) => own(value as JsonObject, key)); // prettier-ignore
  for (const part of parts) {
    const text = linkedText(part, depth + 1);
    if (text !== undefined) return text;
  }
  return undefined;
}

/** What the first of these holders says by one of these names, in any vocabulary that has it. */
export function linkedTextOf(
  holders: readonly JsonObject[],
  ...names: readonly string[]
): string | undefined {
  for (const holder of holders) {
    for (const name of names) {
      for (const prefix of ['dc:', 'dcterms:', 'dct:', 'schema:', 'dcat:', 'rdfs:', 'foaf:', '']) {
        const text = linkedText(own(holder, prefix + name));
        if (text !== undefined) return text;
      }
    }
  }
  return undefined;
}
