import { DataError } from '../errors.js';
import { parseMeasure } from './parse-options.js';
import type { Per } from './query.js';

/** `per="100000 of sum(poblacion)"`; `de` does as well. */
export function parsePer(text: string): Per {
  const parts = /^(\d{1,9})\s+(?:of|de)\s+(\S.*)$/is.exec(text.trim());
  const of = parts ? parseMeasure(parts[2] as string, 'per') : undefined;
  if (of?.aggregate) return { scale: Number(parts?.[1]), of };
  throw new DataError('bad-expression', {
    attribute: 'per',
    value: text,
    expected: ['100000 of sum(poblacion)'],
  });
}
