import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit';
import { MediaController } from '../../controllers/media-controller.js';
import { NearbyController } from '../../controllers/nearby-controller.js';
import { SizeController } from '../../controllers/size-controller.js';
import type { Answer } from '../../engine/engine.js';
import { trend as spanish } from '../../text/es/trend.js';
import type { TrendMessages } from '../../text/messages.js';
import type { Sentence } from '../../text/summary/fit.js';
import { CATEGORY_COLOURS } from '../../theme/palette.js';
import { defineWidget } from '../define.js';
import { choice } from '../../text/attribute-values.js';
import type { Action } from '../figure/action.js';
import type { Rendered } from '../figure/frame.js';
import { renderToolbar } from '../figure/toolbar.js';
import { renderTwin } from '../figure/twin-table.js';
import { twinTableStyles } from '../figure/twin-table.styles.js';
import type { TrendChart } from './chart.js';
import type { TrendDrawing } from './drawing.js';
import { COLOUR_MEDIA, PROBES, readLook, ROOM_FOR_NAMES } from './look.js';
import { placeReadout, renderReadout, spokenPoint } from './readout.js';
import { swatchStyles } from './swatches.styles.js';
import { trendStyles } from './trend.styles.js';
import { TrendAttributes } from './trend-attributes.js';
import { makeTrend, type TrendModel } from './trend-model.js';
import { axesText, renderKey, renderTable } from './trend-parts.js';
import { twinOf } from './twin-table.js';
import { walk } from './walk.js';

/**
 * A value through time, as lines or columns: gaps stay gaps, values that may still change are dashed and named,
 * breaks are drawn. The same data are a table one action away, and a summary in words stands below.
 *
 * @csspart plot - The chart.
 * @csspart key - Names and colours of the series.
 * @csspart readout - The values of the period under the pointer or chosen by keyboard.
 * @csspart annotations - What happened in the time that is shown.
 * @csspart summary - The chart in words.
 * @cssproperty --obs-color-1 - Colour of the first series.
 * @cssproperty --obs-color-2 - Colour of the second series.
 * @cssproperty --obs-color-3 - Colour of the third series.
 * @cssproperty --obs-color-4 - Colour of the fourth series.
 * @cssproperty --obs-color-5 - Colour of the fifth series.
 * @cssproperty --obs-color-6 - Colour of the sixth series.
 * @cssproperty [--obs-trend-block-size=33em] - Height kept free for the chart, so that nothing moves when it comes.
 */
export class ObsTrend extends TrendAttributes {
  static override styles: CSSResultGroup = [
    TrendAttributes.styles,
    twinTableStyles,
    trendStyles,
    swatchStyles,
  ];
  static override properties: PropertyDeclarations = {
    asTable: { state: true },
    active: { state: true },
    activeSeries: { state: true },
    isNarrow: { state: true },
  };

  declare private asTable: boolean;
  /** The period that is being read. */
  declare private active: number | undefined;
  declare private activeSeries: number;
  declare private isNarrow: boolean;

  readonly #nearby = new NearbyController(this, () => void this.#load());
  readonly #size = new SizeController(this, (width, height) => this.#resized(width, height));
  #drawBreaks: TrendDrawing['drawBreaks'];
  #chart: TrendChart | undefined;
  #makeChart: ((canvas: HTMLCanvasElement) => TrendChart) | undefined;
  #width = 0;
  #height = 0;

  constructor() {
    super();
    this.asTable = false;
    this.activeSeries = 0;
    this.isNarrow = true;
    new MediaController(this, COLOUR_MEDIA, () => this.#draw());
  }

  get #messages(): TrendMessages {
    return this.language.messages?.trend ?? spanish;
  }

  protected override makeModel(answer: Answer): TrendModel {
    const shape = choice('shape', this.shape, ['line', 'column']) === 'column' ? 'column' : 'line';
    const { decimalsShown: decimals, interval, language } = this;
    const trend = this.#messages;
    const words = language.words.naming?.(this.reportingUnits) ?? language.words;
    const make = (of: Answer, more: readonly Sentence[] = []): TrendModel =>
      makeTrend(of, this, { shape, decimals, interval, more }, words, trend);
    return this.additions ? this.additions.withAdditions(this, answer, make, language, trend) : make(answer);
  }

  protected override renderActions(actions: readonly Action[]): Rendered {
    const { asTable, asChart } = this.#messages;
    const run = (): void => {
      this.asTable = !this.asTable;
      if (!this.asTable && this.#nearby.isNear) void this.#load();
    };
    const toggle = { label: this.asTable ? asChart : asTable, run };
    return renderToolbar([toggle, ...actions], this.model?.frame.heading ?? '');
  }

  protected override renderFigure(model: TrendModel): TemplateResult {
    const { series, axis, summary } = model;
    return html`${this.#namesAtEnd(model) || series.length < 2 || this.asTable ? nothing : renderKey(model)}
      ${axis.startsAtZero || this.asTable ? nothing : html`<p class="small">${this.#messages.notZero}</p>`}
      ${this.asTable ? renderTable(model) : this.#renderChart(model)}
      ${this.additions?.renderAnnotations(model)}
      <p class="summary" part="summary" id="summary">${summary}</p>`;
  }

  #renderChart(model: TrendModel): TemplateResult {
    const { chart, walk: howToWalk } = this.#messages;
    const colours = CATEGORY_COLOURS.map((_, index) => `c${index}`);
    return html`<div
        class="plot"
        part="plot"
        tabindex="0"
        role="application"
        aria-roledescription=${chart}
        aria-label=${model.frame.heading}
        aria-describedby="summary walk"
        @keydown=${this.#walk}
        @pointermove=${this.#point}
        @pointerdown=${this.#point}
        @pointerleave=${this.#leave}
        @blur=${this.#leave}
      >
        <canvas aria-hidden="true"></canvas>
        <span class="probe">${[...PROBES, ...colours].map((name) => html`<i class=${name}></i>`)}</span>
        ${renderReadout(model, this.active)}
      </div>
      <p class="hidden" id="walk">${howToWalk}</p>
      <p class="hidden">${axesText(model, this.#messages)}</p>
      <p class="hidden" role="status">${spokenPoint(model, this.active, this.activeSeries)}</p>
      <div class="hidden">${renderTwin(twinOf(model))}</div>`;
  }

  #namesAtEnd({ series, shape }: TrendModel): boolean {
    return series.length > 1 && shape === 'line' && !this.isNarrow;
  }

  readonly #walk = (event: KeyboardEvent): void => {
    const { model } = this;
    // With another key held down it is the browser's: Alt and left goes back a page.
    if (!model || event.altKey || event.ctrlKey || event.metaKey) return;
    const reading = { active: this.active, series: this.activeSeries };
    const to = walk(event.key, reading, model.periods.length, model.series.length);
    if (!to) return;
    event.preventDefault();
    [this.active, this.activeSeries] = [to.active, to.series];
  };

  readonly #point = (event: PointerEvent): void => {
    const plot = event.currentTarget as Element;
    this.active = this.#chart?.nearest(event.clientX - plot.getBoundingClientRect().left);
  };

  readonly #leave = (): void => void (this.active = undefined);

  #resized(width: number, height: number): void {
    [this.#width, this.#height] = [width, height];
    this.#draw();
    // In the next frame: the key that comes or goes changes the size that is being told.
    const follow = (): void => void (this.isNarrow = this.#width < ROOM_FOR_NAMES);
    if (this.isNarrow !== width < ROOM_FOR_NAMES) requestAnimationFrame(follow);
  }

  async #load(): Promise<void> {
    try {
      const [{ TrendChart }, intervals, breaks] = await Promise.all([
        import('./chart.js'),
        this.interval === '' ? undefined : import('./intervals.js'),
        this.model?.breaks.length ? import('./draw-breaks.js') : undefined,
      ]);
      // Another question, which needs other code to be drawn, may have come meanwhile.
      if (!intervals !== (this.interval === '')) return await this.#load();
      this.#drawBreaks = breaks?.drawBreaks;
      this.#makeChart = (canvas) => new TrendChart(canvas, intervals?.drawIntervals);
      this.#draw();
    } catch (reason) {
      console.warn(`<${this.localName}>`, reason);
      // Without the code that draws, the same data stand as a table.
      this.asTable = true;
    }
  }

  protected override updated(): void {
    super.updated();
    if (!this.isConnected) return;
    const plot = this.renderRoot.querySelector('.plot') ?? undefined;
    this.#size.watch(plot);
    if (!plot) this.#drop();
    else this.#draw();
  }

  #draw(): void {
    // Updates and what is being loaded go on after the widget has left the page; what it holds there must not come back.
    if (!this.isConnected) return;
    const { model } = this;
    const plot = this.renderRoot.querySelector('.plot');
    const canvas = plot?.querySelector('canvas');
    const probe = plot?.querySelector('.probe');
    if (!model || !plot || !canvas || !probe || !this.#nearby.isNear || this.#width === 0) return;
    if (!this.#makeChart || (model.breaks.length && !this.#drawBreaks)) return void this.#load();
    this.#chart ??= this.#makeChart(canvas);
    const drawing = {
      model,
      look: readLook(probe, plot, model.series.length),
      words: this.language.words,
      breakLabel: this.#messages.breakLabel,
      namesAtEnd: this.#namesAtEnd(model),
      additions: this.additions,
      drawBreaks: this.#drawBreaks,
      active: this.active,
    };
    this.#chart.draw(drawing, this.#width, this.#height);
    const point = this.active === undefined ? undefined : model.series[0]?.points[this.active];
    if (point) placeReadout(plot, this.#chart.pixel(point.at, 0).x, this.#width);
  }

  #drop(): void {
    this.#chart?.destroy();
    this.#chart = undefined;
    // Another question may need other code to be drawn.
    this.#makeChart = undefined;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.isNarrow = this.clientWidth < ROOM_FOR_NAMES;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#drop();
  }
}

defineWidget('obs-trend', ObsTrend);

declare global {
  interface HTMLElementTagNameMap {
    'obs-trend': ObsTrend;
  }
}
