import { DataError } from '../errors.js';
import type { PeriodLength } from '../table/period.js';
import type { AggregateName, Measure, Per, SortKey } from './query.js';

const AGGREGATES: readonly string[] = ['sum', 'avg', 'min', 'max', 'count'] satisfies AggregateName[];
const LENGTHS: readonly string[] = ['year', 'half', 'quarter', 'month', 'day'] satisfies PeriodLength[];

/** Splits at commas that stand outside quotes and parentheses. */
function splitAtCommas(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let quote = '';
  let from = 0;
  for (let index = 0; index < text.length; index++) {
    const char = text[index] as string;
    if (quote) {
      if (char === quote) quote = '';
    } else if (char === '"' || char === '`') quote = char;
    else if (char === '(') depth++;
    else if (char === ')') depth--;
    else if (char === ',' && depth === 0) {
      parts.push(text.slice(from, index));
      from = index + 1;
    }
  }
  return [...parts, text.slice(from)].map((part) => part.trim()).filter((part) => part !== '');
}

/** A column name without its quotes: `"Tipo de delito"`, `[Tipo de delito]`. */
export function unquoteName(text: string): string {
  const quoted = /^(?:"([^"]*)"|`([^`]*)`|\[([^\]]*)\])$/.exec(text);
  return quoted ? (quoted[1] ?? quoted[2] ?? quoted[3] ?? '') : text;
}

/** `by="modalidad, Tipo de delito"` */
export function parseNames(text: string): string[] {
  return splitAtCommas(text).map(unquoteName);
}

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
