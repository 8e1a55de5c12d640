import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../../text/words.js';
import type { Frame } from './frame-model.js';

export type Rendered = TemplateResult | typeof nothing;

/** A heading only where the page says at which level: a widget cannot know the page's outline. */
export function renderHeading(heading: string, level: string): Rendered {
  return heading === ''
    ? nothing
    : html`<div
        class="heading"
        part="heading"
        role=${level ? 'heading' : nothing}
        aria-level=${level || nothing}
      >
        ${heading}
      </div>`;
}

export function renderSubtitle(subtitle: string): Rendered {
  return subtitle === '' ? nothing : html`<p class="subtitle" part="subtitle">${subtitle}</p>`;
}

/** What the reader must know before using the figure. */
export function renderCautions(cautions: readonly string[]): Rendered {
  return cautions.length === 0
    ? nothing
    : html`<div class="cautions" part="cautions" role="status">
        ${cautions.map((each) => html`<p>${each}</p>`)}
      </div>`;
}

/** Whose data, until when, from when, under which licence; then what the symbols mean. */
export function renderSource({ source, facts, legend }: Frame, words: Words): TemplateResult {
  const name = source?.href
    ? html`<a href=${source.href} target="_blank" rel="noopener noreferrer">${source.name}</a>`
    : source?.name;
  return html`<div class="source" part="source">
    ${legend.length > 0 ? html`<p class="legend" part="legend">${legend.join(' · ')}</p>` : nothing}
    <p>${name === undefined ? words.sourceUndeclared : html`${words.source}: ${name}`}</p>
    <p>${facts.join(' · ')}</p>
  </div>`;
}

/** Stands in for the figure while it is on its way: the same size, so that nothing moves when it comes. */
export function renderWaiting(words: Words, isSlow: boolean): TemplateResult {
  return html`<div class="waiting" part="waiting">
    <slot><div class="bone"></div></slot>
    <p class=${isSlow ? 'subtitle' : 'hidden'}>${isSlow ? words.slow : words.loading}</p>
  </div>`;
}

/** Why there is no figure, a way to try again, and what the page itself has written inside the tag. */
export function renderProblem(
  sentence: string,
  forOwner: Rendered | undefined,
  retry: (() => void) | undefined,
  words: Words,
): TemplateResult {
  return html`<div class="problem" part="problem">
    <p role="status">${sentence}</p>
    ${retry ? html`<button type="button" part="retry" @click=${retry}>${words.retry}</button>` : nothing}
    <slot></slot>
    ${forOwner}
  </div>`;
}
