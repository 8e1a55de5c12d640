import type { CSSResult } from 'lit';

/** Gives an element the style of what few of its kind show, once. */
export function wear({ shadowRoot }: Element, { styleSheet }: CSSResult): void {
  if (styleSheet && shadowRoot && !shadowRoot.adoptedStyleSheets.includes(styleSheet))
    shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, styleSheet];
}
