import { expect } from 'chai';
import type { Question } from '../../src/engine/engine.js';
import { poissonLimits, wilsonLimits } from '../../src/query/intervals.js';
import { toSeries } from '../../src/query/series.js';
import { fromRows } from '../../src/table/rows.js';
import type { Table } from '../../src/table/table.js';
import { ask } from '../support/answer.js';
import { columnNamed, numbers, periods, statuses, tableOf, type NumberCell } from '../support/make-table.js';
import { thrownBy } from '../support/thrown.js';

const ROWS = await fromRows(
  ['anio', 'casos', 'pob'],
  [
    ['2022', 60, 1_000_000],
    ['2022', 40, 500_000],
    ['2023', 2, 1_500_000],
  ],
);

const named = (table: Table): string[] => table.columns.map(({ name }) => name);
const valuesOf = (table: Table, name: string): number[] => [...columnNamed(table, name, 'number').values];
const statusesOf = (table: Table, name: string): number[] => [...columnNamed(table, name, 'number').statuses];

/** Sums of one count a year, each with its statuses. */
const counted = (cells: Record<string, NumberCell>, asked: Partial<Question> = {}): Promise<Table> =>
  ask(tableOf(periods('anio', Object.keys(cells)), numbers('casos', Object.values(cells))), {
    value: 'sum(casos)',
    time: 'anio',
    interval: '95',
    ...asked,
  });

describe('the interval that a question asks for', () => {
  it('[STAT-04] is two columns after the count that a rate is made of', async () => {
    const table = await ask(ROWS, {
      value: 'sum(casos)',
      time: 'anio',
      per: '100000 of sum(pob)',
      interval: '95',
    });
    expect(named(table)).to.deep.equal([
      'anio',
      'casos',
      'n (casos)',
      'lower 95% (casos)',
      'upper 95% (casos)',
    ]);
    const { low, high } = poissonLimits(100, 95);
    const [lower, none] = valuesOf(table, 'lower 95% (casos)');
    expect(lower).to.be.closeTo(low / 15, 1e-9);
    expect(valuesOf(table, 'upper 95% (casos)')[0]).to.be.closeTo(high / 15, 1e-9);
    // Two cases: the rate is withheld, and so is where it may lie.
    expect(none).to.deep.equal(NaN);
    expect(statusesOf(table, 'lower 95% (casos)')).to.deep.equal([0, statuses('notApplicable')]);
    expect(
      table.columns.slice(3).map((column) => [column.role, 'bound' in column && column.bound]),
    ).to.deep.equal([
      ['attribute', 'lower'],
      ['attribute', 'upper'],
    ]);
  });

  it('[STAT-04] stands right after each of several counts, at the level asked for', async () => {
    const table = await ask(ROWS, { value: 'sum(casos), count()', time: 'anio', interval: '90 poisson' });
    expect(named(table)).to.deep.equal([
      'anio',
      'casos',
      'lower 90% (casos)',
      'upper 90% (casos)',
      'count()',
      'lower 90% (count())',
      'upper 90% (count())',
    ]);
    expect(valuesOf(table, 'upper 90% (casos)')[0]).to.be.closeTo(poissonLimits(100, 90).high, 1e-9);
    expect(valuesOf(table, 'lower 90% (count())')[0]).to.be.closeTo(poissonLimits(2, 90).low, 1e-9);
  });

  it("[STAT-04] is Wilson's of a part of a whole where the page says so, and Poisson's where it does not", async () => {
    const part = await fromRows(['anio', 'si', 'todos'], [['2024', 81, 263]]);
    const question = { value: 'sum(si)', time: 'anio', per: '100 of sum(todos)' };
    const [wilson, poisson] = await Promise.all(
      ['95 wilson', '95'].map((interval) => ask(part, { ...question, interval })),
    );
    if (!wilson || !poisson) throw new Error('two answers');
    expect(valuesOf(wilson, 'upper 95% (si)')[0]).to.be.closeTo(wilsonLimits(81, 263, 95).high * 100, 1e-9);
    expect(valuesOf(poisson, 'upper 95% (si)')[0]).to.be.closeTo(
      (poissonLimits(81, 95).high * 100) / 263,
      1e-9,
    );
  });

  it('is none where the part is larger than its whole', async () => {
    const part = await fromRows(['anio', 'si', 'todos'], [['2024', 30, 20]]);
    const table = await ask(part, {
      value: 'sum(si)',
      time: 'anio',
      per: '100 of sum(todos)',
      interval: '95 wilson',
    });
    expect(valuesOf(table, 'lower 95% (si)')).to.deep.equal([NaN]);
  });

  it('[STAT-04] is none for a total with a missing part, a period that is not whole, an estimate, a projection', async () => {
    for (const status of ['incomplete', 'estimated', 'forecast']) {
      const table = await counted({ 2023: 40, 2024: [50, status] });
      expect(Number.isNaN(valuesOf(table, 'upper 95% (casos)')[1]), status).to.equal(true);
    }
    const missing = await counted({ 2023: 40, 2024: 'missing' });
    expect(statusesOf(missing, 'lower 95% (casos)')).to.deep.equal([0, statuses('missing')]);
    const partial = await counted({ 2023: 40, 2024: 30 }, { completeThrough: '2024-09' });
    expect(valuesOf(partial, 'lower 95% (casos)').map(Number.isNaN)).to.deep.equal([false, true]);
    const provisional = await counted({ 2024: [50, 'provisional'] });
    expect(valuesOf(provisional, 'lower 95% (casos)').map(Number.isNaN)).to.deep.equal([false]);
  });

  it('has an end at zero for no events at all', async () => {
    const table = await counted({ 2024: 0 });
    expect(valuesOf(table, 'lower 95% (casos)')).to.deep.equal([0]);
    expect(valuesOf(table, 'upper 95% (casos)')[0]).to.be.closeTo(3.688879, 1e-6);
  });

  it('stays with its row where rows are sorted and limited', async () => {
    const table = await counted({ 2022: 10, 2023: 30, 2024: 20 }, { sort: 'casos desc', limit: '2' });
    const lows = [30, 20].map((count) => poissonLimits(count, 95).low);
    expect(valuesOf(table, 'lower 95% (casos)')).to.deep.equal(lows);
  });

  it('is told of what is no count, which has none', async () => {
    const table = await ask(await fromRows(['anio', 'tasa'], [['2024', 7.8]]), {
      value: 'tasa',
      time: 'anio',
      interval: '95',
    });
    expect(named(table)).to.deep.equal(['anio', 'tasa']);
    expect(table.notices).to.deep.include({ code: 'no-interval', column: 'tasa' });
  });

  it('reaches the observations of each series, with the count behind it', async () => {
    const table = await ask(ROWS, {
      value: 'sum(casos)',
      time: 'anio',
      per: '100000 of sum(pob)',
      interval: '95',
    });
    const [first, second] = toSeries(table)[0]?.observations ?? [];
    expect(first?.count).to.equal(100);
    expect(first?.interval?.low).to.be.closeTo(poissonLimits(100, 95).low / 15, 1e-9);
    expect(second).to.deep.include({ count: 2 }).and.not.to.have.property('interval');
  });
});

describe('the attribute interval', () => {
  const question: Partial<Question> = { value: 'sum(casos)', time: 'anio' };

  for (const interval of ['80', '9', '95%%', 'wilson', '95 clopper', '95,99', 'sí']) {
    it(`does not take ${interval}, and says what it takes`, async () => {
      const { code, details } = await thrownBy(() => ask(ROWS, { ...question, interval }));
      expect([code, details.attribute, details.value]).to.deep.equal(['bad-attribute', 'interval', interval]);
      expect(details.expected).to.include('95');
    });
  }

  it('is not taken of an average, a highest or a lowest value', async () => {
    for (const how of ['avg', 'min', 'max']) {
      const { details } = await thrownBy(() =>
        ask(ROWS, { value: `${how}(casos)`, time: 'anio', interval: '95' }),
      );
      expect(details.attribute, how).to.equal('interval');
      expect(details.expected).to.include('value="sum(columna)"');
    }
  });

  it("takes Wilson's only with a denominator", async () => {
    const { details } = await thrownBy(() => ask(ROWS, { ...question, interval: '95 wilson' }));
    expect(details.expected).to.include('per="100 of sum(columna)"');
  });

  it('may be written with a per cent sign and in capitals', async () => {
    const table = await ask(ROWS, { ...question, per: '100 of sum(pob)', interval: ' 99 % Wilson ' });
    expect(named(table)).to.include('lower 99% (casos)');
  });
});
