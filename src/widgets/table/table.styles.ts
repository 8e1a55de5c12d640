import { css, type CSSResult } from 'lit';
import { bareTableStyles } from '../figure/bare-table.styles.js';

export const tableStyles: CSSResult[] = [
  bareTableStyles,
  css`
    .root {
      min-block-size: var(--obs-table-block-size, 40em);
    }
    /* Where there is nothing to show there is no hole. */
    :is(.root, .frame):has(.problem) {
      min-block-size: 0;
    }
    .tools,
    .pages {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.4em 1em;
      font-size: 0.8125em;
    }
    .tools label {
      display: flex;
      flex: 1 1 12em;
      min-inline-size: 0;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.3em 0.6em;
      min-inline-size: 0;
    }
    input,
    select {
      flex: 1 1 8em;
      inline-size: 8em;
      min-inline-size: 0;
      max-inline-size: 20em;
      min-block-size: 2em;
      padding: 0.2em 0.6em;
      background: none;
      border: 1px solid var(--_control);
      border-radius: 3px;
    }
    select {
      font: inherit;
      color: inherit;
      background: var(--_surface);
    }
    .pages {
      margin-block-start: auto;
    }
    /* A table that is seen whole without a second page leaves no hole below it. */
    :is(.root, .frame):has(table):not(:has(.search), :has(tbody tr:nth-child(6))) {
      min-block-size: 0;
    }
    [aria-disabled='true'] {
      color: var(--_muted);
      border-color: var(--_line);
      cursor: default;
    }
    .scroll {
      overflow-x: auto;
    }
    th,
    td {
      padding: 0.4em 0.6em;
      text-align: start;
      vertical-align: baseline;
      border-block-end: 1px solid var(--_line);
      overflow-wrap: normal;
    }
    thead th {
      padding: 0;
      vertical-align: bottom;
      border-block-end: 2px solid var(--_control);
    }
    thead button {
      display: flex;
      gap: 0.3em;
      align-items: baseline;
      inline-size: 100%;
      padding: 0.4em 0.6em;
      font-weight: 600;
      text-align: inherit;
      border: 0;
    }
    .number {
      text-align: end;
    }
    thead .number button {
      justify-content: flex-end;
    }
    /* Before the name: what stands at the end of the column is aligned with its numbers. */
    .number .sign {
      order: -1;
    }
    thead small {
      display: block;
      color: var(--_muted);
      font-size: 0.9em;
      font-weight: 400;
    }
    tbody th {
      font-weight: 400;
    }
    tbody tr:hover {
      background: color-mix(in srgb, var(--_line) 30%, transparent);
    }
    abbr {
      color: var(--_muted);
      text-decoration: none;
    }
    .name {
      display: none;
    }
    .sign {
      color: var(--_muted);
    }
    @container (max-width: 22.5em) {
      .frame {
        min-block-size: calc(var(--obs-table-block-size, 52em) - 2px);
      }
      table,
      tbody,
      tbody tr,
      tbody th,
      tbody td {
        display: block;
      }
      /* Not seen, but heard: each cell still belongs to its column. */
      thead {
        position: absolute;
        inline-size: 1px;
        block-size: 1px;
        overflow: hidden;
        clip-path: inset(50%);
      }
      table {
        border-block-start: 2px solid var(--_control);
      }
      tbody tr {
        padding-block: 0.5em;
        border-block-end: 1px solid var(--_control);
      }
      tbody th,
      tbody td {
        display: grid;
        grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
        gap: 1em;
        padding: 0.15em 0;
        text-align: end;
        border: 0;
        overflow-wrap: anywhere;
      }
      tbody td[colspan] {
        display: block;
        text-align: start;
      }
      tbody small {
        color: var(--_muted);
        font-size: 0.9em;
        font-weight: 400;
      }
      tbody th {
        font-weight: 600;
      }
      .name {
        display: block;
        text-align: start;
        color: var(--_muted);
        font-weight: 400;
      }
    }
  `,
];
