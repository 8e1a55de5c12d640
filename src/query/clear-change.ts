import { binomialOrMore } from './event-probabilities.js';
import type { Level, Limits } from './intervals.js';
import type { Observation } from './observations.js';

/** A count of events, and what it is a count among: people, places or time, in any unit that two counts share. */
export interface Counted {
  readonly count: number;
  readonly among: number;
}

/**
 * Whether two rates of events differ by more than chance explains at that level.
 *
 * Exact, conditional on the number of events of both (J. Przyborowski and H. Wilenski, Biometrika 31, 1940): of the
 * events of both, as many are expected in the first as its share of what both are counted among; two tails of equal
 * size, as the exact limits of each have them. Not whether the two intervals overlap: they may, and the rates differ
 * clearly (N. Schenker and J. F. Gentleman, The American Statistician 55, 2001); where they do not overlap this test
 * finds a difference too.
 */
export function isClearChange(one: Counted, other: Counted, level: Level): boolean {
  const trials = one.count + other.count;
  if (trials === 0 || !(one.among > 0 && other.among > 0)) return false;
  const share = one.among / (one.among + other.among);
  // The tail that begins at what was found and leads away from what is expected.
  const tail =
    one.count >= trials * share
      ? binomialOrMore(one.count, trials, share)
      : binomialOrMore(other.count, trials, 1 - share);
  return 2 * tail < 1 - level / 100;
}

/** A proportion, in any unit, with its limits in the same. */
export interface Estimated extends Limits {
  readonly value: number;
}

/**
 * Whether two proportions differ by more than chance explains, at the level of their limits by Wilson: the interval
 * of their difference, made of theirs (R. G. Newcombe, Statistics in Medicine 17, 1998, method 10), leaves out zero.
 */
function isClearDifference(one: Estimated, other: Estimated): boolean {
  const [less, more] = one.value <= other.value ? [one, other] : [other, one];
  return more.value - less.value > Math.hypot(more.value - more.low, less.high - less.value);
}

/**
 * Whether two observations differ by more than chance explains; yes where that is not asked, or not known. `interval`:
 * as the page asks for it, `95` or `95 wilson`.
 */
export function isClear(from: Observation, at: Observation, interval: string): boolean {
  if (interval === '' || from.value === at.value) return true;
  if (/wilson/i.test(interval) && from.interval && at.interval)
    return isClearDifference({ ...from.interval, value: from.value }, { ...at.interval, value: at.value });
  // A rate has its denominator in it; two counts have the same.
  const counted = ({ value, count }: Observation): { count: number; among: number } =>
    count === undefined ? { count: value, among: 1 } : { count, among: count / value };
  const [first, last] = [counted(from), counted(at)];
  const isCounted = [first, last].every(({ count }) => Number.isInteger(count) && count >= 0);
  return !isCounted || isClearChange(first, last, parseInt(interval) as Level);
}
