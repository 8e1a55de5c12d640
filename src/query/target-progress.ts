import { STATUS } from '../table/status.js';
import type { Observation } from './observations.js';
import { horizonOf, targetOf, type TargetPath } from './targets.js';

/** How far a plan is on its way: `short` and `far` are behind what was to be reached by now, less and more. */
export type Pace = 'met' | 'missed' | 'onTrack' | 'short' | 'far' | 'away';

/** Why nothing can be said of the progress. */
export type NoPace = 'noValue' | 'noBase' | 'tooEarly' | 'broken';

export type Progress =
  | {
      readonly pace: Pace;
      /** The value that was looked at. */
      readonly at: Observation;
      /** What the path has for its period; `undefined` where it has nothing. */
      readonly expected: number | undefined;
    }
  | { readonly pace: NoPace };

/** Shares of the way that was to be done by now: Eurostat's thresholds. */
const ON_TRACK = 0.95;
const SHORT = 0.6;
/** Two numbers that are equal may differ by less, computed in two ways. */
const NOISE = 1e-9;

/** Part of a period beside whole ones would look like a fall; what is projected has not been reached. */
export const UNSETTLED = STATUS.incomplete | STATUS.forecast;

/** There, whole, and of the past. */
export function isSettled({ value, status }: Pick<Observation, 'value' | 'status'>): boolean {
  return !Number.isNaN(value) && !(status & UNSETTLED);
}

function paceOf(done: number, toDo: number): Pace {
  const ratio = done / toDo + NOISE;
  if (ratio >= ON_TRACK) return 'onTrack';
  if (ratio >= SHORT) return 'short';
  return ratio >= 0 ? 'far' : 'away';
}

/**
 * How far the last whole value is on the way to the target, as Eurostat has it for indicators with a quantitative target
 * («Sustainable development in the European Union: monitoring report on progress towards the SDGs», annex on the
 * method): the ratio of the actual rate of change since the start of the path to the one that it requires, here linear,
 * as the path is. From 95 % on it is on track, from 60 % somewhat and from 0 % far behind, under 0 % it moves away.
 * The rate that is required is that of the path until the value's own period: on one straight line it is the same as
 * until the horizon.
 *
 * The horizon's own value meets the target or misses it; one before it may meet it early. Nothing is said across a
 * break, or of values that are not there, not whole or projected.
 */
export function progressOf(path: TargetPath, series: readonly Observation[]): Progress {
  const { steps, better } = path;
  const [start] = steps;
  const horizon = horizonOf(path);
  const sign = better === 'lower' ? -1 : 1;
  const isReached = (value: number, wanted: number): boolean => sign * (value - wanted) >= -NOISE;
  const at = series.findLast(
    (each) =>
      isSettled(each) &&
      each.period.length === horizon.period.length &&
      each.period.start <= horizon.period.start,
  );
  if (!at) return { pace: 'noValue' };
  const since = series.filter(
    ({ period }) => period.start > start.period.start && period.start <= at.period.start,
  );
  if (since.some(({ status }) => status & STATUS.break)) return { pace: 'broken' };
  const isFirst = at.period.start <= start.period.start;
  if (steps.length > 1 && isFirst) return { pace: 'tooEarly' };
  const expected = targetOf(path, at.period);
  if (isReached(at.value, horizon.value)) return { pace: 'met', at, expected };
  if (at.period.text === horizon.period.text) return { pace: 'missed', at, expected };
  if (steps.length === 1 || expected === undefined) return { pace: 'noBase' };
  const [done, toDo] = [at.value - start.value, expected - start.value];
  // Where nothing was to be done yet, what is not worse is on track.
  const isLevel = sign * toDo <= NOISE;
  if (isLevel) return { pace: isReached(at.value, expected) ? 'onTrack' : 'away', at, expected };
  return { pace: paceOf(done, toDo), at, expected };
}
