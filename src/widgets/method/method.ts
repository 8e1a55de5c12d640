import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { PrintController } from '../../controllers/print-controller.js';
import { SizeController } from '../../controllers/size-controller.js';
import { observatoryQuestion } from '../../engine/observatory-question.js';
import type { Answer, Engine, Question } from '../../engine/engine.js';
import type { MethodAnswer } from '../../engine/method-engine.js';
import { DataError } from '../../errors.js';
import { about as spanishAbout } from '../../text/es/about.js';
import { method as spanish } from '../../text/es/method.js';
import type { MethodMessages } from '../../text/method-messages.js';
import { defineWidget } from '../define.js';
import { FigureElement } from '../figure/figure-element.js';
import { makeFrame } from '../figure/frame-model.js';
import type { Rendered } from '../figure/frame.js';
import { observatoryAddress } from '../figure/observatory-address.js';
import { copyText } from './copy.js';
import type { Citation } from './citations.js';
import type { Said } from './entries.js';
import { makeMethod, type MethodModel, type MethodSection } from './method-model.js';
import { methodStyles } from './method.styles.js';

/** Narrower than this, in pixels, the sections are closed but for the first. */
const NARROW = 480;

const inObservatory: Engine = {
  ask: async (question, options) =>
    (await import('../../engine/method-engine.js')).methodEngine.ask(question, options),
};

const isMethod = (answer: Answer): answer is MethodAnswer => 'indicator' in answer;

function renderSaid({ text, href }: Said): TemplateResult {
  return href === undefined
    ? html`${text}`
    : html`<a href=${href} target="_blank" rel="noopener noreferrer">${text}</a>`;
}

/**
 * How an indicator of the observatory is made: what it measures, its formula in words, who answers for the data, dates,
 * quality, what it can be compared with, licence, how to cite it and whom to write to. Asks for the manifest and for
 * none of the data.
 *
 * @csspart section - One part of the sheet.
 * @csspart citation - How to cite the figure in one manner, with its button.
 * @cssproperty [--obs-method-block-size=30em] - Height kept free for the sheet, so that nothing moves when it comes.
 */
export class ObsMethod extends FigureElement<MethodModel> {
  static override styles: CSSResultGroup = [FigureElement.styles, methodStyles];
  static override properties = { isNarrow: { state: true }, done: { state: true } };

  declare private isNarrow: boolean;
  /** What the last button did, told to those who listen as well. */
  declare private done: string;

  // In the next frame: what opens or closes changes the very size that is watched.
  readonly #size = new SizeController(this, (width) =>
    requestAnimationFrame(() => void (this.isNarrow = width < NARROW)),
  );
  /** @internal As the page has it: `place` becomes the name that the observatory gives it. */
  placeAsked = '';

  constructor() {
    super();
    this.engine = inObservatory;
    this.isNarrow = false;
    this.done = '';
    new PrintController(this);
  }

  get #messages(): MethodMessages {
    return this.language.messages?.method ?? spanish;
  }

  /** @internal */
  override get question(): Question | undefined {
    const { indicator, placeAsked: place } = this;
    if (indicator.trim() === '')
      throw new DataError('bad-attribute', { attribute: 'indicator', value: indicator, expected: ['robos'] });
    const lang = this.lang || 'es';
    return observatoryQuestion(observatoryAddress(this), { indicator, place, lang }, this);
  }

  protected override makeModel(answer: Answer): MethodModel {
    if (!isMethod(answer)) throw new DataError('internal');
    const { words, messages } = this.language;
    const method = this.#messages;
    const told = { ...answer, words, messages: method };
    const frame = makeFrame(answer, this, words, {});
    const named = { ...frame, heading: method.heading(frame.heading) };
    return makeMethod(told, named, answer.provenance.fetchedAt, messages?.about ?? spanishAbout);
  }

  /** What other widgets tell when asked is what this one shows. */
  protected override renderActions(): Rendered {
    return nothing;
  }

  protected override renderFigure({ sections, citations, contact }: MethodModel): TemplateResult {
    const { sections: titles, contact: term } = this.#messages;
    return html`<div class="sections">
        ${sections.map((section, index) => this.#renderSection(section, index === 0))}
        <details part="section" ?open=${!this.isNarrow}>
          <summary>${titles.cite}</summary>
          <div class="citations">
            ${citations.map((citation) => this.#renderCitation(citation))}
            ${
              contact
                ? html`<p class="contact">${term}: <a href=${contact.href ?? nothing}>${contact.text}</a></p>`
                : nothing
            }
          </div>
        </details>
      </div>
      <p class="small" role="status">${this.done}</p>`;
  }

  #renderSection({ title, entries }: MethodSection, isFirst: boolean): TemplateResult {
    return html`<details part="section" ?open=${isFirst || !this.isNarrow}>
      <summary>${title}</summary>
      <dl>
        ${entries.map(
          ({ term, said }) =>
            html`<div class="entry">
              <dt>${term}</dt>
              <dd>${said.map((each) => html`<p>${renderSaid(each)}</p>`)}</dd>
            </div>`,
        )}
      </dl>
    </details>`;
  }

  #renderCitation({ style, text, isCode }: Citation): TemplateResult {
    const { copy, copied, chosen } = this.#messages;
    const copyIt = async ({ currentTarget }: Event): Promise<void> => {
      const written = (currentTarget as Element).parentElement?.querySelector('pre');
      if (written) this.done = ((await copyText(written)) ? copied : chosen)(style);
    };
    return html`<div class="citation" part="citation">
      <span class="small">${style}</span>
      <button type="button" @click=${copyIt}>${copy(style)}</button>
      <pre class=${isCode ? '' : 'prose'}>${text}</pre>
    </div>`;
  }

  protected override updated(): void {
    super.updated();
    this.#size.watch(this.shadowRoot?.querySelector('.root') ?? undefined);
  }
}

defineWidget('obs-method', ObsMethod);

declare global {
  interface HTMLElementTagNameMap {
    'obs-method': ObsMethod;
  }
}
