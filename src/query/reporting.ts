import { at, type Column, type NumberColumn } from '../table/column.js';
import { ABSENT, STATUS } from '../table/status.js';
import { makeTable, type Table } from '../table/table.js';
import { shortOf, type Reported } from './beside.js';

export { COMPLETE_FROM, type Reported } from './beside.js';

/**
 * Shares further apart than this make a difference of their own. There is no published figure for it: with five points
 * a change of a twentieth may be nothing but units that began, or ceased, to send data.
 */
const MOST_APART = 0.05;

const partOf = (table: Table, part: 'reported' | 'expected'): NumberColumn | undefined =>
  table.columns.find((column): column is NumberColumn => column.kind === 'number' && column.part === part);

/** What is known of a row; `undefined` where the question does not ask for it. */
export function reportedOf(table: Table, row: number): Reported | undefined {
  const [reported, expected] = [partOf(table, 'reported'), partOf(table, 'expected')];
  return reported && expected && { reported: at(reported.values, row), expected: at(expected.values, row) };
}

/** Whether a change between two values is one of the units that sent data, or may be. */
export function isUneven(one: Reported, other: Reported): boolean {
  const apart = Math.abs(one.reported / one.expected - other.reported / other.expected);
  // Rounded, so that 95 and 90 of 100 are not further apart than five points.
  return !(Math.round(apart * 1e9) / 1e9 <= MOST_APART);
}

/**
 * The answer with every value marked incomplete of which too few units are known to have sent data, the count behind a
 * rate too. Where either number is not known, or is not whole itself, the share is not known to be enough.
 */
export function markUnreported(table: Table): Table {
  const [reported, expected] = [partOf(table, 'reported'), partOf(table, 'expected')];
  if (!reported || !expected) return table;
  const isUnsure = Array.from(reported.values, (count, row) => {
    const isPart = (at(reported.statuses, row) | at(expected.statuses, row)) & STATUS.incomplete;
    return isPart !== 0 || !!shortOf(reported, count, at(expected.values, row)).reported;
  });
  const marked = (column: Column): Column => {
    if (column.kind !== 'number' || column.part) return column;
    const statuses = column.statuses.map((status, row) =>
      isUnsure[row] && !(status & ABSENT) ? status | STATUS.incomplete : status,
    );
    return Object.freeze({ ...column, statuses });
  };
  return makeTable(table.length, table.columns.map(marked), table.notices);
}
