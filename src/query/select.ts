import type { Column } from '../table/column.js';
import { columnsOf, getColumn, makeTable, takeTable, type Table } from '../table/table.js';
import { asTextColumn, numbersOf } from './dimension.js';
import { measureNames, type Query } from './query.js';

/** The columns that the question breaks down by, as words. */
export function dimensionsOf(table: Table, query: Query): Column[] {
  return query.by.map((name) => {
    const column = getColumn(table, name, 'by');
    const words = column.kind === 'number' ? asTextColumn(column) : column;
    return Object.freeze({ ...words, role: 'dimension' as const });
  });
}

/** The rows as they are, with the columns asked for; all columns where none is. */
export function select(table: Table, query: Query): Table {
  const kept = [...columnsOf(table, 'time'), ...dimensionsOf(table, query)];
  if (query.measures.length === 0 && query.by.length === 0) return table;
  const names = measureNames(query);
  const measures = query.measures.map((measure, index) =>
    numbersOf(table, measure.column ?? '', 'value', names[index]),
  );
  return makeTable(
    table.length,
    [...kept, ...measures.map(({ column }) => Object.freeze({ ...column, role: 'measure' as const }))],
    [...table.notices, ...measures.flatMap(({ notices }) => notices)],
  );
}

/** The first rows only. */
export function limit(table: Table, query: Query): Table {
  if (query.limit === undefined || table.length <= query.limit) return table;
  return takeTable(
    table,
    Array.from({ length: query.limit }, (_, row) => row),
  );
}
