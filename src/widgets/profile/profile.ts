import { html, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit';
import { LanguageController } from '../../controllers/language-controller.js';
import { pageObservatory } from '../../engine/page-observatory.js';
import { asDataError, DataError } from '../../errors.js';
import type { Manifest } from '../../observatory/manifest.js';
import type { Places } from '../../observatory/places.js';
import { profile as spanish } from '../../text/es/profile.js';
import { baseStyles } from '../../theme/base.styles.js';
import { tokenStyles } from '../../theme/tokens.styles.js';
import { defineWidget } from '../define.js';
import { textAttributes } from '../figure/attribute-texts.js';
import { FigureAttributes } from '../figure/figure-attributes.js';
import { Forms } from '../figure/forms.js';
import { renderProblem, renderWaiting } from '../figure/frame.js';
import { observatoryAddress } from '../figure/observatory-address.js';
import type { Explained } from '../figure/owner-report.js';
import { makeProfile, type Part, type Profile, type Section } from './profile-model.js';
import { profileStyles } from './profile.styles.js';

/** The widgets that a profile is made of: each comes when it is needed. */
const WIDGETS: Readonly<Record<Part['widget'], () => Promise<unknown>>> = {
  card: () => import('../card/card.js'),
  trend: () => import('../trend/trend.js'),
  bars: () => import('../bars/bars.js'),
  table: () => import('../table/table.js'),
  download: () => import('../download/download.js'),
};

/** What the profile says holds for each of its widgets. */
const PASSED_ON = 'observatory hosts lang theme'.split(' ') as ('observatory' | 'hosts' | 'lang' | 'theme')[];

/**
 * All that an observatory has of a place, in one tag: key figures, how they changed, its parts in order, what there is
 * of the country, the data as a table and as files, and what each figure measures. Prints on two sheets.
 *
 * @slot - Shown until the profile is there, and when it cannot be shown.
 * @csspart title - What the profile is of.
 * @csspart section - One section with its heading.
 * @csspart about - What each figure measures.
 * @csspart waiting - Stands in for the profile while it is on its way.
 * @csspart problem - Why there is no profile.
 * @csspart retry - The button to try again.
 * @cssproperty [--obs-profile-block-size=100em] - Height kept free for the profile, so that nothing moves when it comes.
 */
export class ObsProfile extends FigureAttributes {
  static override styles: CSSResultGroup = [baseStyles, tokenStyles, profileStyles];
  static override properties: PropertyDeclarations = {
    ...textAttributes('indicators'),
    told: { state: true },
    explained: { state: true },
  };

  /**
   * The names of indicators, parted by spaces, in the order that they are wanted in; all without it.
   * @attr
   */
  declare indicators: string;
  /** What the observatory says of itself. */
  declare private told: { readonly manifest: Manifest; readonly places: Places } | DataError | undefined;
  declare private explained: Explained | undefined;

  readonly #forms = new Forms(this);
  readonly #language = new LanguageController(this);
  #profile: Profile | DataError | undefined;
  #asked = '';
  #call: AbortController | undefined;
  /** Its widgets stay the same as long as their attributes do. */
  #elements = new Map<string, HTMLElement>();

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#call?.abort();
    this.#asked = '';
  }

  /** Asks again for what the observatory says of itself. */
  async refresh(): Promise<void> {
    this.#asked = '';
    this.told = undefined;
    await this.updateComplete;
  }

  /** Where the profile stands; each of its figures has a state of its own. */
  protected get view(): { readonly name: 'loading' | 'ready' | 'failed' } {
    if (!this.#profile) return { name: 'loading' };
    return { name: this.#profile instanceof DataError ? 'failed' : 'ready' };
  }

  protected override willUpdate(): void {
    this.#forms.putOddAside();
    this.#language.use(this.lang);
    if (!this.isConnected) return;
    try {
      this.#ask();
      this.#profile = this.told instanceof DataError ? this.told : this.#made();
    } catch (reason) {
      this.#profile = asDataError(reason);
    }
    if (this.#profile instanceof DataError) this.#explain(this.#profile);
  }

  /** Asks, unless it is what was asked already. */
  #ask(): void {
    const { maxBytes, timeout, firstByteTimeout, stallTimeout, hostLists: hosts } = this;
    const question = {
      url: observatoryAddress(this),
      ...{ hosts, maxBytes, timeout, firstByteTimeout, stallTimeout },
    };
    const key = JSON.stringify(question);
    if (key === this.#asked) return;
    this.#asked = key;
    this.#call?.abort();
    const call = (this.#call = new AbortController());
    const { signal } = call;
    Promise.all([
      pageObservatory.manifest(question, { signal }),
      pageObservatory.places(question, { signal }),
    ]).then(
      ([manifest, places]) => void (this.#call === call && (this.told = { manifest, places })),
      (reason: unknown) => void (this.#call === call && !signal.aborted && (this.told = asDataError(reason))),
    );
  }

  #made(): Profile | undefined {
    if (!this.told || this.told instanceof DataError) return undefined;
    const indicators = this.indicators.split(/[\s,]+/).filter((name) => name !== '');
    const messages = this.#language.messages?.profile ?? spanish;
    const options = { place: this.place, indicators, lang: this.lang || 'es' };
    return makeProfile(this.told.manifest, this.told.places, options, messages);
  }

  #explain(error: DataError): void {
    void import('../figure/owner-report.js').then(
      ({ explain }) => {
        const explained = explain(this, error, this.#language.messages);
        if (explained.detail !== this.explained?.detail) this.explained = explained;
      },
      () => undefined,
    );
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
    return html`<div class="root ${this.theme}" lang=${words.lang} aria-busy=${profile === undefined}>
      ${
        profile === undefined
          ? renderWaiting(words, false)
          : profile instanceof DataError
            ? this.#renderProblem(profile)
            : this.#renderProfile(profile)
      }
    </div>`;
  }

  #renderProblem({ code }: DataError): TemplateResult {
    const { explained } = this;
    const { words } = this.#language;
    const retry = code === 'bad-attribute' ? undefined : (): void => void this.refresh();
    return renderProblem(explained?.sentence ?? words.unavailable, explained?.forOwner, retry, words);
  }

  #renderProfile({ title, sections, meanings }: Profile): TemplateResult {
    const level = Number(this.headingLevel || '2');
    const { method } = this.#language.messages?.profile ?? spanish;
    const heading = (text: string): TemplateResult =>
      html`<div class="heading" role="heading" aria-level=${Math.min(6, level + 1)}>${text}</div>`;
    const section = ({ heading: text, layout, parts }: Section): TemplateResult =>
      html`<section part="section">
        ${heading(text)}
        <div class=${layout}>${parts.map((part) => this.#element(part, level + 2))}</div>
      </section>`;
    return html`<div class="profile">
      <div class="title" part="title" role="heading" aria-level=${level}>${this.heading || title}</div>
      ${sections.map(section)}
      <section part="section">
        ${heading(method)}
        <dl class="means" part="about">
          ${meanings.map(
            ({ title: term, texts }) =>
              html`<dt>${term}</dt>
                <dd>${texts.join(' ')}</dd>`,
          )}
        </dl>
      </section>
    </div>`;
  }
}

defineWidget('obs-profile', ObsProfile);

declare global {
  interface HTMLElementTagNameMap {
    'obs-profile': ObsProfile;
  }
}
