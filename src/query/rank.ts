import { ABSENT, STATUS, type StatusSet } from '../table/status.js';

/** One of those that are ranked. */
export interface Rankable {
  readonly name: string;
  /** NaN where there is none. */
  readonly value: number;
  readonly status: StatusSet;
  /** Where the true value is, as far as is known. */
  readonly interval?: { readonly low: number; readonly high: number };
}

/** Which place an entry has. */
export interface Rank {
  /** From 1; those with the same value share it, and as many places after it stay empty: 1, 2, 2, 4. */
  readonly rank: number;
  readonly tied: boolean;
  /** The best and the worst place that the intervals allow; only where there are intervals. */
  readonly range?: { readonly best: number; readonly worst: number };
}

export interface Ranking {
  /** In the order of the entries; `undefined` for one without a value, or with one that no place follows from. */
  readonly ranks: readonly (Rank | undefined)[];
  /** From 1, where each stands by its value alone, to put them in order; Infinity without a value. */
  readonly standings: readonly number[];
  readonly ranked: number;
  readonly unranked: number;
}

/** What is at the first place: the highest value, or the lowest. */
export type Direction = 'highest' | 'lowest';

/** How many of the sorted numbers are smaller; with `orEqual` those of the same size as well. */
function countBelow(sorted: Float64Array, value: number, orEqual = false): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const each = sorted[middle] ?? NaN;
    if (each < value || (orEqual && each === value)) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface Extent {
  readonly isWhole: boolean;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** What has no interval because it was not counted in full: where its true value is, nobody knows. */
const UNKNOWN = STATUS.incomplete | STATUS.forecast | STATUS.estimated;
/** No place follows from what is still to be counted or to happen. */
const UNSETTLED = STATUS.incomplete | STATUS.forecast;

/** An entry as it is compared, the best one highest; its value is always within. Without an interval it is a point. */
function extentOf({ value, status, interval }: Rankable, sign: 1 | -1): Extent {
  const isWhole = !(status & UNSETTLED);
  if (!interval && status & UNKNOWN) return { isWhole, value: value * sign, low: -Infinity, high: Infinity };
  const ends = interval ? [interval.low, interval.high].filter((end) => !Number.isNaN(end)) : [];
  const all = [value, ...ends].map((end) => end * sign);
  return { isWhole, value: value * sign, low: Math.min(...all), high: Math.max(...all) };
}

const sorted = (values: readonly number[]): Float64Array => Float64Array.from(values).sort();

/**
 * The places of entries. One is surely above another where their intervals do not overlap, ends included: from that
 * follow the best and the worst place of each. Of what is incomplete, projected or estimated, and has no interval
 * where others have one, nothing is sure; where nobody has one, what is incomplete or projected has no place.
 * Entries without a place take none, and are in no count.
 */
export function rank(entries: readonly Rankable[], direction: Direction = 'highest'): Ranking {
  const sign = direction === 'highest' ? 1 : -1;
  const extents = entries.map((entry) =>
    Number.isNaN(entry.value) || entry.status & ABSENT ? undefined : extentOf(entry, sign),
  );
  const valued = extents.filter((each) => each !== undefined);
  const hasIntervals = valued.some(({ low, high }) => low < high && high < Infinity);
  const hasPlace = ({ isWhole }: Extent): boolean => isWhole || hasIntervals;
  const ranked = valued.filter(hasPlace);
  const everything = sorted(valued.map(({ value }) => value));
  const values = sorted(ranked.map(({ value }) => value));
  const lows = sorted(ranked.map(({ low }) => low));
  const highs = sorted(ranked.map(({ high }) => high));
  const { length } = ranked;
  const rankOf = ({ value, low, high }: Extent): Rank => {
    const upTo = countBelow(values, value, true);
    const place = { rank: length - upTo + 1, tied: upTo - countBelow(values, value) > 1 };
    if (!hasIntervals) return place;
    const surelyAbove = length - countBelow(lows, high, true);
    const surelyBelow = countBelow(highs, low);
    return { ...place, range: { best: surelyAbove + 1, worst: length - surelyBelow } };
  };
  return {
    ranks: extents.map((extent) => (extent && hasPlace(extent) ? rankOf(extent) : undefined)),
    standings: extents.map((extent) =>
      extent ? everything.length - countBelow(everything, extent.value, true) + 1 : Infinity,
    ),
    ranked: length,
    unranked: entries.length - length,
  };
}
