import type { Column, PeriodColumn } from '../table/column.js';
import { readMonth } from '../table/month.js';
import type { PeriodLength } from '../table/period.js';
import type { Table } from '../table/table.js';
import { getColumn } from '../table/get-column.js';
import { asTextColumn } from './as-text.js';
import { markAfterBreaks } from './breaks-within.js';
import { withCoverage, type ValuesIn } from './coverage.js';
import { stretchesIn, withStretches } from './month-stretches.js';
import { addsUp, monthsBeside } from './months-beside.js';
import type { Query } from './query.js';
import { addTime, type OwnPeriods, type TimeParts } from './time.js';

/** What is seen of the periods of an answer in the rows that it is made of. */
export interface Periods {
  /** The question, with from when and until when its source has data, where it plainly lacks some. */
  readonly query: Query;
  /** Where these put the source's periods into longer ones. */
  readonly longer?: OwnPeriods & {
    /** The rows in longer periods, with the changes in the way of measuring that are within these. */
    readonly markAfterBreaks: (table: Table) => Table;
  };
}

/** Periods that may be put together from only some of their parts. */
const LONG: readonly PeriodLength[] = ['year', 'half', 'quarter'];

const isOfYears = ({ periods }: PeriodColumn): boolean => periods.every(({ length }) => length === 'year');

const isOfMonths = (column: Column): boolean =>
  asTextColumn(column).words.every((word) => readMonth(word) !== undefined);

/** The column that tells the months of a question's years, where all of its words do. */
function readableMonths(table: Table, query: Query): string | undefined {
  const months = monthsBeside(
    table.columns.map(({ name }) => name),
    query,
  );
  return months !== undefined && isOfMonths(getColumn(table, months, 'time')) ? months : undefined;
}

/**
 * What is seen of an answer in years, or in parts of years: in the source's own periods, months for years, of
 * `year(fecha)`, of `year(anio, mes)`, and of `anio` where the source has a column of months as well; or in what its
 * rows say of their months, `ENERO - OCTUBRE`. `read`: what is done with the rows once they have their time.
 * `valuesIn`: of groups that a portal made.
 */
export async function periodsOf(
  table: Table,
  asked: Query,
  given: TimeParts | undefined,
  read: (table: Table) => Table,
  valuesIn?: ValuesIn,
): Promise<Periods> {
  const { measures, by, sort } = asked;
  const [name = ''] = asked.time;
  const years = asked.every || asked.time.length > 1 ? undefined : getColumn(table, name, 'time');
  const isByYear = years?.kind === 'period' && isOfYears(years);
  const months = isByYear ? readableMonths(table, asked) : undefined;
  if (!asked.every && months === undefined) {
    const stretches = isByYear && addsUp(asked) ? stretchesIn(table) : undefined;
    return { query: isByYear && stretches ? withStretches(asked, years, stretches) : asked };
  }
  const parts = given ?? (await import('./time-parts.js'));
  const every = asked.every ?? 'year';
  const time = months === undefined ? asked.time : [...asked.time, months];
  let known: Table | undefined;
  const rows = (): Table => (known ??= read(addTime(table, { measures, time, by, sort }, parts)));
  const own: OwnPeriods = { rows, every, parts };
  const query = LONG.includes(every) ? withCoverage(asked, own, valuesIn) : asked;
  return { query, longer: { ...own, markAfterBreaks: (longer) => markAfterBreaks(longer, own, query) } };
}
