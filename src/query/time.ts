import { at, type PeriodColumn } from '../table/column.js';
import type { PeriodLength } from '../table/period.js';
import type { Notice } from '../table/notice.js';
import { columnsOf, makeTable, withNotices, type Table } from '../table/table.js';
import { getColumn } from '../table/get-column.js';
import { takeTable } from '../table/take-rows.js';
import type { Query } from './query.js';

/** How periods are put together from parts, or into longer ones; loaded where a question needs it. */
export type TimeParts = Pick<typeof import('./time-parts.js'), 'joinParts' | 'unreadParts' | 'widenPeriods'>;

/** The rows in the periods that the source has, where the question puts these into longer ones. */
export interface OwnPeriods {
  readonly rows: () => Table;
  readonly every: PeriodLength;
  readonly parts: TimeParts;
}

/**
 * The time of each row, as the question names it, as a first column with the role of time. `totals`: rows whose time
 * is the word for a total.
 */
export function addTime(
  table: Table,
  query: Query,
  parts?: TimeParts,
  totals: readonly Notice[] = [],
): Table {
  const [first, second] = query.time;
  if (first === undefined) return table;
  let column = getColumn(table, first, 'time');
  if (column.kind !== 'period') throw new TypeError('not converted');
  if (parts && second !== undefined) column = parts.joinParts(column, getColumn(table, second, 'time'));
  if (parts && query.every) column = parts.widenPeriods(column, query.every);
  const time: PeriodColumn = Object.freeze({ ...column, role: 'time' });
  const others = table.columns.filter((each) => each.name !== time.name);
  const timed = makeTable(table.length, [time, ...others], table.notices);
  if (!time.codes.includes(-1)) return timed;
  // A row without a time can be put nowhere: the notices say how many there are, beside totals, which have none.
  const rows = Array.from(time.codes.keys()).filter((row) => at(time.codes, row) >= 0);
  const lost = table.length - rows.length - totals.reduce((sum, { count = 0 }) => sum + count, 0);
  const notices: Notice[] = [
    ...totals,
    ...(parts && second !== undefined ? parts.unreadParts(getColumn(table, second, 'time')) : []),
  ];
  if (lost > 0)
    notices.push({
      code: 'rows-without-time',
      isForReaders: true,
      column: time.name,
      count: lost,
      total: table.length,
    });
  return withNotices(takeTable(timed, rows), notices);
}

/** Rows in order of time, and as they came within one time. */
export function inTimeOrder(table: Table): Table {
  const [time] = columnsOf(table, 'time');
  if (time?.kind !== 'period') return table;
  const starts = Float64Array.from(time.codes, (code) => time.periods[code]?.start ?? NaN);
  if (starts.every((start, row) => row === 0 || at(starts, row - 1) <= start)) return table;
  const rows = Uint32Array.from(starts.keys());
  return takeTable(
    table,
    rows.sort((a, b) => at(starts, a) - at(starts, b) || a - b),
  );
}
