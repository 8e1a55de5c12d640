import { css, html } from 'lit';
import type { MapMessages } from '../../text/map-messages.js';
import { renderAction, type Action } from '../figure/action.js';
import type { Rendered } from '../figure/frame.js';
import type { Box } from './drawn.js';
import { isNearest, isWhole, nearer, wholeOf, type Zoom } from './zoom.js';

/** A button beside the map. */
export interface MapAction extends Action {
  /** Where it can change nothing now, though at other times it may. */
  readonly isOff?: boolean;
}

/** Nearer, around a point where one is given; farther, and the whole map: off where the map cannot go farther. */
export function zoomActions(
  zoom: Zoom,
  box: Box,
  point: readonly [number, number] | undefined,
  map: MapMessages,
  go: (zoom: Zoom) => void,
): MapAction[] {
  return [
    { label: map.zoomIn, isOff: isNearest(zoom), run: () => go(nearer(zoom, box, 1, point)) },
    { label: map.zoomOut, isOff: isWhole(zoom), run: () => go(nearer(zoom, box, -1)) },
    { label: map.zoomAll, isOff: isWhole(zoom), run: () => go(wholeOf(box)) },
  ];
}

/** One button; one that is off keeps the focus, which would be lost with `disabled`. */
export function renderMapAction(action: MapAction, tabindex: number): Rendered {
  const { isOff, label, run } = action;
  if (isOff === undefined) return renderAction(action, tabindex);
  const click = (): void => void (isOff || run());
  return html`<button type="button" tabindex=${tabindex} aria-disabled=${isOff} @click=${click}>
    ${label}
  </button>`;
}

export const zoomStyles = css`
  [aria-disabled='true'] {
    color: var(--_muted);
    border-color: var(--_line);
    cursor: default;
  }
`;
