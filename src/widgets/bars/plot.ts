import { html, nothing, type TemplateResult } from 'lit';
import type { BarsMessages } from '../../text/messages.js';
import type { BarsModel } from './bars-model.js';
import { roomOf } from './room.js';
import { renderPanel, renderPyramid, type Reading } from './rows.js';

/** What the chart does with a key, and when the reader leaves it. */
export interface Handling {
  readonly walk: (event: KeyboardEvent) => void;
  readonly leave: () => void;
}

/** Every row in the order in which they stand, over all charts. */
export function rowsOf({
  panels,
  pyramids,
}: BarsModel): readonly { readonly name: string; readonly spoken: string }[] {
  return [...panels.flatMap(({ rows }) => rows), ...pyramids.flatMap(({ rows }) => rows)];
}

/** The row that is being read, as a sentence. */
function spokenRow(model: BarsModel, active: number | undefined): string {
  const row = active === undefined ? undefined : rowsOf(model)[active];
  return row ? `${row.name}: ${row.spoken}` : '';
}

function classesOf({ panels, pyramids }: BarsModel): string {
  const isSeveral = panels.length + pyramids.length > 1;
  const hasOwn = panels.some(({ rows }) => rows.some(({ kind }) => kind === 'own'));
  return `plot ${isSeveral ? 'several' : ''} ${hasOwn ? 'has-own' : ''}`;
}

/** All charts: one stop of the Tab key, and a list that is read like any other. */
export function renderPlot(
  model: BarsModel,
  reading: Reading,
  { walk, leave }: Handling,
  messages: BarsMessages,
): TemplateResult {
  const { panels, pyramids, parts, zero } = model;
  let count = 0;
  /** The number of the first of these rows. */
  const firstOf = ({ length }: readonly unknown[]): number => (count += length) - length;
  return html`<div
      class=${classesOf(model)}
      part="plot"
      tabindex="0"
      role="application"
      aria-roledescription=${messages.chart}
      aria-label=${model.frame.heading}
      aria-describedby="summary scale walk"
      .style=${roomOf(model)}
      @keydown=${walk}
      @pointerleave=${leave}
      @blur=${leave}
    >
      ${panels.map((panel) => renderPanel(panel, firstOf(panel.rows), zero, reading))}
      ${pyramids.map(({ name, rows }) => renderPyramid(name, rows, parts, firstOf(rows), reading))}
    </div>
    <p class="hidden" id="scale">${model.scaleText}</p>
    <p class="hidden" id="walk">${messages.walk}</p>
    <p class="hidden" role="status">${spokenRow(model, reading.active)}</p>`;
}

/** The chart in words; while a row is read, what is told of it, in the same place, so that it covers no bar. */
export function renderTold(model: BarsModel, active: number | undefined): TemplateResult {
  const row = active === undefined ? undefined : rowsOf(model)[active];
  return html`<div class="told">
    <p class="summary" part="summary" id="summary">${model.summary}</p>
    ${
      row
        ? html`<p class="readout" part="readout" aria-hidden="true"><b>${row.name}</b>: ${row.spoken}</p>`
        : nothing
    }
  </div>`;
}
