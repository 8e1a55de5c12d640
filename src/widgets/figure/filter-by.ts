import type { ReactiveController } from 'lit';
import { pageSelection } from '../../controllers/page-selection.js';
import { applyChoices, CHOSEN, type Chosen } from '../../selection/apply-choices.js';
import { namesIn, type Follower } from '../../selection/selection.js';
import type { FigureAttributes } from './figure-attributes.js';
import { awaited } from './awaited-filter.js';
import { pagesOwn } from './pages-own.js';

function textsOf(widget: FigureAttributes): Chosen {
  const { indicator, place, period, where } = widget;
  return { indicator, place, period, where };
}

const followingOf = new WeakMap<FigureAttributes, Following>();

/** What a widget has of the choices so far. */
class Following implements ReactiveController, Follower {
  readonly isFigure: boolean;
  readonly #widget: FigureAttributes;
  #unsubscribe: (() => void) | undefined;
  /** What the page itself says. */
  #own: Chosen;
  /** What was last put in its stead. */
  #written: Chosen;
  /** How the properties stood when the widget had been filled: what is other since is of the page. */
  #last: Chosen;

  constructor(widget: FigureAttributes, isFigure: boolean) {
    [this.#widget, this.isFigure] = [widget, isFigure];
    this.#last = textsOf(widget);
    this.#own = this.#written = { ...this.#last, ...pagesOwn.get(widget) };
    widget.addController(this);
  }

  hostConnected(): void {
    this.#unsubscribe = pageSelection.subscribe(this);
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
  }

  /** Without `filter-by` it is again as the page says. */
  hostUpdated(): void {
    if (this.#widget.filterBy !== '') return;
    const changed = this.#readPage();
    this.#write(this.#own, changed);
    this.hostDisconnected();
    this.#widget.removeController(this);
    followingOf.delete(this.#widget);
  }

  changed(): void {
    this.#widget.requestUpdate();
  }

  get names(): readonly string[] {
    return namesIn(this.#widget.filterBy);
  }

  /** Puts the choices into the widget's properties, and fills it. */
  follow(isFilled: () => boolean): boolean {
    const standings = pageSelection
      .inOrder(this.names)
      .map((name) => pageSelection.of(name) ?? awaited(this.#widget, name));
    if (standings.some(({ isWaiting }) => isWaiting)) return false;
    const choices = standings.flatMap(({ choice }) => choice ?? []);
    const changed = this.#readPage();
    // What has no data of its own is of the observatory: of its places, too.
    const knowsPlaces = this.#widget.src === '';
    this.#write(applyChoices(this.#own, choices, knowsPlaces), changed);
    const isReady = isFilled();
    this.#last = textsOf(this.#widget);
    return isReady;
  }

  /** What is other than when the widget had been filled is of the page. */
  #readPage(): readonly (keyof Chosen)[] {
    const now = textsOf(this.#widget);
    const changed = CHOSEN.filter((name) => now[name] !== this.#last[name]);
    this.#own = { ...this.#own, ...Object.fromEntries(changed.map((name) => [name, now[name]])) };
    return changed;
  }

  /** Only what is other than before: what the manifest has made of it since is left as it is. */
  #write(texts: Chosen, changed: readonly (keyof Chosen)[]): void {
    for (const name of CHOSEN)
      if (changed.includes(name) || texts[name] !== this.#written[name]) this.#widget[name] = texts[name];
    this.#written = texts;
  }
}

/**
 * Puts what readers have chosen into the widget's properties, then what the manifest says by `isFilled`. `false` while
 * either is on its way; fails with a DataError where the page has no such filter. `isFigure`: it is no filter itself.
 */
export function follow(widget: FigureAttributes, isFilled: () => boolean, isFigure = true): boolean {
  const following = followingOf.get(widget) ?? new Following(widget, isFigure);
  followingOf.set(widget, following);
  return following.follow(isFilled);
}
