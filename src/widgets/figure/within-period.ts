import { DataError } from '../../errors.js';
import { at } from '../../table/column.js';
import { readPeriod } from '../../table/period-notation.js';
import { columnsOf, takeTable, type Table } from '../../table/table.js';

/** The rows of `period="2018..2024"` or `period="2024"`, both ends included. */
export function withinPeriod(table: Table, range: string): Table {
  const [time] = columnsOf(table, 'time');
  if (range.trim() === '' || time?.kind !== 'period') return table;
  const [from, to = from] = range.split('..').map((text) => readPeriod(text));
  if (!from || !to) {
    throw new DataError('bad-attribute', {
      attribute: 'period',
      value: range,
      expected: ['2024', '2018..2024'],
    });
  }
  const isWithin = time.periods.map((period) => period.start >= from.start && period.end <= to.end);
  const rows = Array.from(time.codes.keys()).filter((row) => isWithin[at(time.codes, row)]);
  return rows.length === table.length ? table : takeTable(table, rows);
}
