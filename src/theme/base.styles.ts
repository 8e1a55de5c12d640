import { css } from 'lit';

/**
 * What every widget wears. The page's own style cannot reach inside, but what is inherited can: it is reset on
 * the root. Sizes are in em of the reader's own font size, never rem, which follows the page. Colours follow
 * the page's `color-scheme`, not the reader's system: a white page keeps white widgets.
 */
export const baseStyles = css`
  :host {
    display: block !important;
    box-sizing: border-box !important;
    min-width: 0;
    padding: 0 !important;
    border: 0 !important;
    font-size: medium !important;
    text-indent: 0 !important;
  }
  :host([hidden]) {
    display: none !important;
  }
  .root {
    all: initial;
    color-scheme: inherit;
    display: flex;
    flex-direction: column;
    box-sizing: border-box;
    block-size: 100%;
    container-type: inline-size;
    direction: ltr;
    color: var(--_text);
    background: var(--_surface);
    border: var(--obs-border, 1px solid var(--_line));
    border-radius: var(--obs-radius, 4px);
    font: medium / 1.4 var(--obs-font, system-ui, sans-serif);
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
  }
  .light {
    color-scheme: light;
  }
  .dark {
    color-scheme: dark;
  }
  *,
  ::before {
    box-sizing: border-box;
  }
  p {
    margin: 0;
  }
  a {
    color: var(--_accent);
    text-underline-offset: 0.15em;
  }
  button,
  input {
    font: inherit;
    color: inherit;
  }
  button {
    min-block-size: 2em;
    padding: 0.2em 0.8em;
    border: 1px solid var(--_control);
    border-radius: 3px;
    background: none;
    cursor: pointer;
  }
  button:hover {
    border-color: currentColor;
  }
  :focus-visible {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }
  .hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media print {
    .root {
      break-inside: avoid;
    }
    button,
    input {
      display: none;
    }
  }
`;
