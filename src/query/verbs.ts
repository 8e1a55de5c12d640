import type { Column } from '../table/column.js';
import { STATUS } from '../table/status.js';
import { findColumn, withNotices, type Table } from '../table/table.js';
import { numberColumns, type Condition, type Query } from './query.js';
import type { Run } from './run-query.js';
import { select } from './select.js';
import { addTime, inTimeOrder, type TimeParts } from './time.js';
import { hasNumbered, totalRows } from './total-rows.js';

/** Whether a name reads like a call of a verb. */
const hasCalls = ({ measures, time }: Query): boolean =>
  [...measures.map(({ aggregate, column }) => aggregate ?? column ?? ''), ...time].some((name) =>
    name.includes('('),
  );

/** Whether rows are put together. A bare column beside an aggregate would be neither: that is refused. */
async function isGrouped({ measures, per, reporting }: Query): Promise<boolean> {
  const grouped = measures.some(({ aggregate }) => aggregate !== null);
  const bare = measures.find(({ aggregate }) => aggregate === null);
  if (bare && (grouped || per || reporting)) throw (await import('./refusals.js')).besideSums(bare);
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

/** Whether there may be something to see of the periods of an answer in its rows: by what columns are called. */
const tellsPeriods = ({ columns }: Table, { every, time }: Query): boolean =>
  every !== undefined ||
  (time.length === 1 &&
    columns.some(({ kind, name }) => kind !== 'period' && /m[eê]s|month|per[ií]od/i.test(name)));

/** Columns whose names may tell of other parts of a year than months. */
const OTHERS = /trim|quart|qtr|sem|half|week/i;

/** How the time of a question is put together, where it is. */
function timeParts({ time: [, second = ''], every }: Query): Promise<TimeParts> | undefined {
  if (OTHERS.test(second)) return import('./year-part.js');
  return second !== '' || every ? import('./time-parts.js') : undefined;
}

const loadDeclare = () => import('./declare.js');

/** The verbs that a question uses; the others are not loaded. */
const loadVerbs = (query: Query, grouped: boolean, partial: boolean) =>
  Promise.all([
    query.where && import('./filter.js'),
    timeParts(query),
    query.status === undefined ? undefined : import('./status.js'),

    grouped && !partial && import('./summarise.js'),
    partial ? import('./combine.js') : undefined,
    query.per || query.reporting ? import('./rated.js') : undefined,
    query.declared && loadDeclare(),
    query.interval && import('./interval-columns.js'),
    query.declared?.suppressUnder && import('./suppress.js'),
    (query.sort.length > 0 || query.limit !== undefined) && import('./sort.js'),
  ]);

/**
 * Loads the verbs that a question uses. The function it gives runs them in this sequence: filter, conversion,
 * time, statuses, groups or columns, what is hidden, what the page declares, intervals, order and limit. With `partial`
 * the rows are groups that a portal has made, with a part of each measure.
 */
export async function prepareVerbs(asked: Query, partial = false): Promise<Run> {
  const grouped = await isGrouped(asked);
  const { where } = asked;
  /** What a group's columns are converted for: its measures are numbers already. */
  const typed: Query = partial ? { time: asked.time, by: [], measures: [], sort: [] } : asked;
  const [, parts, status, summarise, combine, rates, , intervals, suppress, sort] = await loadVerbs(
    asked,
    grouped,
    partial,
  );
  return async (source) => {
    if (hasCalls(typed)) (await import('./refusals.js')).refuseCalls(source, typed);
    let table = where ? await filtered(source, where) : source;
    const totals = totalRows(table);
    const times = asked.time.map((name) => findColumn(source, name)?.name);
    const ofTime = totals.filter(({ column }) => times.includes(column));
    if (needsConversion(table, typed)) table = (await import('./convert.js')).convert(table, typed);
    const leave =
      ((grouped && totals[0]) || hasNumbered(source)) &&
      (await (await import('./leave-totals.js')).prepareLeaving(source, asked, grouped && totals, summarise));
    const read = (timed: Table): Table => {
      const rows = leave ? leave(timed) : timed;
      return status ? status.readStatuses(rows, asked) : rows;
    };
    const seen = tellsPeriods(table, asked)
      ? await (await import('./own-periods.js')).periodsOf(table, asked, parts, read, combine?.valuesIn)
      : undefined;
    const query = seen?.query ?? asked;
    const longer = seen?.longer;
    table = read(addTime(table, query, parts, ofTime));
    if (longer && !partial) table = longer.markAfterBreaks(table);
    const group = (summarise || undefined)?.summarise ?? combine?.combine ?? select;
    const answer = rates ? await rates.rated(asked, group, longer) : group;
    const isPart = query.compared && query.declared?.completeThrough;
    const toDate = longer && isPart ? await import('./to-date.js') : undefined;
    const part = longer && toDate?.ofSameMonths(longer, query, answer);
    const rows = table;
    table = inTimeOrder(await parted(answer(rows, query), rows, query, partial));
    if (suppress) table = await suppress.suppress(table, query);
    if (query.declared) table = await (await loadDeclare()).declare(table, query, rows);
    table = toDate?.withToDate(table, part) ?? table;
    if (suppress) table = suppress.suppressParts(table, query);
    table = intervals?.withIntervals(table, query) ?? table;
    return explained(sort ? sort.sortAndLimit(table, query) : table, source, query);
  };
}
