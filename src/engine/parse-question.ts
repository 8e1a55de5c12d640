import { DataError } from '../errors.js';
import { parseNames } from '../query/parse-list.js';
import type { Query } from '../query/query.js';
import { DEFAULT_LIMITS, type Limits } from '../request/limits.js';
import type { Question } from './engine.js';

/** Whether any of the texts says something. */
function says(...texts: string[]): boolean {
  return texts.some((text) => text.trim() !== '');
}

/** How long to wait and how much to take. */
export async function limitsOf(question: Question): Promise<Limits> {
  const { maxBytes, timeout, firstByteTimeout, stallTimeout } = question;
  if (!says(maxBytes, timeout, firstByteTimeout, stallTimeout)) return DEFAULT_LIMITS;
  return (await import('./parse-limits.js')).parseLimits(question);
}

/** The texts of a question as a query; the grammar of what it does not say is not loaded. */
export async function parseQuestion(question: Question): Promise<Query> {
  const { value, time, by, where, per, sort, limit, status } = question;
  const { labels, breaks, provisionalFrom, completeThrough, range } = question;
  const hasCalls = /\(/.test(value + time);
  const [conditions, options, declared] = await Promise.all([
    says(where) && import('../query/parse-where.js'),
    (hasCalls || says(per, sort, limit)) && import('../query/parse-options.js'),
    says(labels, breaks, provisionalFrom, completeThrough, range) && import('../query/declare.js'),
  ]);
  const names = {
    time: parseNames(time),
    measures: parseNames(value).map((column) => ({ aggregate: null, column })),
  };
  const calls = options && { ...options.parseTime(time), measures: options.parseMeasures(value) };
  const query: Query = {
    ...(calls || names),
    by: parseNames(by),
    ...(conditions && { where: conditions.parseWhere(where) }),
    ...(options && says(per) && { per: options.parsePer(per) }),
    sort: options ? options.parseSort(sort) : [],
    ...(options && says(limit) && { limit: options.parseLimit(limit) }),
    ...(says(status) && { status: parseNames(status)[0] ?? status }),
    ...(declared && {
      declared: declared.parseDeclared({ labels, breaks, provisionalFrom, completeThrough, range }),
    }),
  };
  if (query.time.length < 3) return query;
  throw new DataError('bad-expression', { attribute: 'time', value: time, expected: ['anio', 'anio, mes'] });
}
