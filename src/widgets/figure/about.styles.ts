import { css } from 'lit';

/** What stands one action away: worn when it is opened. */
export const aboutStyles = css`
  .about {
    margin: 0;
    font-size: 0.875em;
  }
  dt {
    font-weight: 600;
  }
  dd {
    margin: 0 0 0.5em;
  }
  pre {
    margin: 0;
    white-space: pre-wrap;
  }
`;
