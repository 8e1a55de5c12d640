import { DataError } from '../errors.js';
import { parseMeasure, splitAtCommas, unquoteName } from './parse-list.js';
import type { Per, SortKey } from './query.js';

/** `per="100000 of sum(poblacion)"`; `por` and `de` do as well. */
export function parsePer(text: string): Per {
  const parts = /^(\d{1,9})\s+(?:of|de)\s+(.+)$/i.exec(text.trim());
  const of = parts ? parseMeasure((parts[2] as string).trim(), 'per') : undefined;
  if (of?.aggregate) return { scale: Number(parts?.[1]), of };
  throw new DataError('bad-expression', {
    attribute: 'per',
    value: text,
    expected: ['100000 of sum(poblacion)'],
  });
}

/** `sort="cantidad desc, modalidad"` */
export function parseSort(text: string): SortKey[] {
  return splitAtCommas(text).map((part) => {
    const key = /^(.*?)\s+(asc|desc)$/i.exec(part);
    return {
      column: unquoteName(key?.[1]?.trim() ?? part),
      descending: key?.[2]?.toLowerCase() === 'desc',
    };
  });
}

/** `limit="10"` */
export function parseLimit(text: string): number {
  if (/^[1-9]\d{0,6}$/.test(text.trim())) return Number(text);
  throw new DataError('bad-attribute', { attribute: 'limit', value: text, expected: ['1', '10', '100'] });
}
