import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ManifestQuestion, ObservatoryEngine } from '../engine/observatory.js';
import { asDataError, type DataError } from '../errors.js';
import { indicatorTexts } from '../observatory/indicator-texts.js';
import { indicatorOf } from '../observatory/manifest.js';
import { placeOf } from '../observatory/places.js';
import type { Texts } from '../observatory/resource-texts.js';

/** What a widget asks of an observatory. */
export interface IndicatorQuestion extends ManifestQuestion {
  readonly indicator: string;
  /** A code or a name of the list of places; `''` for the whole country. */
  readonly place: string;
  readonly lang: string;
  /** Whether the parts of the place are compared. */
  readonly byParts: boolean;
}

/** Where a widget stands with the manifest. */
export type IndicatorState =
  | { readonly name: 'loading' }
  | { readonly name: 'ready'; readonly texts: Texts }
  | { readonly name: 'failed'; readonly error: DataError };

/** Asks what an indicator's name stands for, and holds the answer. A late one never wins. */
export class IndicatorController implements ReactiveController {
  state: IndicatorState = { name: 'loading' };
  readonly #host: ReactiveControllerHost & Element;
  readonly #engine: ObservatoryEngine;
  #question: IndicatorQuestion | undefined;
  #key = '';
  #call: AbortController | undefined;

  constructor(host: ReactiveControllerHost & Element, engine: ObservatoryEngine) {
    [this.#host, this.#engine] = [host, engine];
    host.addController(this);
  }

  /** Asks, unless it is what was asked already. */
  ask(question: IndicatorQuestion): void {
    const key = JSON.stringify(question);
    if (key === this.#key) return;
    [this.#key, this.#question] = [key, question];
    this.state = { name: 'loading' };
    if (this.#host.isConnected) void this.#run(false);
  }

  /** Asks again for a manifest that could not be had; what is there stays. */
  async refresh(): Promise<void> {
    if (this.state.name === 'failed' && this.#host.isConnected) await this.#run(true);
  }

  hostConnected(): void {
    if (this.state.name === 'loading' && this.#question && !this.#call) void this.#run(false);
  }

  hostDisconnected(): void {
    this.#call?.abort();
    this.#call = undefined;
  }

  async #run(fresh: boolean): Promise<void> {
    this.hostDisconnected();
    if (!this.#question) return;
    const call = new AbortController();
    this.#call = call;
    const next = await this.#texts(this.#question, call.signal, fresh).then(
      (texts): IndicatorState => ({ name: 'ready', texts }),
      (reason: unknown): IndicatorState => ({ name: 'failed', error: asDataError(reason) }),
    );
    if (this.#call !== call) return;
    this.#call = undefined;
    this.state = next;
    this.#host.requestUpdate();
  }

  async #texts(question: IndicatorQuestion, signal: AbortSignal, fresh: boolean): Promise<Texts> {
    const { indicator: name, place: wanted, lang, byParts, ...asked } = question;
    const manifest = await this.#engine.manifest(asked, { signal, fresh });
    const indicator = indicatorOf(manifest, name);
    const needsPlaces = wanted !== '' || byParts;
    const places = needsPlaces
      ? await this.#engine.places(asked, { signal, fresh })
      : new Map<string, never>();
    const place = wanted === '' || places.size === 0 ? undefined : placeOf(places, wanted);
    return indicatorTexts({ manifest, base: asked.url, lang, indicator, places, place, byParts });
  }
}
