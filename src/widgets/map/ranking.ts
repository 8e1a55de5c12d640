/** A value that may have a place in a ranking. */
export interface Rankable {
  readonly name: string;
  /** NaN has no rank. */
  readonly value: number;
}

export interface Ranked<T> {
  readonly entry: T;
  /** From 1, the highest first; equal values share one. `undefined` without a value. */
  readonly rank: number | undefined;
  readonly isTied: boolean;
}

/** Highest first, equal values in the order of their names; ties share a rank, 1 2 2 4; what has no value comes last. */
export function rankPlaces<T extends Rankable>(entries: readonly T[]): Ranked<T>[] {
  const byName = (a: T, b: T): number => a.name.localeCompare(b.name, 'es');
  const valued = entries.filter(({ value }) => !Number.isNaN(value));
  const sorted = valued.sort((a, b) => b.value - a.value || byName(a, b));
  const firstOf = new Map<number, number>();
  const times = new Map<number, number>();
  sorted.forEach(({ value }, place) => {
    if (!firstOf.has(value)) firstOf.set(value, place + 1);
    times.set(value, (times.get(value) ?? 0) + 1);
  });
  return [
    ...sorted.map((entry) => ({
      entry,
      rank: firstOf.get(entry.value),
      isTied: (times.get(entry.value) ?? 0) > 1,
    })),
    ...entries
      .filter(({ value }) => Number.isNaN(value))
      .sort(byName)
      .map((entry) => ({ entry, rank: undefined, isTied: false })),
  ];
}
