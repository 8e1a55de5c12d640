import { DataError } from '../errors.js';
import { findColumn, type Table } from '../table/table.js';
import { measuredColumns, type Query } from './query.js';
import { select } from './select.js';
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

/** Whether a column is used as something else than it was read as; names that are not there are told later. */
function needsConversion(table: Table, query: Query): boolean {
  const [time] = query.time;
  const isTime = time === undefined || findColumn(table, time)?.kind === 'period';
  const isBroken = query.by.some((name) => findColumn(table, name)?.kind === 'number');
  return (
    !isTime || isBroken || measuredColumns(query).some(([name]) => findColumn(table, name)?.kind !== 'number')
  );
}

/**
 * Makes ready to answer a question: loads only the verbs it uses, while the data are still on their way.
 * The function it gives is pure: filter, time, statuses, groups or columns, what the page declares, order,
 * limit, in this sequence. Columns of the answer carry their role.
 */
export async function prepareQuery(query: Query): Promise<(table: Table) => Promise<Table>> {
  const grouped = isGrouped(query);
  const { where, declared } = query;
  const [filter, parts, status, summarise, declare, sort] = await Promise.all([
    where && import('./filter.js'),
    query.time.length > 1 || query.every ? import('./time-parts.js') : undefined,
    query.status !== undefined && import('./status.js'),
    grouped && import('./summarise.js'),
    declared && import('./declare.js'),
    (query.sort.length > 0 || query.limit !== undefined) && import('./sort.js'),
  ]);
  return async (source) => {
    let table = filter && where ? filter.filter(source, where) : source;
    if (needsConversion(table, query)) table = (await import('./convert.js')).convert(table, query);
    table = addTime(table, query, parts);
    if (status) table = status.readStatuses(table, query);
    table = inTimeOrder(summarise ? summarise.summarise(table, query) : select(table, query));
    if (declare && declared) table = declare.declare(table, declared);
    return sort ? sort.sortAndLimit(table, query) : table;
  };
}

/** Answers one question on one table. */
export async function runQuery(table: Table, query: Query): Promise<Table> {
  return (await prepareQuery(query))(table);
}
