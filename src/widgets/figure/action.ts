import { html, nothing, type TemplateResult } from 'lit';

/** One button beside a figure. */
export interface Action {
  readonly label: string;
  /** Where the button shows and hides something: whether it is shown. */
  readonly isOpen?: boolean;
  readonly run: () => void;
}

/** `tabindex`: where several buttons are one stop of the Tab key. */
export function renderAction({ label, isOpen, run }: Action, tabindex?: number): TemplateResult {
  return html`<button
    type="button"
    tabindex=${tabindex ?? nothing}
    aria-expanded=${isOpen === undefined ? nothing : isOpen}
    @click=${run}
  >
    ${label}
  </button>`;
}
