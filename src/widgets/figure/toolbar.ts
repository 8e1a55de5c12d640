import { html, nothing } from 'lit';
import type { Rendered } from './frame.js';

/** One button of a figure. */
export interface Action {
  readonly label: string;
  /** Where the button shows and hides something: whether it is shown. */
  readonly isOpen?: boolean;
  readonly run: () => void;
}

/** Arrow keys move among the buttons: together they are one stop of the Tab key. */
function moveFocus(event: KeyboardEvent): void {
  const bar = event.currentTarget as HTMLElement;
  const buttons = [...bar.querySelectorAll('button')];
  const at = buttons.indexOf(event.target as HTMLButtonElement);
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
  const next = to === undefined ? undefined : buttons[(to + buttons.length) % buttons.length];
  if (!next) return;
  event.preventDefault();
  for (const button of buttons) button.tabIndex = button === next ? 0 : -1;
  next.focus();
}

export function renderToolbar(actions: readonly Action[], label: string): Rendered {
  if (actions.length === 0) return nothing;
  const button = ({ label: text, isOpen, run }: Action, index: number) =>
    html`<button
      tabindex=${index === 0 ? 0 : -1}
      aria-expanded=${isOpen === undefined ? nothing : isOpen}
      @click=${run}
    >
      ${text}
    </button>`;
  return actions.length === 1
    ? html`<div class="actions" part="actions">${actions.map(button)}</div>`
    : html`<div class="actions" part="actions" role="toolbar" aria-label=${label} @keydown=${moveFocus}>
        ${actions.map(button)}
      </div>`;
}
