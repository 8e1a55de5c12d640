import { expect } from 'chai';
import fc from 'fast-check';
import jstat from 'jstat';
import { isClearChange, type Counted } from '../../src/query/clear-change.js';
import { binomialOrMore } from '../../src/query/event-probabilities.js';
import { poissonLimits } from '../../src/query/intervals.js';

const counted = (count: number, among = 1): Counted => ({ count, among });

describe('whether two rates differ by more than chance explains', () => {
  it('[STAT-05] is told by hand of counts among as many', () => {
    // Of 6 events, 0 and 6 in two tails: 2 / 2⁶ = 0.03125. Of 5: 2 / 2⁵ = 0.0625.
    expect(isClearChange(counted(0), counted(6), 95)).to.equal(true);
    expect(isClearChange(counted(0), counted(5), 95)).to.equal(false);
    expect(isClearChange(counted(0), counted(5), 90)).to.equal(true);
    expect(isClearChange(counted(0), counted(6), 99)).to.equal(false);
    // Of 10, 1 and 9: 2 (1 + 10) / 1024 = 0.0215. 2 and 8: 2 (1 + 10 + 45) / 1024 = 0.109.
    expect(isClearChange(counted(1), counted(9), 95)).to.equal(true);
    expect(isClearChange(counted(2), counted(8), 95)).to.equal(false);
  });

  it('[STAT-05] takes into account among how many each is counted', () => {
    // 30 among 2 and 15 among 1 are one rate.
    expect(isClearChange(counted(30, 2), counted(15, 1), 90)).to.equal(false);
    expect(isClearChange(counted(30, 2), counted(40, 1), 99)).to.equal(true);
  });

  it('is never told of equal rates, of no events, or of nobody', () => {
    expect(isClearChange(counted(50), counted(50), 90)).to.equal(false);
    expect(isClearChange(counted(0), counted(0), 90)).to.equal(false);
    expect(isClearChange(counted(5, 0), counted(50), 90)).to.equal(false);
  });

  it('is the same whichever of the two comes first', () => {
    const side = fc.record({ count: fc.nat(500), among: fc.integer({ min: 1, max: 1000 }) });
    fc.assert(
      fc.property(side, side, (a, b) => {
        expect(isClearChange(a, b, 95)).to.equal(isClearChange(b, a, 95));
      }),
      { numRuns: 2000 },
    );
  });

  it('is told wherever the exact intervals of the two counts do not overlap', () => {
    fc.assert(
      fc.property(fc.nat(3000), fc.nat(3000), (a, b) => {
        const [one, other] = [poissonLimits(a, 95), poissonLimits(b, 95)];
        if (one.high >= other.low && other.high >= one.low) return;
        expect(isClearChange(counted(a), counted(b), 95)).to.equal(true);
      }),
      { numRuns: 5000 },
    );
  });

  it('rests on tails that another library gives as well, and that hold for millions', () => {
    for (const [n, trials, p] of [
      [8, 10, 0.5],
      [10, 10, 0.5],
      [60, 100, 0.55],
      [300, 1000, 0.27],
    ] as const)
      expect(binomialOrMore(n, trials, p)).to.be.closeTo(1 - jstat.binomial.cdf(n - 1, trials, p), 1e-9);
    // Far enough for the normal distribution: 1.96 standard deviations above half of twenty million, less one half.
    const n = Math.ceil(10_000_000 + 1.959963984540054 * Math.sqrt(5_000_000));
    expect(binomialOrMore(n, 20_000_000, 0.5)).to.be.closeTo(0.025, 2e-5);
  });
});
