import { css } from 'lit';

export const downloadStyles = css`
  .root {
    min-block-size: var(--obs-download-block-size, 15em);
  }
  /* Where there is nothing to show there is no hole. */
  :is(.root, .frame):has(.problem) {
    min-block-size: 0;
  }
  .group {
    display: flex;
    flex-direction: column;
    gap: 0.4em;
  }
  ul {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .file {
    display: inline-block;
    padding: 0.45em 0.9em;
    font-size: 0.875em;
    text-decoration: none;
    border: 1px solid var(--_control);
    border-radius: 3px;
  }
  .file:hover {
    border-color: currentColor;
    text-decoration: underline;
  }
  @container (max-width: 24em) {
    .frame {
      min-block-size: calc(var(--obs-download-block-size, 24em) - 2px);
    }
  }
`;
