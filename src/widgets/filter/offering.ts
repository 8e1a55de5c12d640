import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { pageSelection } from '../../controllers/page-selection.js';
import { DataError } from '../../errors.js';
import { namesIn, type Offer, type Standing } from '../../selection/selection.js';

/** What a filter has among the choices of the page, as long as it stands there: its name, and what it offers. */
export class Offering implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #held: { readonly name: string; readonly release: () => void } | undefined;
  #names: readonly string[] = [];
  #offered = '';

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#held?.release();
    this.#held = undefined;
    this.#offered = '';
  }

  /** The name under which it stands in the page; `''` while it has none. */
  get name(): string {
    return this.#held?.name ?? '';
  }

  get standing(): Standing | undefined {
    return pageSelection.of(this.name);
  }

  /** What is chosen; `''` for all, and while there are no options. */
  get value(): string {
    return this.standing?.choice?.value ?? '';
  }

  /** Whether it follows a filter of places. */
  get isOfPlace(): boolean {
    return this.#names.some((name) => pageSelection.of(name)?.kind === 'place');
  }

  hold(name: string): void {
    if (this.#held?.name === name) return;
    this.hostDisconnected();
    const changed = (): void => this.#host.requestUpdate();
    this.#held = { name, release: name === '' ? (): void => undefined : pageSelection.hold(name, changed) };
  }

  /** Follows other filters itself. Fails with a DataError where one of them follows this one. */
  follow(filterBy: string): void {
    this.#names = namesIn(filterBy);
    if (pageSelection.follow(this.name, this.#names)) return;
    const expected = pageSelection.names.filter((each) => each !== this.name);
    throw new DataError('bad-attribute', { attribute: 'filter-by', value: filterBy, expected });
  }

  /** Says what there is to choose from, where it is not known already. */
  offer(offer: Offer): void {
    if (this.name === '') return;
    const key = JSON.stringify(offer);
    if (key === this.#offered && !this.standing?.isWaiting) return;
    this.#offered = key;
    pageSelection.offer(this.name, offer);
  }

  /** The reader chooses; `false` for what is not among the options. */
  choose(value: string): boolean {
    return pageSelection.choose(this.name, value);
  }

  /** How many figures follow it. */
  get followers(): number {
    return pageSelection.countOf(this.name);
  }
}
