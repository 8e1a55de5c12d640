import { at, type Column, type NumberColumn } from '../../table/column.js';
import { comparePeriods, type Period } from '../../table/period.js';
import { readPeriod } from '../../table/period-notation.js';
import { STATUS } from '../../table/status.js';
import { columnsOf, makeTable, type Table } from '../../table/table.js';
import { DataError } from '../../errors.js';

/** What the page knows of its data and the file does not say. */
export interface Declared {
  /** Periods from which on values are no longer comparable: `2025-01`. */
  readonly breaks: string;
  /** The period from which on values may still change. */
  readonly provisionalFrom: string;
}

function periodsIn(text: string, attribute: string): Period[] {
  const parts = text.split(',').map((part) => part.trim());
  return parts
    .filter((part) => part !== '')
    .map((part) => {
      const period = readPeriod(part);
      if (period) return period;
      throw new DataError('bad-attribute', { attribute, value: text, expected: ['2025', '2025-01'] });
    });
}

/** For each row whether it starts a new way of measuring: the first period of its series at or after a break. */
function breakRows(periods: readonly (Period | undefined)[], breaks: readonly Period[]): boolean[] {
  const starts = breaks.map((each) => {
    const after = periods.filter((period) => period && period.start >= each.start) as Period[];
    return after.sort(comparePeriods)[0]?.start;
  });
  return periods.map((period) => period !== undefined && starts.includes(period.start));
}

/** The table with what the page declares added to the statuses of its measures. */
export function withDeclared(table: Table, { breaks, provisionalFrom }: Declared): Table {
  const [time] = columnsOf(table, 'time');
  const breakPeriods = periodsIn(breaks, 'breaks');
  const [from] = periodsIn(provisionalFrom, 'provisional-from');
  if (time?.kind !== 'period' || (breakPeriods.length === 0 && !from)) return table;
  const periods = Array.from(time.codes, (code) => time.periods[code]);
  const isBreak = breakRows(periods, breakPeriods);
  const added = periods.map((period, row) => {
    const isProvisional = from !== undefined && period !== undefined && period.end > from.start;
    return (isBreak[row] ? STATUS.break : 0) | (isProvisional ? STATUS.provisional : 0);
  });
  const declare = (column: NumberColumn): Column =>
    Object.freeze({
      ...column,
      statuses: column.statuses.map((status, row) =>
        // A value that is not there cannot be provisional.
        Number.isNaN(at(column.values, row))
          ? status | ((added[row] ?? 0) & STATUS.break)
          : status | (added[row] ?? 0),
      ),
    });
  return makeTable(
    table.length,
    table.columns.map((column) =>
      column.kind === 'number' && column.role === 'measure' ? declare(column) : column,
    ),
    table.notices,
  );
}
