import { html, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit';
import { AskingController } from '../../controllers/asking-controller.js';
import { LanguageController } from '../../controllers/language-controller.js';
import { onDemand } from '../../controllers/on-demand.js';
import type { Engine } from '../../engine/engine.js';
import { pageEngine } from '../../engine/page-engine.js';
import { asDataError, DataError } from '../../errors.js';
import { KINDS, type Kind } from '../../selection/selection.js';
import { filter as spanish } from '../../text/es/filter.js';
import type { FilterMessages } from '../../text/filter-messages.js';
import { baseStyles } from '../../theme/base.styles.js';
import { tokenStyles } from '../../theme/tokens.styles.js';
import { defineWidget } from '../define.js';
import { choice } from '../../text/attribute-values.js';
import { Forms } from '../figure/forms.js';
import { renderProblem, renderWaiting } from '../figure/absent.js';
import { observatoryAddress } from '../figure/observatory-address.js';
import { OwnerController } from '../figure/owner-controller.js';
import { FilterAttributes } from './filter-attributes.js';
import { ObsChoiceEvent } from './choice-event.js';
import { makeField } from './field-model.js';
import { parseOptions, type Found } from './filter-model.js';
import { findOptions } from './find-options.js';
import { renderRadios, renderSelect, type Field } from './filter-parts.js';
import { filterStyles } from './filter.styles.js';
import { Offering } from './offering.js';
import type { Wanted } from './wanted.js';

/** Follows other filters: the provinces of the department that is chosen. */
const others = onDemand(() => import('../figure/filter-by.js'));

/**
 * A choice of the reader, by a name: figures anywhere in the page follow it with `filter-by`. Places, indicators and
 * breakdowns come from the observatory's manifest or from the data, or the page writes them.
 *
 * @fires {ObsChoiceEvent} obs-choice - The reader has chosen.
 * @fires {ObsNoticeEvent} obs-notice - Something is said that is not used.
 * @slot - Shown until there is something to choose from, and when there is not.
 * @csspart label - What is chosen.
 * @csspart control - The list, or each of the buttons.
 * @csspart reset - The button that takes the choice back.
 * @csspart waiting - Stands in for the choice while it is on its way.
 * @csspart problem - Why there is no choice.
 * @csspart retry - The button to try again.
 * @cssproperty [--obs-font=system-ui, sans-serif] - Typeface.
 * @cssproperty --obs-border - Without effect: it has no border of its own.
 * @cssproperty --obs-radius - Roundness of the corners of its background.
 * @cssproperty --obs-color-surface - Background, where `theme` says which one; without it that of the page is seen.
 * @cssproperty --obs-color-text - Text.
 * @cssproperty --obs-color-muted - Less important text.
 * @cssproperty --obs-color-line - Thin lines.
 * @cssproperty --obs-color-control - Borders of buttons and fields.
 * @cssproperty --obs-color-accent - Links, what is chosen, what has the focus.
 * @cssproperty --obs-color-notice - Background of cautions.
 * @cssproperty [--obs-filter-block-size=5em] - Height kept free for the choice, so that nothing moves when it comes.
 */
export class ObsFilter extends FilterAttributes {
  static override styles: CSSResultGroup = [baseStyles, tokenStyles, filterStyles];
  static override properties: PropertyDeclarations = {
    engine: { attribute: false },
    said: { state: true },
  };

  /** Answers the questions; a page may give its own. */
  declare engine: Engine;
  declare private said: string;

  readonly #forms = new Forms(this);
  readonly #language = new LanguageController(this);
  #found: Found | DataError | undefined;
  readonly #options = new AskingController<Wanted, Found>(this, (asked, options) =>
    findOptions(asked, { data: this.engine, write: this.#language.words.period }, options),
  );
  readonly #owner = new OwnerController(this, this.#language, () =>
    this.#found instanceof DataError ? this.#found : undefined,
  );
  readonly #offering = new Offering(this);
  #pause: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.said = '';
    this.engine = pageEngine;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#pause);
  }

  /** Where the filter stands. */
  protected get view(): { readonly name: 'loading' | 'ready' | 'empty' | 'failed' } {
    if (!this.#found) return { name: 'loading' };
    if (this.#found instanceof DataError) return { name: 'failed' };
    return { name: this.#found.options.length > 0 ? 'ready' : 'empty' };
  }

  get #messages(): FilterMessages {
    return this.#language.messages?.filter ?? spanish;
  }

  get #kind(): Kind {
    return (choice('kind', this.kind, KINDS) || 'place') as Kind;
  }

  get #wanted(): Wanted {
    const { level, lang } = this;
    const { lang: written } = this.#language.words;
    const isOfManifest = this.src === '' || this.indicator !== '';
    const url = isOfManifest ? observatoryAddress(this) : '';
    const { isOfPlace } = this.#offering;
    return { kind: this.#kind, texts: this.texts, level, isOfPlace, lang: lang || 'es', written, url };
  }

  /** Asks again for what there is to choose from, where it could not be had. */
  async refresh(): Promise<void> {
    await this.#options.refresh();
  }

  protected override willUpdate(): void {
    this.#forms.putOddAside();
    this.#language.use(this.lang);
    if (!this.isConnected) return;
    this.#offering.hold(this.name.trim());
    try {
      if (this.name.trim() === '')
        throw new DataError('bad-attribute', { attribute: 'name', value: '', expected: ['dep'] });
      choice('as', this.as, ['select', 'radio']);
      choice('kind', this.kind, KINDS);
      const found = this.#isPrepared() ? this.#current() : undefined;
      // What there was to choose from stays in sight, and holds if it follows no other filter.
      if (!found && this.filterBy !== '') return;
      this.#found = found ?? this.#found;
    } catch (reason) {
      this.#found = asDataError(reason);
    }
    this.#offer();
  }

  /** Whether the filters that it follows stand, and are in its properties. Fails with a DataError. */
  #isPrepared(): boolean {
    this.#offering.follow(this.filterBy);
    return this.filterBy === '' || (others(this)?.follow(this, () => true, false) ?? false);
  }

  /** What there is to choose from now; `undefined` while it is on its way. Fails with a DataError. */
  #current(): Found | undefined {
    return this.options.trim() === '' ? this.#asked() : { options: parseOptions(this.options) };
  }

  /** What is asked for. What there was to choose from stays until the answer is there. Fails with a DataError. */
  #asked(): Found | undefined {
    this.#options.ask(this.#wanted);
    const { state } = this.#options;
    if (state.name === 'failed') throw state.error;
    return state.name === 'ready' ? state : undefined;
  }

  /** What there is to choose from, for the figures. Where there is nothing they show what they show by themselves. */
  #offer(): void {
    if (!this.#found) return;
    const found = this.#found instanceof DataError ? undefined : this.#found;
    const kind = found ? this.#kind : 'place';
    const { options, column = this.by }: Found = found ?? { options: [] };
    const { initial, required: isRequired, inUrl: isInUrl } = this;
    this.#offering.offer({ kind, column, options, initial, isRequired, isInUrl });
  }

  #choose(value: string): void {
    if (!this.#offering.choose(value)) return;
    this.dispatchEvent(new ObsChoiceEvent(this.#offering.name, value));
    this.requestUpdate();
    clearTimeout(this.#pause);
    // Emptied first: the same words are told again.
    this.said = '';
    const { label = '' } = this.#field().chosen ?? {};
    this.#pause = setTimeout(() => {
      // What another filter has taken back since is not told.
      if (this.#offering.value === value) this.said = this.#messages.changed(label, this.#offering.followers);
    }, 1000);
  }

  #field(): Field {
    const found = !this.#found || this.#found instanceof DataError ? { options: [] } : this.#found;
    const { label, all } = this.#messages;
    const usual = { label: label[this.#kind], all: all[this.#kind] };
    const { first, ...field } = makeField(found, this, this.#offering.standing, usual);
    return {
      ...field,
      choose: (chosen) => this.#choose(chosen),
      reset: first && { label: this.#messages.reset, run: () => this.#reset(first.value) },
    };
  }

  /** The button goes with the choice: who was on it goes on with the control. */
  #reset(value: string): void {
    this.#choose(value);
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>('select, input:checked')?.focus(),
    );
  }

  protected override render(): TemplateResult {
    const { words } = this.#language;
    return html`<div class="root ${this.theme}" lang=${words.lang} aria-busy=${this.#found === undefined}>
      ${this.#renderState()}
      <p class="hidden" role="status">${this.said}</p>
    </div>`;
  }

  #renderState(): TemplateResult {
    const { words } = this.#language;
    const found = this.#found;
    const { explained } = this.#owner;
    if (!found) return renderWaiting(words, false);
    if (found instanceof DataError) {
      const retry = /^bad-attribute/.test(found.code) ? undefined : (): void => void this.refresh();
      return renderProblem(explained?.sentence ?? words.unavailable, explained?.forOwner, retry, words);
    }
    if (found.options.length === 0 && this.filterBy === '')
      return renderProblem(this.#messages.empty, undefined, undefined, words);
    return (this.as.trim() === 'radio' ? renderRadios : renderSelect)(this.#field());
  }

  protected override updated(): void {
    const select = this.renderRoot.querySelector('select');
    if (select) select.value = this.#field().chosen?.value ?? '';
  }
}

defineWidget('obs-filter', ObsFilter);

declare global {
  interface HTMLElementTagNameMap {
    'obs-filter': ObsFilter;
  }
}
