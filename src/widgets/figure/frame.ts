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
