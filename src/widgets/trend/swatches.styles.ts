import { unsafeCSS, type CSSResult } from 'lit';
import { CATEGORY_COLOURS } from '../../theme/palette.js';

/** A class for each series, with its colour or the page's own. */
export const swatchStyles: CSSResult = unsafeCSS(
  CATEGORY_COLOURS.map((value, index) => `.c${index}{color:var(--obs-color-${index + 1},${value})}`).join(''),
);
