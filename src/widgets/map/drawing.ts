import { nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { TilePlace } from '../../table/shape.js';
import { overlaps, viewBox, type Box, type Drawn } from './drawn.js';
import { markOf, paintOf, renderPatterns, stepOf, type Filling } from './marks.js';
import type { StepModel } from './step-model.js';

/** What one drawing of a map needs. */
export interface Drawing {
  readonly model: StepModel;
  readonly drawn: Drawn;
  readonly tiles: readonly TilePlace[] | undefined;
  readonly filling: Filling;
  /** The part that is seen. */
  readonly part: Box;
  /** Tells its patterns from those of other drawings in the widget. */
  readonly prefix: string;
  /** The place that is read. */
  readonly active: number | undefined;
  /** The parts that are drawn again, larger. */
  readonly framed: readonly Box[];
}

/** So many squares of a pattern stand side by side, in the whole map and in a part of it drawn again. */
const SQUARES = { whole: 80, inset: 30 };

/** So many of the largest radius are as long as the map. */
const CIRCLES = 16;

/** The places that are seen. */
function placesIn({ drawn, part }: Drawing): number[] {
  return drawn.boxes.flatMap((box, place) => (overlaps(box, part) ? [place] : []));
}

function renderAreas({ model, drawn, filling, prefix }: Drawing, places: readonly number[]): unknown {
  const { states, map } = model;
  return places.map((place) => {
    const state = states[place];
    if (!state) return nothing;
    const { className, fill } =
      map.as === 'symbols' && !state.absence
        ? { className: 'area land', fill: undefined }
        : paintOf(markOf(map, state), model.marksOpen && state.isOpen, map, filling, prefix);
    return svg`<path class=${className} fill=${fill ?? nothing} d=${drawn.paths[place] ?? ''} data-place=${place}></path>`;
  });
}

/** Circles whose area is as the value, the largest first, so that none hides a smaller one. */
function renderCircles({ model, drawn, part }: Drawing, places: readonly number[]): unknown {
  const { states, map } = model;
  if (map.as !== 'symbols') return nothing;
  // As large in a part of the map as in the whole: near by, circles no longer overlap.
  const largest = drawn.radius ?? Math.max(part.width, part.height) / CIRCLES;
  const value = (place: number): number => states[place]?.value ?? NaN;
  return places
    .filter((place) => value(place) > 0)
    .sort((a, b) => value(b) - value(a))
    .map((place) => {
      const [x, y] = drawn.centres[place] ?? [0, 0];
      // The greatest may be less as it is rounded, or nothing.
      const radius = largest * Math.sqrt(Math.min(1, value(place) / map.most));
      const name = states[place]?.isOpen ? 'circle open' : 'circle';
      return svg`<circle class=${name} cx=${x} cy=${y} r=${radius.toFixed(2)} data-place=${place}></circle>`;
    });
}

/** The name and the value of each square. */
function renderTexts({ model, drawn, tiles, filling }: Drawing): unknown {
  const { states, map } = model;
  if (!tiles) return nothing;
  return tiles.map(({ short }, place) => {
    const [state, [x, y] = [0, 0]] = [states[place], drawn.centres[place]];
    if (!state) return nothing;
    const mark = markOf(map, state);
    const isPlain = typeof mark === 'string' || filling === 'patterns' || map.as === 'symbols';
    const on = isPlain ? 'plain' : `on${stepOf(mark, map)}`;
    return svg`<text class="short ${on}" x=${x} y=${y - 6}>${short}</text>
      <text class="value ${on}" x=${x} y=${y + 26}>${state.text.replace(/ \(.*/, '')}</text>`;
  });
}

/** The outline of the place that is read, above all others. */
function renderActive({ drawn, active }: Drawing): SVGTemplateResult | typeof nothing {
  const path = active === undefined ? undefined : drawn.paths[active];
  if (path === undefined) return nothing;
  return svg`<path class="halo" d=${path}></path><path class="active" d=${path}></path>`;
}

/**
 * One drawing of the map. Its shapes stay as they are while the reader moves, zooms and chooses; another period
 * changes their classes alone.
 */
export function renderDrawing(drawing: Drawing, isWhole = true): TemplateResult | SVGTemplateResult {
  const { model, drawn, filling, part, prefix, tiles, framed } = drawing;
  const places = isWhole ? [...drawn.paths.keys()] : placesIn(drawing);
  const size = Math.max(part.width, part.height) / (isWhole ? SQUARES.whole : SQUARES.inset);
  return svg`<svg class="drawing ${tiles ? 'tiles' : ''} ${part.width === drawn.box.width ? 'whole' : ''}" viewBox=${viewBox(part)} aria-hidden="true">
    ${guard([model.map, size, prefix], () => renderPatterns(prefix, size, model.map))}
    ${guard([model, drawn, filling, prefix, model.map.as === 'symbols' && part.width], () => [renderAreas(drawing, places), renderCircles(drawing, places), renderTexts(drawing)])}
    ${framed.map(({ x, y, width, height }) => svg`<rect class="frame-of" x=${x} y=${y} width=${width} height=${height}></rect>`)}
    ${renderActive(drawing)}
  </svg>`;
}
