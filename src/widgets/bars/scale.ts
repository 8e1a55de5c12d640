/** From the lowest to the highest value; zero is always on it. */
export interface Scale {
  readonly low: number;
  readonly high: number;
  /** Where a value stands: 0 at the low end, 1 at the high one. */
  readonly share: (value: number) => number;
}

/** A scale for these values, which begins at zero or holds it. NaN is not drawn. */
export function scaleOf(values: readonly number[]): Scale {
  let [low, high] = [0, 0];
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  // Nothing but zeros: they stand at the beginning.
  const span = high - low || 1;
  return { low, high, share: (value) => (value - low) / span };
}
