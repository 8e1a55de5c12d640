import {
  BarController,
  BarElement,
  Chart,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  type ChartConfiguration,
  type ChartDataset,
  type ScaleOptionsByType,
  type ScriptableLineSegmentContext,
} from 'chart.js';
import { timeTicks, type Tick } from './axis.js';
import { marksPlugin, namesWidth, type DrawIntervals } from './chart-marks.js';
import type { Look, TrendDrawing } from './drawing.js';
import { markerOf } from './markers.js';
import type { TrendSeries } from './trend-model.js';

// Only what a trend draws: each further part of Chart.js is paid for by every reader.
Chart.register(LineController, LineElement, PointElement, BarController, BarElement, LinearScale);

const POINT = { shown: 3, active: 5 };
/** More points than this are a line; fewer are seen one by one. */
const MOST_DOTS = 40;
const MARKERS_OF_LONG = 12;
/** Pixels for a label of the time axis. */
const LABEL_WIDTH = 58;

type Dataset = ChartDataset<'line' | 'bar', { x: number; y: number }[]>;
type Points = TrendSeries['points'];

/** Neither neighbour is joined to it: without a dot it would not be seen. */
function isAlone(points: Points, index: number): boolean {
  const joins = (a: Points[number] | undefined, b: Points[number] | undefined): boolean =>
    a !== undefined && b !== undefined && !Number.isNaN(a.value) && !Number.isNaN(b.value) && !b.isBreak;
  return !joins(points[index - 1], points[index]) && !joins(points[index], points[index + 1]);
}

/** Of a long line among others every so many points carry its marker, and the last one. */
function carriesMarker(index: number, { length }: Points, seriesCount: number): boolean {
  if (length <= MOST_DOTS) return true;
  return seriesCount > 1 && (length - 1 - index) % Math.ceil(length / MARKERS_OF_LONG) === 0;
}

function lineDataset(
  { points, dash, colour: number }: TrendSeries,
  colour: string,
  { model, look, active }: TrendDrawing,
): Dataset {
  const { style, rotation } = markerOf(number);
  const to = ({ p1DataIndex }: ScriptableLineSegmentContext): Points[number] | undefined =>
    points[p1DataIndex];
  return {
    type: 'line',
    // Over columns.
    order: -1,
    data: points.map(({ at, value }) => ({ x: at, y: value })),
    borderColor: colour,
    borderWidth: 2,
    pointBorderColor: colour,
    pointBorderWidth: 2,
    pointBackgroundColor: points.map(({ isOpen }) => (isOpen ? look.surface : colour)),
    pointRadius: points.map(({ isOpen }, index) => {
      if (index === active) return POINT.active;
      const isSeen = !dash && carriesMarker(index, points, model.series.length);
      return isSeen || isOpen || isAlone(points, index) ? POINT.shown : 0;
    }),
    pointStyle: style,
    pointRotation: rotation,
    segment: {
      borderDash: (segment) => (to(segment)?.isOpen ? [5, 4] : (dash as number[] | undefined)),
      borderColor: (segment) => (to(segment)?.isBreak ? 'transparent' : undefined),
    },
    spanGaps: false,
    // A point on the axis is a whole point.
    clip: POINT.active + 2,
  };
}

function columnDataset({ points }: TrendSeries, colour: string, { look, active }: TrendDrawing): Dataset {
  return {
    type: 'bar',
    data: points.map(({ at, value }) => ({ x: at, y: value })),
    backgroundColor: points.map(({ isOpen }) => (isOpen ? look.surface : colour)),
    borderColor: points.map((_, index) => (index === active ? look.text : colour)),
    borderWidth: 2,
    categoryPercentage: 0.8,
    barPercentage: 0.95,
  };
}

type LinearOptions = ScaleOptionsByType<'linear'>;
type ScaleSettings = { [K in keyof LinearOptions]?: unknown };

function scale(
  min: number,
  max: number,
  ticks: readonly Tick[],
  look: Look,
  more: ScaleSettings,
): ScaleSettings {
  return {
    type: 'linear',
    min,
    max,
    border: { display: false },
    afterBuildTicks: (axis: { ticks: { value: number }[] }) => {
      axis.ticks = ticks.map(({ at }) => ({ value: at }));
    },
    ticks: {
      color: look.muted,
      font: { size: look.fontSize, family: look.fontFamily },
      callback: (value: number | string) => ticks.find(({ at }) => at === Number(value))?.label ?? '',
      autoSkip: false,
      maxRotation: 0,
      padding: 6,
    },
    ...more,
  };
}

function configOf(
  drawing: TrendDrawing,
  width: number,
  right: number,
): ChartConfiguration<'line' | 'bar', { x: number; y: number }[]> {
  const { model, look, words } = drawing;
  const { periods, axis } = model;
  const [first, last] = [periods[0]?.period, periods.at(-1)?.period];
  const most = Math.max(2, Math.floor((width - right - 40) / LABEL_WIDTH));
  const time = timeTicks(
    periods.map(({ period }) => period),
    most,
    words,
  );
  const isLine = model.shape === 'line';
  const settings = {
    x: scale(first?.start ?? 0, last?.end ?? 1, time, look, { grid: { display: false }, offset: false }),
    y: scale(axis.min, axis.max, axis.ticks, look, {
      grid: { color: look.line, drawTicks: false },
      beginAtZero: axis.startsAtZero,
    }),
  };
  return {
    type: isLine ? 'line' : 'bar',
    data: {
      datasets: model.series.map((series) =>
        (isLine || series.dash ? lineDataset : columnDataset)(
          series,
          look.series[series.colour] ?? look.muted,
          drawing,
        ),
      ),
    },
    options: {
      animation: false,
      responsive: false,
      maintainAspectRatio: false,
      parsing: false,
      normalized: true,
      events: [],
      layout: {
        padding: {
          top: 8 + look.fontSize * ((model.breaks.length && 1) + (model.annotations ? 1 : 0)),
          right,
        },
      },
      scales: settings as NonNullable<ChartConfiguration<'line' | 'bar'>['options']>['scales'] & object,
    },
  };
}

/** Draws a trend on a canvas with Chart.js, and tells where its periods stand. */
export class TrendChart {
  readonly #canvas: HTMLCanvasElement;
  readonly #drawIntervals: DrawIntervals | undefined;
  #chart: Chart<'line' | 'bar', { x: number; y: number }[]> | undefined;
  #drawing: TrendDrawing | undefined;

  constructor(canvas: HTMLCanvasElement, drawIntervals?: DrawIntervals) {
    this.#canvas = canvas;
    this.#drawIntervals = drawIntervals;
  }

  /** Draws this state in that size, in pixels. */
  draw(drawing: TrendDrawing, width: number, height: number): void {
    this.#drawing = drawing;
    const context = this.#canvas.getContext('2d');
    if (!context || width === 0 || height === 0) return;
    const names = drawing.model.series.map(({ name }) => name);
    const right = drawing.namesAtEnd ? namesWidth(context, names, drawing.look) : 12;
    const config = configOf(drawing, width, right);
    if (!this.#chart) {
      // Drawn once: a chart that is made draws itself, in the size that its canvas has then.
      [this.#canvas.width, this.#canvas.height] = [width, height];
      const plugins = [marksPlugin(() => this.#drawing ?? drawing, this.#drawIntervals)];
      this.#chart = new Chart(this.#canvas, { ...config, plugins });
      return;
    }
    this.#chart.data = config.data;
    if (config.options) this.#chart.options = config.options;
    this.#chart.resize(width, height);
    this.#chart.update('none');
  }

  /** Where a value of a period stands within the canvas, in pixels. */
  pixel(at: number, value: number): { x: number; y: number } {
    const { x, y } = this.#chart?.scales ?? {};
    return { x: x?.getPixelForValue(at) ?? 0, y: y?.getPixelForValue(value) ?? 0 };
  }

  /** The period nearest to a place within the canvas. */
  nearest(x: number): number | undefined {
    const at = this.#chart?.scales['x']?.getValueForPixel(x);
    const points = this.#drawing?.model.series[0]?.points;
    if (at === undefined || !points || points.length === 0) return undefined;
    return points.reduce(
      (best, point, index) =>
        Math.abs(point.at - at) < Math.abs((points[best]?.at ?? Infinity) - at) ? index : best,
      0,
    );
  }

  destroy(): void {
    this.#chart?.destroy();
    this.#chart = undefined;
  }
}
