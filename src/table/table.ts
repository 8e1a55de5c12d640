import type { Column, ColumnRole } from './column.js';
import type { Notice } from './notice.js';

/** A frozen columnar table. Every verb returns a new one and shares the columns it did not change. */
export interface Table {
  readonly length: number;
  readonly columns: readonly Column[];
  readonly notices: readonly Notice[];
}

export function makeTable(
  length: number,
  columns: readonly Column[],
  notices: readonly Notice[] = [],
): Table {
  return Object.freeze({
    length,
    columns: Object.freeze([...columns]),
    notices: Object.freeze([...notices]),
  });
}

export function withNotices(table: Table, notices: readonly Notice[]): Table {
  return notices.length ? makeTable(table.length, table.columns, [...table.notices, ...notices]) : table;
}

const plain = (name: string): string => name.trim().toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

/** The column of that name: exact, else the only one that differs in capitals or accents alone. */
export function findColumn(table: Table, name: string): Column | undefined {
  const exact = table.columns.find((column) => column.name === name);
  if (exact) return exact;
  const alike = table.columns.filter((column) => plain(column.name) === plain(name));
  return alike.length === 1 ? alike[0] : undefined;
}

export function columnsOf(table: Table, role: ColumnRole): Column[] {
  return table.columns.filter((column) => column.role === role);
}
