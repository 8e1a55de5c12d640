import type { Observation } from '../../query/observations.js';
import { STATUS } from '../../table/status.js';

/** Units of the drawing, as its viewBox has them; it is stretched to the card's width. */
const WIDTH = 100;
const HEIGHT = 30;
const MARGIN = 3;

/** What to draw: whole lines, dashed lines where a value may still change, single points, the one the card shows. */
export interface Sparkline {
  readonly solid: string;
  readonly dashed: string;
  readonly points: string;
  readonly shown: string;
}

interface Point {
  readonly x: number;
  readonly y: number;
  readonly status: number;
}

/** Time is proportional; a value that is not there leaves a hole. */
function pointsOf(series: readonly Observation[]): (Point | undefined)[] {
  const values = series.map(({ value }) => value).filter((value) => !Number.isNaN(value));
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const [start, end] = [series[0]?.period.start ?? 0, series.at(-1)?.period.start ?? 1];
  const across = (from: number, size: number, share: number): number =>
    Math.round((from + share * size) * 10) / 10;
  return series.map(({ period, value, status }) => {
    if (Number.isNaN(value)) return undefined;
    const x = across(MARGIN, WIDTH - 2 * MARGIN, end > start ? (period.start - start) / (end - start) : 0.5);
    const y = across(HEIGHT - MARGIN, 2 * MARGIN - HEIGHT, high > low ? (value - low) / (high - low) : 0.5);
    return { x, y, status };
  });
}

/** The line of a series with the observation that is shown; `undefined` where it has fewer than two values. */
export function makeSparkline(series: readonly Observation[], shown: Observation): Sparkline | undefined {
  const points = pointsOf(series);
  if (points.filter((point) => point !== undefined).length < 2) return undefined;
  const mark = points[series.indexOf(shown)];
  let [solid, dashed, single] = ['', '', ''];
  points.forEach((point, index) => {
    if (!point) return;
    const [before, after] = [points[index - 1], points[index + 1]];
    // A break is not drawn over, and neither is a gap.
    const joins = (a: Point | undefined, b: Point | undefined): boolean =>
      !!a && !!b && !(b.status & STATUS.break);
    if (!joins(before, point) && !joins(point, after)) single += `M${point.x} ${point.y}h0`;
    if (!before || !joins(before, point)) return;
    const line = `M${before.x} ${before.y}L${point.x} ${point.y}`;
    if (point.status & (STATUS.provisional | STATUS.forecast | STATUS.estimated | STATUS.incomplete))
      dashed += line;
    else solid += line;
  });
  return { solid, dashed, points: single, shown: mark ? `M${mark.x} ${mark.y}h0` : '' };
}
