import { textAt } from '../table/cell.js';
import { at, type PeriodColumn } from '../table/column.js';
import { replaceColumns } from '../table/replace-columns.js';
import { STATUS } from '../table/status.js';
import { columnsOf, findColumn, type Table } from '../table/table.js';
import { numbersOf } from './numbers-of.js';
import type { Query } from './query.js';
import type { OwnPeriods } from './time.js';

const timeOf = (table: Table): PeriodColumn | undefined =>
  columnsOf(table, 'time').find((column) => column.kind === 'period');

/** Which series a row is of. */
function seriesOf(table: Table, { by }: Query): (row: number) => string {
  const columns = by.map((name) => findColumn(table, name)).filter((column) => column !== undefined);
  return (row) => JSON.stringify(columns.map((column) => textAt(column, row)));
}

/** Of each series where the longer periods begin that have a change after their beginning. */
function startsOfMixed({ rows, every, parts }: OwnPeriods, query: Query): Map<string, Set<number>> {
  const found = new Map<string, Set<number>>();
  const table = rows();
  const time = timeOf(table);
  if (!time) return found;
  const numbers = numbersOf(table, query);
  const longer = parts.widenPeriods(time, every);
  const keyOf = seriesOf(table, query);
  time.codes.forEach((code, row) => {
    if (!numbers.some(({ statuses }) => at(statuses, row) & STATUS.break)) return;
    const [own, whole] = [time.periods[code], longer.periods[at(longer.codes, row)]];
    if (!own || !whole || own.start <= whole.start) return;
    const key = keyOf(row);
    found.set(key, (found.get(key) ?? new Set()).add(whole.start));
  });
  return found;
}

/** Whether the rows tell of any change. */
const mayTell = (table: Table, query: Query): boolean =>
  numbersOf(table, query).some(({ statuses }) => statuses.some((status) => status & STATUS.break));

/** The rows that come first in their series after a longer period with a change within it. */
function rowsAfter(
  table: Table,
  time: PeriodColumn,
  mixed: Map<string, Set<number>>,
  query: Query,
): Set<number> {
  const startOf = (row: number): number => time.periods[at(time.codes, row)]?.start ?? NaN;
  const keyOf = seriesOf(table, query);
  const series = new Map<string, number[]>();
  for (const row of time.codes.keys()) {
    const key = keyOf(row);
    if (!mixed.has(key)) continue;
    const rows = series.get(key);
    if (rows) rows.push(row);
    else series.set(key, [row]);
  }
  const after = new Set<number>();
  for (const [key, rows] of series) {
    for (const start of mixed.get(key) ?? []) {
      const later = rows.filter((row) => startOf(row) > start);
      const next = later.reduce((least, row) => Math.min(least, startOf(row)), Infinity);
      for (const row of later) if (startOf(row) === next) after.add(row);
    }
  }
  return after;
}

/**
 * The rows, in longer periods than the source has, with a change in the way of measuring also at the period that comes
 * after one within which the source has a change, by its statuses: what was measured in both ways compares with
 * neither side. `own`: the same rows in the source's own periods.
 */
export function markAfterBreaks(table: Table, own: OwnPeriods, query: Query): Table {
  const time = timeOf(table);
  if (!time || !mayTell(table, query)) return table;
  const mixed = startsOfMixed(own, query);
  if (mixed.size === 0) return table;
  const after = rowsAfter(table, time, mixed, query);
  const marked = numbersOf(table, query).map((column) =>
    Object.freeze({
      ...column,
      statuses: column.statuses.map((bits, row) => (after.has(row) ? bits | STATUS.break : bits)),
    }),
  );
  return replaceColumns(table, marked);
}
