import { sourceTexts, type Texts } from '../observatory/resource-texts.js';
import type { Resource } from '../observatory/schema-resource.js';
import type { Question } from './engine.js';

/** Where a resource of a manifest is and how it is written, as a question has it. `base`: the manifest's address. */
export function sourceOf(resource: Resource, base: string): Pick<Question, 'src' | 'protocol' | 'source'> {
  const { src = base, protocol, ...source } = sourceTexts(resource, base);
  return { src, ...(protocol !== undefined && { protocol }), source };
}

const ASKED = [
  ...(['value', 'time', 'by', 'where', 'per', 'status', 'labels'] as const),
  ...(['suppressUnder', 'breaks', 'provisionalFrom', 'completeThrough'] as const),
];

/** What the texts of an indicator ask of its resource. */
export function askedBy(texts: Texts): Pick<Question, (typeof ASKED)[number]> {
  const asked = Object.fromEntries(ASKED.map((name) => [name, texts[name] ?? '']));
  return asked as Record<(typeof ASKED)[number], string>;
}
