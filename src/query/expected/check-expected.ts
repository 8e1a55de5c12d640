import { withNotices, type Table } from '../../table/table.js';
import { checkColumns } from './check-columns.js';
import { checkTime } from './check-time.js';
import { checkTotals } from './check-totals.js';
import { parseExpectations } from './expectations.js';
import { findExpected } from './find-expected.js';

/**
 * The rows held against what the page expects of its source: columns under the names that it knows, and a notice for
 * each way in which the source has changed. Nothing is left out for it. `today`: days since 1970-01-01.
 */
export function checkExpected(table: Table, text: string, today: number): Table {
  const expected = parseExpectations(text);
  const found = findExpected(table, expected);
  return withNotices(found.table, [
    ...found.notices,
    ...checkColumns(found.table, expected),
    ...checkTime(found.table, expected, today),
    ...checkTotals(found.table, expected),
  ]);
}
