import { html, type TemplateResult } from 'lit';
import type { TrendMessages } from '../../text/messages.js';
import { renderTwin } from '../figure/twin-table.js';
import type { TrendModel } from './trend-model.js';
import { twinOf } from './twin-table.js';

/** Names, colours and markers of the series. */
export function renderKey({ series }: TrendModel): TemplateResult {
  return html`<ul class="key" part="key">
    ${series.map(
      ({ name, colour }) => html`<li><span class="swatch c${colour}" aria-hidden="true"></span>${name}</li>`,
    )}
  </ul>`;
}

/** What stands at the ends of the axes, for those who cannot see them. */
export function axesText({ frame, axis, periods }: TrendModel, { axes }: TrendMessages): string {
  const [low, high] = [axis.ticks[0]?.label ?? '', axis.ticks.at(-1)?.label ?? ''];
  return axes(frame.unit, low, high, periods[0]?.label ?? '', periods.at(-1)?.label ?? '');
}

/** The same data in place of the chart. */
export function renderTable(model: TrendModel): TemplateResult {
  return html`<section class="scroll" tabindex="0" aria-label=${model.frame.heading}>
    ${renderTwin(twinOf(model))}
  </section>`;
}
