import { at, type Column, type NumberColumn } from '../table/column.js';
import type { Notice } from '../table/notice.js';
import { ABSENT, STATUS } from '../table/status.js';
import { columnsOf, makeTable, type Table } from '../table/table.js';
import { computedDecimals } from './computed-decimals.js';
import { isCounts } from './is-counts.js';
import { poissonLimits, rateLimits, wilsonLimits, type Limits } from './intervals.js';
import type { Interval, Query } from './query.js';

/** What is not whole or was not counted: a total with a missing part, a projection, an estimate. */
const NOT_COUNTED = STATUS.incomplete | STATUS.forecast | STATUS.estimated;

/** The limits of one value; `undefined` where it has none. */
function limitsOf(
  value: number,
  count: number,
  scale: number | undefined,
  { level, method }: Interval,
): Limits | undefined {
  if (scale === undefined) return poissonLimits(count, level);
  // The denominator as the rate was made with it.
  const denominator = (count * scale) / value;
  if (method === 'poisson') return rateLimits(count, denominator, scale, level);
  // A part that is larger than its whole is none.
  if (value > scale) return undefined;
  const { low, high } = wilsonLimits(count, denominator, level);
  return { low: low * scale, high: Math.min(1, high) * scale };
}

/** The two ends for one measure: of the count of events itself, or of the rate that was made of it. */
function boundsOf(
  measure: NumberColumn,
  count: NumberColumn,
  scale: number | undefined,
  interval: Interval,
): NumberColumn[] {
  const limits = Array.from(measure.values, (value, row) => {
    const isCounted = !(
      (at(measure.statuses, row) & STATUS.incomplete) |
      (at(count.statuses, row) & NOT_COUNTED)
    );
    return Number.isNaN(value) || !isCounted
      ? undefined
      : limitsOf(value, at(count.values, row), scale, interval);
  });
  const statuses = Uint16Array.from(limits, (each, row) =>
    each ? 0 : at(measure.statuses, row) & ABSENT || STATUS.notApplicable,
  );
  const { unit, name } = measure;
  const bound = (which: 'lower' | 'upper', values: Float64Array): NumberColumn =>
    Object.freeze({
      ...(unit && { unit }),
      name: `${which} ${interval.level}% (${name})`,
      kind: 'number',
      role: 'attribute',
      bound: which,
      values,
      statuses,
      decimals: computedDecimals(values, Math.max(1, measure.decimals)),
    });
  return [
    bound(
      'lower',
      Float64Array.from(limits, (each) => each?.low ?? NaN),
    ),
    bound(
      'upper',
      Float64Array.from(limits, (each) => each?.high ?? NaN),
    ),
  ];
}

/**
 * The answer with the ends of the interval that the question asks for: two columns after each measure that counts
 * events, or after the count that its rate was made of.
 *
 * Exact Poisson limits of counts and rates, Wilson's where the page says that the events are part of the denominator.
 * None for a value that is not there, for a rate that is withheld, for a total with a missing part or a period that
 * is not whole, nor for events that were estimated or projected; none at all, and a notice, for what are no counts.
 */
export function withIntervals(table: Table, { interval, per }: Query): Table {
  if (!interval) return table;
  const [first, ...others] = columnsOf(table, 'measure');
  const count = per && columnsOf(table, 'attribute').find((column) => column.kind === 'number');
  const notices: Notice[] = [];
  const after = new Map<Column, NumberColumn[]>();
  const add = (measure: Column | undefined, events = measure, scale?: number): void => {
    if (measure?.kind !== 'number' || events?.kind !== 'number') return;
    if (isCounts(events)) after.set(events, boundsOf(measure, events, scale, interval));
    else notices.push({ code: 'no-interval', column: measure.name });
  };
  add(first, count, per?.scale);
  for (const measure of others) add(measure);
  const columns = table.columns.flatMap((column) => [column, ...(after.get(column) ?? [])]);
  return makeTable(table.length, columns, [...table.notices, ...notices]);
}
