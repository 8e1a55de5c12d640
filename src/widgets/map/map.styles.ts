import { css } from 'lit';

export const mapStyles = css`
  .root {
    min-block-size: var(--obs-map-block-size, 50em);
  }
  /* Where there is nothing to show there is no hole. */
  :is(.root, .frame):has(.problem) {
    min-block-size: 0;
  }
  .controls,
  .choice,
  .chart,
  .side,
  .insets {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4em 1em;
  }
  .choice {
    flex: 0 1 auto;
    gap: 0.5em;
    align-items: center;
    font-size: 0.875em;
    min-inline-size: 0;
  }
  select {
    font: inherit;
    color: inherit;
    max-inline-size: 100%;
    min-block-size: 2em;
    background: var(--_surface);
    border: 1px solid var(--_control);
    border-radius: 3px;
  }
  input[type='range'] {
    accent-color: var(--_accent);
    min-block-size: 2em;
    min-inline-size: 6em;
    flex: 1 1 8em;
  }
  output {
    font-weight: 600;
    min-inline-size: 4em;
  }
  .plot {
    flex: 1 1 20em;
    min-inline-size: 0;
    border-radius: 3px;
  }
  .side {
    flex: 1 1 14em;
    flex-direction: column;
    flex-wrap: nowrap;
    min-inline-size: 0;
  }
  .drawing {
    display: block;
    inline-size: 100%;
    block-size: auto;
    max-block-size: 34em;
  }
  /* Circles reach over the edge of the whole map; a part of it ends where it ends. */
  .whole,
  .swatch {
    overflow: visible;
  }
  .area {
    stroke: var(--_control);
    stroke-width: 0.5px;
    vector-effect: non-scaling-stroke;
    stroke-linejoin: round;
  }
  .many .area {
    stroke-width: 0.25px;
  }
  .area[data-place] {
    cursor: pointer;
  }
  .tiles .area {
    stroke-width: 1px;
  }
  .under {
    fill: var(--_surface);
  }
  .land {
    fill: var(--_line);
    fill-opacity: 0.4;
  }
  .grain {
    fill: var(--_text);
  }
  .sign {
    fill: none;
    stroke: var(--_control);
    stroke-width: 1.2;
  }
  .circle {
    fill: var(--_k4);
    fill-opacity: 0.75;
    stroke: var(--_surface);
    stroke-width: 1px;
    vector-effect: non-scaling-stroke;
    cursor: pointer;
  }
  .circle.open {
    stroke: var(--_text);
    stroke-dasharray: 2 2;
  }
  .halo,
  .active {
    fill: none;
    stroke: var(--_surface);
    stroke-width: 5px;
    stroke-linejoin: round;
    vector-effect: non-scaling-stroke;
    pointer-events: none;
  }
  .active {
    stroke: var(--_text);
    stroke-width: 2.5px;
  }
  text {
    font-size: 26px;
    font-weight: 600;
    text-anchor: middle;
    pointer-events: none;
  }
  .value {
    font-size: 22px;
    font-weight: 400;
  }
  .plain {
    fill: var(--_text);
    stroke: var(--_surface);
    stroke-width: 5px;
    paint-order: stroke;
  }
  .readout {
    min-block-size: 2.8em;
    font-size: 0.875em;
  }
  .classes {
    display: flex;
    flex-direction: column;
    gap: 0.25em;
    margin: 0;
    padding: 0;
    font-size: 0.8125em;
    list-style: none;
  }
  .classes li {
    display: flex;
    gap: 0.6em;
    align-items: center;
  }
  .swatch {
    flex: none;
    inline-size: 2em;
    block-size: 1.3em;
  }
  .round {
    block-size: 2.4em;
  }
  .swatch .area {
    stroke-width: 1px;
  }
  .patterns {
    position: absolute;
    inline-size: 0;
    block-size: 0;
  }
  .insets figure {
    flex: 1 1 9em;
    max-inline-size: 16em;
    margin: 0;
    padding: 0.3em;
    border: 1px solid var(--_control);
    border-radius: 3px;
  }
  .insets .drawing {
    max-block-size: 12em;
  }
  figcaption {
    font-size: 0.8125em;
  }
  .frame-of {
    fill: none;
    stroke: var(--_text);
    stroke-width: 1px;
    stroke-dasharray: 3 2;
    vector-effect: non-scaling-stroke;
    pointer-events: none;
  }
  .summary {
    font-size: 0.875em;
  }
  /* At this width a square has room for its name alone. */
  @container (max-width: 24em) {
    .frame {
      min-block-size: calc(var(--obs-map-block-size, 57em) - 2px);
    }
  }
  @container (max-width: 18em) {
    .drawing .value {
      display: none;
    }
    text {
      font-size: 40px;
      dominant-baseline: central;
    }
  }
  @media (forced-colors: active) {
    .drawing,
    .swatch {
      forced-color-adjust: none;
    }
    .under,
    .land {
      fill: Canvas;
    }
    .grain,
    text {
      fill: CanvasText;
    }
    .area,
    .sign,
    .active,
    .frame-of {
      stroke: CanvasText;
    }
    .plain,
    .halo {
      stroke: Canvas;
    }
    .circle {
      fill: Highlight;
      stroke: Canvas;
    }
  }
  @media print {
    select {
      display: none;
    }
    .area,
    .circle {
      print-color-adjust: exact;
    }
  }
`;
