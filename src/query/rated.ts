import type { Table } from '../table/table.js';
import type { Divide } from './grouped-answer.js';
import type { Query } from './query.js';
import { rate } from './rate.js';

type Make = (table: Table, query: Query) => Table;

/**
 * How an answer is made of rows, where it is divided by something (`per`) or tells which units sent data
 * (`reporting`). `group`: how rows are put together.
 */
export async function rated(
  { per, reporting }: Query,
  group: (table: Table, query: Query, divide?: Divide) => Table,
): Promise<Make> {
  const divided: Make = (table, query) => group(table, query, rate);
  const make = per?.population ? (await import('./population.js')).rated(divided) : divided;
  if (!reporting) return make;
  const { markUnreported } = await import('./reporting.js');
  return (table, query) => markUnreported(make(table, query));
}
