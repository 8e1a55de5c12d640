import { html, nothing, type TemplateResult } from 'lit';
import type { Option } from '../../selection/selection.js';

/** A filter as it is shown. */
export interface Field {
  readonly label: string;
  /** Not to choose first, where that is a choice. */
  readonly options: readonly Option[];
  readonly chosen: Option | undefined;
  /** There is nothing to choose from: that of what it is a part is not chosen yet, or other options are on their way. */
  readonly isClosed: boolean;
  readonly choose: (value: string) => void;
  /** Back to what holds at first; where it holds already there is nothing to do. */
  readonly reset: { readonly label: string; readonly run: () => void } | undefined;
}

const reset = ({ reset }: Field): TemplateResult | typeof nothing =>
  reset
    ? html`<button type="button" class="reset" part="reset" @click=${reset.run}>${reset.label}</button>`
    : nothing;

/** What is chosen, on paper, where nothing can be chosen. */
const printed = ({ chosen }: Field): TemplateResult =>
  html`<p class="printed" aria-hidden="true">${chosen?.label}</p>`;

/** A list of the platform's own. What is chosen is set once its options are there. */
export function renderSelect(field: Field): TemplateResult {
  const { label, options, choose, isClosed } = field;
  return html`<div class="field">
    <label for="choice" part="label">${label}</label>
    <select
      id="choice"
      part="control"
      ?disabled=${isClosed}
      @change=${({ target }: Event) => choose((target as HTMLSelectElement).value)}
    >
      ${options.map(({ value, label: text }) => html`<option value=${value}>${text}</option>`)}
    </select>
    ${printed(field)}${reset(field)}
  </div>`;
}

/** A group of buttons of which one is chosen, the platform's own. */
export function renderRadios(field: Field): TemplateResult {
  const { label, options, choose, chosen, isClosed } = field;
  return html`<fieldset class="field" ?disabled=${isClosed}>
    <legend part="label">${label}</legend>
    ${options.map(
      ({ value, label: text }) =>
        html`<label class="choice" part="control">
          <input
            type="radio"
            name="choice"
            .value=${value}
            .checked=${value === chosen?.value}
            @change=${() => choose(value)}
          />
          ${text}
        </label>`,
    )}
    ${printed(field)}${reset(field)}
  </fieldset>`;
}
