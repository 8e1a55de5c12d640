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

/**
 * The column of that name: exact, else the only one that differs in capitals or accents alone, else the only one that
 * readers know by it.
 */
export function findColumn({ columns }: Table, name: string): Column | undefined {
  const exact = columns.find((column) => column.name === name);
  if (exact) return exact;
  const wanted = plain(name);
  const alike = columns.filter((column) => plain(column.name) === wanted);
  const found = alike[0] ? alike : columns.filter(({ label }) => label && plain(label) === wanted);
  return found.length === 1 ? found[0] : undefined;
}

export function columnsOf(table: Table, role: ColumnRole): Column[] {
  return table.columns.filter((column) => column.role === role);
}
