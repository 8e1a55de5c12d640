import { css } from 'lit';

export const trendStyles = css`
  .root {
    min-block-size: var(--obs-trend-block-size, 33em);
  }
  /* Where there is nothing to show there is no hole. */
  :is(.root, .frame):has(.problem) {
    min-block-size: 0;
  }
  .plot {
    position: relative;
    flex: 1 1 14em;
    min-block-size: 12em;
    min-inline-size: 0;
    border-radius: 3px;
    touch-action: pan-y;
  }
  canvas {
    position: absolute;
    inset: 0;
  }
  /* Drawn for the screen, and a sheet of paper is of another width. */
  @media print {
    canvas {
      inline-size: 100% !important;
      block-size: 100% !important;
      object-fit: contain;
      object-position: left;
    }
  }
  .readout {
    position: absolute;
    inset-block-end: 100%;
    inset-inline-start: 0;
    z-index: 1;
    max-inline-size: 16em;
    padding: 0.4em 0.6em;
    font-size: 0.8125em;
    background: var(--_surface);
    border: 1px solid var(--_control);
    border-radius: 3px;
    box-shadow: 0 1px 4px rgb(0 0 0 / 15%);
    pointer-events: none;
  }
  /* What is read has the names as well, and stands where they are. */
  .body:has(.readout) .key {
    visibility: hidden;
  }
  .readout p,
  .key li {
    display: flex;
    gap: 0.5em;
    align-items: baseline;
  }
  .readout b {
    margin-inline-start: auto;
  }
  .key {
    display: flex;
    flex-wrap: wrap;
    gap: 0.2em 1em;
    margin: 0;
    padding: 0;
    font-size: 0.8125em;
    list-style: none;
  }
  .swatch::before {
    print-color-adjust: exact;
  }
  .probe {
    display: none;
  }
  .probe .accent {
    color: var(--_accent);
  }
  .probe .text {
    color: var(--_text);
  }
  .probe .muted {
    color: var(--_muted);
  }
  .probe .line {
    color: var(--_line);
  }
  .probe .control {
    color: var(--_control);
  }
  .probe .surface {
    color: var(--_surface);
  }
  /* A canvas knows nothing of the system's colours: it is told them. */
  @media (forced-colors: active) {
    .probe {
      forced-color-adjust: none;
    }
    .probe i[class] {
      color: CanvasText;
    }
    .probe i.surface {
      color: Canvas;
    }
    .probe i.line {
      color: GrayText;
    }
  }
  .summary {
    font-size: 0.875em;
  }
  @container (max-width: 24em) {
    .frame {
      min-block-size: calc(var(--obs-trend-block-size, 40em) - 2px);
    }
  }
`;
