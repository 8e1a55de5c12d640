/** A source of numbers in [0, 1) that gives the same sequence for the same seed everywhere. */
export type Random = () => number;

/** Marsaglia's 128-bit xorshift: integer arithmetic only, so no platform can round it differently. */
export function seededRandom(seed: number): Random {
  let a = (seed | 0) ^ 0x5eed1234;
  let b = 0x2545f491;
  let c = 0x1b873593;
  let d = 0x0badcafe;
  const next = (): number => {
    const t = a ^ (a << 11);
    a = b;
    b = c;
    c = d;
    d = d ^ (d >>> 19) ^ t ^ (t >>> 8);
    return (d >>> 0) / 2 ** 32;
  };
  // Neighbouring seeds start alike; a short run-in separates them.
  for (let step = 0; step < 32; step += 1) next();
  return next;
}

/** A count drawn around a mean (Poisson; above 30 its normal approximation), never below 1. */
export function positiveCount(mean: number, random: Random): number {
  return Math.max(1, mean > 30 ? largeCount(mean, random) : smallCount(mean, random));
}

function largeCount(mean: number, random: Random): number {
  let sum = 0;
  for (let draw = 0; draw < 12; draw += 1) sum += random();
  return Math.round(mean + (sum - 6) * Math.sqrt(mean));
}

function smallCount(mean: number, random: Random): number {
  const limit = Math.exp(-mean);
  let product = random();
  let count = 0;
  while (product > limit) {
    product *= random();
    count += 1;
  }
  return count;
}
