import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { DataController, type DataState } from '../../controllers/data-controller.js';
import { LanguageController } from '../../controllers/language-controller.js';
import type { Answer, Engine } from '../../engine/engine.js';
import { pageEngine } from '../../engine/page-engine.js';
import { asDataError, DataError } from '../../errors.js';
import { nearestName } from '../../table/nearest.js';
import type { Notice } from '../../table/notice.js';
import { LANGUAGE_TAGS } from '../../text/languages.js';
import { baseStyles } from '../../theme/base.styles.js';
import { withDeclared } from './declared-statuses.js';
import { ObsErrorEvent, ObsLoadEvent, ObsNoticeEvent } from './events.js';
import { FigureAttributes } from './figure-attributes.js';
import { figureStyles } from './figure.styles.js';
import {
  renderCautions,
  renderHeading,
  renderProblem,
  renderSource,
  renderSubtitle,
  renderWaiting,
  type Rendered,
} from './frame.js';
import type { Frame } from './frame-model.js';
import { withLabels } from './labels.js';
import { renderToolbar, type Action } from './toolbar.js';
import { withinPeriod } from './within-period.js';

/** Attributes of HTML itself that may stand on any element. */
const GLOBAL =
  /^(id|class|style|slot|hidden|dir|title|role|tabindex|part|exportparts|nonce|translate|data-.*|aria-.*|on.*)$/;

/**
 * What every widget does: asks its question, holds the state, frames what it shows with whose data it is, says
 * plainly when there is nothing, and tells the page's owner why.
 *
 * @fires {ObsLoadEvent} obs-load - The figures are shown.
 * @fires {ObsErrorEvent} obs-error - There are no figures, or only older ones.
 * @fires {ObsNoticeEvent} obs-notice - Something was repaired, assumed or left out.
 * @slot - Shown until the figures are there, and when they cannot be shown.
 */
export abstract class FigureElement<M extends { readonly frame: Frame }> extends FigureAttributes {
  static override styles: CSSResultGroup = [baseStyles, figureStyles];

  /** Answers the questions; a page may give its own. */
  @property({ attribute: false }) engine: Engine = pageEngine;

  @state() private detail = '';
  @state() private aboutTemplate: TemplateResult | undefined;

  protected readonly data = new DataController(this, () => this.engine);
  protected readonly language = new LanguageController(this);
  protected model: M | undefined;
  #problem: DataError | undefined;
  #isEmpty = false;
  #told = '';

  /** The figure made of an answer: pure, computed before it is rendered. Fails with a DataError. */
  protected abstract makeModel(answer: Answer): M;
  protected abstract renderFigure(model: M): TemplateResult;

  /** What a widget offers beside its figure. */
  protected actions(_model: M): readonly Action[] {
    return [];
  }

  /** Asks the source again. Until it answers, and when it fails, what is shown stays. */
  async refresh(): Promise<void> {
    await this.data.refresh();
  }

  /** Where the widget stands: a mistake in its attributes and a period without data are states too. */
  protected get view(): DataState {
    if (this.#problem) return { name: 'failed', error: this.#problem };
    const { state: current } = this.data;
    return this.#isEmpty && 'answer' in current ? { name: 'empty', answer: current.answer } : current;
  }

  protected override willUpdate(_changed: PropertyValues): void {
    this.#problem = undefined;
    this.#isEmpty = false;
    this.model = undefined;
    this.language.use(this.lang);
    try {
      this.data.ask(this.question);
      const { state: current } = this.data;
      if (current.name === 'ready' || current.name === 'stale') {
        const answer = this.#shaped(current.answer);
        this.#isEmpty = answer.table.length === 0;
        if (!this.#isEmpty) this.model = this.makeModel(answer);
      }
    } catch (reason) {
      this.#problem = asDataError(reason);
    }
  }

  /** The range of periods that is shown. */
  protected get range(): string {
    return this.period;
  }

  /** The answer with what the page says of its data. */
  #shaped(answer: Answer): Answer {
    const declared = withDeclared(answer.table, this);
    return { ...answer, table: withLabels(withinPeriod(declared, this.range), this.labels) };
  }

  protected override render(): TemplateResult {
    const { words } = this.language;
    const { model } = this;
    const heading = model?.frame.heading ?? this.heading;
    const known = [this.place, this.unit].filter((part) => part !== '').join(' · ');
    return html`<div class="root" part="figure" lang=${words.lang} aria-busy=${this.data.isBusy}>
      <div class="frame">
        ${renderHeading(heading, this.headingLevel)} ${renderSubtitle(model?.frame.subtitle ?? known)}
        <div class="body">${model ? this.#renderReady(model) : this.#renderState()}</div>
        ${model ? this.#renderFoot(model) : nothing}
      </div>
    </div>`;
  }

  #renderReady(model: M): Rendered {
    const { words } = this.language;
    const { view } = this;
    const stale =
      view.name === 'stale' ? [words.stale(words.dateTime(view.answer.provenance.fetchedAt))] : [];
    return html`${renderCautions([...stale, ...model.frame.cautions])}${this.renderFigure(model)}`;
  }

  #renderState(): Rendered {
    const { words } = this.language;
    const { view } = this;
    if (view.name === 'loading') return renderWaiting(words, view.isSlow);
    const isMistake = this.#problem !== undefined && !('answer' in this.data.state);
    const host = view.name === 'failed' ? (view.error.details.host ?? '') : '';
    const sentence =
      view.name === 'failed' ? words.error[view.error.code](host).replace('  ', ' ') : words.empty;
    const retry = isMistake ? undefined : (): void => void this.refresh();
    return renderProblem({ sentence, detail: this.detail, intro: words.ownerIntro, retry }, words);
  }

  #renderFoot(model: M): Rendered {
    const { words } = this.language;
    const about: Action = {
      label: words.about,
      isOpen: this.aboutTemplate !== undefined,
      run: () => void this.#toggleAbout(model),
    };
    return html`${renderToolbar([...this.actions(model), about], model.frame.heading)}
    ${this.aboutTemplate ?? nothing} ${renderSource(model.frame, words)}`;
  }

  async #toggleAbout(model: M): Promise<void> {
    if (this.aboutTemplate) {
      this.aboutTemplate = undefined;
      return;
    }
    const { renderAbout } = await import('./about.js');
    const { definition, method, comparability, contact } = this;
    const said = { definition, method, comparability, contact, base: this.baseURI, updated: this.updatedOn };
    const { state: current } = this.data;
    if (!('answer' in current)) return;
    this.aboutTemplate = renderAbout(
      model.frame,
      current.answer,
      said,
      this.language.words,
      this.language.messages?.about,
    );
  }

  protected override updated(_changed: PropertyValues): void {
    const { view } = this;
    if (view.name === 'loading') return;
    const outcome =
      'error' in view
        ? JSON.stringify([view.error.code, view.error.details])
        : String(view.answer.provenance.fetchedAt);
    const key = `${view.name} ${this.lang} ${outcome}`;
    if (key === this.#told) return;
    this.#told = key;
    void this.#tell(view);
  }

  /** Events for the page's scripts, the console for its owner. */
  async #tell(view: DataState): Promise<void> {
    if ('error' in view) this.dispatchEvent(new ObsErrorEvent(view.error, view.name === 'stale'));
    else if (view.name === 'ready') this.dispatchEvent(new ObsLoadEvent(view.answer));
    const notices = this.#notices(view);
    if (notices.length > 0) this.dispatchEvent(new ObsNoticeEvent(notices));
    if (!('error' in view) && notices.length === 0) return;
    const { reportError, reportNotices } = await import('./owner-report.js');
    const owner = this.language.messages?.owner;
    reportNotices(this, notices, owner);
    this.detail = 'error' in view ? reportError(this, view.error, owner) : '';
  }

  #notices(view: DataState): Notice[] {
    const notices: Notice[] = [
      ...('answer' in view ? view.answer.table.notices : []),
      ...this.#unknownAttributes(),
    ];
    if (this.model && !this.model.frame.source) notices.push({ code: 'source-undeclared' });
    if (this.model && this.model.frame.monthsLate > 0)
      notices.push({ code: 'late', count: this.model.frame.monthsLate });
    return notices;
  }

  #unknownAttributes(): Notice[] {
    const known = (this.constructor as typeof FigureElement).observedAttributes;
    const names = this.getAttributeNames().filter((name) => !known.includes(name));
    const wrong = names.filter((name) => !GLOBAL.test(name) || name.startsWith('data-obs-'));
    const notices: Notice[] = wrong.map((name) => {
      const nearest = nearestName(name, known);
      return { code: 'unknown-attribute', value: name, ...(nearest !== undefined && { nearest }) };
    });
    const knowsLanguage =
      this.lang === '' || LANGUAGE_TAGS.includes(this.lang.toLowerCase().split('-')[0] ?? '');
    if (!knowsLanguage)
      notices.push({ code: 'unknown-language', value: this.lang, nearest: LANGUAGE_TAGS.join(', ') });
    return notices;
  }
}
