import { css } from 'lit';

/** The table of places. */
export const rankingStyles = css`
  .scroll {
    max-block-size: 34em;
    overflow: auto;
    border: 1px solid var(--_line);
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: 0.875em;
  }
  caption {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  th,
  td {
    padding: 0.3em 0.6em;
    text-align: end;
    border-block-end: 1px solid var(--_line);
  }
  th:nth-child(2) {
    text-align: start;
    font-weight: 400;
  }
  thead th:nth-child(2) {
    font-weight: 600;
  }
  thead th {
    position: sticky;
    inset-block-start: 0;
    background: var(--_surface);
  }
  .chosen {
    font-weight: 600;
    background: var(--_notice);
  }
  abbr {
    text-decoration: none;
  }
`;
