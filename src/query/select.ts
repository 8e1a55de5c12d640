import type { Column } from '../table/column.js';
import { columnsOf, makeTable, type Table } from '../table/table.js';
import { getColumn } from '../table/get-column.js';
import { asTextColumn } from './as-text.js';
import type { Query } from './query.js';

/** The columns that the question breaks down by; numbers as words. */
export function dimensionsOf(table: Table, query: Query): Column[] {
  return query.by.map((name): Column => {
    const column = getColumn(table, name, 'by');
    return Object.freeze({
      ...(column.kind === 'number' ? asTextColumn(column) : column),
      role: 'dimension',
    });
  });
}

/** The rows as they are, with the columns asked for; all columns where none is. */
export function select(table: Table, query: Query): Table {
  if (query.measures.length === 0 && query.by.length === 0) return table;
  const measures = query.measures.map(({ column }): Column =>
    Object.freeze({ ...getColumn(table, column ?? '', 'value'), role: 'measure' }),
  );
  return makeTable(
    table.length,
    [...columnsOf(table, 'time'), ...dimensionsOf(table, query), ...measures],
    table.notices,
  );
}
