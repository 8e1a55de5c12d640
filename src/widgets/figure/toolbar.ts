import { html } from 'lit';
import { renderAction, type Action } from './action.js';
import type { Rendered } from './frame.js';

/** Arrow keys move among the buttons: together they are one stop of the Tab key. */
function moveFocus(event: KeyboardEvent): void {
  const bar = event.currentTarget as HTMLElement;
  const buttons = [...bar.querySelectorAll('button')];
  const at = buttons.indexOf(event.target as HTMLButtonElement);
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
  const isBrowsers = event.altKey || event.ctrlKey || event.metaKey;
  const next = to === undefined || isBrowsers ? undefined : buttons[(to + buttons.length) % buttons.length];
  if (!next) return;
  event.preventDefault();
  for (const button of buttons) button.tabIndex = button === next ? 0 : -1;
  next.focus();
}

/** Several buttons as one toolbar, named after the figure. `render`: one of them, where they are not all alike. */
export function renderToolbar<A extends Action>(
  actions: readonly A[],
  label: string,
  render: (action: A, tabindex: number) => Rendered = renderAction,
): Rendered {
  return html`<div class="actions" part="actions" role="toolbar" aria-label=${label} @keydown=${moveFocus}>
    ${actions.map((action, index) => render(action, index === 0 ? 0 : -1))}
  </div>`;
}
