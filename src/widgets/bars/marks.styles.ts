import { css, unsafeCSS, type CSSResult } from 'lit';
import { CATEGORY_COLOURS } from '../../theme/palette.js';

/** A class for each part, with its colour or the page's own. */
export const partColours: CSSResult = unsafeCSS(
  CATEGORY_COLOURS.map((value, index) => `.c${index}{color:var(--obs-color-${index + 1},${value})}`).join(''),
);

/** How bars, their textures and whiskers look. */
export const markStyles = css`
  rect {
    fill: currentColor;
  }
  .bar line {
    stroke: currentColor;
    stroke-width: 16px;
  }
  /* A thin gap between parts that touch. */
  .bar[class*=' c'] rect {
    stroke: var(--_surface);
    stroke-width: 1px;
  }
  .striped rect,
  .hollow rect,
  .dotted rect,
  .pale rect {
    fill-opacity: 0.2;
    stroke: currentColor !important;
    stroke-width: 1px;
  }
  .striped rect {
    stroke-dasharray: 4 2;
  }
  .striped line {
    stroke-dasharray: 2 4;
  }
  .hollow rect {
    fill: none;
  }
  .hollow line {
    stroke-dasharray: 1 9;
  }
  .dotted rect {
    fill: none;
    stroke-width: 2px;
    stroke-dasharray: 2 3;
  }
  .pale rect {
    fill-opacity: 0.4;
  }
  .open rect {
    fill-opacity: 0.3;
  }
  .open line {
    stroke-dasharray: 9 3;
    stroke-opacity: 0.6;
  }
  .torn {
    fill: none;
    stroke: currentColor;
    stroke-width: 2px;
  }
  .cut {
    fill: none;
    stroke: var(--_surface);
    stroke-width: 2px;
  }
  .nil {
    stroke: currentColor;
    stroke-width: 4px;
  }
  .whisker line {
    stroke: var(--_text);
    stroke-width: 1.5px;
  }
`;
