/**
 * How probable numbers of events are, Poisson and binomial, accurate for counts from 0 to tens of millions.
 *
 * C. Loader, «Fast and Accurate Computation of Binomial Probabilities» (2000): a probability is a saddle point, with
 * the error of Stirling's formula apart, so that nothing large is subtracted from something nearly as large. Sums of
 * tails add positive terms that become smaller from the first on.
 */

const HALF_LOG_TAU = 0.5 * Math.log(2 * Math.PI);
/** Up to this count its factorial is a whole number that a float holds exactly. */
const EXACT_FACTORIAL = 17;
/** A term that adds less than this share of the sum ends it. */
const NEGLIGIBLE = 1e-17;

/** By how much Stirling's formula misses the logarithm of `n!`; `n` a whole number of 1 or more. */
function stirlingError(n: number): number {
  if (n > EXACT_FACTORIAL) {
    const square = n * n;
    return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / 1188 / square) / square) / square) / square) / n;
  }
  let factorial = 1;
  for (let each = 2; each <= n; each++) factorial *= each;
  return Math.log(factorial) - (n + 0.5) * Math.log(n) + n - HALF_LOG_TAU;
}

/** Half the deviance of a count from what is expected: `n ln(n / expected) + expected - n`. */
function deviance(n: number, expected: number): number {
  const share = (expected - n) / n;
  return n * (share - Math.log1p(share));
}

/** The probability of exactly `n` events where `expected` are expected. */
export function poissonProbability(n: number, expected: number): number {
  if (n === 0) return Math.exp(-expected);
  return Math.exp(-stirlingError(n) - deviance(n, expected) - HALF_LOG_TAU) / Math.sqrt(n);
}

/** The probability of exactly `n` of `trials`, each with probability `p`, `0 < p < 1`. */
function binomialProbability(n: number, trials: number, p: number): number {
  if (n === 0) return Math.exp(trials * Math.log1p(-p));
  if (n === trials) return Math.exp(trials * Math.log(p));
  const rest = trials - n;
  const errors = stirlingError(trials) - stirlingError(n) - stirlingError(rest);
  const far = deviance(n, trials * p) + deviance(rest, trials * (1 - p));
  return Math.exp(errors - far - HALF_LOG_TAU) * Math.sqrt(trials / n / rest);
}

/** `first` and the terms that follow it, each the one before times `ratio` of its number, from 1. */
function sumOfTail(first: number, ratio: (step: number) => number): number {
  let [sum, term] = [first, first];
  for (let step = 1; term > sum * NEGLIGIBLE; step++) sum += term *= ratio(step);
  return sum;
}

/** The probability of `n` events or more, where fewer are expected. */
export function poissonOrMore(n: number, expected: number): number {
  return sumOfTail(poissonProbability(n, expected), (step) => expected / (n + step));
}

/** The probability of `n` events or fewer, where more are expected. */
export function poissonOrFewer(n: number, expected: number): number {
  return sumOfTail(poissonProbability(n, expected), (step) => Math.max(0, n + 1 - step) / expected);
}

/** The probability of `n` of `trials` or more, where fewer are expected. */
export function binomialOrMore(n: number, trials: number, p: number): number {
  const odds = p / (1 - p);
  return sumOfTail(
    binomialProbability(n, trials, p),
    (step) => (odds * (trials - n - step + 1)) / (n + step),
  );
}
