import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit';
import { LanguageController } from '../../controllers/language-controller.js';
import { AskingController } from '../../controllers/asking-controller.js';
import { onDemand } from '../../controllers/on-demand.js';
import type { ManifestQuestion } from '../../engine/observatory.js';
import { pageObservatory } from '../../engine/page-observatory.js';
import { asDataError, DataError } from '../../errors.js';
import { profile as spanish } from '../../text/es/profile.js';
import type { ProfileMessages } from '../../text/filter-messages.js';
import { baseStyles } from '../../theme/base.styles.js';
import { tokenStyles } from '../../theme/tokens.styles.js';
import { defineWidget } from '../define.js';
import { textAttributes } from '../figure/attribute-texts.js';
import { FigureAttributes } from '../figure/figure-attributes.js';
import { Forms } from '../figure/forms.js';
import { renderProblem, renderWaiting } from '../figure/absent.js';
import { observatoryAddress } from '../figure/observatory-address.js';
import { OwnerController } from '../figure/owner-controller.js';
import { makeProfile, type Meaning, type Part, type Profile, type Section } from './profile-model.js';
import { profileStyles } from './profile.styles.js';

/** The widgets that a profile is made of: each comes when it is needed. */
const WIDGETS: Readonly<Record<Part['widget'], () => Promise<unknown>>> = {
  card: () => import('../card/card.js'),
  trend: () => import('../trend/trend.js'),
  bars: () => import('../bars/bars.js'),
  targets: () => import('../targets/targets.js'),
  table: () => import('../table/table.js'),
  download: () => import('../download/download.js'),
  method: () => import('../method/method.js'),
};

/** Follows what readers choose in filters. */
const filters = onDemand(() => import('../figure/filter-by.js'));

/** What the profile says holds for each of its widgets. */
const PASSED_ON = 'observatory hosts lang theme'.split(' ') as ('observatory' | 'hosts' | 'lang' | 'theme')[];

/**
 * All that an observatory has of a place, in one tag: key figures, how they changed, its parts in order, what there is
 * of the country, targets, the data as a table and as files, and how each figure is made. Prints on two sheets.
 *
 * @fires {ObsNoticeEvent} obs-notice - Something is said that is not used.
 * @slot - Shown until the profile is there, and when it cannot be shown.
 * @csspart title - What the profile is of.
 * @csspart section - One section with its heading.
 * @csspart about - What each figure measures.
 * @csspart waiting - Stands in for the profile while it is on its way.
 * @csspart problem - Why there is no profile.
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
 * @cssproperty [--obs-space=1em] - Room around it where `theme` says which background it has.
 * @cssproperty [--obs-profile-block-size=100em] - Height kept free for the profile, so that nothing moves when it comes.
 */
export class ObsProfile extends FigureAttributes {
  static override styles: CSSResultGroup = [baseStyles, tokenStyles, profileStyles];
  static override properties: PropertyDeclarations = {
    ...textAttributes('indicators'),
    opened: { state: true },
  };

  /**
   * The names of indicators, parted by spaces, in the order that they are wanted in; all without it.
   * @attr
   */
  declare indicators: string;
  /** The indicators whose sheets the reader has opened. */
  declare private opened: ReadonlySet<string>;

  readonly #forms = new Forms(this);
  readonly #language = new LanguageController(this);
  readonly #observatory = new AskingController(this, async (question: ManifestQuestion, options) => ({
    manifest: await pageObservatory.manifest(question, options),
    places: await pageObservatory.places(question, { signal: options.signal }),
  }));
  #profile: Profile | DataError | undefined;
  /** It follows a filter in which no place is chosen yet. */
  #isUnchosen = false;
  readonly #owner = new OwnerController(this, this.#language, () =>
    this.#profile instanceof DataError ? this.#profile : undefined,
  );
  /** Its widgets stay the same as long as their attributes do. */
  readonly #elements = new Map<string, HTMLElement>();

  constructor() {
    super();
    this.opened = new Set();
  }

  /** Asks again for what could not be had of what the observatory says of itself. */
  async refresh(): Promise<void> {
    await this.#observatory.refresh();
  }

  /** Where the profile stands; each of its figures has a state of its own. */
  protected get view(): { readonly name: 'loading' | 'ready' | 'empty' | 'failed' } {
    if (!this.#profile) return { name: this.#isUnchosen ? 'empty' : 'loading' };
    return { name: this.#profile instanceof DataError ? 'failed' : 'ready' };
  }

  get #messages(): ProfileMessages {
    return this.#language.messages?.profile ?? spanish;
  }

  protected override willUpdate(): void {
    this.#forms.putOddAside();
    this.#language.use(this.lang);
    if (!this.isConnected) return;
    try {
      // What is shown stays until the choice is there.
      if (this.filterBy !== '' && !filters(this)?.follow(this, () => true)) return;
      this.#isUnchosen = this.filterBy !== '' && this.place === '';
      this.#profile = this.#isUnchosen ? undefined : this.#made();
    } catch (reason) {
      this.#profile = asDataError(reason);
    }
  }

  /** The profile, once the observatory has answered. Fails with a DataError. */
  #made(): Profile | undefined {
    const { maxBytes, timeout, firstByteTimeout, stallTimeout, place, lang } = this;
    const url = observatoryAddress(this);
    this.#observatory.ask({ url, maxBytes, timeout, firstByteTimeout, stallTimeout });
    const { state } = this.#observatory;
    if (state.name === 'failed') throw state.error;
    if (state.name === 'loading') return undefined;
    const indicators = this.indicators.split(/[\s,]+/).filter((name) => name !== '');
    const options = { place, indicators, lang: lang || 'es' };
    return makeProfile(state.manifest, state.places, options, this.#messages);
  }

  /** A widget as a page would write it, its code on the way. */
  #element({ widget, attributes }: Part, level: number): HTMLElement {
    const passed = PASSED_ON.flatMap((name) => (this[name] === '' ? [] : [[name, this[name]] as const]));
    const all = { ...Object.fromEntries(passed), ...attributes, 'heading-level': String(Math.min(6, level)) };
    const key = JSON.stringify([widget, all]);
    const known = this.#elements.get(key);
    if (known) return known;
    const made = document.createElement(`obs-${widget}`);
    for (const [name, value] of Object.entries(all)) made.setAttribute(name, value);
    this.#elements.set(key, made);
    // One that does not come leaves its place empty; the others are there.
    WIDGETS[widget]().catch((reason: unknown) => console.warn(widget, reason));
    return made;
  }

  protected override render(): TemplateResult {
    const { words } = this.#language;
    const profile = this.#profile;
    return html`<div class="root ${this.theme}" lang=${words.lang} aria-busy=${this.view.name === 'loading'}>
      ${
        profile === undefined
          ? this.#renderAbsent()
          : profile instanceof DataError
            ? this.#renderProblem(profile)
            : this.#renderProfile(profile)
      }
    </div>`;
  }

  #renderAbsent(): TemplateResult {
    const { words } = this.#language;
    if (!this.#isUnchosen) return renderWaiting(words, false);
    return renderProblem(this.#messages.choose, undefined, undefined, words);
  }

  #renderProblem({ code }: DataError): TemplateResult {
    const { explained } = this.#owner;
    const { words } = this.#language;
    const retry = code === 'bad-attribute' ? undefined : (): void => void this.refresh();
    return renderProblem(explained?.sentence ?? words.unavailable, explained?.forOwner, retry, words);
  }

  #renderProfile({ title, sections, meanings }: Profile): TemplateResult {
    const level = Number(this.headingLevel || '2');
    const heading = (text: string): TemplateResult =>
      html`<div class="heading" role="heading" aria-level=${Math.min(6, level + 1)}>${text}</div>`;
    const section = ({ heading: text, layout, parts }: Section): TemplateResult =>
      html`<section part="section">
        ${heading(text)}
        <div class=${layout}>
          ${parts.map((part) => html`<div class=${part.widget}>${this.#element(part, level + 2)}</div>`)}
        </div>
      </section>`;
    return html`<div class="profile">
      <div class="title" part="title" role="heading" aria-level=${level}>${this.heading || title}</div>
      ${sections.map(section)}
      <section part="section">
        ${heading(this.#messages.method)}
        <dl class="means" part="about">${meanings.map((each) => this.#renderMeaning(each, level + 2))}</dl>
      </section>
    </div>`;
  }

  /** What an indicator measures; its whole sheet comes when the reader opens it. */
  #renderMeaning({ title, texts, sheet }: Meaning, level: number): TemplateResult {
    const { indicator = '' } = sheet.attributes;
    const open = ({ currentTarget }: Event): void => {
      if ((currentTarget as HTMLDetailsElement).open) this.opened = new Set([...this.opened, indicator]);
    };
    const isOpened = this.opened.has(indicator);
    return html`<dt>${title}</dt>
      <dd>
        ${texts.join(' ')}
        <details class="sheet" @toggle=${open}>
          <summary>${this.#messages.sheet(title)}</summary>
          ${isOpened ? this.#element(sheet, level) : nothing}
        </details>
      </dd>`;
  }
}

defineWidget('obs-profile', ObsProfile);

declare global {
  interface HTMLElementTagNameMap {
    'obs-profile': ObsProfile;
  }
}
