import type { Chart, Plugin } from 'chart.js';
import { markerOf } from './markers.js';
import type { Look, TrendDrawing } from './drawing.js';

/** Least distance between two names at the end of their lines, in pixels. */
const LINE_HEIGHT = 15;
/** Length of the dash before a name, in pixels. */
const DASH = 10;
/** Pixels; narrower columns have no room for a sign. */
const SIGN_SIZE = 10;

interface Label {
  readonly text: string;
  readonly colour: string;
  y: number;
}

/** Names one under the other where their lines end close together, in the order of the lines. */
function spread(labels: Label[], top: number, bottom: number): Label[] {
  labels.sort((a, b) => a.y - b.y);
  let floor = top;
  for (const label of labels) {
    label.y = Math.max(label.y, floor);
    floor = label.y + LINE_HEIGHT;
  }
  let ceiling = bottom;
  for (const label of [...labels].reverse()) {
    label.y = Math.min(label.y, ceiling);
    ceiling = label.y - LINE_HEIGHT;
  }
  return labels;
}

/** Where each line ends, with its name. */
function endLabels(chart: Chart, { model, look }: TrendDrawing): Label[] {
  return model.series.flatMap(({ name, colour, points }, index) => {
    const last = points.findLastIndex(({ value }) => !Number.isNaN(value));
    const element = chart.getDatasetMeta(index).data[last];
    return element ? [{ text: name, colour: look.series[colour] ?? look.muted, y: element.y }] : [];
  });
}

/** Each name in the colour of text, which is read more easily than that of its line; a dash has that one. */
function drawNames(chart: Chart, drawing: TrendDrawing): void {
  const { ctx, chartArea } = chart;
  ctx.save();
  ctx.font = drawing.look.font;
  ctx.textBaseline = 'middle';
  for (const { text, colour, y } of spread(endLabels(chart, drawing), chartArea.top, chartArea.bottom)) {
    ctx.fillStyle = colour;
    ctx.fillRect(chartArea.right + 8, y - 1.5, DASH, 3);
    ctx.fillStyle = drawing.look.text;
    ctx.fillText(text, chartArea.right + 12 + DASH, y);
  }
  ctx.restore();
}

/** Each column's sign above it, where there is room: colours alone tell nothing to many. */
function drawSigns(chart: Chart, { model, look }: TrendDrawing): void {
  const { ctx } = chart;
  ctx.save();
  ctx.font = `${SIGN_SIZE}px ${look.fontFamily}`;
  ctx.textAlign = 'center';
  model.series.forEach(({ colour, points }, index) => {
    ctx.fillStyle = look.series[colour] ?? look.text;
    chart.getDatasetMeta(index).data.forEach((column, at) => {
      const { x, y, width } = column.getProps(['x', 'y', 'width']);
      const value = points[at]?.value ?? NaN;
      if (Number.isNaN(value) || !(Number(width) >= SIGN_SIZE)) return;
      ctx.textBaseline = value < 0 ? 'top' : 'bottom';
      ctx.fillText(markerOf(colour).sign, Number(x), Number(y));
    });
  });
  ctx.restore();
}

/** A thin line through the period that is being read. */
function drawReading(chart: Chart, { model, look, active }: TrendDrawing): void {
  const at = active === undefined ? undefined : model.series[0]?.points[active]?.at;
  if (at === undefined) return;
  const { ctx, chartArea, scales } = chart;
  const x = scales['x']?.getPixelForValue(at) ?? 0;
  ctx.save();
  ctx.strokeStyle = look.control;
  ctx.beginPath();
  ctx.moveTo(x, chartArea.top);
  ctx.lineTo(x, chartArea.bottom);
  ctx.stroke();
  ctx.restore();
}

/** Draws the intervals of all points: loaded where there are any. */
export type DrawIntervals = (chart: Chart, drawing: TrendDrawing) => void;

/** What Chart.js does not draw by itself. `current` gives the drawing of the moment. */
export function marksPlugin(current: () => TrendDrawing, drawIntervals?: DrawIntervals): Plugin {
  return {
    id: 'obs-marks',
    beforeDatasetsDraw: (chart) => {
      const drawing = current();
      if (drawing.model.shape === 'line') drawIntervals?.(chart, drawing);
      drawing.additions?.drawBehind(chart, drawing);
      drawReading(chart, drawing);
    },
    afterDatasetsDraw: (chart) => {
      const drawing = current();
      // Over columns, which would hide their lower halves.
      if (drawing.model.shape === 'column') drawIntervals?.(chart, drawing);
      drawing.drawBreaks?.(chart, drawing);
      drawing.additions?.drawOver(chart, drawing);
      if (drawing.namesAtEnd) drawNames(chart, drawing);
      if (drawing.model.shape === 'column' && drawing.model.series.length > 1) drawSigns(chart, drawing);
    },
  };
}

/** The room that the names at the line ends need, in pixels. */
export function namesWidth(
  context: CanvasRenderingContext2D,
  names: readonly string[],
  { font }: Look,
): number {
  context.save();
  context.font = font;
  const widest = Math.max(...names.map((name) => context.measureText(name).width));
  context.restore();
  return Math.ceil(widest) + DASH + 16;
}
