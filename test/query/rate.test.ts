import { expect } from 'chai';
import fc from 'fast-check';
import { rate } from '../../src/query/rate.js';
import { ABSENT, STATUS } from '../../src/table/status.js';
import { fromRows, toRows } from '../../src/table/rows.js';
import { ask } from '../support/answer.js';
import { columnNamed, numbers, statuses, type NumberCell } from '../support/make-table.js';

const PEOPLE = 1_000_000;

const CASES: [what: string, events: NumberCell, people: NumberCell, value: number, statuses: string][] = [
  ['of 20 events is a rate', 20, PEOPLE, 2, ''],
  ['of 19 events is unreliable', 19, PEOPLE, 1.9, 'unreliable'],
  ['of 3 events is unreliable', 3, PEOPLE, 0.3, 'unreliable'],
  ['of 2 events is none', 2, PEOPLE, NaN, 'notApplicable'],
  ['of 0 events is none, and no zero', 0, PEOPLE, NaN, 'notApplicable'],
  ['of missing events is missing', 'missing', PEOPLE, NaN, 'missing'],
  ['of hidden events is hidden', 'suppressed', PEOPLE, NaN, 'suppressed'],
  ['without a denominator is missing', 50, 'missing', NaN, 'missing'],
  ['with a hidden denominator is missing', 50, 'suppressed', NaN, 'missing'],
  ['of nobody is missing', 50, 0, NaN, 'missing'],
  ['of fewer than nobody is missing', 50, -1, NaN, 'missing'],
  ['of provisional events is provisional', [50, 'provisional'], PEOPLE, 5, 'provisional'],
  ['of few provisional events is both', [5, 'provisional'], PEOPLE, 0.5, 'provisional unreliable'],
  ['of an estimated denominator is estimated', 50, [PEOPLE, 'estimated'], 5, 'estimated'],
  ['of an incomplete count is incomplete', [50, 'incomplete'], PEOPLE, 5, 'incomplete'],
  ['of an incomplete denominator is incomplete', 50, [PEOPLE, 'incomplete'], 5, 'incomplete'],
];

describe('a rate', () => {
  it('has as many decimals as its smallest value needs, not to be shown as zero', () => {
    const of = (people: number): number =>
      rate(numbers('n', [30, 3]), numbers('p', [people, people]), 1).decimals;
    expect([of(10), of(1000)]).to.deep.equal([1, 4]);
  });

  for (const [what, events, people, value, names] of CASES) {
    it(what, () => {
      const made = rate(numbers('casos', [events]), numbers('poblacion', [people]), 100_000);
      if (Number.isNaN(value)) expect(made.values[0]).to.deep.equal(NaN);
      else expect(made.values[0]).to.be.closeTo(value, 1e-12);
      expect(made.statuses[0]).to.equal(statuses(names));
    });
  }

  it('is the count over the denominator times the scale, but for the last digits', () => {
    const events = fc.integer({ min: 3, max: 1e6 });
    const people = fc.integer({ min: 1, max: 1e8 });
    fc.assert(
      fc.property(events, people, fc.constantFrom(1000, 100_000), (n, per, scale) => {
        const [value = NaN] = rate(numbers('n', [n]), numbers('p', [per]), scale).values;
        expect(Math.abs(value * per - n * scale)).to.be.at.most(n * scale * 1e-14);
      }),
    );
  });

  it('has a value exactly where no status says that it has none', () => {
    const cell = fc.oneof(
      fc.integer({ min: -5, max: 40 }),
      fc.constantFrom('missing', 'suppressed', 'notApplicable'),
    );
    fc.assert(
      fc.property(cell, cell, (n, per) => {
        const { values, statuses: bits } = rate(numbers('n', [n]), numbers('p', [per]), 1000);
        expect(((bits[0] ?? 0) & ABSENT) !== 0).to.equal(Number.isNaN(values[0]));
        expect(((bits[0] ?? 0) & STATUS.unreliable) !== 0).to.equal(
          (values[0] ?? NaN) >= 0 && Number(n) < 20,
        );
      }),
    );
  });

  it('stands in the place of its count, which stays beside it with its statuses', async () => {
    const table = await fromRows(
      ['anio', 'lugar', 'casos', 'poblacion'],
      [
        ['2024', 'a', '32', '200000'],
        ['2024', 'b', '2', '100000'],
        ['2024', 'c', 'x', '100000'],
      ],
    );
    const answer = await ask(table, {
      value: 'sum(casos)',
      time: 'anio',
      by: 'lugar',
      per: '100000 of sum(poblacion)',
    });
    expect(answer.columns.map(({ name, role }) => [name, role])).to.deep.equal([
      ['anio', 'time'],
      ['lugar', 'dimension'],
      ['casos', 'measure'],
      ['n (casos)', 'attribute'],
    ]);
    expect(toRows(answer)).to.deep.equal([
      ['2024', 'a', '16', '32'],
      ['2024', 'b', '', '2'],
      ['2024', 'c', '', ''],
    ]);
    expect([...columnNamed(answer, 'casos', 'number').statuses]).to.deep.equal([0, 4, 2]);
    expect([...columnNamed(answer, 'n (casos)', 'number').statuses]).to.deep.equal([0, 0, 2]);
  });

  it('of a total is not the mean of the rates of its parts', async () => {
    const table = await fromRows(
      ['casos', 'poblacion'],
      [
        [10, 1000],
        [90, 99_000],
      ],
    );
    const answer = await ask(table, { value: 'sum(casos)', per: '1000 of sum(poblacion)' });
    expect(toRows(answer)).to.deep.equal([['1', '100']]);
  });

  it('may be per row counted', async () => {
    const table = await fromRows(
      ['casos', 'dia'],
      [
        [10, 'a'],
        [20, 'b'],
        [30, 'c'],
      ],
    );
    expect(toRows(await ask(table, { value: 'sum(casos)', per: '1 of count()' }))).to.deep.equal([
      ['20', '60'],
    ]);
  });

  it('is a whole number where it is one', () => {
    expect(rate(numbers('n', [30]), numbers('p', [200_000]), 100_000).values[0]).to.equal(15);
    const [value, people] = [fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 1, max: 1000 })];
    fc.assert(
      fc.property(value, people, fc.constantFrom(1000, 100_000), (per, thousands, scale) => {
        const count = (per * thousands * 1000 * 100) / scale;
        fc.pre(Number.isInteger(count) && count >= 3);
        const [found] = rate(numbers('n', [count]), numbers('p', [thousands * 100_000]), scale).values;
        expect(found).to.equal(per);
      }),
    );
  });
});
