import { css } from 'lit';

/** A table of values beside a drawing: its caption is for who does not see it, its header stays in sight. */
export const plainTableStyles = css`
  .scroll {
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
  thead th {
    position: sticky;
    inset-block-start: 0;
    background: var(--_surface);
  }
`;
