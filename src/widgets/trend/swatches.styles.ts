import { unsafeCSS, type CSSResult } from 'lit';
import { CATEGORY_COLOURS } from '../../theme/palette.js';
import { SIGNS } from './markers.js';

/** A class for each series, with its colour or the page's own, and its sign. */
export const swatchStyles: CSSResult = unsafeCSS(
  CATEGORY_COLOURS.map(
    (value, index) =>
      `.c${index}{color:var(--obs-color-${index + 1},${value})}.c${index}::before{content:'${SIGNS[index] ?? ''}'}`,
  ).join(''),
);
