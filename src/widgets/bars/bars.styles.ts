import { css } from 'lit';

export const barsStyles = css`
  .plot {
    display: grid;
    gap: 1em;
    font-size: 0.875em;
    border-radius: 3px;
  }
  .several {
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 20em), 1fr));
  }
  .title {
    font-weight: 600;
  }
  ol {
    margin: 0;
    padding: 0;
    /* Not none, with which Safari takes it for no list. */
    list-style-type: '';
  }
  .row {
    position: relative;
  }
  .seen {
    display: grid;
    grid-template-columns:
      calc(var(--_places) * 2.6em) min(38%, calc(var(--_names) * 0.68em + 0.8em))
      minmax(0, 1fr);
    align-items: center;
  }
  .place {
    color: var(--_muted);
    text-align: end;
    padding-inline-end: 0.5em;
    white-space: nowrap;
  }
  .name {
    padding-block: 0.2em;
    padding-inline-end: 0.6em;
    line-height: 1.2;
  }
  .track {
    position: relative;
    align-self: stretch;
    display: flex;
    align-items: center;
    grid-column: 3;
    --_start: calc(var(--_left) * 0.65em + min(1, var(--_left)) * 0.5em);
    --_span: calc(100% - var(--_start) - var(--_right) * 0.65em - 0.7em);
  }
  .scale {
    position: absolute;
    inset-block: 0;
    inset-inline-start: var(--_start);
    inline-size: var(--_span);
    display: flex;
    align-items: center;
  }
  .drawn {
    inline-size: 100%;
    block-size: 16px;
    overflow: visible;
    color: var(--_accent);
  }
  .has-own .entry .drawn {
    color: var(--_control);
  }
  .others .name {
    color: var(--_muted);
  }
  .others .drawn {
    color: var(--_control);
  }
  .others rect {
    fill-opacity: 0.35;
  }
  .own .name,
  .own .value {
    font-weight: 700;
  }
  .zero,
  .reference {
    position: absolute;
    inset-block: 0;
    inset-inline-start: calc(var(--_at) * 100%);
    border-inline-start: 1px solid var(--_control);
  }
  .reference {
    border-inline-start: 2px dashed var(--_text);
  }
  .compared {
    min-block-size: 1.5em;
  }
  .compared .scale span {
    position: absolute;
    inset-inline-start: calc(var(--_at) * 100%);
    padding-inline-start: 0.3em;
    border-inline-start: 2px dashed var(--_text);
    white-space: nowrap;
  }
  .compared .scale .left {
    inset-inline: auto calc((1 - var(--_at)) * 100% - 2px);
    padding-inline: 0 0.3em;
    border-inline: 0 2px dashed var(--_text);
    border-inline-end: 2px dashed var(--_text);
  }
  /* Over the line that all are compared with, which goes on behind it. */
  .value {
    position: relative;
    z-index: 1;
    background: var(--_surface);
    border-inline-start: 0.4em solid transparent;
    background-clip: padding-box;
    overflow-wrap: normal;
    margin-inline-start: calc(var(--_start) + var(--_at) * var(--_span));
    padding-inline-end: 0.2em;
    line-height: 1.2;
  }
  .value.left {
    margin-inline: auto calc(100% - var(--_start) - var(--_at) * var(--_span));
    border-inline: 0 solid transparent;
    border-inline-end-width: 0.4em;
  }
  .value.absent,
  .value small {
    color: var(--_muted);
    font-size: 1em;
  }
  .value.absent {
    font-style: italic;
  }
  .label {
    position: absolute;
    inset-inline-start: calc(var(--_at) * 100%);
    padding: 0 0.2em;
    font-size: 0.75em;
    line-height: 1.2;
    white-space: nowrap;
    color: var(--_text);
    background: var(--_surface);
    border-radius: 2px;
    transform: translateX(-50%);
  }
  .told {
    position: relative;
  }
  .readout {
    position: absolute;
    inset: 0 0 auto;
    font-size: 0.875em;
  }
  /* What is read stands where the summary is. */
  .told:has(.readout) .summary {
    visibility: hidden;
  }
  .active {
    outline: 1px solid var(--_control);
    border-radius: 2px;
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
  .key li {
    display: flex;
    gap: 0.4em;
    align-items: center;
  }
  .swatch {
    flex: none;
    inline-size: 0.9em;
    block-size: 0.9em;
  }
  .summary {
    font-size: 0.875em;
  }
  @media (forced-colors: active) {
    .drawn {
      color: CanvasText;
    }
    .own .drawn {
      color: Highlight;
    }
    .bar[class*=' c'] rect {
      stroke: CanvasText;
    }
  }
  /* Names over their bars where there is no room beside them. */
  @container (max-width: 30em) {
    .label {
      display: none;
    }
    .panel:not(.pyramid) .seen {
      display: flex;
      flex-wrap: wrap;
      gap: 0 0.4em;
      padding-block: 0.25em;
    }
    .panel:not(.pyramid) .place {
      padding: 0;
    }
    .panel:not(.pyramid) .place:empty {
      display: none;
    }
    .panel:not(.pyramid) .name {
      padding: 0;
    }
    .panel:not(.pyramid) .track {
      display: contents;
    }
    .panel:not(.pyramid) .value {
      order: 1;
      inline-size: auto;
      margin-inline: auto 0;
      padding: 0;
      border: 0;
    }
    .panel:not(.pyramid) .none .scale {
      display: none;
    }
    .panel:not(.pyramid) .scale {
      position: relative;
      inset: auto;
      order: 2;
      flex: none;
      inline-size: 100%;
      block-size: 18px;
    }
  }
`;
