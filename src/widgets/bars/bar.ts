import { nothing, svg, type SVGTemplateResult } from 'lit';
import type { DrawnBar, Extent } from './drawn.js';

const percent = (share: number): string => `${Math.round(share * 10_000) / 100}%`;

/**
 * One bar within its row. Lengths are shares of the row, so that nothing is measured and nothing is drawn again when
 * the page changes its width. Stripes are a thick line with gaps: a pattern would need a colour of its own.
 */
export function renderBar({ from, to, part, texture, isBreak }: DrawnBar): SVGTemplateResult {
  const [x, width] = [percent(from), percent(to - from)];
  // A value of zero is a mark that can be seen, at zero.
  if (to <= from) return svg`<line class="nil" x1=${x} x2=${x} y1="0" y2="100%" />`;
  const colour = part === undefined ? '' : ` c${part % 6}`;
  const stripes = texture === 'striped' || texture === 'open' || texture === 'hollow';
  return svg`<g class="bar ${texture}${colour}">
    <rect x=${x} width=${width} y="0" height="100%" />
    ${stripes ? svg`<line x1=${x} x2=${percent(to)} y1="50%" y2="50%" />` : nothing}
    ${texture === 'open' ? svg`<svg x=${percent(to)} overflow="visible"><path class="torn" d="M0 0l4 4l-4 4l4 4l-4 4" /></svg>` : nothing}
    ${isBreak ? svg`<svg x=${x} overflow="visible"><path class="cut" d="M7 -1l-4 18M11 -1l-4 18" /></svg>` : nothing}
  </g>`;
}

/** The interval of a value: a thin line with ends. */
export function renderWhisker(whisker: Extent | undefined): SVGTemplateResult | typeof nothing {
  if (!whisker) return nothing;
  const [from, to] = [percent(whisker.from), percent(whisker.to)];
  return svg`<g class="whisker">
    <line x1=${from} x2=${to} y1="50%" y2="50%" />
    <line x1=${from} x2=${from} y1="25%" y2="75%" />
    <line x1=${to} x2=${to} y1="25%" y2="75%" />
  </g>`;
}
