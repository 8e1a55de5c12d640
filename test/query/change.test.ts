import { expect } from 'chai';
import fc from 'fast-check';
import { changeSince, usualBase, type Change } from '../../src/query/change.js';
import type { Observation } from '../../src/query/observations.js';
import { ABSENT, STATUS } from '../../src/table/status.js';
import { toSeries } from '../../src/query/series.js';
import { period, seriesTable, type NumberCell } from '../support/make-table.js';

/** The change of the last observation against the one of `base`. */
function change(cells: Record<string, NumberCell>, base: string, isCount = true, of?: string): Change {
  const [series] = toSeries(seriesTable(cells));
  const observations = series?.observations ?? [];
  const at = of === undefined ? observations.at(-1) : observations.find((each) => each.period.text === of);
  if (!at) throw new Error('nothing to compare');
  return changeSince(observations, at, period(base), isCount);
}

describe('a change', () => {
  it('has the difference, and a percentage of a count of at least 20', () => {
    expect(change({ 2023: 20, 2024: 25 }, '2023')).to.deep.equal({
      kind: 'difference',
      difference: 5,
      percent: 25,
      base: period('2023'),
    });
    expect(change({ 2023: 100, 2024: 80 }, '2023')).to.deep.include({ difference: -20, percent: -20 });
    expect(change({ 2023: 100, 2024: 100 }, '2023')).to.deep.include({ difference: 0, percent: 0 });
    expect(change({ 2023: 50, 2024: 0 }, '2023')).to.deep.include({ difference: -50, percent: -100 });
  });

  it('[STAT-05] has no percentage of a smaller base, of zero, of a negative one, or of what is no count', () => {
    for (const base of [19, 1, 0, -30])
      expect(change({ 2023: base, 2024: 25 }, '2023')).not.to.have.property('percent');
    expect(change({ 2023: 40, 2024: 50 }, '2023', false)).not.to.have.property('percent');
    expect(change({ 2023: 40, 2024: 50 }, '2023', false)).to.deep.include({ difference: 10 });
  });

  it('is nothing across a break: neither at the last value nor between the two', () => {
    expect(change({ 2023: 40, 2024: [50, 'break'] }, '2023').kind).to.equal('not-comparable');
    expect(change({ 2022: 40, 2023: [41, 'break'], 2024: 50 }, '2022').kind).to.equal('not-comparable');
  });

  it('is there where the base is the first of the new way of measuring, or the break lies elsewhere', () => {
    expect(change({ 2022: 10, 2023: [40, 'break'], 2024: 50 }, '2023')).to.deep.include({ difference: 10 });
    expect(change({ 2021: 10, 2022: [20, 'break'], 2023: 40, 2024: 50 }, '2023')).to.deep.include({
      difference: 10,
    });
    expect(change({ 2022: 40, 2023: 50, 2024: [9, 'break'] }, '2022', true, '2023')).to.deep.include({
      difference: 10,
    });
  });

  it('is nothing across a break that falls on a value that is not there', () => {
    const cells: Record<string, NumberCell> = { 2022: 40, 2023: 'missing break', 2024: 50 };
    expect(change(cells, '2022').kind).to.equal('not-comparable');
  });

  it('looks for breaks on the way also where the base is the later one', () => {
    expect(change({ 2022: 40, 2023: [41, 'break'], 2024: 50 }, '2024', true, '2022').kind).to.equal(
      'not-comparable',
    );
    expect(change({ 2022: 40, 2023: 41, 2024: 50 }, '2024', true, '2022')).to.deep.include({
      difference: -10,
    });
  });

  it('is nothing with an incomplete total, on either side', () => {
    expect(change({ 2023: 40, 2024: [50, 'incomplete'] }, '2023').kind).to.equal('not-whole');
    expect(change({ 2023: [40, 'incomplete'], 2024: 50 }, '2023').kind).to.equal('not-whole');
  });

  for (const absent of ['missing', 'suppressed', 'notApplicable']) {
    it(`has no base where that is ${absent}`, () => {
      expect(change({ 2023: absent, 2024: 50 }, '2023').kind).to.equal('no-base');
    });
  }

  it('has no base in a gap, before the series, or of another length', () => {
    expect(change({ 2021: 40, 2024: 50 }, '2023').kind).to.equal('no-base');
    expect(change({ 2023: 40, 2024: 50 }, '2019').kind).to.equal('no-base');
    expect(change({ 2023: 40, 2024: 50 }, '2023-12').kind).to.equal('no-base');
  });

  it('may be of provisional values', () => {
    expect(change({ 2023: [40, 'provisional'], 2024: [50, 'provisional revised'] }, '2023').kind).to.equal(
      'difference',
    );
  });

  it('never says more than the rules allow, for any series', () => {
    const cell = fc.oneof(
      fc.integer({ min: -50, max: 200 }),
      fc.constantFrom<NumberCell>(
        'missing',
        'suppressed',
        [30, 'break'],
        [30, 'incomplete'],
        [30, 'provisional'],
      ),
    );
    fc.assert(
      fc.property(fc.array(cell, { minLength: 2, maxLength: 6 }), fc.nat(5), (cells, back) => {
        const named = Object.fromEntries(cells.map((each, index) => [String(2010 + index), each]));
        const [series] = toSeries(seriesTable(named));
        const all = series?.observations ?? [];
        const at = all.at(-1);
        const from = all[all.length - 1 - back];
        if (!at || !from || at.status & ABSENT) return;
        const told = changeSince(all, at, from.period, true);
        const crossed = all
          .slice(all.indexOf(from) + 1)
          .some(({ status }: Observation) => status & STATUS.break);
        const isWhole = !((from.status | at.status) & STATUS.incomplete);
        const honest = !(from.status & ABSENT) && !crossed && isWhole;
        expect(told.kind === 'difference').to.equal(honest);
        if (told.kind !== 'difference') return;
        expect(told.difference).to.equal(at.value - from.value);
        expect(told.percent !== undefined).to.equal(from.value >= 20);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('what a value is usually compared with', () => {
  for (const [of, base] of [
    ['2024', '2023'],
    ['2024-09', '2023-09'],
    ['2024-Q3', '2023-Q3'],
    ['2024-S1', '2023-S1'],
    ['2024-03-01', '2024-02-29'],
  ] as const) {
    it(`${of} with ${base}`, () => {
      expect(usualBase(period(of))?.text).to.equal(base);
    });
  }
});
