import { DataError } from '../errors.js';
import type { PeriodLength } from '../table/period.js';
import type { AggregateName, Measure } from './query.js';

const AGGREGATES: readonly string[] = ['sum', 'avg', 'min', 'max', 'count'] satisfies AggregateName[];
const LENGTHS: readonly string[] = ['year', 'half', 'quarter', 'month', 'day'] satisfies PeriodLength[];

/** Splits at commas that stand outside quotes and parentheses. */
export function splitAtCommas(text: string): string[] {
  const parts = text.match(/("[^"]*"|`[^`]*`|\[[^\]]*\]|\([^)]*\)|[^,])+/g) ?? [];
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** A column name without its quotes: `"Tipo de delito"`, `[Tipo de delito]`. */
export function unquoteName(text: string): string {
  return /^(".*"|`.*`|\[.*\])$/.test(text) ? text.slice(1, -1) : text;
}

/** `by="modalidad, Tipo de delito"` */
export function parseNames(text: string): string[] {
  return splitAtCommas(text).map(unquoteName);
}

export function parseMeasure(text: string, attribute: string): Measure {
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
export function parseMeasures(text: string, attribute = 'value'): Measure[] {
  return splitAtCommas(text).map((part) => parseMeasure(part, attribute));
}

/** `time="anio, mes"`, `time="fecha"`, `time="month(fecha)"` */
export function parseTime(text: string): { time: string[]; every?: PeriodLength } {
  const call = /^([a-z]+)\s*\((.*)\)$/i.exec(text.trim());
  const every = call?.[1]?.toLowerCase();
  if (!call || every === undefined) {
    const time = parseNames(text);
    if (time.length <= 2) return { time };
    throw new DataError('bad-expression', {
      attribute: 'time',
      value: text,
      expected: ['anio', 'anio, mes'],
    });
  }
  if (LENGTHS.includes(every)) return { time: parseNames(call[2] as string), every: every as PeriodLength };
  const expected = LENGTHS.map((name) => `${name}(columna)`);
  throw new DataError('bad-expression', { attribute: 'time', value: text, expected });
}
