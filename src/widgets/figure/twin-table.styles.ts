import { css, type CSSResult } from 'lit';
import { plainTableStyles } from './plain-table.styles.js';

/** The table that stands in for a chart, and the room in which it scrolls. */
export const twinTableStyles: CSSResult[] = [
  ...plainTableStyles,
  css`
    .scroll {
      flex: 1 1 14em;
      min-block-size: 12em;
      block-size: 0;
      /* A shadow at the end: there may be more to scroll to. */
      box-shadow: inset 0 -0.7em 0.5em -0.7em var(--_line);
    }
    th,
    td {
      overflow-wrap: normal;
    }
    th:first-child {
      text-align: start;
    }
    tbody th {
      font-weight: 400;
      white-space: nowrap;
    }
  `,
];
