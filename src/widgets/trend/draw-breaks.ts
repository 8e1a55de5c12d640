import type { Chart } from 'chart.js';
import type { TrendDrawing } from './drawing.js';

/** A dashed line where the way of measuring changed, with the reason above it, where it hides no values. */
export function drawBreaks(chart: Chart, { model, look, breakLabel }: TrendDrawing): void {
  const { ctx, chartArea, scales } = chart;
  ctx.save();
  ctx.strokeStyle = ctx.fillStyle = look.muted;
  ctx.font = look.font;
  ctx.textBaseline = 'bottom';
  ctx.setLineDash([2, 3]);
  const width = ctx.measureText(breakLabel).width;
  let free = 0;
  for (const start of model.breaks) {
    const x = scales['x']?.getPixelForValue(start) ?? 0;
    ctx.beginPath();
    ctx.moveTo(x, chartArea.top);
    ctx.lineTo(x, chartArea.bottom);
    ctx.stroke();
    const left = Math.max(chartArea.left, Math.min(x - 5, chartArea.right - width));
    // Said once where two breaks stand close together.
    if (left < free) continue;
    ctx.fillText(breakLabel, left, chartArea.top - 2);
    free = left + width;
  }
  ctx.restore();
}
