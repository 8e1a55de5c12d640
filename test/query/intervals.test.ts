import { expect } from 'chai';
import fc from 'fast-check';
import jstat from 'jstat';
import { poissonOrFewer, poissonOrMore } from '../../src/query/event-probabilities.js';
import { poissonLimits, rateLimits, wilsonLimits, type Level } from '../../src/query/intervals.js';

const LEVELS: readonly Level[] = [90, 95, 99];
const levels = fc.constantFrom(...LEVELS);
const tailOf = (level: Level): number => (1 - level / 100) / 2;

/** Small and large counts alike: of each number of digits as many. */
const counts = fc
  .tuple(fc.integer({ min: 0, max: 7 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([digits, share]) => Math.floor(share * 10 ** digits));

describe('the exact limits of a count', () => {
  it('[STAT-04] have the published values for 0 events: there is no lower limit but zero', () => {
    expect(poissonLimits(0, 95).low).to.equal(0);
    // -ln 0.05, -ln 0.025, -ln 0.005
    expect(poissonLimits(0, 90).high).to.be.closeTo(2.995732, 1e-6);
    expect(poissonLimits(0, 95).high).to.be.closeTo(3.688879, 1e-6);
    expect(poissonLimits(0, 99).high).to.be.closeTo(5.298317, 1e-6);
  });

  it('[STAT-04] agree with half the quantiles of chi-square, as another library computes them', () => {
    for (const level of LEVELS)
      for (let count = 1; count <= 300; count++) {
        const { low, high } = poissonLimits(count, level);
        expect(low).to.be.closeTo(jstat.chisquare.inv(tailOf(level), 2 * count) / 2, 1e-6);
        expect(high).to.be.closeTo(jstat.chisquare.inv(1 - tailOf(level), 2 * count + 2) / 2, 1e-6);
      }
  });

  it('[STAT-04] leave exactly half of what the level leaves out on each side, for any count up to ten million', () => {
    fc.assert(
      fc.property(counts, levels, (count, level) => {
        const { low, high } = poissonLimits(count, level);
        if (count > 0) expect(poissonOrMore(count, low)).to.be.closeTo(tailOf(level), 1e-9);
        expect(poissonOrFewer(count, high)).to.be.closeTo(tailOf(level), 1e-9);
      }),
      { numRuns: 2000 },
    );
  });

  it('hold the count, rise with it, and widen with the level', () => {
    fc.assert(
      fc.property(counts, (count) => {
        const [narrow, usual, wide] = LEVELS.map((level) => poissonLimits(count, level));
        const next = poissonLimits(count + 1, 95);
        if (!narrow || !usual || !wide) throw new Error('three levels');
        expect(usual.low).to.be.at.most(count);
        expect(usual.high).to.be.above(count);
        expect(next.low).to.be.above(usual.low);
        expect(next.high).to.be.above(usual.high);
        expect(wide.high - wide.low).to.be.above(usual.high - usual.low);
        expect(usual.high - usual.low).to.be.above(narrow.high - narrow.low);
      }),
      { numRuns: 1000 },
    );
  });

  it('are probabilities that another library gives as well', () => {
    for (const [count, mean] of [
      [3, 8.767273],
      [40, 60.5],
      [0, 2],
    ] as const)
      expect(poissonOrFewer(count, mean)).to.be.closeTo(jstat.poisson.cdf(count, mean), 1e-9);
  });
});

describe('the limits of a rate', () => {
  it('[STAT-04] are those of its count, per as many of the denominator', () => {
    const { low, high } = rateLimits(20, 200_000, 100_000, 95);
    expect(low).to.be.closeTo(6.10826, 1e-5);
    expect(high).to.be.closeTo(15.444189, 1e-6);
  });
});

describe("Wilson's limits of a proportion", () => {
  it('[STAT-04] have the published values', () => {
    // R. G. Newcombe, Statistics in Medicine 17 (1998), table I, method 3: four decimals.
    for (const [successes, trials, low, high] of [
      [81, 263, 0.2553, 0.3662],
      [15, 148, 0.0624, 0.1605],
      [0, 20, 0, 0.1611],
      [1, 29, 0.0061, 0.1718],
    ] as const) {
      const limits = wilsonLimits(successes, trials, 95);
      expect(limits.low).to.be.closeTo(low, 5e-5);
      expect(limits.high).to.be.closeTo(high, 5e-5);
    }
  });

  it('[STAT-04] are the shares that differ from what was found by exactly the quantile', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.nat(1_000_000), (trials, some) => {
        const successes = some % (trials + 1);
        const { low, high } = wilsonLimits(successes, trials, 95);
        const share = successes / trials;
        for (const p of [low, high])
          expect(trials * (share - p) ** 2).to.be.closeTo(1.959963984540054 ** 2 * p * (1 - p), 1e-6);
        expect(low).to.be.within(0, share);
        expect(high).to.be.within(share, 1);
      }),
      { numRuns: 1000 },
    );
  });

  it('mirror each other: what is found and what is not', () => {
    const [found, not] = [wilsonLimits(30, 100, 99), wilsonLimits(70, 100, 99)];
    expect(found.low).to.be.closeTo(1 - not.high, 1e-12);
    expect(found.high).to.be.closeTo(1 - not.low, 1e-12);
  });
});
