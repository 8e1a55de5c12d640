import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Rendered } from '../figure/frame.js';
import { renderBar, renderWhisker } from './bar.js';
import type { DrawnBar, DrawnPanel, DrawnReference, DrawnRow } from './drawn.js';
import type { PyramidRow, PyramidSide } from './pyramid.js';

/** Which row is being read, and what happens when the pointer comes to one. */
export interface Reading {
  readonly active: number | undefined;
  readonly point: (row: number) => void;
}

/** A custom property of one element: where something stands, as a share of the scale. */
const at = (share: number): string => `--_at:${share}`;

function renderLabels(bars: readonly DrawnBar[]): Rendered {
  const labelled = bars.filter(({ label }) => label !== '');
  if (labelled.length === 0) return nothing;
  return html`${labelled.map(
    ({ label, from, to }) => html`<span class="label" .style=${at((from + to) / 2)}>${label}</span>`,
  )}`;
}

function renderTrack(row: DrawnRow, zero: number, reference: DrawnReference | undefined): TemplateResult {
  const { bars, whisker, value, isLeft, isAbsent } = row;
  return html`<span class="track"
    ><span class="scale"
      ><i class="zero" .style=${at(zero)}></i
      >${reference ? html`<i class="reference" .style=${at(reference.at)}></i>` : nothing}<svg class="drawn">
        ${bars.map(renderBar)}${renderWhisker(whisker)}</svg
      >${renderLabels(bars)}</span
    ><span class="value ${isLeft ? 'left' : ''} ${isAbsent ? 'absent' : ''}" .style=${at(row.at)}
      >${value}${row.cases === '' ? nothing : html`${' '}<small>(${row.cases})</small>`}</span
    ></span
  >`;
}

/** What is seen is drawn from the same words that are heard: the row is read as one sentence. */
function renderRow(
  row: DrawnRow,
  index: number,
  zero: number,
  panel: DrawnPanel,
  reading: Reading,
): TemplateResult {
  const { kind, name, place, spoken } = row;
  const isActive = reading.active === index;
  return html`<li
    class="row ${kind} ${row.isAbsent ? 'none' : ''} ${isActive ? 'active' : ''}"
    @pointerenter=${() => {
      reading.point(index);
    }}
  >
    <span class="hidden">${name}: ${spoken}</span>
    <div class="seen" aria-hidden="true">
      <span class="place">${place}</span
      ><span class="name">${name}</span>${renderTrack(row, zero, panel.reference)}
    </div>
  </li>`;
}

/** The name of the line that all are compared with stands over it. */
function renderReference(reference: DrawnReference | undefined): Rendered {
  if (!reference) return nothing;
  return html`<p class="seen compared">
    <span class="track"
      ><span class="scale"
        ><span class=${reference.at > 0.5 ? 'left' : ''} .style=${at(reference.at)}
          >${reference.label}</span
        ></span
      ></span
    >
  </p>`;
}

/** One chart; `first` counts its rows on from those of the charts before it. */
export function renderPanel(
  panel: DrawnPanel,
  first: number,
  zero: number,
  reading: Reading,
): TemplateResult {
  return html`<section class="panel">
    ${panel.name === '' ? nothing : html`<p class="title">${panel.name}</p>`}
    ${renderReference(panel.reference)}
    <ol>
      ${panel.rows.map((row, index) => renderRow(row, first + index, zero, panel, reading))}
    </ol>
  </section>`;
}

function renderSide(side: PyramidSide | undefined, part: number): TemplateResult {
  const bar = side?.bar;
  return html`<span class="side c${part}"
    ><span class="scale"
      >${bar ? html`<svg class="drawn">${renderBar({ ...bar, part })}</svg>` : svg``}<span
        class="value"
        .style=${at(side?.at ?? 0)}
        >${side?.value ?? ''}</span
      ></span
    ></span
  >`;
}

/** A population pyramid: two sides with the names between them. */
export function renderPyramid(
  name: string,
  rows: readonly PyramidRow[],
  sides: readonly string[],
  first: number,
  reading: Reading,
): TemplateResult {
  return html`<section class="panel pyramid">
    ${name === '' ? nothing : html`<p class="title">${name}</p>`}
    <p class="seen heads" aria-hidden="true"><b>${sides[0] ?? ''}</b><i></i><b>${sides[1] ?? ''}</b></p>
    <ol>
      ${rows.map((row, index) => {
        const isActive = reading.active === first + index;
        return html`<li
          class="row ${row.kind} ${isActive ? 'active' : ''}"
          @pointerenter=${() => {
            reading.point(first + index);
          }}
        >
          <span class="hidden">${row.name}: ${row.spoken}</span>
          <div class="seen" aria-hidden="true">
            ${renderSide(row.sides[0], 0)}<span class="name">${row.name}</span>${renderSide(row.sides[1], 1)}
          </div>
        </li>`;
      })}
    </ol>
  </section>`;
}

/** Names and colours of the parts, in the order in which they stand. */
export function renderKey(parts: readonly string[]): TemplateResult {
  return html`<ul class="key" part="key">
    ${parts.map(
      (name, part) =>
        html`<li>
          <svg class="swatch c${part % 6}" aria-hidden="true"><rect width="100%" height="100%" /></svg>${name}
        </li>`,
    )}
  </ul>`;
}
