import type { Column, NumberColumn } from '../../table/column.js';
import type { Notice } from '../../table/notice.js';
import { findColumn, type Table } from '../../table/table.js';
import { toNumbers } from '../../table/to-numbers.js';
import { toPeriods } from '../../table/to-periods.js';
import { asTextColumn } from '../as-text.js';
import type { ExpectedColumn, Expectations } from './expectations.js';

/** The cells of a column that are not as expected: the first of them, where it is, and how many. */
function cellsThat(
  { values, name }: NumberColumn,
  isOdd: (value: number) => boolean,
): Pick<Notice, 'column' | 'value' | 'count' | 'line'> | undefined {
  const first = values.findIndex(isOdd);
  if (first < 0) return undefined;
  return { column: name, value: String(values[first]), count: values.filter(isOdd).length, line: first + 1 };
}

function isEmpty(column: Column): boolean {
  return column.kind === 'number'
    ? column.values.every(Number.isNaN)
    : column.codes.every((code) => code < 0);
}

/** The column as numbers, with the cells that are none. */
function numbersIn(column: Column): { column: NumberColumn; unread: Notice | undefined } {
  if (column.kind === 'number') return { column, unread: undefined };
  const text = asTextColumn(column);
  const typed = toNumbers(text, text.notation ?? { decimal: '.', decimalGiven: false });
  return { column: typed.column, unread: typed.notices.find(({ code }) => code === 'unreadable-number') };
}

function checkPeriods(column: Column): Notice[] {
  if (column.kind === 'period') return [];
  const text = asTextColumn(column);
  const unread = toPeriods(text, text.notation?.dateOrder).notices.find(
    ({ code }) => code === 'unreadable-period',
  );
  return unread ? [{ ...unread, code: 'kind-changed', expected: ['period'] }] : [];
}

function checkNumbers(column: Column, { kind, range }: ExpectedColumn): Notice[] {
  const { column: numbers, unread } = numbersIn(column);
  if (unread) return [{ ...unread, code: 'kind-changed', expected: ['number'] }];
  const notCount = kind === 'count' && cellsThat(numbers, (value) => value < 0 || Math.abs(value % 1) > 0);
  if (notCount) return [{ code: 'not-a-count', isForReaders: true, ...notCount }];
  const outside = range && cellsThat(numbers, (value) => value < range.min || value > range.max);
  return outside
    ? [{ code: 'out-of-range', isForReaders: true, ...outside, expected: [`${range.min}..${range.max}`] }]
    : [];
}

/** Spaces and capitals make no other unit. */
const plainUnit = (unit: string): string => unit.trim().toLowerCase().replace(/\s+/g, ' ');

function checkColumn(column: Column, expected: ExpectedColumn): Notice[] {
  if (isEmpty(column)) return [{ code: 'column-empty', column: column.name }];
  const { kind, range, unit } = expected;
  const notices: Notice[] = [];
  if (unit !== undefined && column.unit !== undefined && plainUnit(unit) !== plainUnit(column.unit)) {
    notices.push({
      code: 'unit-changed',
      isForReaders: true,
      column: column.name,
      value: column.unit,
      expected: [unit],
    });
  }
  if (kind === 'period') notices.push(...checkPeriods(column));
  if (kind === 'number' || kind === 'count' || (range && !kind))
    notices.push(...checkNumbers(column, expected));
  return notices;
}

/** What the columns hold beside what is expected of each: another kind, no value at all, another unit or range. */
export function checkColumns(table: Table, { columns }: Expectations): Notice[] {
  return columns.flatMap((expected) => {
    const column = findColumn(table, expected.name);
    return column ? checkColumn(column, expected) : [];
  });
}
