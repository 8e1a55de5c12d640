import { html, nothing, type TemplateResult } from 'lit';
import type { FieldModel } from './field-model.js';

/** A filter as it is shown, with what it does. */
export interface Field extends Omit<FieldModel, 'first'> {
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
