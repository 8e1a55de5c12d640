import { css, type CSSResult } from 'lit';
import { bareTableStyles } from './bare-table.styles.js';

/** A table of values beside a drawing, its header stays in sight. */
export const plainTableStyles: CSSResult[] = [
  bareTableStyles,
  css`
    .scroll {
      overflow: auto;
      border: 1px solid var(--_line);
    }
    th,
    td {
      padding: 0.3em 0.6em;
      text-align: end;
      border-block-end: 1px solid var(--_line);
    }
    thead th {
      position: sticky;
      inset-block-start: 0;
      background: var(--_surface);
    }
  `,
];
