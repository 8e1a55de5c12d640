import { expect } from 'chai';
import fc from 'fast-check';
import { rank, type Rankable, type Ranking } from '../../src/query/rank.js';
import { STATUS } from '../../src/table/status.js';

const valued = (value: number, half?: number): Rankable => ({
  name: '',
  value,
  status: 0,
  ...(half !== undefined && { interval: { low: value - half, high: value + half } }),
});
const absent: Rankable = { name: '', value: NaN, status: STATUS.missing };

const placesOf = ({ ranks }: Ranking): (number | undefined)[] => ranks.map((each) => each?.rank);
const rangesOf = ({ ranks }: Ranking): string[] =>
  ranks.map((each) => (each?.range ? `${each.range.best}-${each.range.worst}` : ''));

describe('a ranking', () => {
  it('[STAT-07] gives those with the same value the same place, and leaves the next ones empty', () => {
    const ranking = rank([30, 20, 20, 10].map((value) => valued(value)));
    expect(placesOf(ranking)).to.deep.equal([1, 2, 2, 4]);
    expect(ranking.ranks.map((each) => each?.tied)).to.deep.equal([false, true, true, false]);
  });

  it('puts the lowest value first where that is asked for', () => {
    expect(placesOf(rank([valued(30), valued(-5), valued(10)], 'lowest'))).to.deep.equal([3, 1, 2]);
  });

  it('[STAT-08] gives no place to what has no value, and counts it; zero is a value', () => {
    const suppressed: Rankable = { name: '', value: 9, status: STATUS.suppressed };
    const ranking = rank([valued(0), absent, valued(3), suppressed]);
    expect(placesOf(ranking)).to.deep.equal([2, undefined, 1, undefined]);
    expect(ranking).to.include({ ranked: 2, unranked: 2 });
  });

  it('[STAT-07] tells which places the intervals allow', () => {
    // 10 ± 1 is surely below 20 ± 2, which may be the same as 23 ± 2; 40 ± 3 is surely the first.
    const ranking = rank([valued(10, 1), valued(20, 2), valued(23, 2), valued(40, 3)]);
    expect(rangesOf(ranking)).to.deep.equal(['4-4', '2-3', '2-3', '1-1']);
  });

  it('[STAT-07] is not sure of two whose intervals only touch', () => {
    expect(rangesOf(rank([valued(10, 1), valued(12, 1)]))).to.deep.equal(['1-2', '1-2']);
  });

  it('tells no range where nobody has an interval, and takes a value without one as sure', () => {
    expect(rangesOf(rank([valued(1), valued(2)]))).to.deep.equal(['', '']);
    expect(rangesOf(rank([valued(1), valued(2, 0.5), valued(2.2)]))).to.deep.equal(['3-3', '1-2', '1-2']);
  });

  it('[STAT-07] is sure of no place that depends on what is incomplete, projected or estimated', () => {
    for (const status of [STATUS.incomplete, STATUS.forecast, STATUS.estimated]) {
      const unsure: Rankable = { name: '', value: 50, status };
      const ranking = rank([unsure, valued(30, 5), valued(10, 5)]);
      expect(placesOf(ranking)).to.deep.equal([1, 2, 3]);
      expect(rangesOf(ranking)).to.deep.equal(['1-3', '1-2', '2-3']);
      expect(rangesOf(rank([unsure, valued(30)]))).to.deep.equal(['', '']);
    }
  });

  it('[STAT-07] gives no place to what is incomplete or projected where nobody has an interval; what is estimated has one', () => {
    for (const status of [STATUS.incomplete, STATUS.forecast, STATUS.incomplete | STATUS.provisional]) {
      const ranking = rank([{ name: '', value: 25, status }, valued(30), valued(20), valued(20), absent]);
      expect(placesOf(ranking)).to.deep.equal([undefined, 1, 2, 2, undefined]);
      expect(ranking).to.include({ ranked: 3, unranked: 2 });
      expect(ranking.standings).to.deep.equal([2, 1, 3, 3, Infinity]);
    }
    const estimated: Rankable = { name: '', value: 25, status: STATUS.estimated };
    expect(placesOf(rank([estimated, valued(30)]))).to.deep.equal([2, 1]);
  });

  it('takes an interval that does not hold its value, or has no end, as far as it says something', () => {
    const odd: Rankable = { name: '', value: 5, status: 0, interval: { low: 6, high: NaN } };
    expect(rangesOf(rank([odd, valued(5.5)]))).to.deep.equal(['1-2', '1-2']);
  });

  it('of nothing is nothing', () => {
    expect(rank([])).to.deep.equal({ ranks: [], standings: [], ranked: 0, unranked: 0 });
    const none = { ranks: [undefined], standings: [Infinity], ranked: 0, unranked: 1 };
    expect(rank([absent])).to.deep.equal(none);
  });
});

const RUNS = { numRuns: 10_000 };
const number = fc.oneof(fc.integer({ min: -4, max: 12 }), fc.double({ noNaN: true, min: -1e6, max: 1e6 }));
const entry: fc.Arbitrary<Rankable> = fc.oneof(
  { weight: 1, arbitrary: fc.constant(absent) },
  {
    weight: 6,
    arbitrary: fc
      .tuple(number, fc.option(fc.tuple(fc.nat(5), fc.nat(5)), { nil: undefined }))
      .map(([value, ends]) => ({
        name: '',
        value,
        status: 0,
        ...(ends && { interval: { low: value - ends[0], high: value + ends[1] } }),
      })),
  },
);
const entries = fc.array(entry, { maxLength: 12 });

/** As the words say it, one by one. */
function rankPlainly(all: readonly Rankable[]): (Ranking['ranks'][number] | undefined)[] {
  const ranked = all.filter(({ value }) => !Number.isNaN(value));
  const ends = ({ value, interval = { low: value, high: value } }: Rankable): typeof interval => interval;
  const hasIntervals = ranked.some((each) => ends(each).low < ends(each).high);
  return all.map((each) => {
    if (Number.isNaN(each.value)) return undefined;
    const above = ranked.filter((other) => other.value > each.value).length;
    const same = ranked.filter((other) => other.value === each.value).length;
    const place = { rank: above + 1, tied: same > 1 };
    if (!hasIntervals) return place;
    const surelyAbove = ranked.filter((other) => ends(other).low > ends(each).high).length;
    const surelyBelow = ranked.filter((other) => ends(other).high < ends(each).low).length;
    return { ...place, range: { best: surelyAbove + 1, worst: ranked.length - surelyBelow } };
  });
}

describe('the laws of a ranking', () => {
  it('[STAT-07] places and ranges are those that comparing each with each gives', () => {
    fc.assert(
      fc.property(entries, (all) => {
        expect(rank(all).ranks).to.deep.equal(rankPlainly(all));
      }),
      RUNS,
    );
  });

  it('[STAT-07] the order in which entries stand changes no place', () => {
    const shuffled = entries.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray([...all.keys()], { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, ([all, order]) => {
        const { ranks } = rank(all);
        const moved = rank(order.flatMap((index) => all[index] ?? []));
        expect(moved.ranks).to.deep.equal(order.map((index) => ranks[index]));
      }),
      RUNS,
    );
  });

  it('[STAT-07] a place is always one that its intervals allow', () => {
    fc.assert(
      fc.property(entries, fc.constantFrom('highest', 'lowest'), (all, direction) => {
        for (const each of rank(all, direction).ranks) {
          if (!each?.range) continue;
          expect(each.range.best).to.be.at.most(each.rank);
          expect(each.range.worst).to.be.at.least(each.rank);
        }
      }),
      RUNS,
    );
  });

  it('[STAT-08] an entry without a value changes no place of the others', () => {
    fc.assert(
      fc.property(entries, (all) => {
        expect(rank([...all, absent]).ranks.slice(0, -1)).to.deep.equal(rank(all).ranks);
      }),
      RUNS,
    );
  });
});
