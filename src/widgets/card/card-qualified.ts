import { besideOf, withBeside } from '../../query/beside.js';
import type { Change } from '../../query/change.js';
import { isClearChange, isClearDifference } from '../../query/clear-change.js';
import type { Level } from '../../query/intervals.js';
import type { Observation } from '../../query/observations.js';
import type { NumberColumn, PeriodColumn } from '../../table/column.js';
import type { Table } from '../../table/table.js';
import type { Words } from '../../text/words.js';
import type { Moved } from './card-change.js';

/** A card's figures, before what stands beside them is told. */
export interface Unqualified {
  readonly table: Table;
  readonly measure: NumberColumn;
  readonly time: PeriodColumn;
  readonly series: readonly Observation[];
  readonly shown: Observation;
  readonly change: Change | undefined;
  readonly decimals: number;
  /** The attribute: `95`, `95 wilson`; `''` for none. */
  readonly interval: string;
}

export interface Qualified {
  /** The count behind a rate, the interval. */
  readonly beside: readonly string[];
  /** In place of the change as it would be told; `undefined` where that may stand. */
  readonly moved: Moved | undefined;
}

/** Whether a difference is larger than chance explains; yes where that is not known. */
function isClear(from: Observation, at: Observation, interval: string): boolean {
  if (!from.interval || !at.interval) return true;
  if (/wilson/i.test(interval))
    return isClearDifference({ ...from.interval, value: from.value }, { ...at.interval, value: at.value });
  // A rate has its denominator in it; two counts have the same.
  const counted = ({ value, count }: Observation): { count: number; among: number } =>
    count === undefined ? { count: value, among: 1 } : { count, among: count / value };
  return isClearChange(counted(from), counted(at), parseInt(interval) as Level);
}

/** What stands beside a card's value: the count behind it, its interval; and whether a change is statistically clear. */
export function qualify(
  { table, measure, time, series, shown, change, decimals, interval }: Unqualified,
  words: Words,
): Qualified {
  const grid = series.map(({ period }) => period);
  const rows = Array.from(time.codes.keys());
  const told = withBeside(series, besideOf(table, measure), time, rows, grid);
  const at = told[series.indexOf(shown)];
  const number = (value: number): string => words.number(value, decimals);
  const count = at?.count ?? NaN;
  const { low, high } = at?.interval ?? {};
  const beside = [
    Number.isNaN(count) ? '' : words.events?.(words.number(count)),
    low === undefined || high === undefined
      ? ''
      : words.interval?.(`${parseInt(interval)}%`, number(low), number(high)),
  ].filter((text): text is string => !!text);
  const from = change && told.find(({ period }) => period.text === change.base.text);
  if (!at || !from || change.kind !== 'difference' || change.difference === 0 || isClear(from, at, interval))
    return { beside, moved: undefined };
  const text = words.unclear?.(words.period(change.base), number(from.value), number(at.value)) ?? '';
  return { beside, moved: { change: text, direction: 'none' } };
}
