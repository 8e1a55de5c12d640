import { readParameter, writeParameter, type Address } from './address.js';

/** What is chosen: a place, a period, one value of a breakdown, or which indicator. */
export const KINDS = ['place', 'period', 'breakdown', 'indicator'] as const;
export type Kind = (typeof KINDS)[number];

/** One of the choices that a reader has. */
export interface Option {
  /** As figures are asked with it: `13`, `2024`, `Robo`. */
  readonly value: string;
  /** As readers see it: `La Libertad`. */
  readonly label: string;
}

/** What stands to choice under a name. */
export interface Offer {
  readonly kind: Kind;
  /** The column that a breakdown is of, and that a place is in where figures have no indicator; `''` for none. */
  readonly column: string;
  readonly options: readonly Option[];
  /** What holds until the reader chooses; `''` for all. */
  readonly initial: string;
  /** Whether there is no choice of all. */
  readonly isRequired: boolean;
  /** Whether the choice is kept in the page's address. */
  readonly isInUrl: boolean;
}

/** What a reader has chosen. */
export interface Choice extends Option {
  readonly kind: Kind;
  readonly column: string;
}

/** Where a name stands: its options are still on their way, or there, with a choice or with all. */
export type Standing =
  | { readonly isWaiting: true; readonly kind?: never; readonly choice?: never }
  | { readonly isWaiting: false; readonly kind?: Kind; readonly choice: Choice | undefined };

interface Entry {
  /** The filters of that name; the last one that has options says which there are. */
  readonly holders: Set<() => void>;
  /** The names that the filter itself follows. */
  follows: readonly string[];
  offer: Offer | undefined;
  /** One of the names that it follows stands otherwise: what it offered holds no more. */
  isWaiting: boolean;
  value: string;
}

/** What follows choices. */
export interface Follower {
  /** A figure, not another filter. */
  readonly isFigure: boolean;
  /** The names that it follows now. */
  readonly names: readonly string[];
  /** One of them stands otherwise than before. */
  changed(): void;
}

const WAITING: Standing = { isWaiting: true };

/** `dep prov` → the names of two filters. */
export const namesIn = (filterBy: string): string[] => filterBy.split(/\s+/).filter((name) => name !== '');

function isOffered({ options, isRequired }: Offer, value: string): boolean {
  return value === '' ? !isRequired : options.some((option) => option.value === value);
}

/** What holds where the reader has not chosen: never what is not among the options. */
function initialOf(offer: Offer): string {
  const { options, initial, isRequired } = offer;
  if (isOffered(offer, initial)) return initial;
  return isRequired ? (options[0]?.value ?? '') : '';
}

/**
 * What readers chose, by the names of filters, for all figures of a page. A text from outside, of the page's address
 * above all, can only be one of the options; what is not among them is as if it were not there.
 */
export class Selection {
  readonly #entries = new Map<string, Entry>();
  readonly #followers = new Set<Follower>();
  readonly #address: Address | undefined;
  #unwatch: (() => void) | undefined;

  constructor(address?: Address) {
    this.#address = address;
  }

  /** A filter of that name stands in the page, and is told of changes. Gives what tells that it no longer does. */
  hold(name: string, changed: () => void): () => void {
    const unsaid: Entry = {
      ...{ holders: new Set(), follows: [], offer: undefined, isWaiting: false, value: '' },
    };
    const entry = this.#entries.get(name) ?? unsaid;
    this.#entries.set(name, entry);
    entry.holders.add(changed);
    this.#tell(name);
    this.#unwatch ??= this.#address?.watch(() => this.#returned());
    return () => {
      entry.holders.delete(changed);
      if (entry.holders.size > 0 || this.#entries.get(name) !== entry) return;
      this.#entries.delete(name);
      if (this.#entries.size === 0) this.#unwatch = this.#unwatch?.() as undefined;
      this.#tell(name);
    };
  }

  /**
   * A filter follows others: when one of them changes, what it offered holds no more until it offers again. `false`, and
   * it follows none, where one of them follows it: neither would ever have options.
   */
  follow(name: string, names: readonly string[]): boolean {
    const entry = this.#entries.get(name);
    const isOpen = !names.some((each) => each === name || this.#behind(name).has(each));
    if (!entry) return isOpen;
    const { follows } = entry;
    entry.follows = isOpen ? names : [];
    // A circle may be one no more: who was refused for it asks again.
    if (follows.some((each) => !entry.follows.includes(each)))
      for (const { holders } of this.#entries.values()) for (const changed of [...holders]) changed();
    return isOpen;
  }

  /** What there is to choose from. A choice that is still among it stays; one that is not leaves the address. */
  offer(name: string, offer: Offer): void {
    const entry = this.#entries.get(name);
    if (!entry) return;
    const { offer: last, value, isWaiting } = entry;
    const isKept = last !== undefined && isOffered(offer, value);
    [entry.offer, entry.isWaiting] = [offer, false];
    entry.value = this.#fromAddress(name, offer) ?? (isKept ? value : initialOf(offer));
    if (isWaiting && !isKept && value !== '') this.#write(name);
    this.#tell(name);
  }

  /** The reader chooses; `''` for all. `false` for what is not among the options. */
  choose(name: string, value: string): boolean {
    const entry = this.#entries.get(name);
    const offer = entry?.offer;
    if (!entry || !offer || entry.isWaiting || !isOffered(offer, value)) return false;
    if (value === entry.value) return true;
    entry.value = value;
    this.#write(name);
    // What the address says of a part and is not used would come to hold in another whole.
    for (const each of this.#behind(name)) this.#write(each);
    this.#tell(name);
    return true;
  }

  /** Where a name stands; `undefined` where no filter has it. */
  of(name: string): Standing | undefined {
    const entry = this.#entries.get(name);
    if (!entry) return undefined;
    const { offer, isWaiting, value } = entry;
    if (!offer || isWaiting) return WAITING;
    const { kind, column } = offer;
    const option = offer.options.find((each) => each.value === value);
    return { isWaiting: false, kind, choice: option && { ...option, kind, column } };
  }

  /** The names of all filters that stand in the page. */
  get names(): readonly string[] {
    return [...this.#entries.keys()];
  }

  /** These names, each after those that it follows: a part is chosen within its whole, however the page lists them. */
  inOrder(names: readonly string[]): readonly string[] {
    const ahead = (name: string): number => names.filter((each) => this.#behind(each).has(name)).length;
    return [...names].sort((a, b) => ahead(a) - ahead(b));
  }

  /** Tells a figure of what it follows. Gives what ends that. */
  subscribe(follower: Follower): () => void {
    this.#followers.add(follower);
    return () => void this.#followers.delete(follower);
  }

  /** How many figures follow a name, themselves or by another filter. */
  countOf(name: string): number {
    const all = new Set([name, ...this.#behind(name)]);
    const isOf = ({ isFigure, names }: Follower): boolean => isFigure && names.some((each) => all.has(each));
    return [...this.#followers].filter(isOf).length;
  }

  /** The filters that follow a name, and those that follow them. */
  #behind(name: string, found = new Set<string>()): Set<string> {
    for (const [other, { follows }] of this.#entries) {
      if (!follows.includes(name) || found.has(other)) continue;
      found.add(other);
      this.#behind(other, found);
    }
    return found;
  }

  /** Puts what holds under a name into the address. */
  #write(name: string): void {
    const { offer, value } = this.#entries.get(name) ?? {};
    if (!offer?.isInUrl || !this.#address) return;
    const search = this.#address.read();
    const written = writeParameter(search, name, value === initialOf(offer) ? undefined : value);
    if (written !== search) this.#address.write(written);
  }

  #fromAddress(name: string, offer: Offer): string | undefined {
    if (!offer.isInUrl || !this.#address) return undefined;
    const value = readParameter(this.#address.read(), name);
    return value !== undefined && isOffered(offer, value) ? value : undefined;
  }

  /** The reader went back or forth in the page's history. */
  #returned(): void {
    for (const [name, entry] of this.#entries) {
      const { offer } = entry;
      if (!offer?.isInUrl) continue;
      const value = this.#fromAddress(name, offer) ?? initialOf(offer);
      if (value === entry.value) continue;
      entry.value = value;
      this.#tell(name);
    }
  }

  #tell(name: string): void {
    const all = [name, ...this.#behind(name)];
    // All of them first: a figure that follows two names is not asked with the one of today and the other of before.
    for (const each of all.slice(1)) (this.#entries.get(each) as Entry).isWaiting = true;
    const isOf = ({ names }: Follower): boolean => names.some((each) => all.includes(each));
    for (const follower of [...this.#followers].filter(isOf)) follower.changed();
    for (const each of all) for (const changed of [...(this.#entries.get(each)?.holders ?? [])]) changed();
  }
}
