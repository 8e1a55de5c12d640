import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit';
import { DataController, type DataState } from '../../controllers/data-controller.js';
import { LanguageController } from '../../controllers/language-controller.js';
import { onDemand } from '../../controllers/on-demand.js';
import type { Answer, Engine } from '../../engine/engine.js';
import { pageEngine } from '../../engine/page-engine.js';
import { asDataError, type DataError } from '../../errors.js';
import { joined } from '../../text/joined.js';
import { baseStyles } from '../../theme/base.styles.js';
import { tokenStyles } from '../../theme/tokens.styles.js';
import { renderProblem, renderWaiting } from './absent.js';
import { renderAction, type Action } from './action.js';
import { ObsErrorEvent, ObsLoadEvent, ObsShownEvent } from './events.js';
import { FigureAttributes } from './figure-attributes.js';
import { figureStyles } from './figure.styles.js';
import { renderCautions, renderHeading, renderSource, renderSubtitle, type Rendered } from './frame.js';
import type { Frame } from './frame-model.js';
import type { Explained } from './owner-report.js';
import { isRemarkable } from './remarkable.js';
import { mayHaveUnknown } from './may-be-unknown.js';
import { hasUsualForms } from './usual-forms.js';

/** What some pages ask beyond a plain figure: an indicator by its name, a choice between a rate and its count. */
const beyond = onDemand(() => import('./beyond.js'));

/**
 * What every widget does: asks its question, holds the state, frames what it shows with whose data it is, says
 * plainly when there is nothing, and tells the page's owner why.
 *
 * @fires {ObsLoadEvent} obs-load - The figures are shown.
 * @fires {ObsErrorEvent} obs-error - There are no figures, or only older ones.
 * @fires {ObsShownEvent} obs-shown - What is shown has changed.
 * @fires {ObsNoticeEvent} obs-notice - Something was repaired, assumed or left out.
 * @slot - Shown until the figures are there, and when they cannot be shown.
 * @csspart figure - The whole widget.
 * @csspart heading - What the figure is.
 * @csspart subtitle - Place, period, unit.
 * @csspart switch - The choice between a rate and the count behind it.
 * @csspart cautions - What the reader must know before using the figure.
 * @csspart actions - The buttons.
 * @csspart about - What is measured and how, and how to cite it.
 * @csspart source - Source, dates, licence.
 * @csspart legend - What the symbols mean.
 * @csspart waiting - Stands in for the figure while it is on its way.
 * @csspart problem - Why there is no figure.
 * @csspart retry - The button to try again.
 * @cssproperty [--obs-font=system-ui, sans-serif] - Typeface.
 * @cssproperty [--obs-space=1em] - Room between the border and what is inside.
 * @cssproperty [--obs-border=1px solid var(--obs-color-line)] - Border of the widget.
 * @cssproperty [--obs-radius=4px] - Roundness of its corners.
 * @cssproperty --obs-color-surface - Background.
 * @cssproperty --obs-color-text - Text.
 * @cssproperty --obs-color-muted - Less important text.
 * @cssproperty --obs-color-line - Thin lines.
 * @cssproperty --obs-color-control - Borders of buttons and fields.
 * @cssproperty --obs-color-accent - Links, the only line of a chart, what has the focus.
 * @cssproperty --obs-color-notice - Background of cautions.
 */
export abstract class FigureElement<M extends { readonly frame: Frame }> extends FigureAttributes {
  static override styles: CSSResultGroup = [baseStyles, tokenStyles, figureStyles];
  static override properties: PropertyDeclarations = {
    engine: { attribute: false },
    explained: { state: true },
    renderAbout: { state: true },
  };

  /** Answers the questions; a page may give its own. */
  declare engine: Engine;
  declare private explained: Explained | undefined;
  /** Writes what stands one action away, while it is shown. */
  declare private renderAbout: typeof import('./about.js').renderAbout | undefined;

  protected readonly data = new DataController(this, () => this.engine);
  protected readonly language = new LanguageController(this);
  protected model: M | undefined;
  #beyond: import('./beyond.js').Beyond | undefined;
  #problem: DataError | undefined;
  /** The figures are there, and the words for them not yet. */
  #isWordless = false;
  /** Where it stood before another choice: shown until there are figures for that. */
  #kept: DataState | undefined;
  /** The outcome that was told last, and in which words. */
  #told: unknown;
  #toldIn = '';

  constructor() {
    super();
    this.engine = pageEngine;
  }

  /** The figure made of an answer: pure, computed before it is rendered. Fails with a DataError. */
  protected abstract makeModel(answer: Answer): M;
  protected abstract renderFigure(model: M): TemplateResult;

  /** Whether all can be told already; what that takes is fetched where not. `isPlain`: nothing qualifies the figures. */
  protected hasWords(isPlain: boolean): boolean {
    return isPlain || this.language.hasRemarks();
  }

  /** Buttons beside the figure. */
  protected renderActions(actions: readonly Action[]): Rendered {
    return html`<div class="actions" part="actions">${actions.map((action) => renderAction(action))}</div>`;
  }

  /** The answer as it is shown; `undefined` while there is none. `obs-shown` tells when it changes. */
  get shown(): Answer | undefined {
    return this.model && this.view.answer;
  }

  /** Asks the source again. Until it answers, and when it fails, what is shown stays. */
  async refresh(): Promise<void> {
    await this.#beyond?.refresh();
    await this.data.refresh();
  }

  /** @internal Where the widget stands, a mistake in its attributes included. */
  get view(): DataState {
    if (this.#problem) return { name: 'failed', error: this.#problem };
    if (this.#kept) return this.#kept;
    return this.#isWordless ? { name: 'loading', isSlow: false } : this.data.state;
  }

  protected override willUpdate(): void {
    const { model, view } = this;
    this.#problem = this.#kept = this.model = undefined;
    this.language.use(this.lang);
    try {
      this.#prepare();
    } catch (reason) {
      this.#problem = asDataError(reason);
    }
    if (this.filterBy && model && this.view.name === 'loading') [this.model, this.#kept] = [model, view];
  }

  /** Asks the question, and makes the model as soon as there is an answer and words for it. */
  #prepare(): void {
    const { indicator, filterBy, snapshot, countHeading, countUnit } = this;
    const asked = indicator + filterBy + snapshot + countHeading + countUnit || !hasUsualForms(this);
    if (asked) this.#beyond ??= beyond(this)?.beyondOf(this, this.language);
    this.#isWordless = this.#beyond ? !this.#beyond.prepare() : !!asked;
    if (this.#isWordless) return;
    const { question } = this;
    if (question) this.data.ask(question);
    const { name, answer } = this.data.state;
    const isPlain = name !== 'stale' && !(answer && isRemarkable(answer, this.expectedLag));
    this.#isWordless = !this.hasWords(isPlain);
    if (!this.#isWordless && (name === 'ready' || name === 'stale')) this.model = this.makeModel(answer);
  }

  protected override render(): TemplateResult {
    const { model } = this;
    const known = joined([this.place, this.unit], ' · ');
    return html`<div
      class="root ${this.theme}"
      part="figure"
      lang=${this.language.words.lang}
      aria-busy=${this.data.isBusy || !!this.#kept || this.view.name === 'loading'}
    >
      <div class="frame">
        ${renderHeading(model?.frame.heading ?? this.heading, this.headingLevel)}
        ${renderSubtitle(model?.frame.subtitle ?? known)} ${this.#beyond?.render(!!model)}
        ${model ? this.#renderReady(model) : html`<div class="body">${this.#renderState()}</div>`}
      </div>
    </div>`;
  }

  #renderReady(model: M): Rendered {
    const { words, messages } = this.language;
    const { view, renderAbout } = this;
    const { answer } = view;
    const stale =
      view.name === 'stale' ? [words.stale(words.dateTime(view.answer.provenance.fetchedAt))] : [];
    const about: Action = {
      label: words.about,
      isOpen: !!renderAbout,
      run: () => void this.#toggleAbout(),
    };
    return html`<div class="body">
        ${renderCautions([...stale, ...model.frame.cautions])} ${this.renderFigure(model)}
      </div>
      ${this.renderActions([about])}
      ${renderAbout && answer ? renderAbout(model.frame, answer, this, words, messages?.about) : nothing}
      ${renderSource(model.frame, words)}`;
  }

  #renderState(): Rendered {
    const { words } = this.language;
    const { view, explained } = this;
    if (view.name === 'loading') return renderWaiting(words, view.isSlow);
    const { code = '', details: { attribute } = {} } = view.error ?? {};
    const unexplained = code === 'offline' ? words.offline : words.unavailable;
    const sentence = explained?.sentence ?? (view.name === 'empty' ? '' : unexplained);
    // A mistake of the page does not pass by asking again.
    const isMistake = (this.#problem && attribute !== 'observatory') || /^bad/.test(code);
    const retry = isMistake ? undefined : (): void => void this.refresh();
    return renderProblem(sentence, explained?.forOwner, retry, words);
  }

  async #toggleAbout(): Promise<void> {
    this.renderAbout = this.renderAbout ? undefined : (await import('./about.js')).aboutFor(this);
  }

  /** Tells each outcome once: by events to the page's scripts, in the console to its owner. */
  protected override updated(): void {
    const { view } = this;
    if (view.name === 'loading') {
      this.#told = undefined;
      return;
    }
    const outcome = view.error ? JSON.stringify(view.error) : view.answer;
    const words = `${this.language.words.lang}${this.language.isUnknown}`;
    const isNews = outcome !== this.#told;
    if (!isNews && words === this.#toldIn) return;
    [this.#told, this.#toldIn] = [outcome, words];
    void this.#tell(view, isNews);
  }

  async #tell(view: DataState, isNews: boolean): Promise<void> {
    const frame = this.model?.frame;
    const notices = view.answer?.table.notices ?? [];
    if (isNews) {
      this.explained = undefined;
      if (view.error) this.dispatchEvent(new ObsErrorEvent(view.error, view.name === 'stale'));
      else if (view.name === 'ready') {
        this.dispatchEvent(new ObsLoadEvent(view.answer));
        this.dispatchEvent(new ObsShownEvent());
      }
    }
    const { language } = this;
    const isOdd =
      view.name !== 'ready' ||
      this.odd.size > 0 ||
      language.isUnknown ||
      !frame?.source ||
      frame.monthsLate > 0;
    // Whether the page's owner may have something to mend: then it is looked at more closely.
    if (isOdd || notices.length > 0 || mayHaveUnknown(this)) {
      this.explained = await import('./tell-owner.js')
        .then(({ tellOwner }) => tellOwner(this, view, frame, language, isNews, isOdd))
        .catch(() => undefined);
    }
  }
}
