import { html, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit';
import { LanguageController } from '../../controllers/language-controller.js';
import { pageSelection } from '../../controllers/page-selection.js';
import type { Engine } from '../../engine/engine.js';
import { pageEngine } from '../../engine/page-engine.js';
import { pageObservatory } from '../../engine/page-observatory.js';
import { asDataError, DataError } from '../../errors.js';
import { KINDS, type Kind, type Option } from '../../selection/selection.js';
import { filter as spanish } from '../../text/es/filter.js';
import type { FilterMessages } from '../../text/filter-messages.js';
import { baseStyles } from '../../theme/base.styles.js';
import { tokenStyles } from '../../theme/tokens.styles.js';
import { defineWidget } from '../define.js';
import { choice } from '../../text/attribute-values.js';
import { Forms } from '../figure/forms.js';
import { renderProblem, renderWaiting } from '../figure/frame.js';
import { observatoryAddress } from '../figure/observatory-address.js';
import type { Explained } from '../figure/owner-report.js';
import { FilterAttributes } from './filter-attributes.js';
import { ObsChoiceEvent } from './choice-event.js';
import { parseOptions, type Found } from './filter-model.js';
import { renderRadios, renderSelect, type Field } from './filter-parts.js';
import { filterStyles } from './filter.styles.js';
import { findOptions, type Wanted } from './find-options.js';

/**
 * A choice of the reader, by a name: figures anywhere in the page follow it with `filter-by`. Places, indicators and
 * breakdowns come from the observatory's manifest or from the data, or the page writes them.
 *
 * @fires {ObsChoiceEvent} obs-choice - The reader has chosen.
 * @slot - Shown until there is something to choose from, and when there is not.
 * @csspart label - What is chosen.
 * @csspart control - The list, or each of the buttons.
 * @csspart reset - The button that takes the choice back.
 * @csspart waiting - Stands in for the choice while it is on its way.
 * @csspart problem - Why there is no choice.
 * @csspart retry - The button to try again.
 * @cssproperty [--obs-filter-block-size=5em] - Height kept free for the choice, so that nothing moves when it comes.
 */
export class ObsFilter extends FilterAttributes {
  static override styles: CSSResultGroup = [baseStyles, tokenStyles, filterStyles];
  static override properties: PropertyDeclarations = {
    engine: { attribute: false },
    found: { state: true },
    explained: { state: true },
    said: { state: true },
  };

  /** Answers the questions; a page may give its own. */
  declare engine: Engine;
  declare private found: Found | DataError | undefined;
  declare private explained: Explained | undefined;
  declare private said: string;

  readonly #forms = new Forms(this);
  readonly #language = new LanguageController(this);
  #call: AbortController | undefined;
  #asked = '';
  /** The name under which it stands in the page, and how to give that up. */
  #held: { readonly name: string; readonly release: () => void } | undefined;
  #offered = '';
  #pause: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.said = '';
    this.engine = pageEngine;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#pause);
    this.#call?.abort();
    this.#held?.release();
    this.#held = undefined;
    this.#asked = this.#offered = '';
  }

  /** Where the filter stands. */
  protected get view(): { readonly name: 'loading' | 'ready' | 'failed' } {
    return { name: !this.found ? 'loading' : this.found instanceof DataError ? 'failed' : 'ready' };
  }

  get #messages(): FilterMessages {
    return this.#language.messages?.filter ?? spanish;
  }

  get #kind(): Kind {
    return (choice('kind', this.kind, KINDS) || 'place') as Kind;
  }

  get #wanted(): Wanted {
    const { level, lang, hostLists: hosts } = this;
    const isOfManifest = this.src === '' || this.indicator !== '';
    const url = isOfManifest ? observatoryAddress(this) : '';
    return { kind: this.#kind, texts: this.texts, level, lang: lang || 'es', hosts, url };
  }

  /** Asks again for what there is to choose from. */
  async refresh(): Promise<void> {
    this.#asked = '';
    this.requestUpdate();
    await this.updateComplete;
  }

  protected override willUpdate(): void {
    this.#forms.putOddAside();
    this.#language.use(this.lang);
    if (!this.isConnected) return;
    this.#hold();
    try {
      if (this.name.trim() === '')
        throw new DataError('bad-attribute', { attribute: 'name', value: '', expected: ['dep'] });
      choice('as', this.as, ['select', 'radio']);
      if (this.options.trim() !== '') this.found = { options: parseOptions(this.options) };
      else this.#ask(this.#wanted);
    } catch (reason) {
      this.#fail(asDataError(reason));
    }
    this.#offer();
  }

  #hold(): void {
    const name = this.name.trim();
    if (this.#held?.name === name) return;
    this.#held?.release();
    const release =
      name === '' ? (): void => undefined : pageSelection.hold(name, () => this.requestUpdate());
    this.#held = { name, release };
    this.#offered = '';
  }

  /** Asks, unless it is what was asked already. What there was to choose from stays until the answer is there. */
  #ask(wanted: Wanted): void {
    const key = JSON.stringify(wanted);
    if (key === this.#asked) return;
    this.#asked = key;
    this.#call?.abort();
    const call = (this.#call = new AbortController());
    const { period } = this.#language.words;
    const engines = { data: this.engine, observatory: pageObservatory };
    findOptions(wanted, engines, period, { signal: call.signal }).then(
      (found) => void (this.#call === call && (this.found = found)),
      (reason: unknown) => this.#call === call && !call.signal.aborted && this.#fail(asDataError(reason)),
    );
  }

  #fail(error: DataError): void {
    const known = this.found instanceof DataError ? this.found : undefined;
    if (JSON.stringify(known) === JSON.stringify(error)) return;
    [this.found, this.explained] = [error, undefined];
    void import('../figure/owner-report.js').then(
      ({ explain }) => void (this.explained = explain(this, error, this.#language.messages)),
      () => undefined,
    );
  }

  /** What there is to choose from, for the figures. Where there is nothing they show what they show by themselves. */
  #offer(): void {
    if (!this.#held?.name || !this.found) return;
    const kind = this.found instanceof DataError ? 'place' : this.#kind;
    const options = this.found instanceof DataError ? [] : this.found.options;
    const { initial, required: isRequired, inUrl: isInUrl } = this;
    const offer = { kind, column: this.by, options, initial, isRequired, isInUrl };
    const key = JSON.stringify(offer);
    if (key === this.#offered) return;
    this.#offered = key;
    pageSelection.offer(this.#held.name, offer);
  }

  #choose(value: string): void {
    const name = this.#held?.name ?? '';
    if (!pageSelection.choose(name, value)) return;
    this.dispatchEvent(new ObsChoiceEvent(name, value));
    this.requestUpdate();
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => {
      const { label = '' } = this.#field().chosen ?? {};
      this.said = this.#messages.changed(label, pageSelection.countOf(name));
    }, 1000);
  }

  /** All, where that is a choice, then the options. */
  #choices(found: Found): readonly Option[] {
    const all = this.all || (found.all ?? this.#messages.all[this.#kind]);
    return this.required ? found.options : [{ value: '', label: all }, ...found.options];
  }

  #field(): Field {
    const found = !this.found || this.found instanceof DataError ? { options: [] } : this.found;
    const options = this.#choices(found);
    const value = pageSelection.of(this.#held?.name ?? '')?.choice?.value ?? '';
    const first = options.find((each) => each.value === this.initial) ?? options[0];
    return {
      label: this.label || (found.label ?? this.#messages.label[this.#kind]),
      options,
      chosen: options.find((each) => each.value === value),
      choose: (chosen) => this.#choose(chosen),
      reset:
        first && first.value !== value
          ? { label: this.#messages.reset, run: () => this.#reset(first.value) }
          : undefined,
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
    return html`<div class="root ${this.theme}" lang=${words.lang} aria-busy=${this.found === undefined}>
      ${this.#renderState()}
      <p class="hidden" role="status">${this.said}</p>
    </div>`;
  }

  #renderState(): TemplateResult {
    const { words } = this.#language;
    const { found, explained } = this;
    if (!found) return renderWaiting(words, false);
    if (found instanceof DataError) {
      const retry = /^bad-attribute/.test(found.code) ? undefined : (): void => void this.refresh();
      return renderProblem(explained?.sentence ?? words.unavailable, explained?.forOwner, retry, words);
    }
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
