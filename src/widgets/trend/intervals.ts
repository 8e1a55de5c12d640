import type { Chart } from 'chart.js';
import type { TrendDrawing } from './drawing.js';
import type { TrendPoint } from './trend-model.js';

/** How much of a series' colour a band has: bands that overlap still show their lines. */
const BAND_OPACITY = 0.18;
/** Half the width of the ends of a stroke, in pixels. */
const END = 4;
/** The width of a stroke, and of what keeps it apart from a column of nearly its colour. */
const WIDTH = { stroke: 1.5, halo: 4 };

interface Place {
  readonly x: number;
  readonly low: number;
  readonly high: number;
}

/** Where each point's interval stands, in pixels; `undefined` where it has none. */
function placesOf(chart: Chart, points: readonly TrendPoint[], series: number): (Place | undefined)[] {
  const { data } = chart.getDatasetMeta(series);
  const y = (value: number): number => chart.scales['y']?.getPixelForValue(value) ?? 0;
  return points.map(({ interval }, index) => {
    const element = data[index];
    return interval && element && { x: element.x, low: y(interval.low), high: y(interval.high) };
  });
}

/** Places that follow one another: a gap parts them, and a change in the way of measuring. */
function runsOf(places: readonly (Place | undefined)[], points: readonly TrendPoint[]): Place[][] {
  const runs: Place[][] = [];
  let run: Place[] = [];
  places.forEach((place, index) => {
    if (!place || points[index]?.isBreak) run = [];
    if (!place) return;
    if (run.length === 0) runs.push(run);
    run.push(place);
  });
  return runs;
}

function drawBand({ ctx }: Chart, run: readonly Place[]): void {
  ctx.globalAlpha = BAND_OPACITY;
  ctx.beginPath();
  for (const { x, high } of run) ctx.lineTo(x, high);
  for (const { x, low } of [...run].reverse()) ctx.lineTo(x, low);
  ctx.closePath();
  ctx.fill();
}

function drawStroke({ ctx }: Chart, { x, low, high }: Place, colour: string, halo: string): void {
  ctx.globalAlpha = 1;
  ctx.beginPath();
  ctx.moveTo(x, low);
  ctx.lineTo(x, high);
  for (const y of [low, high]) {
    ctx.moveTo(x - END, y);
    ctx.lineTo(x + END, y);
  }
  [ctx.lineWidth, ctx.strokeStyle] = [WIDTH.halo, halo];
  ctx.stroke();
  [ctx.lineWidth, ctx.strokeStyle] = [WIDTH.stroke, colour];
  ctx.stroke();
}

/**
 * Where the true values may lie: a band around each line, a stroke on each column and on a point that stands alone.
 * Drawn by hand: Chart.js fills only between whole lines, over gaps and breaks, and has no strokes of this kind.
 */
export function drawIntervals(chart: Chart, { model, look }: TrendDrawing): void {
  const { ctx } = chart;
  ctx.save();
  model.series.forEach(({ colour, points, dash }, index) => {
    // Of what others are compared with the table has them: more bands would hide the others.
    if (dash) return;
    const own = look.series[colour] ?? look.text;
    const stroke = model.shape === 'column' ? look.text : own;
    ctx.fillStyle = own;
    const places = placesOf(chart, points, index);
    for (const run of runsOf(places, points)) {
      if (model.shape === 'line' && run.length > 1) drawBand(chart, run);
      else for (const place of run) drawStroke(chart, place, stroke, look.surface);
    }
  });
  ctx.restore();
}
