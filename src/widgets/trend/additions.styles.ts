import { css } from 'lit';

/** What few charts have: worn where there is any. */
export const additionStyles = css`
  .c8,
  .c9 {
    color: var(--_muted);
    white-space: nowrap;
  }
  .c8::before {
    content: '–·–';
  }
  .c9::before {
    content: '··◇';
  }
  .happened {
    margin: 0;
    padding: 0;
    font-size: 0.8125em;
    list-style: none;
  }
`;
