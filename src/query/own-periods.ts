import type { Column } from '../table/column.js';
import { readMonth } from '../table/month.js';
import type { PeriodLength } from '../table/period.js';
import type { Table } from '../table/table.js';
import { getColumn } from '../table/get-column.js';
import { asTextColumn } from './as-text.js';
import { markAfterBreaks } from './breaks-within.js';
import { withCoverage, type ValuesIn } from './coverage.js';
import { monthsBeside } from './months-beside.js';
import type { Query } from './query.js';
import { addTime, type OwnPeriods, type TimeParts } from './time.js';

/** An answer in longer periods than the source has. */
export interface LongerPeriods extends OwnPeriods {
  /** The question, with what is seen of its first and last period. */
  readonly query: Query;
  /** The rows in longer periods, with the changes in the way of measuring that are within these. */
  readonly markAfterBreaks: (table: Table) => Table;
}

/** Periods that may be put together from only some of their parts. */
const LONG: readonly PeriodLength[] = ['year', 'half', 'quarter'];

const isOfYears = (column: Column): boolean =>
  column.kind === 'period' && column.periods.every(({ length }) => length === 'year');

const isOfMonths = (column: Column): boolean =>
  asTextColumn(column).words.every((word) => readMonth(word) !== undefined);

/** The column that tells the months of a question's years, where all of its words do. */
function readableMonths(table: Table, query: Query): string | undefined {
  const [time = ''] = query.time;
  const months = monthsBeside(
    table.columns.map(({ name }) => name),
    query,
  );
  if (months === undefined || !isOfYears(getColumn(table, time, 'time'))) return undefined;
  return isOfMonths(getColumn(table, months, 'time')) ? months : undefined;
}

/**
 * The rows in the periods that the source has, months for years: of `year(fecha)`, of `year(anio, mes)`, and of `anio`
 * where the source has a column of months as well. `undefined` where the periods of the answer are the source's own.
 * `read`: what is done with the rows once they have their time. `valuesIn`: of groups that a portal made.
 */
export async function ownPeriods(
  table: Table,
  asked: Query,
  given: TimeParts | undefined,
  read: (table: Table) => Table,
  valuesIn?: ValuesIn,
): Promise<LongerPeriods | undefined> {
  const { measures, by, sort } = asked;
  const months = asked.every ? undefined : readableMonths(table, asked);
  if (!asked.every && months === undefined) return undefined;
  const parts = given ?? (await import('./time-parts.js'));
  const every = asked.every ?? 'year';
  const time = months === undefined ? asked.time : [...asked.time, months];
  let known: Table | undefined;
  const rows = (): Table => (known ??= read(addTime(table, { measures, time, by, sort }, parts)));
  const own: OwnPeriods = { rows, every, parts };
  const query = LONG.includes(every) ? withCoverage(asked, own, valuesIn) : asked;
  return { ...own, query, markAfterBreaks: (longer) => markAfterBreaks(longer, own, query) };
}
