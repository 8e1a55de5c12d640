import type { Condition, Query } from '../query/query.js';
import { readIsoPeriod } from '../table/period-iso.js';
import { conjuncts, filtersOf } from './push-down.js';

/** More codes than this of one column make an address longer than most services take. */
export const MOST_CODES = 200;

/**
 * The codes, no more than `most`, of which `where` leaves each column one. Columns of codes are compared letter by
 * letter, here as there; what is written as a number may stand for a code with other zeros, and is left to the page.
 */
export function codeFilters(query: Query, most = Infinity): Map<string, readonly string[]> {
  const filters = filtersOf(
    query,
    (values) => values.length <= most && values.every(({ isText, text }) => isText && text !== ''),
  );
  return new Map(filters.map(({ column, values }) => [column, [...new Set(values)]]));
}

/** The texts that a column must have one of; `undefined` where `where` leaves it open. */
export function exactCodes(query: Query, column: string): readonly string[] | undefined {
  return codeFilters(query).get(column);
}

type Range = NonNullable<NonNullable<Query['declared']>['range']>;

/**
 * The range of periods that a service may be left to choose by the question's one column of time. None where a break
 * is declared: the page looks for where it starts among all periods.
 */
export function timeRange({ declared, time }: Query, column: string): Range | undefined {
  const isOpen = time.length === 1 && time[0] === column && declared?.breaks.length === 0;
  return isOpen ? declared.range : undefined;
}

/** The same in whole years: the page chooses within them again. */
export function wholeRange(query: Query, column: string): { first: string; last: string } | undefined {
  const range = timeRange(query, column);
  const text = (year: number): string => String(year).padStart(4, '0');
  return range && { first: text(range.from.year), last: text(range.to.year) };
}

/** The days between which the periods wanted lie, as numbers; infinite where nothing bounds them. */
export interface TimeBounds {
  readonly from: number;
  readonly to: number;
}

function boundsIn(condition: Condition, name: string): TimeBounds[] {
  if (condition.kind !== 'compare' || condition.column !== name || condition.op === '<>') return [];
  const period = readIsoPeriod(condition.value.text);
  if (!period) return [];
  const { op } = condition;
  return [
    {
      from: op === '=' || op.startsWith('>') ? period.start : -Infinity,
      to: op === '=' || op.startsWith('<') ? period.end : Infinity,
    },
  ];
}

/**
 * The periods that a question wants of this column, by its `where` and its range: never fewer than it takes.
 * A break that the page declares marks a period by those before it: without them, another one or none would have it.
 */
export function timeBounds({ where, time, declared }: Query, name: string): TimeBounds {
  const bounds = where ? conjuncts(where).flatMap((condition) => boundsIn(condition, name)) : [];
  const range = time.length === 1 && time[0] === name ? declared?.range : undefined;
  if (range) bounds.push({ from: range.from.start, to: range.to.end });
  const from = Math.max(-Infinity, ...bounds.map((each) => each.from));
  const to = Math.min(Infinity, ...bounds.map((each) => each.to));
  const hidesBreak = declared?.breaks.some(({ start }) => start < to);
  return {
    from: hidesBreak ? -Infinity : from,
    to,
  };
}
