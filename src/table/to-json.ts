import { at } from './column.js';
import { cellAt } from './cell.js';
import { freeNames, tellsStatus } from './status-names.js';
import type { Table } from './table.js';

/** The table as JSON records: numbers as numbers, what is not there as null, statuses beside their values. */
export function toJson(
  table: Table,
  statusName: (measure: string) => string,
  statusText: (status: number) => string,
): string {
  const freeName = freeNames(table, statusName);
  const written = table.columns.map((column) => {
    const key = JSON.stringify(column.name);
    const hasStatus = column.kind === 'number' && tellsStatus(column);
    const statusKey = JSON.stringify(hasStatus ? freeName(column.name) : '');
    return (row: number): string => {
      const { value } = cellAt(column, row);
      const json = JSON.stringify(typeof value === 'object' ? value.text : (value ?? null));
      if (!hasStatus || column.kind !== 'number') return `${key}:${json}`;
      return `${key}:${json},${statusKey}:${JSON.stringify(statusText(at(column.statuses, row)))}`;
    };
  });
  // Written by hand, so that a column named `__proto__` is a column like any other.
  const records = Array.from(
    { length: table.length },
    (_, row) => `{${written.map((write) => write(row)).join(',')}}`,
  );
  return `[\n${records.join(',\n')}\n]\n`;
}
