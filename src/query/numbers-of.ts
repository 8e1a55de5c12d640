import type { NumberColumn } from '../table/column.js';
import { findColumn, type Table } from '../table/table.js';
import type { Query } from './query.js';

/** The columns of numbers that have a status: all but those the question takes for its time or breaks down by. */
export function numbersOf(table: Table, { time, by }: Query): NumberColumn[] {
  const others = [...time, ...by].map((name) => findColumn(table, name));
  return table.columns.filter(
    (column): column is NumberColumn => column.kind === 'number' && !others.includes(column),
  );
}
