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
  | { readonly isWaiting: true; readonly choice?: never }
  | { readonly isWaiting: false; readonly choice: Choice | undefined };

interface Entry {
  /** The filters of that name; the last one that has options says which there are. */
  readonly holders: Set<() => void>;
  offer: Offer | undefined;
  value: string;
}

/** A figure that follows choices. */
export interface Follower {
  /** The names that it follows now. */
  readonly names: readonly string[];
  /** One of them stands otherwise than before. */
  changed(): void;
}

const WAITING: Standing = { isWaiting: true };

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
    const entry = this.#entries.get(name) ?? { holders: new Set(), offer: undefined, value: '' };
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

  /** What there is to choose from. A choice that is still among it stays. */
  offer(name: string, offer: Offer): void {
    const entry = this.#entries.get(name);
    if (!entry) return;
    const { offer: last, value } = entry;
    const isKept = last !== undefined && isOffered(offer, value);
    entry.offer = offer;
    entry.value = this.#fromAddress(name, offer) ?? (isKept ? value : initialOf(offer));
    this.#tell(name);
  }

  /** The reader chooses; `''` for all. `false` for what is not among the options. */
  choose(name: string, value: string): boolean {
    const entry = this.#entries.get(name);
    const offer = entry?.offer;
    if (!entry || !offer || !isOffered(offer, value)) return false;
    if (value === entry.value) return true;
    entry.value = value;
    if (offer.isInUrl && this.#address) {
      const written = value === initialOf(offer) ? undefined : value;
      this.#address.write(writeParameter(this.#address.read(), name, written));
    }
    this.#tell(name);
    return true;
  }

  /** Where a name stands; `undefined` where no filter has it. */
  of(name: string): Standing | undefined {
    const entry = this.#entries.get(name);
    if (!entry) return undefined;
    const { offer, value } = entry;
    if (!offer) return WAITING;
    const option = offer.options.find((each) => each.value === value);
    return {
      isWaiting: false,
      choice: option && { ...option, kind: offer.kind, column: offer.column },
    };
  }

  /** The names of all filters that stand in the page. */
  get names(): readonly string[] {
    return [...this.#entries.keys()];
  }

  /** Tells a figure of what it follows. Gives what ends that. */
  subscribe(follower: Follower): () => void {
    this.#followers.add(follower);
    return () => void this.#followers.delete(follower);
  }

  /** How many figures follow a name. */
  countOf(name: string): number {
    return [...this.#followers].filter(({ names }) => names.includes(name)).length;
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
    for (const follower of [...this.#followers]) if (follower.names.includes(name)) follower.changed();
    for (const changed of [...(this.#entries.get(name)?.holders ?? [])]) changed();
  }
}
