import type { Comparison, Literal } from '../query/query.js';
import type { Period } from '../table/period.js';
import { readIsoPeriod } from '../table/period-iso.js';
import type { LayerKind } from './arcgis-layer.js';
import { isExact } from './push-down.js';
import type { Compiled, WhereDialect } from './compile-where.js';

/** The name of a column that needs no quotes in any of the databases behind ArcGIS. */
const PLAIN = /^[A-Za-z_]\w*$/;
const YEAR = /^\d{4}$/;

const quoted = (word: string): string => `'${word.replaceAll("'", "''")}'`;
const moment = (day: number): string =>
  `TIMESTAMP '${new Date(day * 86_400_000).toISOString().slice(0, 10)} 00:00:00'`;

/** A day lies in a period, before it or after it, as the page compares periods. */
function compareDate(column: string, op: Comparison, { start, end }: Period): Compiled | undefined {
  const from = `${column} >= ${moment(start)}`;
  const until = `${column} < ${moment(end)}`;
  const texts: Readonly<Record<Comparison, string>> = {
    '=': `${from} and ${until}`,
    '<>': `${column} < ${moment(start)} or ${column} >= ${moment(end)}`,
    '<': `${column} < ${moment(start)}`,
    '<=': until,
    '>': `${column} >= ${moment(end)}`,
    '>=': from,
  };
  return { text: texts[op], exact: true };
}

/** SQL-92 as every ArcGIS server takes it. Numbers are compared as here; of texts only equality is sure. */
export function arcgisWhere(kinds: ReadonlyMap<string, LayerKind>): WhereDialect {
  const kindOf = (column: string): LayerKind | undefined =>
    PLAIN.test(column) ? kinds.get(column) : undefined;
  return {
    compare(column, op, value: Literal) {
      const kind = kindOf(column);
      if (kind === 'number' && !value.isText && /^-?\d+(\.\d+)?$/.test(value.text))
        return { text: `${column} ${op} ${value.text}`, exact: true };
      if (kind === 'date') {
        const period = readIsoPeriod(value.text);
        return period && YEAR.test(String(period.year)) ? compareDate(column, op, period) : undefined;
      }
      // Servers differ in whether capitals count: what they keep may be more, so only that it is equal is asked.
      if (kind !== 'text' || op !== '=' || !isExact(value)) return undefined;
      return { text: `${column} = ${quoted(value.text)}`, exact: false };
    },
    isNull(column) {
      return kindOf(column) === 'number' ? { text: `${column} is null`, exact: true } : undefined;
    },
  };
}
