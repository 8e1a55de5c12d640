import { TableBuilder, type RawCell } from './builder.js';
import { textAt } from './cell.js';
import type { Table } from './table.js';

/** A table from arrays of cells in the order of `names`: for tests, stories and inline data. */
export function fromRows(names: readonly string[], rows: readonly (readonly RawCell[])[]): Promise<Table> {
  const builder = new TableBuilder(names);
  for (const row of rows) builder.add(row);
  return builder.finish();
}

/** Rows of text in column order, as the source would write them. Arrays, so that any column name is safe. */
export function toRows(table: Table): string[][] {
  const rows: string[][] = [];
  for (let row = 0; row < table.length; row++) rows.push(table.columns.map((column) => textAt(column, row)));
  return rows;
}
