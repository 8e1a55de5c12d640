import { expect } from 'chai';
import fc from 'fast-check';
import { classBreaks, classOf, parseClassCount, parseClasses } from '../../src/query/class-breaks.js';
import { thrownBy } from '../support/thrown.js';

const ONE_DECIMAL = fc.integer({ min: -500, max: 500 }).map((each) => each / 10);
const VALUES = fc.array(ONE_DECIMAL, { maxLength: 60 });
const COUNT = fc.integer({ min: 3, max: 6 });

/** How many values each class has. */
function sizes(values: readonly number[], breaks: readonly number[]): number[] {
  const counts = Array.from({ length: breaks.length + 1 }, () => 0);
  for (const value of values) counts[classOf(value, breaks)] = (counts[classOf(value, breaks)] ?? 0) + 1;
  return counts;
}

/** The squared distance of the values to the means of their classes. */
function scatter(values: readonly number[], breaks: readonly number[]): number {
  const groups = breaks
    .concat(NaN)
    .map((_, group) => values.filter((each) => classOf(each, breaks) === group));
  return groups.reduce((sum, group) => {
    const mean = group.reduce((total, each) => total + each, 0) / group.length;
    return sum + group.reduce((total, each) => total + (each - mean) ** 2, 0);
  }, 0);
}

/** Every way to begin so many further classes at values of the list. */
function ways(distinct: readonly number[], more: number, from = 1): number[][] {
  if (more === 0) return [[]];
  return distinct.flatMap((value, place) =>
    place < from ? [] : ways(distinct, more - 1, place + 1).map((rest) => [value, ...rest]),
  );
}

describe('classes of values', () => {
  it('[STAT-12] never are empty or begin alike, however few different values there are', () => {
    fc.assert(
      fc.property(
        VALUES,
        COUNT,
        fc.constantFrom('quantiles' as const, 'jenks' as const),
        (values, count, how) => {
          const breaks = classBreaks(values, how, count);
          expect([...breaks].sort((a, b) => a - b)).to.deep.equal([...new Set(breaks)]);
          expect(breaks.length).to.be.below(count);
          if (values.length > 0) expect(Math.min(...sizes(values, breaks))).to.be.above(0);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('by quantiles have the same number of values, where no two are equal', () => {
    const values = Array.from({ length: 25 }, (_, place) => place * 1.5);
    expect(sizes(values, classBreaks(values, 'quantiles', 5))).to.deep.equal([5, 5, 5, 5, 5]);
    expect(sizes(values, classBreaks(values, 'quantiles', 3))).to.deep.equal([9, 8, 8]);
  });

  it('by quantiles are fewer where many values are the same', () => {
    expect(classBreaks([0, 0, 0, 0, 0, 0, 0, 0, 3, 9], 'quantiles', 5)).to.deep.equal([3, 9]);
    expect(classBreaks([7, 7, 7], 'quantiles', 5)).to.deep.equal([]);
    expect(classBreaks([NaN, 4, 9], 'quantiles', 5)).to.deep.equal([9]);
    expect(classBreaks([], 'jenks', 5)).to.deep.equal([]);
  });

  it('by natural breaks are as near to their means as any classes could be', () => {
    const few = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 4, maxLength: 10 });
    fc.assert(
      fc.property(few, fc.integer({ min: 3, max: 4 }), (values, count) => {
        const distinct = [...new Set(values)].sort((a, b) => a - b);
        const breaks = classBreaks(values, 'jenks', count);
        expect(breaks).to.have.length(Math.min(count, distinct.length) - 1);
        const best = Math.min(...ways(distinct, breaks.length).map((each) => scatter(values, each)));
        expect(scatter(values, breaks)).to.be.closeTo(best, 1e-6);
      }),
      { numRuns: 300 },
    );
  });

  it('by natural breaks part what lies apart', () => {
    const values = [1, 2, 3, 40, 41, 42, 90, 91];
    expect(classBreaks(values, 'jenks', 3)).to.deep.equal([40, 90]);
  });

  it('begin where the page says, with as many as it says', () => {
    expect(classBreaks([1, 2, 3], parseClasses('4, 8, 12'), 5)).to.deep.equal([4, 8, 12]);
    expect([3.9, 4, 11.9, 12, 100].map((value) => classOf(value, [4, 8, 12]))).to.deep.equal([0, 1, 2, 3, 3]);
  });

  it('are three to six, and nothing else is taken', async () => {
    expect(parseClassCount('')).to.equal(5);
    expect(parseClassCount('6')).to.equal(6);
    for (const text of ['2', '7', '4.5', 'cinco']) {
      const { details } = await thrownBy(() => parseClassCount(text));
      expect(details).to.include({ attribute: 'class-count', value: text });
    }
    for (const text of ['8, 4', '4', '4, 4, 8', '1,2,3,4,5,6', 'a, b', '1,,2', 'equal']) {
      const { details } = await thrownBy(() => parseClasses(text));
      expect(details, text).to.include({ attribute: 'classes', value: text });
    }
  });
});
