import { DataError } from '../errors.js';
import type { Column, NumberColumn, TextColumn } from '../table/column.js';
import { getColumn, type Table } from '../table/table.js';
import { toNumbers, type Typed } from '../table/typing.js';

/** Any column as words: a breakdown by a column of numbers groups equal numbers. */
export function asTextColumn(column: Column): TextColumn {
  if (column.kind === 'text') return column;
  const { name, label, role } = column;
  const base = { name, ...(label && { label }), ...(role && { role }) };
  if (column.kind === 'period') {
    const words = column.periods.map((period) => period.text);
    return Object.freeze({ ...base, kind: 'text', codes: column.codes, words });
  }
  const words: string[] = [];
  const place = new Map<number, number>();
  const codes = Int32Array.from(column.values, (value) => {
    if (Number.isNaN(value)) return -1;
    const known = place.get(value) ?? words.push(String(value)) - 1;
    place.set(value, known);
    return known;
  });
  return Object.freeze({ ...base, kind: 'text', codes, words });
}

/**
 * The column that the question measures, as numbers, whatever was guessed when it was read.
 * A column with no number in it is a mistake of the page; single unreadable cells are told as notices.
 */
export function numbersOf(
  table: Table,
  wanted: string,
  attribute: string,
  name?: string,
): Typed<NumberColumn> {
  const column = getColumn(table, wanted, attribute);
  const renamed = { ...column, name: name ?? column.name };
  if (renamed.kind === 'number') return { column: Object.freeze(renamed), notices: [] };
  const typed = toNumbers(asTextColumn(renamed), { decimal: '.', decimalGiven: false });
  const unread = typed.notices.find((notice) => notice.code === 'unreadable-number');
  if (!unread || typed.column.values.some((value) => !Number.isNaN(value))) return typed;
  const value = `${wanted}: ${unread.value ?? ''}`;
  throw new DataError('not-a-number', { attribute, value, expected: ['1234.5'] });
}
