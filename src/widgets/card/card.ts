import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit';
import { onDemand } from '../../controllers/on-demand.js';
import type { Answer, Question } from '../../engine/engine.js';
import { defineWidget } from '../define.js';
import { textAttributes } from '../figure/attribute-texts.js';
import { FigureElement } from '../figure/figure-element.js';
import { cardStyles } from './card.styles.js';
import { makeCard, type CardModel, type CardOptions } from './card-model.js';
import { renderSparkline } from './sparkline.js';

/** Tells what stands beside a value. */
const qualified = onDemand(() => import('./card-qualified.js'));

const ARROW = { up: '▲', down: '▼', none: '' };

/**
 * One figure: its value with unit, place and period, how it changed, what qualifies it, its line through time,
 * and whose data it is.
 *
 * @csspart value - The value.
 * @csspart change - The change against another period.
 * @csspart reference - The value beside that of another place.
 * @csspart statuses - What qualifies the value.
 * @csspart sparkline - The line through time.
 * @cssproperty [--obs-card-block-size=25em] - Height kept free for the card, so that nothing moves when it comes.
 */
export class ObsCard extends FigureElement<CardModel> {
  static override styles: CSSResultGroup = [FigureElement.styles, cardStyles];

  static override properties: PropertyDeclarations = textAttributes('compare reference reference-where');

  /**
   * The period to compare with, as long as the one shown; `year` for the same one of the year before, `none` for none;
   * without it the year before, and of a day the day before.
   * @attr
   */
  declare compare: string;
  /**
   * Name of the place, such as the country, that the value is compared with. Needs `reference-where`.
   * @attr
   */
  declare reference: string;
  /**
   * Which rows are that place's, in place of those of `where`: `departamento = 'PERU'`; `*` for all rows.
   * @attr reference-where
   */
  declare referenceWhere: string;

  #qualified: CardOptions['qualified'];

  protected override hasWords(isPlain: boolean): boolean {
    const isBare =
      !(this.reference + this.referenceWhere) &&
      !this.data.state.answer?.table.columns.some(({ role }) => role === 'attribute');
    this.#qualified = isBare ? undefined : qualified(this);
    return (isBare || !!this.#qualified) && super.hasWords(isPlain && isBare);
  }

  /** @internal */
  override get question(): Question | undefined {
    const asked = super.question;
    return asked && { ...asked, compared: true };
  }

  /** A single period chooses what the card shows of the series, not how much of it there is. */
  protected override get range(): string {
    return this.period.includes('..') ? this.period : '';
  }

  protected override makeModel(answer: Answer): CardModel {
    const { words } = this.language;
    const period = this.range === '' ? this.period : '';
    const { compare, interval, reportingUnits: units, decimalsShown: decimals } = this;
    const qualified = this.#qualified;
    const compared = qualified?.comparedWith(this, answer, this.language.messages);
    const options = { period, compare, decimals, interval, units, qualified, compared };
    return makeCard(answer, this, options, words);
  }

  protected override renderFigure(card: CardModel): TemplateResult {
    return html`<div role="group" aria-label=${card.label} class="body">
      <div class="figure">
        <span class="value" part="value">${card.value}</span>
        ${card.beside.map((text) => html`<span class="small">${text}</span>`)}
      </div>
      ${
        card.statuses.length === 0
          ? nothing
          : html`<p class="statuses" part="statuses">
              ${card.statuses.map((status) => html`<span>${status}</span>`)}
            </p>`
      }
      ${
        card.change === ''
          ? nothing
          : html`<p class="change" part="change">
              <span class="mark" aria-hidden="true">${ARROW[card.direction]}</span> ${card.change}
            </p>`
      }
      ${card.reference && html`<p class="change" part="reference">${card.reference}</p>`}
      ${
        card.sparkline
          ? html`${renderSparkline(card.sparkline)}
              <p class="small">${card.range}</p>`
          : nothing
      }
    </div>`;
  }
}

defineWidget('obs-card', ObsCard);

declare global {
  interface HTMLElementTagNameMap {
    'obs-card': ObsCard;
  }
}
