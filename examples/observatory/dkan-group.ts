import type { Cell, Table } from './table.js';

export const AGGREGATES = ['sum', 'avg', 'min', 'max', 'count'] as const;

export interface Aggregate {
  readonly operation: (typeof AGGREGATES)[number];
  readonly column: number;
  /** The name of the result: the operation and the column, joined. */
  readonly id: string;
}

/** One row a group: its keys, then its aggregates; groups in the order they are met. */
export function aggregate(
  table: Table,
  positions: readonly number[],
  keys: readonly number[],
  aggregates: readonly Aggregate[],
): Cell[][] {
  const groups = new Map<string, { key: Cell[]; positions: number[] }>();
  for (const position of positions) {
    const key = keys.map((column) => table.rows[position]?.[column] ?? null);
    const name = JSON.stringify(key);
    const group = groups.get(name);
    if (group) group.positions.push(position);
    else groups.set(name, { key, positions: [position] });
  }
  return [...groups.values()].map((group) => [
    ...group.key,
    ...aggregates.map(({ operation, column }) =>
      summarise(operation, numbersOf(table, group.positions, column)),
    ),
  ]);
}

function numbersOf(table: Table, positions: readonly number[], column: number): number[] {
  return positions.flatMap((position) => {
    const cell = table.rows[position]?.[column] ?? null;
    return cell === null || cell === '' ? [] : [Number(cell)];
  });
}

function summarise(operation: Aggregate['operation'], values: readonly number[]): number | null {
  if (operation === 'count') return values.length;
  if (values.length === 0) return null;
  switch (operation) {
    case 'sum':
      return total(values);
    case 'avg':
      return total(values) / values.length;
    case 'min':
      return values.reduce((one, other) => Math.min(one, other));
    case 'max':
      return values.reduce((one, other) => Math.max(one, other));
  }
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
