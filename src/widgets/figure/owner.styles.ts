import { css } from 'lit';

/** What is for the page's owner, where there are no figures: worn when there is something to say. */
export const ownerStyles = css`
  .owner {
    color: var(--_muted);
    font-size: 0.8125em;
  }
  .owner summary {
    padding-block: 0.3em;
  }
`;
