import { css } from 'lit';

export const profileStyles = css`
  .root {
    min-block-size: var(--obs-profile-block-size, 100em);
    border: 0;
  }
  .root:not(.light, .dark) {
    background: none;
  }
  .root:is(.light, .dark) {
    padding: var(--obs-space, 1em);
  }
  .root:has(.problem, .profile) {
    min-block-size: 0;
  }
  .profile {
    display: flex;
    flex-direction: column;
    gap: 1.5em;
  }
  .title,
  .heading {
    font-weight: 600;
    line-height: 1.25;
  }
  .title {
    font-size: 1.6em;
  }
  .heading {
    margin-block-end: 0.6em;
    font-size: 1.2em;
  }
  .cards,
  .charts,
  .wide {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1em;
  }
  :is(.cards, .charts, .wide) > * {
    display: grid;
    min-inline-size: 0;
  }
  .means {
    display: grid;
    gap: 0.4em 2em;
    margin: 0;
    font-size: 0.875em;
  }
  dt {
    font-weight: 600;
  }
  dd {
    margin: 0;
    max-inline-size: 45em;
  }
  @container (min-width: 36em) {
    .cards {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  @container (min-width: 52em) {
    .cards {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
    .charts {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    /* One that stands alone in its row takes it whole. */
    .charts > :last-child:nth-child(odd) {
      grid-column: 1 / -1;
    }
    .means {
      grid-template-columns: minmax(10em, 1fr) 3fr;
    }
  }
  @container (min-width: 75em) {
    .charts {
      grid-template-columns: repeat(auto-fit, minmax(24em, 1fr));
    }
    .charts > :last-child:nth-child(odd) {
      grid-column: auto;
    }
  }
  .sheet {
    margin-block: 0.3em;
  }
  summary {
    inline-size: fit-content;
    cursor: pointer;
  }
  .sheet[open] summary {
    margin-block-end: 0.5em;
  }
  @media (pointer: coarse) {
    summary {
      padding-block: 0.75em;
    }
  }
  /* Two sheets of A4: all of it smaller and closer, without what cannot be pressed on paper. */
  @media print {
    .profile {
      gap: 0.7em;
      zoom: 0.54;
      --obs-space: 0.6em;
      --obs-card-block-size: 9em;
      --obs-trend-block-size: 14em;
      --obs-bars-block-size: 10em;
      --obs-targets-block-size: 8em;
      --obs-table-block-size: 8em;
    }
    :is(.cards, .charts) > * {
      break-inside: avoid;
    }
    obs-table::part(tools) {
      display: none;
    }
    .cards,
    .charts {
      grid-template-columns: repeat(auto-fit, minmax(15em, 1fr));
      gap: 0.6em;
    }
    .charts {
      grid-template-columns: repeat(auto-fit, minmax(20em, 1fr));
    }
    .charts > :last-child:nth-child(odd) {
      grid-column: auto;
    }
    .means {
      grid-template-columns: minmax(10em, 1fr) 4fr;
      gap: 0.2em 1.5em;
    }
    dd {
      max-inline-size: none;
    }
    .heading {
      margin-block-end: 0.3em;
      break-after: avoid;
    }
    .wide > .download,
    .sheet {
      display: none;
    }
  }
`;
