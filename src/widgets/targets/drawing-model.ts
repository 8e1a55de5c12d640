import type { Observation } from '../../query/observations.js';
import { UNSETTLED } from '../../query/target-progress.js';
import { horizonOf, type TargetPath } from '../../query/targets.js';
import type { Period } from '../../table/period.js';
import { STATUS } from '../../table/status.js';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A target drawn: in units of a small picture, from its upper left corner. */
export interface TargetDrawing {
  readonly width: number;
  readonly height: number;
  /** The path from where the plan starts to its horizon. */
  readonly path: readonly Point[];
  /** Values, parted where one is missing or where the way of measuring changed: what is not comparable is not joined. */
  readonly lines: readonly (readonly Point[])[];
  /** Where the way of measuring changed. */
  readonly breaks: readonly number[];
  readonly last: (Point & { readonly label: string }) | undefined;
  readonly horizon: Point & { readonly label: string };
  readonly firstPeriod: string;
  readonly lastPeriod: string;
}

const [WIDTH, HEIGHT] = [320, 128];
/** Room for labels and marks. */
const ROOM = { left: 10, right: 48, top: 18, bottom: 22 };

type Place = (period: Period, value: number) => Point;

/** Time is proportional; the values fill the height, since lines need not begin at zero. */
function placing(first: Period, last: Period, values: readonly number[]): Place {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const span = last.start - first.start || 1;
  const range = high - low || 1;
  const [width, height] = [WIDTH - ROOM.left - ROOM.right, HEIGHT - ROOM.top - ROOM.bottom];
  const tenth = (value: number): number => Math.round(value * 10) / 10;
  return (period, value) => ({
    x: tenth(ROOM.left + ((period.start - first.start) / span) * width),
    y: tenth(ROOM.top + ((high - value) / range) * height),
  });
}

/** The values as lines that join only what may be compared. */
function linesOf(series: readonly Observation[], place: Place): Point[][] {
  const lines: Point[][] = [[]];
  for (const { period, value, status } of series) {
    const isApart = Number.isNaN(value) || !!(status & STATUS.break);
    if (isApart) lines.push([]);
    if (!Number.isNaN(value)) lines.at(-1)?.push(place(period, value));
  }
  return lines.filter((line) => line.length > 0);
}

/** `series`: only of periods as long as those of the plan. `label` writes a value. */
export function drawTarget(
  path: TargetPath,
  series: readonly Observation[],
  words: { readonly label: (value: number) => string; readonly period: (period: Period) => string },
): TargetDrawing {
  const { steps } = path;
  const [start] = steps;
  const horizon = horizonOf(path);
  const shown = series.filter(
    ({ period, status }) =>
      period.start >= start.period.start && period.start <= horizon.period.start && !(status & UNSETTLED),
  );
  const there = shown.filter(({ value }) => !Number.isNaN(value));
  const place = placing(start.period, horizon.period, [
    ...steps.map(({ value }) => value),
    ...there.map(({ value }) => value),
  ]);
  const last = there.at(-1);
  return {
    width: WIDTH,
    height: HEIGHT,
    path: steps.map(({ period, value }) => place(period, value)),
    lines: linesOf(shown, place),
    breaks: shown
      .filter(({ period, status }) => status & STATUS.break && period.start > start.period.start)
      .map(({ period, value }) => place(period, Number.isNaN(value) ? start.value : value).x),
    last: last && { ...place(last.period, last.value), label: words.label(last.value) },
    horizon: { ...place(horizon.period, horizon.value), label: words.label(horizon.value) },
    firstPeriod: words.period(start.period),
    lastPeriod: words.period(horizon.period),
  };
}
