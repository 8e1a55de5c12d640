import { textAt } from '../../src/table/cell.js';
import { ABSENT } from '../../src/table/status.js';
import { findColumn, type Table } from '../../src/table/table.js';

/** The sum of a column of numbers, to six decimals: sums of many parts differ in the last ones. */
export function sumOf(table: Table, name: string): number | undefined {
  const column = findColumn(table, name);
  if (column?.kind !== 'number') return undefined;
  return rounded(column.values.reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : value), 0));
}

export const rounded = (value: number): number => Number(value.toFixed(6));

/** How many cells of a column have no value. */
export function absentIn(table: Table, name: string): number | undefined {
  const column = findColumn(table, name);
  if (!column) return undefined;
  if (column.kind !== 'number') return column.codes.filter((code) => code < 0).length;
  return column.statuses.filter((status) => (status & ABSENT) !== 0).length;
}

/** The different texts of a column, sorted. */
export function wordsOf(table: Table, name: string): string[] | undefined {
  const column = findColumn(table, name);
  if (!column) return undefined;
  return [...new Set(Array.from({ length: table.length }, (_, row) => textAt(column, row)))].sort();
}

/** How many values of a column have one of these statuses. */
export function withStatus(table: Table, name: string, status: number): number | undefined {
  const column = findColumn(table, name);
  return column?.kind === 'number'
    ? column.statuses.filter((each) => (each & status) !== 0).length
    : undefined;
}

/** Every cell of a column as text, row by row. */
export function cellsOf(table: Table, name: string): string[] | undefined {
  const column = findColumn(table, name);
  return column && Array.from({ length: table.length }, (_, row) => textAt(column, row));
}
