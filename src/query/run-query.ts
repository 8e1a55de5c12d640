import type { Column, PeriodColumn } from '../table/column.js';
import { findColumn, makeTable, type Table } from '../table/table.js';
import type { Query } from './query.js';

export type Run = (table: Table) => Promise<Table>;

/** Whether the question only names a time and columns to show. */
function isPlain(query: Query): boolean {
  const { time, every, by, measures, where, per, interval, sort, limit, status, declared } = query;
  const hasMore = per ?? interval ?? every ?? where ?? declared;
  const bare = measures.every(({ aggregate }) => aggregate === null) && !hasMore;
  return (
    bare && time.length < 2 && by.length + sort.length === 0 && limit === undefined && status === undefined
  );
}

/** Whether every row has its time, and none comes after a later one. */
function isInOrder({ codes, periods }: PeriodColumn): boolean {
  let last = -Infinity;
  return codes.every((code) => {
    const start = periods[code]?.start ?? NaN;
    const follows = start >= last;
    last = start;
    return follows;
  });
}

/**
 * The answer to a plain question, where the columns are of the kind it takes and the rows in order already; most
 * files are so. `undefined` where it takes more than choosing columns.
 */
function choose(table: Table, { time: [timeName], measures }: Query): Table | undefined {
  if (timeName === undefined && measures.length === 0) return table;
  const time = timeName === undefined ? undefined : findColumn(table, timeName);
  const measured = measures.map(({ column }) => findColumn(table, column ?? ''));
  const isTime = timeName === undefined || (time?.kind === 'period' && isInOrder(time));
  if (!isTime || measured.length === 0 || !measured.every((column) => column?.kind === 'number'))
    return undefined;
  const columns: Column[] = measured.map((column) => Object.freeze({ ...column, role: 'measure' }));
  if (time) columns.unshift(Object.freeze({ ...time, role: 'time' }));
  return makeTable(table.length, columns, table.notices);
}

/**
 * Makes ready to answer a question, while the data are still on their way. What goes beyond choosing columns is
 * loaded only for questions that do. The answer is pure: the same question on the same table gives the same.
 * Its columns carry their role. `grouped`: the table has partial groups in place of rows.
 */
export async function prepareQuery(query: Query, grouped = false): Promise<Run> {
  const verbs = async (): Promise<Run> => (await import('./verbs.js')).prepareVerbs(query, grouped);
  if (grouped || !isPlain(query)) return verbs();
  return async (table) => choose(table, query) ?? (await verbs())(table);
}

/** Answers one question on one table. */
export async function runQuery(table: Table, query: Query): Promise<Table> {
  return (await prepareQuery(query))(table);
}
