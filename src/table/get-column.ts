import { DataError } from '../errors.js';
import type { Column } from './column.js';
import { findColumn, type Table } from './table.js';

/** As `findColumn`; a missing one is an error that names the attribute, the value and the real names. */
export function getColumn(table: Table, name: string, attribute: string): Column {
  const column = findColumn(table, name);
  if (column) return column;
  throw new DataError('missing-column', {
    attribute,
    value: name,
    expected: table.columns.map((each) => each.name),
  });
}
