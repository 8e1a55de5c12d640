import { findColumn, type Table } from '../table/table.js';
import type { Query } from './query.js';
import { select } from './select.js';
import { addTime, inTimeOrder } from './time.js';

export type Run = (table: Table) => Table | Promise<Table>;

/** Whether the question only names columns. */
function isPlain({ time, every, by, measures, where, per, sort, limit, status, declared }: Query): boolean {
  const bare = measures.every(({ aggregate }) => aggregate === null) && !(per ?? every ?? where ?? declared);
  return (
    bare && time.length < 2 && by.length + sort.length === 0 && limit === undefined && status === undefined
  );
}

/** Whether the columns are of the kinds that a plain question takes: a time of periods, measures of numbers. */
function fits(table: Table, { time, measures }: Query): boolean {
  const isKind = (name: string | null, kind: string): boolean => findColumn(table, name ?? '')?.kind === kind;
  return (
    time.every((name) => isKind(name, 'period')) && measures.every(({ column }) => isKind(column, 'number'))
  );
}

/**
 * Makes ready to answer a question, while the data are still on their way. What goes beyond naming columns is
 * loaded only for questions that do. The answer is pure: the same question on the same table gives the same.
 * Its columns carry their role.
 */
export async function prepareQuery(query: Query): Promise<Run> {
  if (!isPlain(query)) return (await import('./verbs.js')).prepareVerbs(query);
  return async (table) => {
    if (fits(table, query)) return inTimeOrder(select(addTime(table, query), query));
    return (await (await import('./verbs.js')).prepareVerbs(query))(table);
  };
}

/** Answers one question on one table. */
export async function runQuery(table: Table, query: Query): Promise<Table> {
  return (await prepareQuery(query))(table);
}
