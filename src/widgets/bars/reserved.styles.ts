import { css } from 'lit';

/** The height that is kept free for bars, so that nothing moves when they come. */
export const reservedStyles = css`
  .root {
    min-block-size: var(--obs-bars-block-size, 26em);
  }
  /* About ten bars, whose names stand over them where it is narrow. */
  :host([top]) :where(.root) {
    min-block-size: var(--obs-bars-block-size, 30em);
  }
  @media (max-width: 512px) {
    :host([top]) :where(.root) {
      min-block-size: var(--obs-bars-block-size, 48em);
    }
  }
  /* Few bars, or the few lines of their table, leave no hole below them once they are there. */
  :is(.root, .frame):has(.row, tbody):not(:has(.row:nth-child(8), tbody tr:nth-child(8))) {
    min-block-size: 0;
  }
  /* Where there is nothing to show there is no hole. */
  :is(.root, .frame):has(.problem) {
    min-block-size: 0;
  }
`;
