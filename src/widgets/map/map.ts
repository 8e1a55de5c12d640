import {
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { MediaController } from '../../controllers/media-controller.js';
import type { Answer } from '../../engine/engine.js';
import { parseClassCount, parseClasses } from '../../query/class-breaks.js';
import type { Notice } from '../../table/notice.js';
import { map as spanish } from '../../text/es/map.js';
import { measures } from '../../text/es/measures.js';
import { defineWidget } from '../define.js';
import type { Action } from '../figure/action.js';
import { choice } from '../../text/attribute-values.js';
import { FigureElement } from '../figure/figure-element.js';
import type { Rendered } from '../figure/frame.js';
import { renderToolbar } from '../figure/toolbar.js';
import { renderChart } from './chart.js';
import type { Drawn, Inset } from './drawn.js';
import { MapFigure, type ReadyShapes } from './map-figure.js';
import { makeMap, type MapModel, type MapOptions, type MapTexts } from './map-model.js';
import { renderPlaces, renderRanking, renderReport, renderTime } from './map-parts.js';
import { mapStyles } from './map.styles.js';
import type { Filling } from './marks.js';
import { rankingStyles } from './ranking.styles.js';
import { isSame } from './same.js';
import { sequenceStyles } from './sequence.styles.js';
import { stepModel, type StepModel } from './step-model.js';
import { byKey, centredOn, isWhole, wholeOf, type Zoom } from './zoom.js';
import { renderMapAction, zoomActions, zoomStyles, type MapAction } from './zoom-buttons.js';

/** What changes while a reader uses the map: the data and their classes stay as they are. */
const READING = new Set<PropertyKey>(['step', 'chosen', 'pointed', 'zoom', 'asTable', 'failure', 'asked']);
const FORCED = '(forced-colors: active)';

/** What was made of an answer and a map, and from what. */
interface Made {
  readonly from: readonly unknown[];
  readonly base: MapModel;
  readonly shown: StepModel;
  readonly insets: readonly Inset[];
}

/**
 * A value by place, on a map: areas in colour for rates, circles for counts. Shapes come from GeoJSON or TopoJSON;
 * without any, the places are squares of one size. The same values stand in a list and in a table, one action away.
 *
 * @csspart controls - The choice of a place and of a period.
 * @csspart plot - The map.
 * @csspart readout - What is known of the place that is read.
 * @csspart classes - What colours and patterns mean.
 * @csspart insets - The parts that are drawn again, larger.
 * @csspart report - Which places of the data the map shows.
 * @csspart table - The places from the highest value to the lowest.
 * @csspart summary - The map in words.
 * @cssproperty --obs-color-class-1 - Colour of the lowest class.
 * @cssproperty --obs-color-class-2 - Colour of the second of six classes.
 * @cssproperty --obs-color-class-3 - Colour of the third of six classes.
 * @cssproperty --obs-color-class-4 - Colour of the fourth of six classes.
 * @cssproperty --obs-color-class-5 - Colour of the fifth of six classes.
 * @cssproperty --obs-color-class-6 - Colour of the highest class.
 * @cssproperty --obs-color-on-class-1 - Text on the lowest class.
 * @cssproperty --obs-color-on-class-2 - Text on the second of six classes.
 * @cssproperty --obs-color-on-class-3 - Text on the third of six classes.
 * @cssproperty --obs-color-on-class-4 - Text on the fourth of six classes.
 * @cssproperty --obs-color-on-class-5 - Text on the fifth of six classes.
 * @cssproperty --obs-color-on-class-6 - Text on the highest class.
 * @cssproperty [--obs-map-block-size=50em] - Height kept free for the map, so that nothing moves when it comes.
 */
export class ObsMap extends MapFigure<StepModel> {
  static override styles: CSSResultGroup = [
    FigureElement.styles,
    mapStyles,
    rankingStyles,
    sequenceStyles,
    zoomStyles,
  ];
  static override properties: PropertyDeclarations = {
    step: { state: true },
    chosen: { state: true },
    pointed: { state: true },
    zoom: { state: true },
    asTable: { state: true },
    asked: { state: true },
  };

  /** The period that is shown; the last one until the reader chooses. */
  declare private step: number | undefined;
  declare private chosen: number | undefined;
  declare private pointed: number | undefined;
  declare private zoom: Zoom | undefined;
  declare private asTable: boolean;
  /** What the reader has chosen last, and is told. */
  declare private asked: 'place' | 'period' | undefined;

  protected override readonly asksForSeries = false;
  #made: Made | undefined;
  /** Whether only the reader's own steps have changed since the last time. */
  #isReading = false;

  constructor() {
    super();
    this.asTable = false;
    new MediaController(this, [FORCED], () => this.requestUpdate());
  }

  get #texts(): MapTexts {
    const { words, messages } = this.language;
    return {
      words: words.naming?.(this.reportingUnits) ?? words,
      map: messages?.map ?? spanish,
      measures: messages?.trend.measures ?? measures,
    };
  }

  protected override willUpdate(changed?: PropertyValues): void {
    this.#isReading = [...(changed?.keys() ?? [])].every((name) => READING.has(name));
    super.willUpdate();
  }

  protected override get ownNotices(): readonly Notice[] | undefined {
    return this.#made?.base.notices;
  }

  protected override makeModel(answer: Answer): StepModel {
    const { state } = this.shapes;
    const map = state.name === 'ready' ? state.map : undefined;
    const texts = this.#texts;
    const from = [answer, map, texts.words, texts.map];
    const known = this.#isReading && isSame(this.#made?.from, from) ? this.#made : undefined;
    const base = known?.base ?? makeMap(answer, map, this.#options(), texts);
    const step = Math.min(this.step ?? base.lastStep, base.periods.length - 1);
    const shown = known?.shown.step === step ? known.shown : stepModel(base, step, this, texts);
    const insets = known?.insets ?? (state.name === 'ready' ? this.#insetsOf(state) : []);
    this.#made = { from, base, shown, insets };
    return shown;
  }

  #insetsOf({ map, drawn }: ReadyShapes): readonly Inset[] {
    return drawn.insets?.(this.insets, map, this.#texts.map.capital) ?? [];
  }

  #options(): MapOptions {
    const as = choice('as', this.as, ['colour', 'symbols']) === 'symbols' ? 'symbols' : 'colour';
    return {
      ...{ by: this.by, value: this.value, per: this.per, unit: this.unit, as },
      measureKind: choice('measure-kind', this.measureKind, ['rate', 'count']),
      classes: parseClasses(this.classes),
      classCount: parseClassCount(this.classCount),
      decimalsShown: this.decimalsShown,
      interval: this.interval,
    };
  }

  get #filling(): Filling {
    const said = choice('filling', this.filling, ['colour', 'patterns']);
    return said === 'patterns' || matchMedia(FORCED).matches ? 'patterns' : 'colour';
  }

  protected override renderActions(actions: readonly Action[]): Rendered {
    const { map } = this.#texts;
    const { state } = this.shapes;
    if (state.name !== 'ready') return super.renderActions(actions);
    const { asTable } = this;
    const toggle: Action = {
      label: asTable ? map.asMap : map.asTable,
      run: () => void (this.asTable = !this.asTable),
    };
    const { box } = state.drawn;
    const zoom = this.zoom ?? wholeOf(box);
    const point = this.chosen === undefined ? undefined : state.drawn.centres[this.chosen];
    const zooms = zoomActions(zoom, box, point, map, (next) => void (this.zoom = next));
    const isZoomed = state.map.kind === 'shapes' && !asTable;
    const all: MapAction[] = [toggle, ...(isZoomed ? zooms : []), ...actions];
    return renderToolbar(all, this.model?.frame.heading ?? '', renderMapAction);
  }

  protected override renderFigure(model: StepModel): TemplateResult {
    const { state } = this.shapes;
    const { map, words } = this.#texts;
    const ranking = html`<section class="scroll" tabindex="0" aria-label=${model.frame.heading}>
      ${renderRanking(model, this.chosen, map)}
    </section>`;
    return html`<div class="controls" part="controls">
        ${model.map.match ? renderPlaces(model, this.chosen, map, (place) => this.#choose(place)) : nothing}
        ${renderTime(model, words.periodHeader, (step) => ([this.step, this.asked] = [step, 'period']))}
      </div>
      ${state.name === 'failed' ? this.renderFailure(map, words) : nothing}
      ${state.name === 'ready' && !this.asTable ? this.#renderChart(model, state) : ranking}
      ${renderReport(model, map, words)}
      <p class="summary" part="summary" id="summary">${model.summary}</p>
      <p class="hidden" role="status">${this.#saying(model)}</p>`;
  }

  #renderChart(model: StepModel, { map, drawn }: ReadyShapes): TemplateResult {
    const zoom = this.zoom ?? wholeOf(drawn.box);
    return renderChart({
      ...{ model, map, drawn, zoom, texts: this.#texts, filling: this.#filling },
      insets: this.#made?.insets ?? [],
      active: this.pointed ?? this.chosen,
      choose: (place) => this.#choose(place),
      point: (place) => void (this.pointed = place),
      press: (event) => this.#press(event, zoom, drawn),
    });
  }

  #choose(place: number | undefined): void {
    const { state } = this.shapes;
    [this.chosen, this.asked] = [place, 'place'];
    if (state.name !== 'ready' || place === undefined || !this.zoom || isWhole(this.zoom)) return;
    this.zoom = centredOn(this.zoom, state.drawn.box, state.drawn.centres[place] ?? [0, 0]);
  }

  #press(event: KeyboardEvent, zoom: Zoom, drawn: Drawn): void {
    // With another key held down it is the browser's: Ctrl and plus makes the page larger.
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const point = this.chosen === undefined ? undefined : drawn.centres[this.chosen];
    const next = byKey(event.key, zoom, drawn.box, point);
    if (!next) return;
    event.preventDefault();
    this.zoom = next;
  }

  /** What the reader's last step has changed, for those who listen. */
  #saying(model: StepModel): string {
    const { chosen, asked } = this;
    if (asked === undefined) return '';
    if (chosen !== undefined) return model.readout(chosen);
    if (asked === 'place') return '';
    const count = model.states.slice(0, model.map.sizeOfMap).filter(({ absence }) => !absence).length;
    return `${model.map.periods[model.step] ?? ''}: ${this.#texts.map.valued(this.language.words.number(count))}`;
  }
}

defineWidget('obs-map', ObsMap);

declare global {
  interface HTMLElementTagNameMap {
    'obs-map': ObsMap;
  }
}
