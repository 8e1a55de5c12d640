import { css } from 'lit';

export const methodStyles = css`
  .root {
    min-block-size: var(--obs-method-block-size, 30em);
  }
  .frame:has(.problem) {
    min-block-size: 0;
  }
  details {
    border-block-start: 1px solid var(--_line);
  }
  summary {
    padding-block: 0.5em;
    font-weight: 600;
    cursor: pointer;
  }
  dl,
  .citations {
    margin: 0;
    padding-block-end: 0.5em;
    font-size: 0.9375em;
  }
  .entry {
    padding-block: 0.3em;
  }
  dt {
    color: var(--_muted);
    font-size: 0.875em;
    font-weight: 400;
  }
  dd {
    margin: 0;
    max-inline-size: 44em;
  }
  .citation {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0.2em 1em;
    align-items: center;
    padding-block: 0.4em;
  }
  .citation pre {
    grid-column: 1 / -1;
    margin: 0;
    white-space: pre-wrap;
    padding: 0.5em 0.7em;
    overflow-wrap: anywhere;
    font-size: 0.875em;
    border: 1px solid var(--_line);
    border-radius: 3px;
  }
  .prose {
    font-family: inherit;
  }
  .contact {
    padding-block-start: 0.3em;
  }
  @container (min-width: 36em) {
    .entry {
      display: grid;
      grid-template-columns: 13em 1fr;
      gap: 1em;
    }
    dt {
      font-size: 0.9375em;
    }
  }
  @media print {
    .root {
      break-inside: auto;
    }
    details,
    .citation {
      break-inside: avoid;
    }
  }
`;
