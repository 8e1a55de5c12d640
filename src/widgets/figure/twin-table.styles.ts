import { css } from 'lit';

/** The table that stands in for a chart, and the room in which it scrolls. */
export const twinTableStyles = css`
  .scroll {
    flex: 1 1 14em;
    min-block-size: 12em;
    block-size: 0;
    overflow: auto;
    border: 1px solid var(--_line);
    /* A shadow at the end: there may be more to scroll to. */
    box-shadow: inset 0 -0.7em 0.5em -0.7em var(--_line);
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
    overflow-wrap: normal;
  }
  th:first-child {
    text-align: start;
  }
  thead th {
    position: sticky;
    inset-block-start: 0;
    background: var(--_surface);
  }
  tbody th {
    font-weight: 400;
    white-space: nowrap;
  }
`;
