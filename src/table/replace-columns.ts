import type { Column } from './column.js';
import type { Notice } from './notice.js';
import { makeTable, type Table } from './table.js';

/** The table with these columns in place of those of the same names. */
export function replaceColumns(
  table: Table,
  columns: readonly Column[],
  notices: readonly Notice[] = [],
): Table {
  const named = new Map(columns.map((column) => [column.name, column]));
  return makeTable(
    table.length,
    table.columns.map((column) => named.get(column.name) ?? column),
    [...table.notices, ...notices],
  );
}
