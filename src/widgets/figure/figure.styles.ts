import { css } from 'lit';

/** The frame of a figure: heading, state, source. */
export const figureStyles = css`
  .frame,
  .body,
  .waiting,
  .problem {
    display: flex;
    flex: 1 1 auto;
    flex-direction: column;
    gap: 0.5em;
    min-inline-size: 0;
  }
  .frame {
    padding: var(--obs-space, 1em);
  }
  .heading {
    font-weight: 600;
    line-height: 1.25;
  }
  .subtitle,
  .source,
  .small {
    color: var(--_muted);
    font-size: 0.8125em;
  }
  .cautions {
    padding: 0.4em 0.7em;
    font-size: 0.875em;
    background: var(--_notice);
    border-inline-start: 3px solid var(--_control);
  }
  .source {
    padding-block-start: 0.5em;
    border-block-start: 1px solid var(--_line);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    font-size: 0.8125em;
  }
  .bone {
    min-block-size: 3em;
    block-size: 100%;
    background: var(--_line);
    opacity: 0.5;
  }
  .problem {
    align-items: flex-start;
  }
  @container (max-width: 20em) {
    .frame {
      padding: calc(var(--obs-space, 1em) * 0.75);
    }
  }
`;
