import { Pauses } from '../pause.js';
import { at, type Column, type NumberColumn } from '../table/column.js';
import { shiftYears, type Period } from '../table/period.js';
import { STATUS } from '../table/status.js';
import { columnsOf, makeTable, type Table } from '../table/table.js';
import { besideOf } from './beside.js';
import { hidingSteps } from './hide-cells.js';
import { isCounts } from './is-counts.js';
import { dimensionsOfCells } from './parts-of-totals.js';
import { refuseToSuppress } from './parse-suppress.js';
import type { Query } from './query.js';

/** The columns that count events: of a rate the count that it was made of. */
function countsOf(table: Table, { per }: Query): NumberColumn[] {
  const measures = columnsOf(table, 'measure').filter((column) => column.kind === 'number');
  if (!per) return measures.filter(isCounts);
  const [rate, ...others] = measures;
  const count = rate && besideOf(table, rate).count;
  return [...(count ? [count] : []), ...others].filter(isCounts);
}

/** For each row the one of the same breakdown a year before; -1 where there is none. */
function yearBefore(table: Table): (row: number) => number {
  const [time] = columnsOf(table, 'time');
  if (time?.kind !== 'period') return () => -1;
  const others = columnsOf(table, 'dimension').flatMap((each) =>
    each.kind === 'number' ? [] : [each.codes],
  );
  const keyOf = (row: number, text = ''): string => [text, ...others.map((codes) => at(codes, row))].join();
  const periodOf = (row: number): Period | undefined => time.periods[at(time.codes, row)];
  const rows = new Map(Array.from(time.codes.keys(), (row) => [keyOf(row, periodOf(row)?.text), row]));
  return (row) => {
    const period = periodOf(row);
    return rows.get(keyOf(row, period && shiftYears(period, -1)?.text)) ?? -1;
  };
}

/** The rows in which part of a period, or what is left of it, is a small count: their parts are hidden. */
function smallParts(table: Table, whole: NumberColumn, { per }: Query, limit: number): Set<number> {
  const isSmall = (value: number): boolean => value > 0 && value < limit;
  const before = yearBefore(table);
  const rows = new Set<number>();
  for (const part of ['same', 'before'] as const) {
    const columns = columnsOf(table, 'attribute').filter((column) => column.kind === 'number');
    const count = columns.filter((column) => column.part === part)[per ? 1 : 0];
    count?.values.forEach((value, row) => {
      const of = part === 'same' ? row : before(row);
      const isHidden = ((whole.statuses[of] ?? 0) & STATUS.suppressed) !== 0;
      const rest = (whole.values[of] ?? NaN) - value;
      if (isHidden || isSmall(value) || isSmall(rest)) rows.add(row);
    });
  }
  return rows;
}

/** A column without what is hidden; what was not there stays so. */
function without(column: Column, isHidden: (row: number) => boolean): Column {
  if (column.kind !== 'number' || (column.role !== 'measure' && column.role !== 'attribute')) return column;
  const values = column.values.map((value, row) => (isHidden(row) ? NaN : value));
  const statuses = column.statuses.map((status, row) =>
    isHidden(row) && !(status & STATUS.missing) ? STATUS.suppressed : status,
  );
  return Object.freeze({ ...column, values, statuses });
}

/**
 * The answer without small counts, so that nobody is recognised in it, and without what would give them away.
 *
 * Counts from 1 up to under the limit are hidden, with all that stands in their row: rate, interval, other measures.
 * Zero stays zero. Then further cells are hidden (complementary suppression), by the hypercube method of R. D.
 * Repsilber as GHMITER has it (S. Giessing and D. Repsilber, «Tools and Strategies to Protect Multiple Tables with
 * the GHQUAR Cell Suppression Engine», Inference Control in Statistical Databases, Springer, 2002): each small count
 * is the corner of a block of hidden counts that can go up and down in turns, so that every sum over a line of any
 * breakdown stays what it is; the block that hides least is taken. So whoever knows all that is shown, all totals,
 * and that what is hidden is at least 1, finds more than one value for every hidden cell, and where the neighbours
 * are large enough any from 1 up to under the limit. Totals of all breakdowns count as known, whether this answer
 * has them or another figure shows them; where a line has nothing to hide a count behind, the totals of the answer
 * that it is a part of are hidden as well.
 *
 * What it is not: data that have come to a browser are not secret, whatever is drawn of them. A file that is
 * published must have gone through this before. Nor does it know what other questions a page asks of the same rows.
 */
export async function suppress(table: Table, query: Query): Promise<Table> {
  const limit = query.declared?.suppressUnder;
  if (limit === undefined || table.length === 0) return table;
  const counts = countsOf(table, query);
  const [first] = counts;
  if (!first) return refuseToSuppress(String(limit), ['value="sum(columna)"', 'value="count(columna)"']);
  const dimensions = dimensionsOfCells([...columnsOf(table, 'time'), ...columnsOf(table, 'dimension')]);
  const hidden = new Uint8Array(table.length);
  for (const { values } of counts)
    values.forEach((value, row) => {
      if (value > 0 && value < limit) hidden[row] = 1;
    });
  const pauses = new Pauses();
  for (const { values } of counts) {
    const steps = hidingSteps(values, dimensions, hidden, limit);
    while (!steps.next().done) await pauses.breathe();
  }
  const count = hidden.reduce((sum, each) => sum + each, 0);
  if (count === 0) return table;
  const columns = table.columns.map((column) => without(column, (row) => hidden[row] === 1));
  return makeTable(table.length, columns, [
    ...table.notices,
    { code: 'small-counts-hidden', isForReaders: true, value: String(limit - 1), count },
  ]);
}

/** The answer without parts of periods that would tell what is hidden, or are small counts, or leave one. */
export function suppressParts(table: Table, query: Query): Table {
  const limit = query.declared?.suppressUnder;
  const [first] = countsOf(table, query);
  if (limit === undefined || !first) return table;
  const small = smallParts(table, first, query, limit);
  if (small.size === 0) return table;
  const columns = table.columns.map((column) =>
    column.kind === 'number' && column.part && column.part !== 'previous'
      ? without(column, (row) => small.has(row))
      : column,
  );
  return makeTable(table.length, columns, table.notices);
}
