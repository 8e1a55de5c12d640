import { rank, type Rank, type Rankable } from '../../query/rank.js';

export interface Ranked<T> {
  readonly entry: T;
  /** `undefined` without a value, and where no place follows from it: it is incomplete or projected. */
  readonly rank: Rank | undefined;
}

/** Highest first, those of one rank in the order of their names; what has no value comes last, what has one but no place stands by it. */
export function rankPlaces<T extends Rankable>(entries: readonly T[]): Ranked<T>[] {
  const { ranks, standings } = rank(entries);
  const last = entries.length + 1;
  return entries
    .map((entry, index) => ({
      entry,
      rank: ranks[index],
      standing: Math.min(standings[index] ?? last, last),
    }))
    .sort((a, b) => a.standing - b.standing || a.entry.name.localeCompare(b.entry.name, 'es'));
}
