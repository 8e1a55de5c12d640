import { css } from 'lit';

/** The choice between a rate and its count: worn where it is offered. */
export const rateSwitchStyles = css`
  [aria-pressed='true'] {
    color: var(--_surface);
    background: var(--_text);
    font-weight: 600;
  }
`;
