import type { Column } from '../table/column.js';
import { columnsOf, getColumn, makeTable, takeTable, type Table } from '../table/table.js';
import { measureNames, type Query } from './query.js';

/** The columns that the question breaks down by, as words. */
export function dimensionsOf(table: Table, query: Query): Column[] {
  return query.by.map((name) =>
    Object.freeze({ ...getColumn(table, name, 'by'), role: 'dimension' as const }),
  );
}

/** The rows as they are, with the columns asked for; all columns where none is. */
export function select(table: Table, query: Query): Table {
  const kept = [...columnsOf(table, 'time'), ...dimensionsOf(table, query)];
  if (query.measures.length === 0 && query.by.length === 0) return table;
  const names = measureNames(query);
  const measures = query.measures.map((measure, index): Column => {
    const column = getColumn(table, measure.column ?? '', 'value');
    return Object.freeze({ ...column, name: names[index] ?? column.name, role: 'measure' });
  });
  return makeTable(table.length, [...kept, ...measures], table.notices);
}

/** The first rows only. */
export function limit(table: Table, query: Query): Table {
  if (query.limit === undefined || table.length <= query.limit) return table;
  return takeTable(
    table,
    Array.from({ length: query.limit }, (_, row) => row),
  );
}
