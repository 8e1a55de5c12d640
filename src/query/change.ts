import { shiftPeriod, shiftYears, type Period } from '../table/period.js';
import { ABSENT, STATUS } from '../table/status.js';
import type { Observation } from './observations.js';

/** What can honestly be said of two values of one series. */
export type Change =
  | {
      readonly kind: 'difference';
      readonly difference: number;
      readonly percent?: number;
      readonly base: Period;
      /** One of the two has not happened yet. */
      readonly isProjected?: boolean;
    }
  | { readonly kind: 'no-base' | 'not-comparable' | 'not-whole'; readonly base: Period };

/** A percentage of a smaller count says more than the data do. */
export const NO_PERCENT_UNDER = 20;

/** With what a value is compared unless the page says otherwise: a year before, so that months meet the same months. */
export function usualBase(period: Period): Period | undefined {
  return period.length === 'year' || period.length === 'day'
    ? shiftPeriod(period, -1)
    : shiftYears(period, -1);
}

/**
 * The change from `base` to the observation `at`. Never across a break, never with an incomplete total; a
 * percentage only for counts of at least 20.
 */
export function changeSince(
  series: readonly Observation[],
  at: Observation,
  base: Period,
  isCount: boolean,
): Change {
  const from = series.find((each) => each.period.text === base.text);
  if (!from || from.status & ABSENT) return { kind: 'no-base', base };
  const [first, last] = from.period.start <= at.period.start ? [from, at] : [at, from];
  const between = series.filter(
    ({ period }) => period.start > first.period.start && period.start <= last.period.start,
  );
  if (between.some(({ status }) => status & STATUS.break)) return { kind: 'not-comparable', base };
  if ((from.status | at.status) & STATUS.incomplete) return { kind: 'not-whole', base };
  const difference = at.value - from.value;
  const isProjected = ((from.status | at.status) & STATUS.forecast) !== 0;
  const change = { kind: 'difference', difference, base, ...(isProjected && { isProjected }) } as const;
  if (!isCount || from.value < NO_PERCENT_UNDER) return change;
  return { ...change, percent: (difference / from.value) * 100 };
}
