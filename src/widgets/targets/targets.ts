import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { PrintController } from '../../controllers/print-controller.js';
import type { Answer, Engine, Question } from '../../engine/engine.js';
import { observatoryQuestion } from '../../engine/observatory-question.js';
import type { TargetsAnswer } from '../../engine/targets-engine.js';
import { DataError } from '../../errors.js';
import { safeUrl } from '../../request/safe-url.js';
import { targets as spanish } from '../../text/es/targets.js';
import { joined } from '../../text/joined.js';
import type { TargetsMessages } from '../../text/targets-messages.js';
import { defineWidget } from '../define.js';
import { FigureElement } from '../figure/figure-element.js';
import { makeFrame } from '../figure/frame-model.js';
import type { Rendered } from '../figure/frame.js';
import { observatoryAddress } from '../figure/observatory-address.js';
import { renderPicture } from './target-picture.js';
import { makeTargets, type TargetFigure, type TargetsModel } from './targets-model.js';
import { bareTableStyles } from '../figure/bare-table.styles.js';
import { targetsStyles } from './targets.styles.js';

/** Loaded when it is first asked: it brings what reads manifests. */
const inObservatory: Engine = {
  ask: async (question, options) =>
    (await import('../../engine/targets-engine.js')).targetsEngine.ask(question, options),
};

const hasStatus = ({ status }: { readonly status: number }): boolean => status !== 0;

const isTargets = (answer: Answer): answer is TargetsAnswer => 'targets' in answer;

/** How far a target is, as a mark beside the words: no colour is needed to tell them apart. */
const MARKS: Readonly<Record<TargetFigure['pace'], string>> = {
  met: '✓',
  missed: '✕',
  onTrack: '●',
  short: '◐',
  far: '○',
  away: '←',
  unknown: '?',
};

/**
 * The targets of a plan: what is to be reached by when, what has been, how far it is in words, drawn and year by year,
 * the plan that sets it and the office that answers for it. Of one `indicator`, or of the whole plan without it; of one
 * `place`, or of all. Progress is never told across a change in the way of measuring.
 *
 * @csspart target - One target.
 * @csspart status - How far it is, in words.
 * @csspart picture - The line of the value and the path to the target.
 * @csspart table - The button for its table, and the table.
 * @cssproperty [--obs-targets-block-size=24em] - Height kept free for the targets, so that nothing moves when they come.
 */
export class ObsTargets extends FigureElement<TargetsModel> {
  static override styles: CSSResultGroup = [FigureElement.styles, bareTableStyles, targetsStyles];

  /** @internal As the page has it: `place` becomes the name that the observatory gives it. */
  placeAsked = '';

  constructor() {
    super();
    this.engine = inObservatory;
    new PrintController(this);
  }

  get #messages(): TargetsMessages {
    return this.language.messages?.targets ?? spanish;
  }

  /** @internal */
  override get question(): Question | undefined {
    const { indicator } = this;
    const place = indicator === '' ? this.place : this.placeAsked;
    const lang = this.lang || 'es';
    return observatoryQuestion(observatoryAddress(this), { indicator, place, lang }, this);
  }

  /** Values are qualified, though no column of the table says so. */
  protected override hasWords(isPlain: boolean): boolean {
    const { answer } = this.data.state;
    const isQualified =
      answer && isTargets(answer) && answer.targets.some(({ series }) => series.some(hasStatus));
    return super.hasWords(isPlain && !isQualified);
  }

  protected override makeModel(answer: Answer): TargetsModel {
    if (!isTargets(answer)) throw new DataError('internal');
    const { words } = this.language;
    const messages = this.#messages;
    const [first, other] = answer.targets;
    const isOne = this.indicator !== '' && first !== undefined;
    const frame = makeFrame(answer, this, words, {});
    const heading = isOne ? messages.headingOf(frame.heading) : this.heading || messages.heading;
    const subtitle = isOne ? joined([other ? '' : first.place, frame.unit], ' · ') : '';
    return makeTargets(answer.targets, { ...frame, heading, subtitle }, words, messages);
  }

  protected override renderActions(): Rendered {
    return nothing;
  }

  protected override renderFigure({ figures, summary }: TargetsModel): TemplateResult {
    const { key, breakKey } = this.#messages;
    const isBroken = figures.some(({ drawing }) => drawing && drawing.breaks.length > 0);
    return html`${summary === '' ? nothing : html`<p class="summary">${summary}</p>`}
      <ul class="targets">
        ${figures.map((figure) => this.#renderTarget(figure, figures.length > 1))}
      </ul>
      <p class="small">${joined([key, isBroken ? breakKey : ''], ' ')}</p>`;
  }

  #renderTarget(figure: TargetFigure, isOneOfMany: boolean): TemplateResult {
    const { title, place, pace, status, why, sentences, drawing, rows } = figure;
    const messages = this.#messages;
    const name = joined([title, place], ', ');
    return html`<li class="target" part="target">
      <div class="told">
        ${isOneOfMany || this.indicator === '' ? html`<p class="title">${name}</p>` : nothing}
        <p class="status" part="status">
          <span class="mark" aria-hidden="true">${MARKS[pace]}</span> <span>${status}</span>
        </p>
        ${[why, ...sentences].map((each) => (each === '' ? nothing : html`<p>${each}</p>`))}
        ${this.#renderFacts(figure)}
      </div>
      <div class="drawn">
        ${drawing ? html`<div part="picture">${renderPicture(drawing)}</div>` : nothing}
        ${
          rows.length === 0
            ? nothing
            : html`<details part="table">
                <summary>${messages.asTable}<span class="hidden">, ${name}</span></summary>
                ${this.#renderTable(figure, name)}
              </details>`
        }
      </div>
    </li>`;
  }

  #renderFacts({ plan, responsible, source }: TargetFigure): TemplateResult {
    const messages = this.#messages;
    const href = plan.href === undefined ? undefined : safeUrl(plan.href)?.href;
    const facts: readonly (readonly [string, Rendered | string])[] = [
      [
        messages.plan,
        href === undefined
          ? plan.text
          : html`<a href=${href} target="_blank" rel="noopener noreferrer">${plan.text}</a>`,
      ],
      [messages.responsible, responsible],
      ...(source === '' ? [] : ([[messages.valuesFrom, source]] as const)),
    ];
    return html`<dl>
      ${facts.map(
        ([term, text]) =>
          html`<div>
            <dt>${term}</dt>
            <dd>${text}</dd>
          </div>`,
      )}
    </dl>`;
  }

  #renderTable({ rows }: TargetFigure, caption: string): TemplateResult {
    const { period, target, value, difference, between } = this.#messages;
    return html`<div class="scroll">
        <table>
          <caption>
            ${caption}
          </caption>
          <thead>
            <tr>
              ${[period, target, value, difference].map((each) => html`<th scope="col">${each}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${rows.map(
              (row) =>
                html`<tr>
                  <th scope="row">${row.period}</th>
                  <td>${row.target}${row.isSet ? nothing : ' *'}</td>
                  <td>${row.value}</td>
                  <td>${row.difference}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      ${rows.every(({ isSet }) => isSet) ? nothing : html`<p class="small">${between}</p>`}`;
  }
}

defineWidget('obs-targets', ObsTargets);

declare global {
  interface HTMLElementTagNameMap {
    'obs-targets': ObsTargets;
  }
}
