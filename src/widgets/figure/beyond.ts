import { nothing } from 'lit';
import { onDemand } from '../../controllers/on-demand.js';
import type { LanguageController } from '../../controllers/language-controller.js';
import type { FigureAttributes } from './figure-attributes.js';
import { Forms } from './forms.js';
import type { Rendered } from './frame.js';
import { wear } from './wear.js';

/** Reads what an observatory says of its indicators. */
const indicators = onDemand(() => import('./indicator.js'));
/** Follows what readers choose in filters. */
const filters = onDemand(() => import('./filter-by.js'));
/** The choice between a rate and its count. */
const switches = onDemand(() => import('./rate-switch.js'));

/** What a figure is asked beyond what its attributes say of a plain one, each part fetched where it is asked. */
export class Beyond {
  readonly #host: FigureAttributes;
  readonly #language: LanguageController;
  readonly #forms: Forms;
  #switch: import('./rate-switch.js').RateSwitch | undefined;

  constructor(host: FigureAttributes, language: LanguageController) {
    [this.#host, this.#language, this.#forms] = [host, language, new Forms(host)];
  }

  /** Has its say before anything is asked; `false` while what that takes is on its way. Fails with a DataError. */
  prepare(): boolean {
    const host = this.#host;
    this.#forms.putOddAside();
    const isFilled = (): boolean => !host.indicator || !!indicators(host)?.fill(host);
    if (!(host.filterBy ? filters(host)?.follow(host, isFilled) : isFilled())) return false;
    // A file that the page names goes before what the observatory has.
    if (host.snapshot) host.otherwise = { src: host.snapshot };
    else if (!host.indicator) host.otherwise = undefined;
    const isOffered = host.countHeading || host.countUnit;
    const code = isOffered ? switches(host) : undefined;
    if (code && !this.#switch) {
      wear(host, code.rateSwitchStyles);
      this.#switch = new code.RateSwitch(host, this.#language);
    }
    this.#switch?.heed();
    return !isOffered || !!this.#switch;
  }

  render(isReady: boolean): Rendered {
    return this.#switch?.render(isReady) ?? nothing;
  }

  /** Asks again for a manifest that could not be had. */
  async refresh(): Promise<void> {
    if (this.#host.indicator) await indicators(this.#host)?.refreshManifest(this.#host);
  }
}

/** What this figure is asked beyond a plain one. */
export const beyondOf = (host: FigureAttributes, language: LanguageController): Beyond =>
  new Beyond(host, language);
