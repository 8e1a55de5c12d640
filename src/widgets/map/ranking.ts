import { rank, type Rank, type Rankable } from '../../query/rank.js';

export interface Ranked<T> {
  readonly entry: T;
  /** `undefined` without a value. */
  readonly rank: Rank | undefined;
}

/** Highest first, those of one rank in the order of their names; what has no value comes last. */
export function rankPlaces<T extends Rankable>(entries: readonly T[]): Ranked<T>[] {
  const { ranks } = rank(entries);
  const placeOf = (each: Ranked<T>): number => each.rank?.rank ?? entries.length + 1;
  return entries
    .map((entry, index) => ({ entry, rank: ranks[index] }))
    .sort((a, b) => placeOf(a) - placeOf(b) || a.entry.name.localeCompare(b.entry.name, 'es'));
}
