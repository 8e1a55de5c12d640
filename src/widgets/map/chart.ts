import { html, nothing, type TemplateResult } from 'lit';
import type { MapDocument } from '../../table/shape.js';
import type { Drawn, Inset } from './drawn.js';
import { renderDrawing } from './drawing.js';
import type { MapTexts } from './map-model.js';
import { renderLegend } from './map-parts.js';
import type { Filling } from './marks.js';
import type { StepModel } from './step-model.js';
import { seen, type Zoom } from './zoom.js';

/** A map, and what the reader may do with it. */
export interface Chart {
  readonly model: StepModel;
  readonly map: MapDocument;
  readonly drawn: Drawn;
  readonly zoom: Zoom;
  readonly insets: readonly Inset[];
  readonly filling: Filling;
  readonly texts: MapTexts;
  /** The place that is read. */
  readonly active: number | undefined;
  readonly choose: (place: number) => void;
  readonly point: (place: number | undefined) => void;
  readonly press: (event: KeyboardEvent) => void;
}

/** So many places are drawn with thinner borders, which would hide them otherwise. */
const MANY = 300;

/** The place at which a pointer is. */
function placeAt({ target }: Event): number | undefined {
  const found = (target as Element).closest('[data-place]')?.getAttribute('data-place');
  return found === null || found === undefined ? undefined : Number(found);
}

function renderInsets(chart: Chart): TemplateResult | typeof nothing {
  const { insets, model, drawn, filling, active } = chart;
  if (insets.length === 0) return nothing;
  return html`<div class="insets" part="insets">
    ${insets.map(
      ({ label, box: part }, index) =>
        html`<figure>
          ${renderDrawing({ model, drawn, tiles: undefined, filling, part, prefix: `inset${index}`, active, framed: [] }, false)}
          <figcaption>${label}</figcaption>
        </figure>`,
    )}
  </div>`;
}

/** The map with its legend, what is read of a place, and the parts that are drawn larger. */
export function renderChart(chart: Chart): TemplateResult {
  const { model, map, drawn, zoom, filling, texts, active, choose, point, press } = chart;
  const tiles = map.kind === 'tiles' ? map.places : undefined;
  const part = seen(zoom, drawn.box);
  const framed = chart.insets.map(({ box }) => box);
  const click = (event: Event): void => {
    const place = placeAt(event);
    if (place !== undefined) choose(place);
  };
  return html`<div
    class="chart ${map.places.length > MANY ? 'many' : ''}"
    @click=${click}
    @pointermove=${(event: Event) => point(placeAt(event))}
    @pointerleave=${() => point(undefined)}
  >
    <div
      class="plot"
      part="plot"
      tabindex=${tiles ? nothing : 0}
      role=${tiles ? 'img' : 'application'}
      aria-roledescription=${tiles ? nothing : texts.map.map}
      aria-label=${model.frame.heading}
      aria-describedby=${tiles ? 'summary' : 'summary keys'}
      @keydown=${press}
    >
      ${renderDrawing({ model, drawn, tiles, filling, part, prefix: 'map', active, framed })}
    </div>
    <p class="hidden" id="keys">${tiles ? nothing : texts.map.keys}</p>
    <div class="side">
      <p class="readout" part="readout" aria-hidden="true">
        ${active === undefined ? texts.map.hint : model.readout(active)}
      </p>
      ${renderLegend(model, filling, texts.map, texts.words)} ${renderInsets(chart)}
    </div>
  </div>`;
}
