import { DataError } from '../errors.js';
import type { Column, TextColumn } from '../table/column.js';
import { replaceColumns } from '../table/replace-columns.js';
import { type Table } from '../table/table.js';
import { getColumn } from '../table/get-column.js';
import type { Typed } from '../table/typed.js';
import { toNumbers } from '../table/to-numbers.js';
import { toPeriods } from '../table/to-periods.js';
import { withStatuses } from '../table/with-statuses.js';
import { asTextColumn } from './as-text.js';
import { numberColumns, type Query } from './query.js';

/** The column as periods; one in which no cell is a period is a mistake of the page. */
function asPeriods(column: Column): Typed {
  const text = asTextColumn(column);
  const typed = toPeriods(text, text.notation?.dateOrder);
  if (typed.column.periods.length > 0 || text.words.length === 0) return typed;
  throw new DataError('not-a-period', {
    attribute: 'time',
    value: `${column.name}: ${text.words[0] ?? ''}`,
    expected: ['2024', '2024-09', 'setiembre 2024', '05/09/2024'],
  });
}

/** The words of a column as numbers, in the notation of its file; NaN where one is none. */
export function numbersOfWords(column: TextColumn): Float64Array {
  return toNumbers(column, column.notation ?? { decimal: '.', decimalGiven: false }).column.values;
}

/** The column as numbers; one with no number in it is a mistake of the page, single unreadable cells are told. */
function asNumbers(column: Column, attribute: string): Typed {
  const text = asTextColumn(column);
  const typed = toNumbers(text, text.notation ?? { decimal: '.', decimalGiven: false });
  const unread = typed.notices.find((notice) => notice.code === 'unreadable-number');
  if (!unread || typed.column.values.some((value) => !Number.isNaN(value))) return typed;
  const value = `${column.name}: ${unread.value ?? ''}`;
  throw new DataError('not-a-number', { attribute, value, expected: ['1234.5'] });
}

/**
 * The columns that the question takes as something else than they were read as: text that it measures becomes
 * numbers, numbers and text that it takes for its time become periods. One column cannot be both.
 */
export function convert(table: Table, query: Query): Table {
  const [time] = query.time;
  const timeColumn = time === undefined ? undefined : getColumn(table, time, 'time');
  const measured = numberColumns(query).map(
    ([name, attribute]) => [getColumn(table, name, attribute), attribute] as const,
  );
  for (const [column, attribute] of measured) {
    if (column !== timeColumn) continue;
    const { name } = column;
    throw new DataError('bad-expression', { attribute, value: name, expected: [`count(${name})`] });
  }
  const typed = [
    ...(timeColumn && timeColumn.kind !== 'period' ? [asPeriods(timeColumn)] : []),
    ...measured.flatMap(([column, attribute]) =>
      column.kind === 'number' ? [] : [asNumbers(column, attribute)],
    ),
  ];
  // A mark behind the period is the row's: `2024 p/`.
  const said = typed.flatMap(({ rowStatuses }) => rowStatuses ?? []);
  const isMeasured = (column: Column): boolean => measured.some(([each]) => each.name === column.name);
  const numbers = said.length === 0 ? [] : table.columns.filter(isMeasured);
  const all = [
    ...numbers.filter((column) => !typed.some((each) => each.column.name === column.name)),
    ...typed.map(({ column }) => column),
  ];
  const marked = all.map((column) =>
    column.kind === 'number' && isMeasured(column)
      ? said.reduce((one, statuses) => withStatuses(one, statuses), column)
      : column,
  );
  return replaceColumns(
    table,
    marked,
    typed.flatMap(({ notices }) => notices),
  );
}
