import type { Period } from '../table/period.js';
import { ABSENT, STATUS } from '../table/status.js';
import { isClear } from './clear-change.js';
import type { Observation } from './observations.js';

/** A percentage of a smaller count says more than the data do: as `change.ts` has it, which a chart need not load for that. */
export const NO_SHARE_UNDER = 20;

/** What can honestly be said of a place beside another, such as the country that it is part of, in one period. */
export type PlaceComparison =
  /** Of rates and shares, which places of any size have: the place's own less the other's. */
  | { readonly kind: 'difference'; readonly difference: number; readonly other: Observation }
  /** As much as chance alone may explain. */
  | { readonly kind: 'unclear'; readonly other: Observation }
  /** Of counts: how much of the larger place's it is, in per cent. */
  | { readonly kind: 'share'; readonly percent: number; readonly other: Observation }
  /** The other value is there, but nothing can be said of both. */
  | {
      readonly kind: 'few' | 'notAPart' | 'notComparable' | 'notWhole' | 'projected';
      readonly other: Observation;
    }
  | { readonly kind: 'noValue'; readonly other: Observation | undefined };

type Series = readonly Observation[];

const isThere = ({ value, status }: Observation): boolean => !Number.isNaN(value) && !(status & ABSENT);

/** The last change in the way of measuring until a period, of those after which both places have earlier values. */
function lastBreak(series: Series, since: number, until: Period): string | undefined {
  return series.findLast(
    ({ period, status }) => status & STATUS.break && period.start > since && period.start <= until.start,
  )?.period.text;
}

/** Whether both are measured in the same way then: a change that only one of them had parts them. */
function isComparable(own: Series, other: Series, period: Period): boolean {
  const firstOf = (series: Series): number => series.find(isThere)?.period.start ?? -Infinity;
  const since = Math.max(firstOf(own), firstOf(other));
  return lastBreak(own, since, period) === lastBreak(other, since, period);
}

/** How both are measured. */
export interface ComparedMeasure {
  /** Events, which larger places have more of; not a rate or a share. */
  readonly isCount: boolean;
  /** The place is known to be no part of the other: of none of its counts it has a share. */
  readonly isOutside?: boolean;
  /** The interval of confidence as the page asks for it: `95`, `95 wilson`; `''` for none. */
  readonly interval: string;
}

/**
 * A place beside another in the same period: a rate by its difference, if that is clear where it is asked for; a count
 * only as its share of the larger place's that it may be a part of, and never as a percentage of fewer than 20. Nothing
 * of values that are not whole or projected, or that are measured in two ways. `undefined` where the place itself has
 * no value then.
 *
 * The test of a clear difference takes both for independent. A place that is part of the other is not: it makes the
 * difference a little smaller than that from the rest of it, so that what is called clear is.
 */
export function comparePlaces(
  own: Series,
  others: Series,
  period: Period,
  { isCount, isOutside, interval }: ComparedMeasure,
): PlaceComparison | undefined {
  const at = (series: Series): Observation | undefined =>
    series.find((each) => each.period.text === period.text);
  const [mine, other] = [at(own), at(others)];
  if (!mine || !isThere(mine)) return undefined;
  if (!other || !isThere(other)) return { kind: 'noValue', other };
  if ((mine.status | other.status) & STATUS.incomplete) return { kind: 'notWhole', other };
  if ((mine.status | other.status) & STATUS.forecast) return { kind: 'projected', other };
  if (!isComparable(own, others, period)) return { kind: 'notComparable', other };
  if (isCount) {
    if (isOutside || mine.value > other.value) return { kind: 'notAPart', other };
    if (other.value < NO_SHARE_UNDER) return { kind: 'few', other };
    return { kind: 'share', percent: (mine.value / other.value) * 100, other };
  }
  if (mine.interval && other.interval && !isClear(other, mine, interval)) return { kind: 'unclear', other };
  return { kind: 'difference', difference: mine.value - other.value, other };
}
