import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { MapMessages } from '../../text/map-messages.js';
import type { Words } from '../../text/words.js';
import type { Rendered } from '../figure/frame.js';
import { paintOf, renderPatterns, type Filling } from './marks.js';
import type { MapModel } from './map-model.js';
import type { LegendEntry, StepModel } from './step-model.js';

const WIDTH = 28;
const HEIGHT = 18;

function renderSwatch({ mark }: LegendEntry, model: MapModel, filling: Filling): TemplateResult {
  if (mark === undefined) return html`<span class="swatch"></span>`;
  const open = model.breaks.length >> 1;
  const paint =
    mark === 'open' && model.as === 'symbols'
      ? { className: 'circle open', fill: undefined }
      : paintOf(mark === 'open' ? open : mark, mark === 'open', model, filling, 'legend');
  return html`<svg class="swatch" viewBox="0 0 28 18" aria-hidden="true">
    <rect
      class=${paint.className}
      fill=${paint.fill ?? nothing}
      x="0.5"
      y="0.5"
      width=${WIDTH - 1}
      height=${HEIGHT - 1}
    ></rect>
  </svg>`;
}

/** The largest number of the form 1, 2 or 5 and zeros that is no more than this. */
function roundBelow(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return ([5, 2, 1].find((each) => each * power <= value) ?? 1) * power;
}

/** Two circles of round values, so that others can be read by them. */
function renderCircles({ most, decimals }: MapModel, text: string, words: Words): TemplateResult {
  const large = most > 0 ? roundBelow(most) : 0;
  const values = large > 0 ? [large, large / 4] : [];
  return html`<p class="small">${text}</p>
    <ul class="classes">
      ${values.map((value) => {
        const radius = 16 * Math.sqrt(value / most);
        return html`<li>
          <svg class="swatch round" viewBox="0 0 34 34" aria-hidden="true">
            <circle class="circle" cx="17" cy="17" r=${radius}></circle></svg
          >${words.number(value, Number.isInteger(value) ? 0 : Math.max(1, decimals))}
        </li>`;
      })}
    </ul>`;
}

/** What colours, patterns and circles mean, as a list, with how many places have each. */
export function renderLegend(
  { legend, map: model, frame }: StepModel,
  filling: Filling,
  map: MapMessages,
  words: Words,
): TemplateResult {
  const count = (entry: LegendEntry): string =>
    entry.count === undefined ? '' : ` (${map.places(words.number(entry.count))})`;
  return html`<div class="key" part="classes" role="group" aria-label=${map.legend}>
    <svg class="patterns" aria-hidden="true">${renderPatterns('legend', 7, model)}</svg>
    ${frame.unit === '' ? nothing : html`<p class="small">${frame.unit}</p>`}
    ${model.as === 'symbols' ? renderCircles(model, map.circles, words) : nothing}
    <ul class="classes">
      ${legend.map((entry) => html`<li>${renderSwatch(entry, model, filling)}<span>${entry.text}${count(entry)}</span></li>`)}
    </ul>
  </div>`;
}

/** Every place of the map in a list, in the order of their names. */
export function renderPlaces(
  { map: model }: StepModel,
  chosen: number | undefined,
  map: MapMessages,
  choose: (place: number | undefined) => void,
): TemplateResult {
  const changed = (event: Event): void => {
    const { value } = event.target as HTMLSelectElement;
    choose(value === '' ? undefined : Number(value));
  };
  const options = (): unknown => {
    const named = model.places.slice(0, model.sizeOfMap).map(({ name }, place) => ({ name, place }));
    return named
      .sort((a, b) => a.name.localeCompare(b.name, 'es'))
      .map(({ name, place }) => html`<option value=${place} ?selected=${place === chosen}>${name}</option>`);
  };
  return html`<label class="choice"
    >${map.place}
    <select @change=${changed}>
      <option value="" ?selected=${chosen === undefined}>${map.noPlace}</option>
      ${guard([model, chosen], options)}
    </select></label
  >`;
}

/** The periods, one step each. */
export function renderTime(
  { map: model, step }: StepModel,
  label: string,
  turn: (step: number) => void,
): Rendered {
  const { periods } = model;
  if (periods.length < 2) return nothing;
  const changed = (event: Event): void => turn((event.target as HTMLInputElement).valueAsNumber);
  return html`<div class="choice time">
    <label for="time">${label}</label>
    <input
      id="time"
      type="range"
      min="0"
      max=${periods.length - 1}
      step="1"
      .value=${String(step)}
      aria-valuetext=${periods[step] ?? ''}
      @input=${changed}
    /><output>${periods[step]}</output>
  </div>`;
}

/** How many places of the data the map shows, and which ones are missing on either side. */
export function renderReport({ map: model }: StepModel, map: MapMessages, words: Words): Rendered {
  const { match, places } = model;
  if (!match || match.unmatched.length + match.withoutData.length === 0) return nothing;
  const shown = words.number(match.total - match.unmatched.length);
  const list = (label: string, names: readonly string[]): Rendered =>
    names.length === 0 ? nothing : html`<p>${label}: ${names.join(', ')}.</p>`;
  const without = match.withoutData.map((place) => places[place]?.name ?? '');
  return html`<details class="small" part="report">
    <summary>${map.report(shown, words.number(match.total))}</summary>
    ${list(map.notOnMap, match.unmatched)} ${list(map.notInData(words.number(without.length)), without)}
  </details>`;
}

/** Every place from the highest value to the lowest, then those without one: what the map shows, as a table. */
export function renderRanking(
  { ranking, frame }: StepModel,
  chosen: number | undefined,
  map: MapMessages,
): TemplateResult {
  return html`<table part="table">
    <caption>
      ${frame.heading}, ${map.ranking}
    </caption>
    <thead>
      <tr>
        <th scope="col">${map.rankHeader}</th>
        <th scope="col">${map.place}</th>
        <th scope="col">${frame.unit || frame.heading}</th>
      </tr>
    </thead>
    <tbody>
      ${ranking.map(
        ({ rank, name, text, meaning, place }) =>
          html`<tr class=${place >= 0 && place === chosen ? 'chosen' : nothing}>
            <td>${rank}</td>
            <th scope="row">${name}</th>
            <td>${meaning === '' ? text : html`<abbr title=${meaning}>${text}</abbr>`}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}
