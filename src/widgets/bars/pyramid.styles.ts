import { css } from 'lit';

/** Two sides with the names between them. */
export const pyramidStyles = css`
  .pyramid .seen {
    grid-template-columns: minmax(0, 1fr) min(30%, calc(var(--_names) * 0.62em + 1em)) minmax(0, 1fr);
  }
  .pyramid .name {
    padding-inline: 0.3em;
    text-align: center;
  }
  .heads b:first-child {
    text-align: end;
  }
  .side {
    position: relative;
    align-self: stretch;
    --_span: calc(100% - var(--_right) * 0.65em - 0.5em);
  }
  .side .scale {
    inset-inline-start: 0;
    border-inline-start: 1px solid var(--_control);
  }
  .side .drawn {
    color: inherit;
  }
  .side .value {
    position: absolute;
    margin: 0;
    inset-inline-start: calc(var(--_at) * 100%);
    color: var(--_text);
    white-space: nowrap;
  }
  .side:first-child .scale {
    inset-inline: auto 0;
    border-inline: 0;
    border-inline-end: 1px solid var(--_control);
  }
  .side:first-child .drawn {
    transform: scaleX(-1);
  }
  .side:first-child .value {
    inset-inline: auto calc(var(--_at) * 100%);
    border-inline: 0 solid transparent;
    border-inline-end-width: 0.4em;
  }
`;
