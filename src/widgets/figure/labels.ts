import { DataError } from '../../errors.js';
import { findColumn, makeTable, type Table } from '../../table/table.js';

/**
 * `labels="P_MODALIDADES: Modalidad; cantidad: Denuncias"`: the names a reader sees in place of the source's.
 * A name that no column has is left alone: one list may serve several widgets.
 */
export function withLabels(table: Table, labels: string): Table {
  if (labels.trim() === '') return table;
  const labelOf = new Map<string, string>();
  for (const part of labels.split(';')) {
    if (part.trim() === '') continue;
    const colon = part.lastIndexOf(':');
    const [name, label] = [part.slice(0, colon).trim(), part.slice(colon + 1).trim()];
    if (colon < 1 || label === '') {
      const expected = ['cantidad: Denuncias; P_MODALIDADES: Modalidad'];
      throw new DataError('bad-attribute', { attribute: 'labels', value: labels, expected });
    }
    const column = findColumn(table, name);
    if (column) labelOf.set(column.name, label);
  }
  return makeTable(
    table.length,
    table.columns.map((column) => {
      const label = labelOf.get(column.name);
      return label === undefined ? column : Object.freeze({ ...column, label });
    }),
    table.notices,
  );
}
