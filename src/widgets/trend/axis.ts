import { firstDay, type Period } from '../../table/period.js';
import type { Words } from '../../text/words.js';

export interface Tick {
  readonly at: number;
  readonly label: string;
}

export interface ValueAxis {
  readonly min: number;
  readonly max: number;
  readonly ticks: readonly Tick[];
  readonly startsAtZero: boolean;
}

const MOST_VALUE_TICKS = 6;
/** A line whose values all lie within this share of the highest would be flat if its axis began at zero. */
const NARROW = 0.3;

/** The smallest of 1, 2, 2.5, 5 × 10ⁿ that parts the range into few enough steps. */
function niceStep(range: number, most: number): number {
  const rough = range / most;
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 2.5, 5].find((each) => each * power >= rough) ?? 10;
  return factor * power;
}

function decimalsOf(step: number): number {
  for (let decimals = 0; decimals < 6; decimals++) {
    if (Math.abs(step * 10 ** decimals - Math.round(step * 10 ** decimals)) < 1e-9) return decimals;
  }
  return 6;
}

/**
 * The value axis. Columns always begin at zero; a line may not where its values are close together, and then
 * the axis says so.
 */
export function valueAxis(values: readonly number[], mustStartAtZero: boolean, words: Words): ValueAxis {
  const present = values.filter((value) => !Number.isNaN(value));
  const high = present.length ? Math.max(...present) : 1;
  const low = present.length ? Math.min(...present) : 0;
  const isNarrow = low > 0 && (high - low) / high < NARROW;
  const startsAtZero = mustStartAtZero || !isNarrow;
  const from = startsAtZero ? Math.min(0, low) : low;
  const to = startsAtZero ? Math.max(0, high) : high;
  const step = niceStep(to > from ? to - from : Math.abs(to) || 1, MOST_VALUE_TICKS - 1);
  const min = Math.floor(from / step) * step;
  const max = Math.ceil(to / step) * step + (to === from ? step : 0);
  const decimals = decimalsOf(step);
  const count = Math.round((max - min) / step);
  const ticks = Array.from({ length: count + 1 }, (_, index) => {
    const at = min + index * step;
    return { at, label: words.number(at, decimals) };
  });
  return { min, max, ticks, startsAtZero: min <= 0 };
}

/** Where a period stands on the axis: in its middle, so that a year's point is not its first of January. */
export function middleOf(period: Period): number {
  return (period.start + period.end) / 2;
}

/** Every n-th, with the last one rather than one just before it. */
function everyNth(periods: readonly Period[], most: number): Period[] {
  const step = Math.ceil(periods.length / Math.max(1, most));
  const last = periods.length - 1;
  return periods.filter((_, index) => (last - index) % step === 0);
}

/** The time axis: as many periods named as fit; months and days by the year where they are many. */
export function timeTicks(periods: readonly Period[], most: number, words: Words): Tick[] {
  if (periods.length <= most || periods.every(({ length }) => length === 'year')) {
    return everyNth(periods, most).map((period) => ({ at: middleOf(period), label: words.period(period) }));
  }
  const starts = periods.filter(
    (period, index) => period.year !== periods[index - 1]?.year && firstDay(period).getUTCMonth() === 0,
  );
  if (starts.length < 2) {
    return everyNth(periods, most).map((period) => ({ at: middleOf(period), label: words.period(period) }));
  }
  return everyNth(starts, most).map((period) => ({ at: period.start, label: String(period.year) }));
}
