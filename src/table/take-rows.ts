import { at, type Column, type Rows } from './column.js';
import { makeTable, type Table } from './table.js';

function pick<A extends Int32Array | Float64Array | Uint16Array>(from: A, to: A, rows: Rows): A {
  let index = 0;
  for (const row of rows) to[index++] = at(from, row);
  return to;
}

/** The column with only these rows, in this order. */
export function takeRows(column: Column, rows: Rows): Column {
  const length = rows.length;
  if (column.kind !== 'number') {
    return Object.freeze({ ...column, codes: pick(column.codes, new Int32Array(length), rows) });
  }
  return Object.freeze({
    ...column,
    values: pick(column.values, new Float64Array(length), rows),
    statuses: pick(column.statuses, new Uint16Array(length), rows),
  });
}

/** The table with only these rows, in this order. */
export function takeTable(table: Table, rows: Rows): Table {
  return makeTable(
    rows.length,
    table.columns.map((column) => takeRows(column, rows)),
    table.notices,
  );
}
