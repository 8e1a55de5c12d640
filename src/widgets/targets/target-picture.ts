import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { Point, TargetDrawing } from './drawing-model.js';

const line = (points: readonly Point[]): string => points.map(({ x, y }) => `${x},${y}`).join(' ');
const RADIUS = 3.5;
/** A label beside a mark, in the units of the picture. */
const BESIDE = 7;
/** Labels nearer to each other than this, up or down, would lie one on the other. */
const APART = 14;

function renderStep({ x, y }: Point): SVGTemplateResult {
  const half = RADIUS + 1;
  return svg`<path class="step" d=${`M${x} ${y - half}l${half} ${half}l${-half} ${half}l${-half} ${-half}z`} />`;
}

/** The value's own label stands above its mark, under it where the value goes that way or the target's is there. */
function renderLast({ last, horizon }: TargetDrawing): SVGTemplateResult | typeof nothing {
  if (!last) return nothing;
  const isNear = Math.abs(last.x - horizon.x) < BESIDE;
  const y =
    isNear && Math.abs(last.y - horizon.y) < APART && last.y > horizon.y ? last.y + APART : last.y - BESIDE;
  return svg`<circle class="dot" cx=${last.x} cy=${last.y} r=${RADIUS}></circle>
    <text x=${last.x} y=${y} text-anchor=${last.x < APART * 2 ? 'start' : 'middle'}>${last.label}</text>`;
}

/** The line of the values and the path to the target. What it shows is told in words and in the table beside it. */
export function renderPicture(drawing: TargetDrawing): TemplateResult {
  const { width, height, path, lines, breaks, horizon, firstPeriod, lastPeriod } = drawing;
  const [start] = path;
  const base = height - 16;
  return html`<svg viewBox=${`0 0 ${width} ${height}`} aria-hidden="true">
    ${svg`<line class="axis" x1=${start?.x ?? 0} x2=${horizon.x} y1=${base} y2=${base}></line>`}
    ${breaks.map((x) => svg`<line class="break" x1=${x} x2=${x} y1="8" y2=${base}></line>`)}
    ${svg`<polyline class="path" points=${line(path)}></polyline>`}
    ${lines.map((points) => svg`<polyline class="value" points=${line(points)}></polyline>`)}
    ${lines.map(([only, more]) =>
      only && !more ? svg`<circle class="dot" cx=${only.x} cy=${only.y} r="2.5"></circle>` : nothing,
    )}
    ${path.map(renderStep)} ${renderLast(drawing)}
    ${svg`<text x=${horizon.x + BESIDE} y=${horizon.y + 4}>${horizon.label}</text>`}
    ${svg`<text class="when" x=${start?.x ?? 0} y=${height - 3}>${firstPeriod}</text>`}
    ${svg`<text class="when" x=${horizon.x} y=${height - 3} text-anchor="middle">${lastPeriod}</text>`}
  </svg>`;
}
