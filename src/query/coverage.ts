import { at, type PeriodColumn } from '../table/column.js';
import type { Period } from '../table/period.js';
import { columnsOf, findColumn, type Table } from '../table/table.js';
import { addsUp, isByMonths } from './months-beside.js';
import { withSpan } from './with-span.js';
import type { OwnPeriods } from './time.js';
import { presentCodes } from './present-words.js';
import type { Query } from './query.js';

/** How many of the source's own periods a year has; days count as their months. */
const PER_YEAR: Readonly<Record<string, number>> = { month: 12, quarter: 4, half: 2 };
/** Days of a year, nearly. */
const DAYS = 365;
/** Rows in each month from which on a month without any is no chance. */
const MANY = 5;
/** The share of months without a row up to which a source tells of every month. */
const MOST_EMPTY = 0.1;
/** How probable it may be that nothing happened in the months that lack. */
const LEAST_CHANCE = 0.01;

/** How many values of a column (`null`: of the rows) each row has. */
export type ValuesIn = (table: Table, query: Query, column: string | null) => (row: number) => number;

/** Of rows that no portal has put together: one, or none. */
const ownValues: ValuesIn = (table, _, name) => {
  const column = name === null ? undefined : findColumn(table, name);
  if (!column) return () => 1;
  if (column.kind === 'number') return (row) => (Number.isNaN(at(column.values, row)) ? 0 : 1);
  const codes = column.kind === 'text' ? presentCodes(column) : column.codes;
  return (row) => (at(codes, row) < 0 ? 0 : 1);
};

/** How many values each row stands for; `undefined` where a measure is none that adds up over time. */
function weightsOf(table: Table, query: Query, valuesIn: ValuesIn): ((row: number) => number) | undefined {
  if (!addsUp(query)) return undefined;
  const all = query.measures.map(({ column }) => valuesIn(table, query, column));
  return (row) => Math.max(...all.map((weight) => weight(row)));
}

/** What each of the source's own periods has, from the first with a value to the last. */
interface Course {
  readonly first: Period;
  readonly last: Period;
  readonly perYear: number;
  readonly counts: readonly number[];
}

const isOfOneLength = ({ periods }: PeriodColumn): boolean =>
  periods.every(({ length }) => length === periods[0]?.length);

function courseOf(time: PeriodColumn, weight: (row: number) => number): Course | undefined {
  const perYear = PER_YEAR[time.periods[0]?.length ?? ''];
  if (perYear === undefined || !isOfOneLength(time)) return undefined;
  const found = new Map<number, { period: Period; count: number }>();
  time.codes.forEach((code, row) => {
    const [period, count] = [time.periods[code], weight(row)];
    if (!period || !(count > 0)) return;
    const index = period.year * perYear + period.part;
    found.set(index, { period, count: count + (found.get(index)?.count ?? 0) });
  });
  const indexes = [...found.keys()].sort((a, b) => a - b);
  const [from = 0, to = 0] = [indexes[0], indexes.at(-1)];
  const [first, last] = [found.get(from)?.period, found.get(to)?.period];
  if (!first || !last) return undefined;
  const counts = Array.from({ length: to - from + 1 }, (_, step) => found.get(from + step)?.count ?? 0);
  return { first, last, perYear, counts };
}

/**
 * Whether so many periods that lack at one end are plainly not in the data, and not ones in which nothing happened:
 * every period has many values, or all have as many; else by the chance of a period without any, (empty + 1) / (all +
 * 2) by Laplace's rule of succession.
 */
function isPlain(counts: readonly number[], lacking: number): boolean {
  const empty = counts.filter((count) => count === 0).length;
  // What is still being written, or was begun, may have fewer.
  const inner = counts.slice(1, -1);
  const [least, most] = [Math.min(...inner), Math.max(...inner)];
  if (least > 0 && (least >= MANY || least === most)) return true;
  const chance = (empty + 1) / (counts.length + 2);
  return empty <= MOST_EMPTY * counts.length && chance ** lacking < LEAST_CHANCE;
}

/**
 * The question, with from when and until when its source has data where its first or last longer period is plainly
 * not whole and the page does not say so: a year of which there are only January to July is no year to compare with.
 * The source must have at least a year's worth of its own periods. `valuesIn`: of groups that a portal made.
 */
export function withCoverage(query: Query, own: OwnPeriods, valuesIn = ownValues): Query {
  const { every, parts } = own;
  if (isByMonths(query)) return query;
  const rows = own.rows();
  const [time] = columnsOf(rows, 'time');
  const weight = weightsOf(rows, query, valuesIn);
  if (!weight || time?.kind !== 'period') return query;
  const isDaily = time.periods.some(({ length }) => length === 'day');
  const course = courseOf(isDaily ? parts.widenPeriods(time, 'month') : time, weight);
  if (!course || course.counts.length < course.perYear) return query;
  const { first, last, counts, perYear } = course;
  const ends = parts.widenPeriods({ ...time, codes: Int32Array.of(0, 1), periods: [first, last] }, every);
  const [begun, ended] = [...ends.codes].map((code) => ends.periods[code]);
  const isCut = (days: number): boolean => {
    const lacking = Math.round((days * perYear) / DAYS);
    return lacking > 0 && isPlain(counts, lacking);
  };
  const completeFrom = begun && isCut(first.start - begun.start) ? first : undefined;
  const completeThrough = ended && isCut(ended.end - last.end) ? last : undefined;
  return withSpan(query, completeFrom, completeThrough);
}
