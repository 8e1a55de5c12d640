import { DataError } from '../errors.js';
import type { Column } from '../table/column.js';
import { STATUS } from '../table/status.js';
import { findColumn, withNotices, type Table } from '../table/table.js';
import { CALL, MEASURES, TIMES } from './parse-options.js';
import type { Notice } from '../table/notice.js';
import { numberColumns, type Condition, type Query } from './query.js';
import type { Run } from './run-query.js';
import { select } from './select.js';
import { addTime, inTimeOrder, type TimeParts } from './time.js';
import { totalRows } from './total-rows.js';

/** What reads like a call of an unknown verb may be the name of a column; where there is none, the verbs are told. */
function refuseCalls(table: Table, { measures, time }: Query): void {
  const refuse = (attribute: string, value: string | null, expected: readonly string[]): void => {
    if (value !== null && CALL.test(value) && !findColumn(table, value))
      throw new DataError('bad-expression', { attribute, value, expected });
  };
  for (const { aggregate, column } of measures) if (aggregate === null) refuse('value', column, MEASURES);
  for (const name of time) refuse('time', name, TIMES);
}

/** Whether rows are put together. A bare column beside an aggregate would be neither: that is refused. */
function isGrouped(query: Query): boolean {
  const grouped = query.measures.some((measure) => measure.aggregate !== null);
  const bare = query.measures.find((measure) => measure.aggregate === null);
  if (bare && (grouped || query.per || query.reporting)) {
    const value = bare.column ?? '';
    const expected = CALL.test(value) ? MEASURES : [`sum(${value})`];
    throw new DataError('bad-expression', { attribute: 'value', value, expected });
  }
  return grouped;
}

/** Whether a column is used as something else than it was read as; names that are not there are told later. */
function needsConversion(table: Table, query: Query): boolean {
  const [time] = query.time;
  const isKind = (name: string, kind: Column['kind']): boolean => findColumn(table, name)?.kind === kind;
  const timed = time === undefined ? undefined : findColumn(table, time);
  return (
    (time !== undefined && !isKind(time, 'period')) ||
    numberColumns(query).some(([name]) => !isKind(name, 'number') || findColumn(table, name) === timed)
  );
}

/** The rows for which `where` holds; what knows how numbers are written is loaded where words are compared with one. */
async function filtered(source: Table, where: Condition): Promise<Table> {
  const { filter, needsNotation } = await import('./filter.js');
  if (!needsNotation(source, where)) return filter(source, where);
  const { numbersOfWords } = await import('./convert.js');
  return filter(source, where, numbersOfWords);
}

/** What is told of totals among the rows: all where rows are put together, else those in the place of a time. */
function toldTotals(table: Table, { time }: Query, grouped: boolean): { all: Notice[]; ofTime: Notice[] } {
  const timed = time.map((name) => findColumn(table, name)?.name);
  const found = totalRows(table);
  const ofTime = found.filter(({ column }) => timed.includes(column));
  return { ofTime, all: grouped ? found.filter((each) => !ofTime.includes(each)) : [] };
}

const isIncomplete = (column: Column): boolean =>
  column.kind === 'number' && column.statuses.some((status) => status & STATUS.incomplete);

/** The answer, with of how many parts its incomplete sums are. */
async function parted(answer: Table, rows: Table, query: Query, partial: boolean): Promise<Table> {
  if (!answer.columns.some(isIncomplete)) return answer;
  return (await import('./missing-parts.js')).withParts(answer, rows, query, partial);
}

/** What no row has, where none was found. */
async function explained(answer: Table, source: Table, query: Query): Promise<Table> {
  if (answer.length > 0 || !query.where) return answer;
  const { explainEmpty } = await import('./explain-empty.js');
  return withNotices(answer, explainEmpty(source, query));
}

/** Columns whose names may tell of other parts of a year than months. */
const OTHERS = /trim|quart|qtr|sem|half|week/i;

/** How the time of a question is put together, where it is. */
function timeParts({ time: [, second = ''], every }: Query): Promise<TimeParts> | undefined {
  if (OTHERS.test(second)) return import('./year-part.js');
  return second !== '' || every ? import('./time-parts.js') : undefined;
}

/** The verbs that a question uses; the others are not loaded. */
const loadVerbs = (query: Query, grouped: boolean, partial: boolean) =>
  Promise.all([
    query.where && import('./filter.js'),
    timeParts(query),
    query.status === undefined ? undefined : import('./status.js'),

    grouped && !partial && import('./summarise.js'),
    partial && import('./combine.js'),
    query.per?.of && import('./rate.js'),
    query.per?.population && import('./population.js'),
    query.reporting && import('./reporting.js'),
    query.declared && import('./declare.js'),
    query.interval && import('./interval-columns.js'),
    query.compared && grouped ? import('./to-date.js') : undefined,
    query.declared?.suppressUnder && import('./suppress.js'),
    (query.sort.length > 0 || query.limit !== undefined) && import('./sort.js'),
  ]);

/**
 * Loads the verbs that a question uses. The function it gives runs them in this sequence: filter, conversion,
 * time, statuses, groups or columns, what is hidden, what the page declares, intervals, order and limit. With `partial`
 * the rows are groups that a portal has made, with a part of each measure.
 */
export async function prepareVerbs(query: Query, partial = false): Promise<Run> {
  const grouped = isGrouped(query);
  const { where } = query;
  /** What a group's columns are converted for: its measures are numbers already. */
  const typed: Query = partial ? { time: query.time, by: [], measures: [], sort: [] } : query;
  const [
    ,
    parts,
    status,
    summarise,
    combine,
    rates,
    population,
    reporting,
    declare,
    intervals,
    toDate,
    suppress,
    sort,
  ] = await loadVerbs(query, grouped, partial);
  return async (source) => {
    refuseCalls(source, typed);
    let table = where ? await filtered(source, where) : source;
    const totals = toldTotals(table, query, grouped);
    if (needsConversion(table, typed)) table = (await import('./convert.js')).convert(table, typed);
    const whole = table;
    table = addTime(table, query, parts, totals.ofTime);
    table =
      summarise && totals.all.length > 0
        ? (await import('./leave-totals.js')).leaveTotals(table, query, totals.all)
        : withNotices(table, totals.all);
    if (status) table = status.readStatuses(table, query);
    if (parts && query.every && !partial)
      table = (await import('./breaks-within.js')).markAfterBreaks(table, whole, query, parts, status);
    const group = (summarise || undefined)?.summarise ?? (combine || undefined)?.combine ?? select;
    const make = (...given: [Table, Query]): Table => group(...given, rates?.rate);
    const rated = population ? population.rated(make) : make;
    const answer: typeof make = reporting ? (...given) => reporting.markUnreported(rated(...given)) : rated;
    const part = toDate?.ofSameMonths(whole, query, parts, answer, status);
    const rows = table;
    table = inTimeOrder(await parted(answer(rows, query), rows, query, partial));
    if (suppress) table = await suppress.suppress(table, query);
    if (declare) table = declare.declare(table, query, rows);
    table = toDate?.withToDate(table, part) ?? table;
    if (suppress) table = suppress.suppressParts(table, query);
    table = intervals?.withIntervals(table, query) ?? table;
    return explained(sort ? sort.sortAndLimit(table, query) : table, source, query);
  };
}
