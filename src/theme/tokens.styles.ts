import { unsafeCSS, type CSSResult } from 'lit';
import { TOKENS } from './tokens.js';

const light = TOKENS.map(([name, value]) => `--_${name}:var(--obs-color-${name},${value});`).join('');
const lightOrDark = TOKENS.map(
  ([name, onLight, onDark]) => `--_${name}:var(--obs-color-${name},light-dark(${onLight},${onDark}));`,
).join('');

/** Where the reader asks for more contrast nothing is paler than the text, and lines are seen on either surface. */
const strong = '--_muted:var(--_text);--_control:var(--_text);--_line:#777';

/**
 * The colours that everything inside takes, each from a custom property of the page where it has one. They follow
 * the page's `color-scheme`; browsers that know no `light-dark()`, and paper, get the light ones.
 */
export const tokenStyles: CSSResult = unsafeCSS(
  `.root{${light}}@supports (color:light-dark(red,red)){.root{${lightOrDark}}}@media (prefers-contrast:more){.root{${strong}}}@media print{.root{${light}}}`,
);
