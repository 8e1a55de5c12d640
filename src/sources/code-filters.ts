import type { Condition, Query } from '../query/query.js';
import { readIsoPeriod } from '../table/period-iso.js';
import { conjuncts } from './push-down.js';

/** More codes than this make an address longer than servers take. */
const MOST_CODES = 200;

/**
 * The codes that `where` leaves of each column, as texts in quotes: columns of codes are compared letter by letter,
 * here as there. What is written as a number may stand for a code with other zeros, and is left to the page.
 */
export function codeFilters({ where }: Query): Map<string, readonly string[]> {
  const filters = new Map<string, readonly string[]>();
  for (const condition of where ? conjuncts(where) : []) {
    const { kind } = condition;
    if (kind !== 'in' && !(kind === 'compare' && condition.op === '=')) continue;
    const values = condition.kind === 'in' ? condition.values : [condition.value];
    const isExact = values.every(({ isText, text }) => isText && text !== '');
    if (isExact && values.length <= MOST_CODES && !filters.has(condition.column)) {
      filters.set(
        condition.column,
        values.map(({ text }) => text),
      );
    }
  }
  return filters;
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
 * A break that the page declares marks the first row at or after it of a series that began before: by its range the
 * page chooses only after that, so that nothing before it may be left out.
 */
export function timeBounds({ where, time, declared }: Query, name: string): TimeBounds {
  const bounds = where ? conjuncts(where).flatMap((condition) => boundsIn(condition, name)) : [];
  const range = time.length === 1 && time[0] === name ? declared?.range : undefined;
  const hidesBreak = declared && declared.breaks.length > 0;
  if (range) bounds.push({ from: hidesBreak ? -Infinity : range.from.start, to: range.to.end });
  return {
    from: Math.max(-Infinity, ...bounds.map((each) => each.from)),
    to: Math.min(Infinity, ...bounds.map((each) => each.to)),
  };
}
