import { Chart } from 'chart.js';
import { inside, ready, until, type Widget } from './mount.js';

/** The chart that stands on the widget's canvas. */
export function chartOf(widget: Element): Chart {
  const chart = Chart.getChart(inside<HTMLCanvasElement>(widget, 'canvas'));
  if (!chart) throw new Error('Nothing is drawn.');
  return chart;
}

/** Waits until the chart stands on the widget's canvas, whose code may still be on its way. */
export async function drawnOn(widget: Element): Promise<Chart> {
  await until(() => Chart.getChart(inside<HTMLCanvasElement>(widget, 'canvas')) !== undefined);
  return chartOf(widget);
}

/** Mounts a trend and waits until it is drawn. */
export async function drawn<T extends Widget = Widget>(markup: string): Promise<T> {
  const widget = await ready<T>(markup);
  await drawnOn(widget);
  return widget;
}

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Where a value stands on the canvas, in pixels of the page. */
export function placeOf(chart: Chart, point: number, series = 0): Place {
  const element = chart.getDatasetMeta(series).data[point];
  if (!element) throw new Error(`There is no point ${point}.`);
  return element.getProps(['x', 'y']) as unknown as Place;
}

/** Red, green, blue and how much of it, at a place of the canvas. */
export function pixelAt({ ctx, currentDevicePixelRatio: ratio }: Chart, { x, y }: Place): number[] {
  return [...ctx.getImageData(Math.round(x * ratio), Math.round(y * ratio), 1, 1).data];
}

/** How much of the way between two neighbouring points is inked, from 0 to 1; the markers are left out. */
export function inked(chart: Chart, from: number, to: number, series = 0): number {
  const [a, b] = [placeOf(chart, from, series), placeOf(chart, to, series)];
  const steps = Array.from({ length: 60 }, (_, index) => 0.2 + (index / 59) * 0.6);
  const seen = steps.filter((part) => {
    const place = { x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part };
    // A line is as wide as two pixels: one beside the computed place is still on it.
    return [-1, 0, 1].some((beside) => isColoured(pixelAt(chart, { x: place.x, y: place.y + beside })));
  });
  return seen.length / steps.length;
}

/** Not nothing, and not the grey of the grid. */
function isColoured([red = 0, green = 0, blue = 0, alpha = 0]: number[]): boolean {
  return alpha > 100 && Math.max(red, green, blue) - Math.min(red, green, blue) > 40;
}
