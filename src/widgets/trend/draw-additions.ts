import type { Chart } from 'chart.js';
import type { TrendDrawing } from './drawing.js';
import { TARGET_COLOUR } from './target-series.js';
import type { TrendAnnotation } from './trend-model.js';

/** How much of its ink the band of something that lasted has. */
const BAND_OPACITY = 0.12;
/** Half the width of the mark at a plan's horizon, in pixels. */
const HORIZON_SIZE = 6;
/** Least room between two texts, in pixels. */
const BETWEEN = 10;

interface Placed {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly left: number;
  readonly width: number;
}

/** Where annotations stand, with their texts where all have room in one row, else with their numbers alone. */
function placed(chart: Chart, annotations: readonly TrendAnnotation[]): Placed[] {
  const { ctx, chartArea, scales } = chart;
  const x = (at: number): number => scales['x']?.getPixelForValue(at) ?? 0;
  const place = (textOf: (each: TrendAnnotation) => string): Placed[] =>
    annotations.map((annotation) => {
      const [from, to, text] = [x(annotation.from), x(annotation.to), textOf(annotation)];
      const { width } = ctx.measureText(text);
      const middle = (from + to) / 2 - width / 2;
      const left = Math.max(chartArea.left, Math.min(middle, chartArea.right - width));
      return { from, to, text, left, width };
    });
  const whole = place(({ sign, text }) => `${sign} ${text}`);
  const hasRoom = whole.every(({ left, width }, index) => {
    const end = left + width;
    return end <= chartArea.right + 1 && end + BETWEEN <= (whole[index + 1]?.left ?? Infinity);
  });
  return hasRoom ? whole : place(({ sign }) => sign);
}

/** What happened, behind the data: a line for a time, a band for some. */
export function drawBehind(chart: Chart, { model, look }: TrendDrawing): void {
  const { annotations = [], breaks } = model;
  if (annotations.length === 0) return;
  const { ctx, chartArea } = chart;
  ctx.save();
  ctx.font = look.font;
  ctx.textBaseline = 'bottom';
  ctx.fillStyle = ctx.strokeStyle = look.muted;
  // Above what tells of a change in the way of measuring.
  const baseline = chartArea.top - 2 - (breaks.length > 0 ? look.fontSize + 1 : 0);
  let free = -Infinity;
  for (const { from, to, text, left, width } of placed(chart, annotations)) {
    if (from === to) {
      ctx.beginPath();
      ctx.moveTo(from, baseline);
      ctx.lineTo(from, chartArea.bottom);
      ctx.stroke();
    } else {
      ctx.globalAlpha = BAND_OPACITY;
      ctx.fillRect(from, chartArea.top, Math.max(1, to - from), chartArea.bottom - chartArea.top);
      ctx.globalAlpha = 1;
    }
    // Two that happened at nearly the same time: one number beside the other.
    const at = Math.max(left, free);
    ctx.fillStyle = look.text;
    ctx.fillText(text, at, baseline);
    ctx.fillStyle = look.muted;
    free = at + width + 2;
  }
  ctx.restore();
}

/** The mark at a plan's horizon. */
export function drawOver(chart: Chart, { model, look }: TrendDrawing): void {
  const index = model.series.findIndex(({ colour }) => colour === TARGET_COLOUR);
  const last = model.series[index]?.points.findLastIndex(({ value }) => !Number.isNaN(value)) ?? -1;
  const element = chart.getDatasetMeta(index).data[last];
  if (index < 0 || !element) return;
  const { ctx } = chart;
  const { x, y } = element;
  ctx.save();
  ctx.lineWidth = 2;
  ctx.strokeStyle = look.muted;
  ctx.fillStyle = look.surface;
  ctx.beginPath();
  ctx.moveTo(x, y - HORIZON_SIZE);
  ctx.lineTo(x + HORIZON_SIZE, y);
  ctx.lineTo(x, y + HORIZON_SIZE);
  ctx.lineTo(x - HORIZON_SIZE, y);
  ctx.closePath();
  ctx.fill();
  ctx.stroke();
  ctx.font = look.font;
  ctx.textAlign = 'right';
  ctx.textBaseline = 'bottom';
  ctx.fillStyle = look.text;
  ctx.fillText(model.series[index]?.label ?? '', x + HORIZON_SIZE, y - HORIZON_SIZE - 3);
  ctx.restore();
}
