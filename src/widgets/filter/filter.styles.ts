import { css } from 'lit';

export const filterStyles = css`
  .root {
    min-block-size: var(--obs-filter-block-size, 5em);
    border: 0;
  }
  .root:not(.light, .dark) {
    background: none;
  }
  .field {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3em 0.75em;
    align-items: center;
    margin: 0;
    padding: 0;
    border: 0;
  }
  label,
  legend {
    flex: 0 0 100%;
    padding: 0;
    font-weight: 600;
    font-size: 0.875em;
  }
  select {
    flex: 0 1 auto;
    min-inline-size: min(12em, 100%);
    max-inline-size: 100%;
    min-block-size: 2.5em;
    padding: 0.3em 0.5em;
    font: inherit;
    color: inherit;
    background: var(--_surface);
    border: 1px solid var(--_control);
    border-radius: 3px;
  }
  .choice {
    display: inline-flex;
    flex: 0 1 auto;
    gap: 0.4em;
    align-items: center;
    min-block-size: 2em;
    font-weight: 400;
    font-size: 1em;
  }
  .choice input {
    inline-size: 1.25em;
    block-size: 1.25em;
    margin: 0;
    accent-color: var(--_accent);
  }
  .reset {
    min-block-size: 2.5em;
    font-size: 0.875em;
  }
  .problem {
    align-items: flex-start;
  }
  .printed {
    display: none;
  }
  @media (pointer: coarse) {
    select,
    .choice,
    .reset {
      min-block-size: 44px;
    }
  }
  @media print {
    .root {
      min-block-size: 0;
    }
    select,
    .choice {
      display: none;
    }
    .printed {
      display: block;
    }
  }
`;
