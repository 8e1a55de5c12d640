import { css } from 'lit';

export const cardStyles = css`
  .root {
    min-block-size: var(--obs-card-block-size, 25em);
  }
  .value {
    font-size: 2.5em;
    font-weight: 600;
    line-height: 1.1;
    letter-spacing: -0.01em;
  }
  .figure {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 0.5em;
  }
  .change {
    font-size: 0.875em;
  }
  .mark {
    color: var(--_muted);
  }
  .statuses {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3em;
    font-size: 0.75em;
  }
  .statuses span {
    padding: 0.1em 0.6em;
    border: 1px solid var(--_control);
    border-radius: 1em;
  }
  .sparkline {
    flex: 1 0 2.75em;
    max-block-size: 7em;
    margin-block-start: auto;
    overflow: visible;
  }
  path {
    vector-effect: non-scaling-stroke;
    fill: none;
    stroke: var(--_accent);
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  @media (forced-colors: active) {
    path {
      stroke: CanvasText;
    }
  }
  .dashed {
    stroke-dasharray: 3 4;
  }
  .point {
    stroke-width: 4;
  }
  .shown {
    stroke-width: 8;
  }
  @container (max-width: 14em) {
    .value {
      font-size: 2em;
    }
  }
`;
