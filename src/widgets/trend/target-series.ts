import { DataError } from '../../errors.js';
import type { Series } from '../../query/series.js';
import { progressOf } from '../../query/target-progress.js';
import { horizonOf, targetOf, type TargetPath } from '../../query/targets.js';
import { periodsBetween, shiftPeriod, type Period } from '../../table/period.js';
import type { MarksMessages } from '../../text/messages.js';
import type { Sentence } from '../../text/summary/fit.js';
import type { Words } from '../../text/words.js';
import type { AddedWords } from './added-words.js';
import { middleOf } from './axis.js';
import type { Writing } from './reference-series.js';
import type { TrendPoint, TrendSeries } from './trend-model.js';

/** No colour of the six: a plan is in the ink of texts. */
export const TARGET_COLOUR = 9;
/** Dots, in pixels. */
const DASH = [2, 3];
/** More periods than this from the last value to the horizon come of a mistake in a year. */
const MOST_LATER = 400;

/**
 * The periods between the last that is shown and the horizon. Fails where the targets are of periods of another length:
 * the value of a month is no part of the way to that of a year.
 */
export function periodsUntil(path: TargetPath, grid: readonly Period[]): Period[] {
  const { period: horizon } = horizonOf(path);
  const last = grid.at(-1);
  if (last && last.length !== horizon.length) {
    const expected = [`${last.text}: ${horizonOf(path).value}`];
    throw new DataError('bad-attribute', { attribute: 'targets', value: horizon.text, expected });
  }
  const next = last && shiftPeriod(last, 1);
  return next ? periodsBetween(next, horizon, MOST_LATER) : [];
}

/** A target with as many decimals as the page writes, and no fewer than the values have. */
function targetText(value: number, decimals: number, words: Words): string {
  const written = (String(value).split('.')[1] ?? '').length;
  return words.number(value, written > 4 ? decimals : Math.max(written, decimals));
}

/** The path of a plan through the periods that are shown; `undefined` where it has nothing in them. */
export function targetSeries(
  path: TargetPath,
  periods: readonly Period[],
  decimals: number,
  words: Words,
  marks: MarksMessages,
): TrendSeries | undefined {
  const [start] = path.steps;
  const points = periods.map((period): TrendPoint => {
    const value = targetOf(path, period);
    const number = value === undefined ? marks.noTarget : targetText(value, decimals, words);
    const text = path.hasBase && period.text === start.period.text ? marks.base(number) : number;
    return { at: middleOf(period), value: value ?? NaN, isOpen: false, isBreak: false, text, spoken: text };
  });
  if (points.every(({ value }) => Number.isNaN(value))) return undefined;
  const { period, value } = horizonOf(path);
  const label = marks.horizon(words.period(period), targetText(value, decimals, words));
  return { name: marks.target, label, colour: TARGET_COLOUR, points, dash: DASH };
}

/** The horizon, and how the only series is on its way to it. */
export function tellOfTargets(
  path: TargetPath,
  only: Series | undefined,
  { words, decimals }: Writing,
  { trend, marks }: AddedWords,
): Sentence[] {
  const { period, value } = horizonOf(path);
  const horizon = marks.horizon(words.period(period), targetText(value, decimals, words));
  if (!only) return [{ kind: 'target', text: horizon }];
  const progress = progressOf(path, only.observations);
  if (!('at' in progress)) return [{ kind: 'target', text: `${horizon}; ${marks.noPace[progress.pace]}` }];
  const { at, expected, pace } = progress;
  const when = trend.summary.during(words.period(at.period), at.period.length);
  const number = words.number(at.value, decimals);
  const isAtHorizon = at.period.text === period.text;
  const told =
    expected === undefined || isAtHorizon
      ? marks.reached(when, number, marks.pace[pace])
      : marks.progress(when, number, words.number(expected, decimals), marks.pace[pace]);
  return [{ kind: 'target', text: `${horizon}. ${told}` }];
}
