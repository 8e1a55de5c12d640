import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { LanguageController } from '../../controllers/language-controller.js';
import type { DataError } from '../../errors.js';
import { mayHaveUnknown } from './may-be-unknown.js';
import type { Explained, Reporting } from './owner-report.js';

type Host = Reporting & ReactiveControllerHost;

/** Tells the page's owner what is wrong with a widget that holds no figures of its own: a filter, a profile. */
export class OwnerController implements ReactiveController {
  /** What stands in place of the widget, where there is an error. */
  explained: Explained | undefined;
  readonly #host: Host;
  readonly #language: LanguageController;
  readonly #error: () => DataError | undefined;
  #told = '';

  constructor(host: Host, language: LanguageController, error: () => DataError | undefined) {
    [this.#host, this.#language, this.#error] = [host, language, error];
    host.addController(this);
  }

  hostUpdated(): void {
    const host = this.#host;
    const error = this.#error();
    const { isUnknown, words } = this.#language;
    const told = JSON.stringify([error, words.lang, isUnknown, [...host.odd]]);
    if (told === this.#told) return;
    this.#told = told;
    this.explained = undefined;
    if (error || host.odd.size > 0 || isUnknown || mayHaveUnknown(host)) void this.#tell(error);
  }

  async #tell(error: DataError | undefined): Promise<void> {
    const view = error ? ({ name: 'failed', error } as const) : ({ name: 'loading', isSlow: false } as const);
    const report = await import('./owner-report.js').catch(() => undefined);
    this.explained = report?.tellOwner(this.#host, view, undefined, this.#language, true);
    this.#host.requestUpdate();
  }
}
