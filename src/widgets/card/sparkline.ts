import { html, type TemplateResult } from 'lit';
import type { Sparkline } from './sparkline-model.js';

/** A point is a line of no length with a round end, so that it stays round when the drawing is stretched. */
export function renderSparkline({ solid, dashed, points, shown }: Sparkline): TemplateResult {
  return html`<svg
    class="sparkline"
    part="sparkline"
    viewBox="0 0 100 30"
    preserveAspectRatio="none"
    aria-hidden="true"
  >
    <path d=${solid} />
    <path class="dashed" d=${dashed} />
    <path class="point" d=${points} />
    <path class="shown" d=${shown} />
  </svg>`;
}
