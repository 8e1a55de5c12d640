import { DataError } from '../errors.js';
import type { Table } from '../table/table.js';
import type { Query } from './query.js';
import { limit, select } from './select.js';
import { addTime, inTimeOrder } from './time.js';

/** Whether rows are put together. A bare column beside an aggregate would be neither: that is refused. */
function isGrouped(query: Query): boolean {
  const grouped = query.measures.some((measure) => measure.aggregate !== null);
  const bare = query.measures.find((measure) => measure.aggregate === null);
  if (bare && (grouped || query.per)) {
    const value = bare.column ?? '';
    throw new DataError('bad-expression', { attribute: 'value', value, expected: [`sum(${value})`] });
  }
  return grouped;
}

/**
 * Makes ready to answer a question: loads only the verbs it uses, while the data are still on their way.
 * The function it gives is pure: filter, time, statuses, groups or columns, order, limit, in this sequence.
 * Columns of the answer carry their role.
 */
export async function prepareQuery(query: Query): Promise<(table: Table) => Table> {
  const grouped = isGrouped(query);
  const [filter, status, summarise, sort] = await Promise.all([
    query.where && import('./filter.js'),
    query.status !== undefined && import('./status.js'),
    grouped && import('./summarise.js'),
    query.sort.length > 0 && import('./sort.js'),
  ]);
  return (source) => {
    let table = source;
    if (filter && query.where) table = filter.filter(table, query.where);
    table = addTime(table, query);
    if (status) table = status.readStatuses(table, query);
    table = inTimeOrder(summarise ? summarise.summarise(table, query) : select(table, query));
    if (sort) table = sort.sort(table, query);
    return limit(table, query);
  };
}

/** Answers one question on one table. */
export async function runQuery(table: Table, query: Query): Promise<Table> {
  return (await prepareQuery(query))(table);
}
