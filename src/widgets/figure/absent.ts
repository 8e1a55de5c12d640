import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../../text/words.js';
import type { Rendered } from './frame.js';

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
