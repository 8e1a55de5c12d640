import { poissonOrFewer, poissonOrMore, poissonProbability } from './event-probabilities.js';

/** Confidence levels, in per cent, and the quantile of the normal distribution that belongs to each. */
const QUANTILES = { 90: 1.6448536269514722, 95: 1.959963984540054, 99: 2.5758293035489004 } as const;

export type Level = keyof typeof QUANTILES;

/** What the true value may be, in the unit of the value. */
export interface Limits {
  readonly low: number;
  readonly high: number;
}

/** Relative precision of a limit. */
const PRECISION = 1e-14;
/** Newton's method needs about five; more would not end. */
const MOST_STEPS = 100;

/** Newton's method on the logarithm of a tail, which is concave: it cannot jump over the solution for ever. */
function solve(
  start: number,
  wanted: number,
  tail: (x: number) => number,
  slope: (x: number) => number,
): number {
  let x = start;
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const probability = tail(x);
    const step = (Math.log(probability / wanted) * probability) / slope(x);
    const next = Math.max(x / 4, x - step);
    if (Math.abs(next - x) <= x * PRECISION) return next;
    x = next;
  }
  return x;
}

/**
 * The exact limits of a Poisson count, of equal tails: F. Garwood, «Fiducial Limits for the Poisson Distribution»,
 * Biometrika 28 (1936). The lower one is the mean under which `count` or more has the probability of a tail, the
 * upper one that under which `count` or fewer has it: half the quantiles of chi-square with 2 n and 2 n + 2 degrees
 * of freedom. No lower limit of a count of 0 but 0. `count`: a whole number from 0.
 */
export function poissonLimits(count: number, level: Level): Limits {
  const tail = (1 - level / 100) / 2;
  // E. B. Wilson and M. M. Hilferty (1931): near enough to start from.
  const near = (shape: number, z: number): number =>
    shape * (1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape))) ** 3;
  const z = QUANTILES[level];
  const low =
    count === 0
      ? 0
      : solve(
          near(count, -z),
          tail,
          (mean) => poissonOrMore(count, mean),
          (mean) => poissonProbability(count - 1, mean),
        );
  const high = solve(
    near(count + 1, z),
    tail,
    (mean) => poissonOrFewer(count, mean),
    (mean) => -poissonProbability(count, mean),
  );
  return { low, high };
}

/**
 * The limits of a proportion, as a share from 0 to 1: E. B. Wilson, «Probable Inference, the Law of Succession, and
 * Statistical Inference», JASA 22 (1927), without correction for continuity.
 */
export function wilsonLimits(successes: number, trials: number, level: Level): Limits {
  const z = QUANTILES[level];
  const share = successes / trials;
  const weight = (z * z) / trials;
  const centre = (share + weight / 2) / (1 + weight);
  const half = (z / (1 + weight)) * Math.sqrt((share * (1 - share)) / trials + weight / trials / 4);
  // At the ends the formula gives 0 and 1, but for the last digits.
  return {
    low: successes === 0 ? 0 : centre - half,
    high: successes === trials ? 1 : centre + half,
  };
}

/** The limits of `count` events per `scale` of a denominator that is known without error. */
export function rateLimits(count: number, denominator: number, scale: number, level: Level): Limits {
  const { low, high } = poissonLimits(count, level);
  return { low: (low * scale) / denominator, high: (high * scale) / denominator };
}
