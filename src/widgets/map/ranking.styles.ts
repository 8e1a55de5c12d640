import { css, type CSSResult } from 'lit';
import { plainTableStyles } from '../figure/plain-table.styles.js';

/** The table of places, and why there is no map where it stands in for one. */
export const rankingStyles: CSSResult[] = [
  ...plainTableStyles,
  css`
    .scroll {
      max-block-size: 34em;
    }
    th:nth-child(2) {
      text-align: start;
      font-weight: 400;
    }
    thead th:nth-child(2) {
      font-weight: 600;
    }
    .chosen {
      font-weight: 600;
      background: var(--_notice);
    }
    .cautions .owner {
      color: inherit;
    }
    abbr {
      text-decoration: none;
    }
  `,
];
