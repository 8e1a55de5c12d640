import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit';
import { onDemand } from '../../controllers/on-demand.js';
import type { Answer, Question } from '../../engine/engine.js';
import { bars as spanish } from '../../text/es/bars.js';
import type { BarsMessages } from '../../text/messages.js';
import { withRemarks } from '../../text/remarks.js';
import { defineWidget } from '../define.js';
import type { Action } from '../figure/action.js';
import { textAttributes } from '../figure/attribute-texts.js';
import { FigureElement } from '../figure/figure-element.js';
import type { Rendered } from '../figure/frame.js';
import { renderToolbar } from '../figure/toolbar.js';
import { renderTwin } from '../figure/twin-table.js';
import { twinTableStyles } from '../figure/twin-table.styles.js';
import { makeBars, type BarsModel } from './bars-model.js';
import { askedBy, optionsOf } from './bars-options.js';
import { barsStyles } from './bars.styles.js';
import { markStyles, partColours } from './marks.styles.js';
import { reservedStyles } from './reserved.styles.js';
import { renderPlot, renderTold, rowsOf } from './plot.js';
import { renderKey, type Reading } from './rows.js';
import { walk } from './walk.js';

/** What makes bars look like a pyramid, where they are one. */
const pyramidLook = onDemand(() => import('./pyramid-look.js'));

/**
 * A ranking or a composition as horizontal bars, which always begin at zero: sorted, with the reader's own place
 * marked, with what has no value listed and not drawn. The same data are a table one action away, and a summary in
 * words stands below.
 *
 * The bars are rows of a list, each with a small SVG whose lengths are shares of it. So names wrap and are never cut,
 * texts can be selected and grow with the reader's letters, each row is a sentence for a screen reader, paper
 * prints it, a page that changes its width needs no script, and no chart library is downloaded.
 *
 * @csspart plot - The bars.
 * @csspart key - Names and colours of the parts.
 * @csspart readout - What is told of the bar under the pointer or chosen by keyboard.
 * @csspart notes - What has no bar of its own, in words.
 * @csspart summary - The chart in words.
 * @cssproperty --obs-color-1 - Colour of the first part.
 * @cssproperty --obs-color-2 - Colour of the second part.
 * @cssproperty --obs-color-3 - Colour of the third part.
 * @cssproperty --obs-color-4 - Colour of the fourth part.
 * @cssproperty --obs-color-5 - Colour of the fifth part.
 * @cssproperty --obs-color-6 - Colour of the sixth part.
 * @cssproperty [--obs-bars-block-size=26em] - Height kept free for the bars, so that nothing moves when they come; with `top` 30em, on a phone 48em. Fewer than eight leave no hole.
 */
export class ObsBars extends FigureElement<BarsModel> {
  static override styles: CSSResultGroup = [
    FigureElement.styles,
    twinTableStyles,
    reservedStyles,
    barsStyles,
    markStyles,
    partColours,
  ];
  static override properties: PropertyDeclarations = {
    ...textAttributes('order top highlight reference stack stack-as multiples pyramid'),
    asTable: { state: true },
    showsAll: { state: true },
    active: { state: true },
  };

  /**
   * Highest value first, by name, or as the source has them.
   * @attr
   * @type {'value' | 'name' | 'source'}
   * @default value
   */
  declare order: string;
  /**
   * Only so many of the first places have a bar; the others are added up where they can be.
   * @attr
   */
  declare top: string;
  /**
   * The reader's own place, by name or code: marked, and shown also where it is not among the first.
   * @attr
   */
  declare highlight: string;
  /**
   * The row that all are compared with, by name or code: a line across the bars, and no place in the ranking.
   * @attr
   */
  declare reference: string;
  /**
   * The column of the parts that make up each bar.
   * @attr
   */
  declare stack: string;
  /**
   * Parts as they are, or as shares of the whole.
   * @attr stack-as
   * @type {'value' | 'percent'}
   * @default value
   */
  declare stackAs: string;
  /**
   * The column that makes several charts, one for each of its values, of one scale.
   * @attr
   */
  declare multiples: string;
  /**
   * The column of two values whose bars go to the left and to the right: a population pyramid.
   * @attr
   */
  declare pyramid: string;
  declare private asTable: boolean;
  declare private showsAll: boolean;
  /** The row that is being read. */
  declare private active: number | undefined;

  constructor() {
    super();
    this.asTable = false;
    this.showsAll = false;
  }

  get #messages(): BarsMessages {
    return this.language.messages?.bars ?? spanish;
  }

  /** A single period chooses which of them is shown; the others tell what else there is. */
  protected override get range(): string {
    return this.period.includes('..') ? this.period : '';
  }

  /** @internal What the bars are parted by belongs to the question; how many of them are shown does not. */
  override get question(): Question | undefined {
    const question = super.question;
    if (!question) return undefined;
    return { ...question, by: askedBy(this), limit: '' };
  }

  protected override hasWords(isPlain: boolean): boolean {
    const look = this.pyramid ? pyramidLook(this) : undefined;
    look?.wearPyramid(this);
    return (!this.pyramid || !!look) && super.hasWords(isPlain);
  }

  protected override makeModel(answer: Answer): BarsModel {
    const { words, messages } = this.language;
    // A part that is missing is one that no status of the answer tells: the words for it are always there.
    const told = words.naming ? words : withRemarks(words, messages?.remarks);
    const model = makeBars(
      answer,
      this,
      optionsOf(this, this.showsAll),
      told.naming?.(this.reportingUnits) ?? told,
      this.#messages,
    );
    for (const name of ['highlight', 'reference'] as const) {
      if (model.unknown.includes(name)) this.odd.set(name, this[name]);
      else this.odd.delete(name);
    }
    return model;
  }

  protected override renderActions(actions: readonly Action[]): Rendered {
    const { asTable, asChart, showAll, showLess } = this.#messages;
    const { model, language } = this;
    const table: Action = {
      label: this.asTable ? asChart : asTable,
      run: () => void (this.asTable = !this.asTable),
    };
    const all: Action = {
      label: this.showsAll ? showLess : showAll(language.words.number(model?.total ?? 0)),
      run: () => void (this.showsAll = !this.showsAll),
    };
    const hasMore = !this.asTable && (this.showsAll || model?.isCut === true);
    return renderToolbar([table, ...(hasMore ? [all] : []), ...actions], model?.frame.heading ?? '');
  }

  protected override renderFigure(model: BarsModel): TemplateResult {
    const { notes, parts, kind } = model;
    const hasKey = kind === 'stack' && !this.asTable;
    return html`${hasKey ? renderKey(parts) : nothing}
    ${this.asTable ? this.#renderTable(model) : this.#renderChart(model)}
    ${
      notes.length === 0 || this.asTable
        ? nothing
        : html`<div class="notes small" part="notes">${notes.map((each) => html`<p>${each}</p>`)}</div>`
    }
    ${renderTold(model, this.asTable ? undefined : this.active)}`;
  }

  #renderTable(model: BarsModel): TemplateResult {
    return html`<section class="scroll" tabindex="0" aria-label=${model.frame.heading}>
      ${renderTwin(model.table)}
    </section>`;
  }

  #renderChart(model: BarsModel): TemplateResult {
    const reading: Reading = { active: this.active, point: (row) => void (this.active = row) };
    const handling = { walk: this.#walk, leave: this.#leave };
    return renderPlot(model, reading, handling, this.#messages);
  }

  readonly #walk = (event: KeyboardEvent): void => {
    // With another key held down it is the browser's.
    if (!this.model || event.altKey || event.ctrlKey || event.metaKey) return;
    const to = walk(event.key, this.active, rowsOf(this.model).length);
    if (to === undefined) return;
    event.preventDefault();
    this.active = to ?? undefined;
  };

  readonly #leave = (): void => {
    this.active = undefined;
  };

  protected override updated(): void {
    super.updated();
    // Only what the keyboard has moved to: a pointer is where it is.
    if (this.shadowRoot?.activeElement?.matches('.plot'))
      this.renderRoot.querySelector('.active')?.scrollIntoView({ block: 'nearest' });
  }
}

defineWidget('obs-bars', ObsBars);

declare global {
  interface HTMLElementTagNameMap {
    'obs-bars': ObsBars;
  }
}
