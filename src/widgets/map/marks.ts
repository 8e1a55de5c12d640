import { svg, type SVGTemplateResult } from 'lit';
import { STEPS_OF } from '../../theme/sequence.js';
import { classAt, type MapModel } from './map-model.js';
import type { Absence } from '../../table/absence.js';
import type { PlaceState } from './place-state.js';

/** How values are told apart: by colour, or by squares that grow, for paper, high contrast and any eye. */
export type Filling = 'colour' | 'patterns';

/** How a mark is painted: a class of the style sheet, or a pattern where `fill` names one. */
export interface Paint {
  readonly className: string;
  readonly fill: string | undefined;
}

const PATTERN = 8;

/** The signs for why there is no value, in a square of 8. */
const SIGNS: Readonly<Record<Absence, string>> = {
  missing: 'M-2,2l4,-4M0,8l8,-8M6,10l4,-4',
  suppressed: 'M0,0l8,8M0,8l8,-8',
  notApplicable: 'M0,4h8',
  tooFew: 'M4,0v8',
};

/** The step of the colours that a class takes, from 0. */
export function stepOf(mark: number, model: Pick<MapModel, 'breaks'>): number {
  return STEPS_OF[model.breaks.length + 1]?.[mark] ?? mark;
}

/** How a class, an absence or an open value is painted. `prefix`: which drawing's patterns. */
export function paintOf(
  mark: number | Absence,
  isOpen: boolean,
  model: Pick<MapModel, 'breaks'>,
  filling: Filling,
  prefix: string,
): Paint {
  const pattern = (name: string): Paint => ({ className: 'area', fill: `url(#${prefix}-${name})` });
  if (typeof mark === 'string') return pattern(mark);
  if (filling === 'patterns') return pattern(`${isOpen ? 'open-' : ''}grain-${mark}`);
  const step = stepOf(mark, model);
  return isOpen ? pattern(`open-${step}`) : { className: `area k${step}`, fill: undefined };
}

/** The class of a place, or why it has none. */
export function markOf(model: MapModel, { value, absence }: PlaceState): number | Absence {
  return absence ?? classAt(model, value);
}

function pattern(id: string, size: number, inside: SVGTemplateResult): SVGTemplateResult {
  return svg`<pattern id=${id} patternUnits="userSpaceOnUse" width=${size} height=${size} viewBox="0 0 8 8">
    ${inside}
  </pattern>`;
}

/** A square in the middle of the pattern, whose area grows from class to class. */
function grain(mark: number, classes: number, isOpen: boolean): SVGTemplateResult {
  const side = PATTERN * Math.sqrt((mark + 0.6) / classes);
  const [start, half] = [(PATTERN - side) / 2, PATTERN / 2];
  return svg`<rect class="under" width="8" height="8"></rect>
    <rect class="grain" x=${start} y=${start} width=${side} height=${side}></rect>
    ${isOpen ? svg`<circle class="under" cx=${half} cy=${half} r="1.4"></circle>` : null}`;
}

/** The patterns of one drawing; `size`: of their squares, in its units. */
export function renderPatterns(
  prefix: string,
  size: number,
  { breaks }: Pick<MapModel, 'breaks'>,
): SVGTemplateResult {
  const classes = breaks.length + 1;
  const marks = Array.from({ length: classes }, (_, mark) => mark);
  return svg`<defs>
    ${Object.entries(SIGNS).map(([name, d]) =>
      pattern(
        `${prefix}-${name}`,
        size,
        svg`<rect class="under" width="8" height="8"></rect><path class="sign" d=${d}></path>`,
      ),
    )}
    ${marks.map((mark) => {
      const step = stepOf(mark, { breaks });
      return svg`${pattern(
        `${prefix}-open-${step}`,
        size,
        svg`<rect class="k${step}" width="8" height="8"></rect><circle class="on${step}" cx="4" cy="4" r="1.3"></circle>`,
      )}
      ${pattern(`${prefix}-grain-${mark}`, size, grain(mark, classes, false))}
      ${pattern(`${prefix}-open-grain-${mark}`, size, grain(mark, classes, true))}`;
    })}
  </defs>`;
}
