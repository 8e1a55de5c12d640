import { html, nothing } from 'lit';
import type { Rendered } from '../figure/frame.js';
import type { TrendModel } from './trend-model.js';

/** The values of the period that is being read, for the eye. */
export function renderReadout({ series, periods }: TrendModel, active: number | undefined): Rendered {
  const period = active === undefined ? undefined : periods[active];
  if (active === undefined || !period) return nothing;
  return html`<div class="readout" part="readout" aria-hidden="true">
    <p>${period.label}</p>
    ${series.map(
      ({ name, colour, points }) =>
        html`<p>
          ${series.length > 1 ? html`<span class="swatch c${colour}"></span>${name}` : nothing}
          <b>${points[active]?.text ?? ''}</b>
        </p>`,
    )}
  </div>`;
}

/** Above the chart, of which it covers nothing, and over the point as far as there is room. Pixels within the plot. */
export function placeReadout(plot: Element, x: number, width: number): void {
  const readout = plot.querySelector<HTMLElement>('.readout');
  if (!readout) return;
  const { offsetWidth } = readout;
  const left = Math.max(0, Math.min(x - offsetWidth / 2, width - offsetWidth));
  readout.style.transform = `translateX(${left}px)`;
}

/** The point that is being read, for the ear: `2024: 6.3, provisional`. */
export function spokenPoint(
  { series, periods }: TrendModel,
  active: number | undefined,
  row: number,
): string {
  const point = active === undefined ? undefined : series[row]?.points[active];
  if (active === undefined || !point) return '';
  const name = series.length > 1 ? `${series[row]?.name ?? ''}, ` : '';
  return `${name}${periods[active]?.label ?? ''}: ${point.spoken}`;
}
