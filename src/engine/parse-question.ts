import { parseNames } from '../query/parse-list.js';
import type { Query } from '../query/query.js';
import { DEFAULT_LIMITS, type Limits } from '../request/limits.js';
import type { Limited, Question } from './engine.js';

/** Whether any of the texts says something. */
export function says(...texts: string[]): boolean {
  return texts.some((text) => text.trim() !== '');
}

/** How long to wait, how much to take and from where; at once where the page says nothing of it. */
export function limitsOf(question: Limited): Limits | Promise<Limits> {
  const { maxBytes, timeout, firstByteTimeout, stallTimeout, hosts } = question;
  if (!says(maxBytes, timeout, firstByteTimeout, stallTimeout) && !hosts?.length) return DEFAULT_LIMITS;
  return import('./parse-limits.js').then(({ parseLimits }) => parseLimits(question));
}

/** What the page declares of its data. */
export const DECLARED = [
  'labels',
  'breaks',
  'revisions',
  'provisionalFrom',
  'completeThrough',
  'suppressUnder',
  'range',
] as const;

/** What says more than names of columns. */
const GRAMMAR = ['where', 'per', 'interval', 'reporting', 'sort', 'limit', 'status', ...DECLARED] as const;

/** The texts of a question as a query. What only names columns is read here; the rest of the grammar is loaded. */
export async function parseQuestion(question: Question): Promise<Query> {
  const { value, time, by } = question;
  const plain: Query = {
    measures: parseNames(value).map((column) => ({ aggregate: null, column })),
    time: parseNames(time),
    by: parseNames(by),
    sort: [],
  };
  const hasMore = says(...GRAMMAR.map((name) => question[name] ?? ''));
  if (!hasMore && plain.time.length < 3 && !/\(/.test(value + time)) return plain;
  return (await import('./parse-whole.js')).parseWhole(question, plain);
}
