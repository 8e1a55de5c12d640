import { css } from 'lit';

export const profileStyles = css`
  .root {
    min-block-size: var(--obs-profile-block-size, 100em);
    background: none;
    border: 0;
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
  /* One that stands alone in its row takes it whole. */
  .charts > :last-child:nth-child(odd) {
    grid-column: 1 / -1;
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
    .means {
      grid-template-columns: minmax(10em, 1fr) 3fr;
    }
  }
  /* Two sheets of A4: all of it smaller, in columns, without what cannot be pressed on paper. */
  @media print {
    .profile {
      gap: 0.8em;
      zoom: 0.52;
      --obs-card-block-size: 14em;
      --obs-trend-block-size: 24em;
      --obs-bars-block-size: 20em;
      --obs-table-block-size: 12em;
    }
    .cards {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
    .charts {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .means {
      grid-template-columns: minmax(10em, 1fr) 4fr;
    }
    .heading {
      margin-block-end: 0.3em;
      break-after: avoid;
    }
    obs-download {
      display: none !important;
    }
  }
`;
