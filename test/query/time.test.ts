import { expect } from 'chai';
import fc from 'fast-check';
import { inTimeOrder } from '../../src/query/time.js';
import { widenPeriods } from '../../src/query/time-parts.js';
import { joinParts } from '../../src/query/year-part.js';
import { fromRows, toRows } from '../../src/table/rows.js';
import type { PeriodColumn } from '../../src/table/column.js';
import type { PeriodLength } from '../../src/table/period.js';
import { ask } from '../support/answer.js';
import { numbers, period, periods, tableOf, texts } from '../support/make-table.js';
import { thrownBy } from '../support/thrown.js';

const textsOf = ({ codes, periods: all }: PeriodColumn): (string | undefined)[] =>
  Array.from(codes, (code) => all[code]?.text);

describe('the time of a question', () => {
  it('becomes the first column, with its role, and rows come in its order', async () => {
    const table = await fromRows(
      ['casos', 'fecha'],
      [
        [3, '2024-03'],
        [1, '2024-01'],
        [2, '2024-02'],
      ],
    );
    const answer = await ask(table, { time: 'fecha', value: 'casos' });
    expect(answer.columns.map(({ name, role }) => [name, role])).to.deep.equal([
      ['fecha', 'time'],
      ['casos', 'measure'],
    ]);
    expect(toRows(answer)).to.deep.equal([
      ['2024-01', '1'],
      ['2024-02', '2'],
      ['2024-03', '3'],
    ]);
  });

  it('leaves rows of one period in the order in which they came', () => {
    const table = tableOf(
      periods('anio', ['2024', '2023', '2024', '2023'], { role: 'time' }),
      texts('lugar', ['a', 'b', 'c', 'd']),
    );
    expect(toRows(inTimeOrder(table)).map(([, lugar]) => lugar)).to.deep.equal(['b', 'd', 'a', 'c']);
  });

  it('leaves out rows without a time, and says how many cells could not be read', async () => {
    const table = await fromRows(
      ['cuando', 'casos'],
      [
        ['set-24', 1],
        ['pronto', 2],
        ['', 3],
        ['oct-24', 4],
      ],
    );
    const answer = await ask(table, { time: 'cuando', value: 'casos' });
    expect(toRows(answer)).to.deep.equal([
      ['2024-09', '1'],
      ['2024-10', '4'],
    ]);
    expect(answer.notices).to.deep.include({
      code: 'unreadable-period',
      column: 'cuando',
      value: 'pronto',
      count: 1,
      line: 2,
    });
    // The blank cell loses its row as well.
    expect(answer.notices).to.deep.include({
      code: 'rows-without-time',
      isForReaders: true,
      column: 'cuando',
      count: 2,
      total: 4,
    });
  });

  it('may be a column of numbers, where the page says that it is the time', async () => {
    const table = await fromRows(
      ['gestión_n', 'casos'],
      [
        [2023, 1],
        [2024, 2],
      ],
    );
    expect(table.columns[0]?.kind).to.equal('period');
    const other = await fromRows(
      ['cuando', 'casos'],
      [
        [2023, 1],
        [2024, 2],
      ],
    );
    expect(other.columns[0]?.kind).to.equal('number');
    expect(toRows(await ask(other, { time: 'cuando', value: 'casos' }))).to.deep.equal([
      ['2023', '1'],
      ['2024', '2'],
    ]);
  });

  it('is an error where no cell of the column is a period, with one of them and how they may be written', async () => {
    const table = await fromRows(['lugar', 'casos'], [['Lima', 1]]);
    const { code, details } = await thrownBy(() => ask(table, { time: 'lugar', value: 'casos' }));
    expect(code).to.equal('not-a-period');
    expect(details).to.deep.include({ attribute: 'time', value: 'lugar: Lima' });
    expect(details.expected).to.include('2024-09');
  });

  it('is at most a year and a month', async () => {
    const table = await fromRows(['a', 'b', 'c'], [[1, 2, 3]]);
    expect((await thrownBy(() => ask(table, { time: 'a, b, c' }))).code).to.equal('bad-expression');
  });
});

describe('a year and a month in two columns', () => {
  const years = periods('anio', ['2024', '2024', '2023', null, '2024']);

  it('are one month, by number or by name', () => {
    const byName = joinParts(years, texts('mes', ['enero', 'SET.', 'dic', 'mayo', 'total']));
    expect(textsOf(byName)).to.deep.equal(['2024-01', '2024-09', '2023-12', undefined, undefined]);
    const byNumber = joinParts(years, numbers('mes', [1, 9, 12, 5, 13]));
    expect(textsOf(byNumber)).to.deep.equal(textsOf(byName));
    expect(byName.name).to.equal('anio mes');
  });

  it('are quarters or halves where the second column is called so, never months of the same number', async () => {
    const quarters = ['2024-Q1', '2024-Q3', '2023-Q4', undefined, undefined];
    for (const name of ['trimestre', 'TRIM', 'n_trimestre', 'quarter'])
      expect(textsOf(joinParts(years, numbers(name, [1, 3, 4, 5, 12])))).to.deep.equal(quarters);
    const written = texts('Trimestre', ['I', '3er trim.', 'T4', 'V', 'total']);
    expect(textsOf(joinParts(years, written))).to.deep.equal(quarters);
    const halves = ['2024-S1', '2024-S2', '2023-S2', undefined, undefined];
    expect(textsOf(joinParts(years, texts('semestre', ['I', '2', 'II semestre', '3', '0'])))).to.deep.equal(
      halves,
    );
    const weeks = await thrownBy(() => joinParts(years, numbers('semana', [1, 3, 4, 5, 12])));
    expect([weeks.code, weeks.details.value]).to.deep.equal(['not-a-period', 'semana']);
  });

  it('are refused where the second holds no month at all', async () => {
    const { code, details } = await thrownBy(() => joinParts(years, texts('mes', ['x', 'y', 'z', 'x', 'y'])));
    expect([code, details.value]).to.deep.equal(['not-a-period', 'mes: x']);
  });

  it('answer a question together', async () => {
    const table = await fromRows(
      ['ANIO', 'MES', 'n'],
      [
        ['2024', 'febrero', 2],
        ['2023', 'diciembre', 12],
        ['2024', 'enero', 1],
      ],
    );
    expect(toRows(await ask(table, { time: 'anio, mes', value: 'n' }))).to.deep.equal([
      ['2023-12', '12'],
      ['2024-01', '1'],
      ['2024-02', '2'],
    ]);
  });
});

describe('longer periods than the source has', () => {
  const WIDER: [string, PeriodLength, string][] = [
    ['2024-09-05', 'month', '2024-09'], ['2024-09-05', 'quarter', '2024-Q3'], ['2024-09-05', 'half', '2024-S2'],
    ['2024-12-31', 'year', '2024'], ['2024-01', 'quarter', '2024-Q1'], ['2024-06', 'half', '2024-S1'],
    ['2024-07', 'half', '2024-S2'], ['2024-Q2', 'half', '2024-S1'], ['2024-Q3', 'half', '2024-S2'],
    ['2024-S2', 'year', '2024'], ['2024', 'year', '2024'],
  ]; // prettier-ignore
  for (const [from, length, to] of WIDER) {
    it(`${from} lies in the ${length} ${to}`, () => {
      expect(textsOf(widenPeriods(periods('t', [from]), length))).to.deep.equal([to]);
    });
  }

  it('never shorten: a year is no month', () => {
    for (const length of ['half', 'quarter', 'month', 'day'] as const) {
      expect(textsOf(widenPeriods(periods('t', ['2024']), length))).to.deep.equal(['2024']);
    }
    expect(textsOf(widenPeriods(periods('t', ['2024-S1', '2024-Q2']), 'month'))).to.deep.equal([
      '2024-S1',
      '2024-Q2',
    ]);
  });

  it('hold the period that they were made of', () => {
    const day = fc
      .tuple(
        fc.integer({ min: 1990, max: 2030 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
      )
      .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join('-'));
    fc.assert(
      fc.property(day, fc.constantFrom<PeriodLength>('month', 'quarter', 'half', 'year'), (text, length) => {
        const [wide] = widenPeriods(periods('t', [text]), length).periods;
        const narrow = period(text);
        expect(wide?.length).to.equal(length);
        expect(wide && wide.start <= narrow.start && narrow.end <= wide.end).to.equal(true);
      }),
    );
  });

  it('add up what lies in them', async () => {
    const table = await fromRows(
      ['fecha', 'n'],
      [
        ['2024-01-05', 1],
        ['2024-01-31', 2],
        ['2024-02-01', 4],
      ],
    );
    expect(toRows(await ask(table, { time: 'month(fecha)', value: 'sum(n)' }))).to.deep.equal([
      ['2024-01', '3'],
      ['2024-02', '4'],
    ]);
  });
});
