import { DataError } from '../errors.js';
import type { PeriodLength } from '../table/period.js';
import { parseNames, splitAtCommas, unquoteName } from './parse-list.js';
import type { AggregateName, Measure, SortKey } from './query.js';

/** The verbs that put values together. */
export const AGGREGATES: readonly string[] = ['sum', 'avg', 'min', 'max', 'count'] satisfies AggregateName[];
/** The verbs that put periods together. */
export const LENGTHS: readonly string[] = [
  'year',
  'half',
  'quarter',
  'month',
  'day',
] satisfies PeriodLength[];

/** What reads like a call of a verb, of which there may be none so named. */
export const CALL = /^([a-z]+)\s*\((.*)\)$/is;
/** A call that is not closed. */
const OPEN_CALL = /^([a-z]+)\s*\(([^)]*)$/i;

/** The names of columns may have parentheses of their own: a verb that is not known is part of such a name. */
export function parseMeasure(text: string, attribute: string): Measure {
  const [, verb = '', inside = ''] = CALL.exec(text) ?? OPEN_CALL.exec(text) ?? [];
  const aggregate = verb.toLowerCase();
  if (!AGGREGATES.includes(aggregate)) return { aggregate: null, column: unquoteName(text) };
  if (!text.endsWith(')')) {
    const expected = [`${text.replace(/,[^]*$/, '')})`];
    throw new DataError('bad-expression', { attribute, value: text, position: text.length, expected });
  }
  const column = unquoteName(inside.trim());
  if (column === '' && aggregate !== 'count') {
    throw new DataError('bad-expression', { attribute, value: text, expected: [`${aggregate}(columna)`] });
  }
  return { aggregate: aggregate as AggregateName, column: column === '' || column === '*' ? null : column };
}

/** `value="sum(cantidad), count()"` */
export function parseMeasures(text: string): Measure[] {
  return splitAtCommas(text).map((part) => parseMeasure(part, 'value'));
}

/** `time="anio, mes"`, `time="fecha"`, `time="month(fecha)"` */
export function parseTime(text: string): { time: string[]; every?: PeriodLength } {
  const [, verb = '', inside = ''] = CALL.exec(text.trim()) ?? [];
  const every = verb.toLowerCase();
  if (!LENGTHS.includes(every)) return { time: parseNames(text) };
  return { time: parseNames(inside), every: every as PeriodLength };
}

/** The measure that a sort key is written as, `sum([Nro casos])`; `undefined` for a name of a column. */
export function measureOfKey(text: string): Measure | undefined {
  return CALL.test(text) ? parseMeasure(text, 'sort') : undefined;
}

/** `sort="cantidad desc, modalidad"` */
export function parseSort(text: string): SortKey[] {
  return splitAtCommas(text).map((part) => {
    const order = /\s(asc|desc)$/i.exec(part);
    return {
      column: unquoteName(part.slice(0, order?.index).trim()),
      descending: order?.[1]?.toLowerCase() === 'desc',
    };
  });
}

/** `limit="10"` */
export function parseLimit(text: string): number {
  if (/^[1-9]\d{0,6}$/.test(text.trim())) return Number(text);
  throw new DataError('bad-attribute', { attribute: 'limit', value: text, expected: ['1', '10', '100'] });
}
