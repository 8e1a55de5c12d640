import { html, nothing } from 'lit';
import type { LanguageController } from '../../controllers/language-controller.js';
import { rateSwitch as spanish } from '../../text/es/rate-switch.js';
import type { Rendered } from './frame.js';
import { asCount, requireBoth, type CountTexts, type RateTexts } from './rate-switch-model.js';

export { rateSwitchStyles } from './rate-switch.styles.js';

/** A widget whose properties hold what it shows. */
type Host = { -readonly [Name in keyof RateTexts]: RateTexts[Name] };

/**
 * The choice between a rate and the count that it is made of. While the count is shown the properties of the widget
 * say so: it asks for the count, and whatever reads them, a download of the same data too, has what is shown.
 */
export class RateSwitch {
  readonly #host: Host;
  readonly #language: Pick<LanguageController, 'messages'>;
  /** What the page says of the rate, while the count is shown. */
  #ofRate: CountTexts | undefined;
  /** What holds in its place. */
  #ofCount: CountTexts | undefined;
  #isChosen = false;

  constructor(host: Host, language: Pick<LanguageController, 'messages'>) {
    this.#host = host;
    this.#language = language;
  }

  /** Looks at the attributes again. Where the page now says something else, its own choice holds: the rate. */
  heed(): void {
    const host = this.#host;
    const isOffered = host.countHeading + host.countUnit !== '';
    if (this.#ofCount && !(isOffered && this.#isAsShown(this.#ofCount))) this.#showRate();
    if (isOffered) requireBoth({ ...this.#textsOf(), ...this.#ofRate });
  }

  #textsOf(): RateTexts {
    const { heading, unit, per, decimals, interval, definition, method, countHeading, countUnit, as } =
      this.#host;
    const texts = { heading, unit, per, decimals, interval, definition, method, countHeading, countUnit };
    return as === undefined ? texts : { ...texts, as };
  }

  #isAsShown(texts: CountTexts): boolean {
    const now = asCount(this.#textsOf());
    return namesOf(texts).every((name) => this.#host[name] === texts[name] && now[name] === texts[name]);
  }

  /** What the page has changed meanwhile stays as it says. */
  #showRate(): void {
    const [ofRate, ofCount] = [this.#ofRate, this.#ofCount];
    [this.#ofRate, this.#ofCount] = [undefined, undefined];
    if (!ofRate || !ofCount) return;
    const kept = namesOf(ofRate).filter((name) => this.#host[name] === ofCount[name]);
    for (const name of kept) this.#put(name, ofRate[name]);
  }

  #showCount(): void {
    const { countHeading, countUnit, ...ofRate } = this.#textsOf();
    this.#ofRate = ofRate;
    this.#ofCount = asCount({ ...ofRate, countHeading, countUnit });
    for (const name of namesOf(this.#ofCount)) this.#put(name, this.#ofCount[name]);
  }

  #put(name: keyof CountTexts, text: string | undefined): void {
    if (text !== undefined) this.#host[name] = text;
  }

  #choose(isCount: boolean): void {
    if (isCount === (this.#ofCount !== undefined)) return;
    this.#isChosen = true;
    if (isCount) this.#showCount();
    else this.#showRate();
  }

  /** Two buttons, and what the reader must know of counts. `isShown`: the figure that was chosen has come. */
  render(isShown: boolean): Rendered {
    const messages = this.#language.messages?.rateSwitch ?? spanish;
    const { countHeading, heading } = this.#host;
    if (countHeading === '') return nothing;
    const isCount = this.#ofCount !== undefined;
    const choices = [
      { label: messages.rate, isOn: !isCount, run: () => this.#choose(false) },
      { label: messages.count, isOn: isCount, run: () => this.#choose(true) },
    ];
    return html`<div class="actions" part="switch" role="group" aria-label=${messages.label}>
        ${choices.map(
          ({ label, isOn, run }) =>
            html`<button type="button" aria-pressed=${isOn ? 'true' : 'false'} @click=${run}>
              ${label}
            </button>`,
        )}
      </div>
      ${isCount ? html`<p class="cautions" part="cautions">${messages.caution}</p>` : nothing}
      <p class="hidden" role="status">${this.#isChosen && isShown ? messages.shown(heading) : ''}</p>`;
  }
}

function namesOf(texts: CountTexts): (keyof CountTexts)[] {
  return Object.keys(texts) as (keyof CountTexts)[];
}
