import { css } from 'lit';

export const targetsStyles = css`
  .root {
    min-block-size: var(--obs-targets-block-size, 24em);
  }
  .frame:has(.problem) {
    min-block-size: 0;
  }
  .targets {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 20em), 1fr));
    gap: 1em;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .target,
  .told,
  .drawn {
    display: flex;
    flex-direction: column;
    gap: 0.5em;
    min-inline-size: 0;
  }
  .target {
    max-inline-size: 34em;
    padding-block-start: 0.6em;
    border-block-start: 1px solid var(--_line);
  }
  .title {
    font-weight: 600;
    line-height: 1.25;
  }
  .status {
    display: flex;
    gap: 0.5em;
    align-items: baseline;
    font-weight: 600;
  }
  .mark {
    flex: none;
    inline-size: 1.1em;
    text-align: center;
  }
  svg {
    display: block;
    inline-size: 100%;
    max-inline-size: 26em;
    block-size: auto;
    overflow: visible;
  }
  .value {
    fill: none;
    stroke: var(--_accent);
    stroke-width: 2;
    stroke-linejoin: round;
  }
  .dot {
    fill: var(--_accent);
  }
  .path {
    fill: none;
    stroke: var(--_text);
    stroke-width: 1.5;
    stroke-dasharray: 2 4;
    stroke-linecap: round;
  }
  .step {
    fill: var(--_surface);
    stroke: var(--_text);
    stroke-width: 1.5;
  }
  .axis,
  .break {
    stroke: var(--_control);
    stroke-width: 1;
  }
  .break {
    stroke-dasharray: 4 3;
  }
  text {
    fill: var(--_text);
    font-size: 12px;
    /* A line behind a number leaves room around it. */
    paint-order: stroke;
    stroke: var(--_surface);
    stroke-width: 4px;
  }
  .when {
    fill: var(--_muted);
    font-size: 11px;
  }
  dl {
    margin: 0;
    font-size: 0.875em;
  }
  dt {
    color: var(--_muted);
    font-size: 0.9375em;
    font-weight: 400;
  }
  dd {
    margin: 0 0 0.3em;
  }
  summary {
    padding-block: 0.4em;
    font-size: 0.875em;
    cursor: pointer;
  }
  .scroll {
    overflow: auto;
  }
  th,
  td {
    padding: 0.3em 0.5em;
    overflow-wrap: normal;
    text-align: end;
    border-block-end: 1px solid var(--_line);
  }
  tbody th {
    font-weight: 400;
    text-align: start;
    white-space: nowrap;
  }
  thead th:first-child {
    text-align: start;
  }
  @container (min-width: 44em) {
    .target:only-child {
      flex-direction: row;
      gap: 2em;
      grid-column: 1 / -1;
      max-inline-size: none;
    }
    .target:only-child > div {
      flex: 1;
    }
  }
  @container (max-width: 13em) {
    svg {
      display: none;
    }
  }
  @media print {
    .root {
      break-inside: auto;
    }
    .target {
      break-inside: avoid;
    }
  }
`;
