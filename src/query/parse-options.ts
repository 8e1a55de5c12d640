import { DataError } from '../errors.js';
import type { PeriodLength } from '../table/period.js';
import { parseNames, splitAtCommas, unquoteName } from './parse-list.js';
import type { AggregateName, Measure, Per, SortKey } from './query.js';

const AGGREGATES: readonly string[] = ['sum', 'avg', 'min', 'max', 'count'] satisfies AggregateName[];
const LENGTHS: readonly string[] = ['year', 'half', 'quarter', 'month', 'day'] satisfies PeriodLength[];

function parseMeasure(text: string, attribute: string): Measure {
  const call = /^([a-z]+)\s*\((.*)\)$/i.exec(text);
  if (!call) return { aggregate: null, column: unquoteName(text) };
  const aggregate = (call[1] as string).toLowerCase();
  const column = unquoteName((call[2] as string).trim());
  const known = AGGREGATES.includes(aggregate);
  if (!known || (column === '' && aggregate !== 'count')) {
    const expected = known ? [`${aggregate}(columna)`] : AGGREGATES.map((name) => `${name}(columna)`);
    throw new DataError('bad-expression', { attribute, value: text, expected });
  }
  return { aggregate: aggregate as AggregateName, column: column === '' || column === '*' ? null : column };
}

/** `value="sum(cantidad), count()"` */
export function parseMeasures(text: string): Measure[] {
  return splitAtCommas(text).map((part) => parseMeasure(part, 'value'));
}

/** `time="anio, mes"`, `time="fecha"`, `time="month(fecha)"` */
export function parseTime(text: string): { time: string[]; every?: PeriodLength } {
  const call = /^([a-z]+)\s*\((.*)\)$/i.exec(text.trim());
  const every = call?.[1]?.toLowerCase();
  if (!call || every === undefined) return { time: parseNames(text) };
  if (LENGTHS.includes(every)) return { time: parseNames(call[2] as string), every: every as PeriodLength };
  const expected = LENGTHS.map((name) => `${name}(columna)`);
  throw new DataError('bad-expression', { attribute: 'time', value: text, expected });
}

/** `per="100000 of sum(poblacion)"`; `de` does as well. */
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
