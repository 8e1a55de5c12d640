import { expect } from 'chai';
import { withBeside } from '../../src/query/beside.js';
import { gridOf, observationsOf } from '../../src/query/observations.js';
import { toSeries } from '../../src/query/series.js';
import { STATUS } from '../../src/table/status.js';
import { ask } from '../support/answer.js';
import { columnNamed, numbers, period, periods, seriesTable, tableOf, texts } from '../support/make-table.js';
import { thrownBy } from '../support/thrown.js';

const grid = (...cells: string[]): string[] => gridOf(periods('t', cells)).map(({ text }) => text);

describe('the grid of periods', () => {
  it('has every period from the first to the last, in order', () => {
    expect(grid('2024', '2021')).to.deep.equal(['2021', '2022', '2023', '2024']);
    expect(grid('2024-02', '2023-11')).to.deep.equal(['2023-11', '2023-12', '2024-01', '2024-02']);
    expect(grid('2023-Q3', '2024-Q1')).to.deep.equal(['2023-Q3', '2023-Q4', '2024-Q1']);
  });

  it('is as given where periods are of several lengths', () => {
    expect(grid('2024-02', '2023', '2024')).to.deep.equal(['2023', '2024', '2024-02']);
  });

  it('keeps the gaps of days through decades', () => {
    const days = Array.from({ length: 6000 }, (_, day) =>
      new Date(day * 86_400_000).toISOString().slice(0, 10),
    );
    const withGaps = days.filter((_, index) => index % 3 > 0 || index === 0);
    expect(grid(...withGaps)).to.have.length(5999 + 1);
  });

  it('is as given where a mistake in a date would make it endless', () => {
    expect(grid('1024-01-01', '2024-01-01')).to.deep.equal(['1024-01-01', '2024-01-01']);
  });

  it('has no periods that no row has, at its ends', () => {
    const column = { ...periods('t', ['2020', '2021', '2022']), codes: Int32Array.of(1, 2) };
    expect(gridOf(column).map(({ text }) => text)).to.deep.equal(['2021', '2022']);
  });

  it('of nothing is empty', () => {
    expect(grid()).to.deep.equal([]);
  });
});

describe('observations', () => {
  it('have a gap where there is no row, and a status where there is a row without a value', () => {
    const [series] = toSeries(seriesTable({ 2021: 1, 2023: 'suppressed', 2024: [4, 'provisional'] }));
    expect(series?.observations).to.deep.equal([
      { period: period('2021'), value: 1, status: 0 },
      { period: period('2022'), value: NaN, status: STATUS.missing },
      { period: period('2023'), value: NaN, status: STATUS.suppressed },
      { period: period('2024'), value: 4, status: STATUS.provisional },
    ]);
  });

  it('carry the count behind a rate', () => {
    const time = periods('t', ['2023', '2024']);
    const rate = numbers('tasa', [1, 2]);
    const beside = {
      count: numbers('n', [10, 20]),
      lower: undefined,
      upper: undefined,
      reported: undefined,
      expected: undefined,
    };
    const bare = observationsOf(time, rate, [0, 1], gridOf(time));
    const [first] = withBeside(bare, beside, time, [0, 1], gridOf(time));
    expect(first).to.deep.equal({ ...bare[0], count: 10 });
  });

  it('are refused where two rows have one period, and the way out is told', async () => {
    const table = seriesTable({ 2024: 1 });
    const time = columnNamed(table, 'anio', 'period');
    const { code, details } = await thrownBy(() =>
      observationsOf(time, columnNamed(table, 'tasa', 'number'), [0, 0], gridOf(time)),
    );
    expect([code, details.value]).to.deep.equal(['several-rows', 'tasa (2024)']);
    expect(details.expected).to.include('sum(tasa)');
  });
});

describe('series', () => {
  const time = periods('anio', ['2023', '2023', '2024'], { role: 'time' });
  const place = texts('lugar', ['Lima', 'Áncash', 'Áncash'], { role: 'dimension' });

  it('are one for each breakdown, all on one grid, in the order in which they appear', () => {
    const all = toSeries(tableOf(time, place, numbers('casos', [1, 2, 3], { role: 'measure' })));
    expect(all.map(({ name, observations }) => [name, observations.map(({ value }) => value)])).to.deep.equal(
      [
        ['Lima', [1, NaN]],
        ['Áncash', [2, 3]],
      ],
    );
  });

  it('are one for each measure, named by what readers see', () => {
    const years = periods('anio', ['2023', '2024'], { role: 'time' });
    const two = [
      numbers('h', [1, 2], { role: 'measure', label: 'Hombres' }),
      numbers('mujeres', [3, 4], { role: 'measure' }),
    ];
    expect(toSeries(tableOf(years, ...two)).map(({ name }) => name)).to.deep.equal(['Hombres', 'mujeres']);
    expect(toSeries(tableOf(years, ...two.slice(0, 1))).map(({ name }) => name)).to.deep.equal(['']);
  });

  it('join the words of several breakdowns', () => {
    const kind = texts('delito', ['robo', 'hurto', 'hurto'], { role: 'dimension' });
    const measures = [
      numbers('a', [1, 2, 3], { role: 'measure' }),
      numbers('b', [1, 2, 3], { role: 'measure' }),
    ];
    expect(toSeries(tableOf(time, place, kind, ...measures)).map(({ name }) => name)).to.deep.equal([
      'Lima · robo · a',
      'Áncash · hurto · a',
      'Lima · robo · b',
      'Áncash · hurto · b',
    ]);
  });

  it('need a time', () => {
    expect(toSeries(tableOf(numbers('casos', [1], { role: 'measure' })))).to.deep.equal([]);
  });

  it('[STAT-04] has the count behind a rate beside that rate alone, and not beside other measures', async () => {
    const table = tableOf(
      periods('anio', ['2023', '2024']),
      numbers('muertes', [30, 40]),
      numbers('robos', [7, 8]),
      numbers('poblacion', [1000, 1000]),
    );
    const question = { value: 'sum(muertes), sum(robos)', per: '1000 of sum(poblacion)', time: 'anio' };
    const [deaths, robberies] = toSeries(await ask(table, question));
    expect(deaths?.observations.map(({ count }) => count)).to.deep.equal([30, 40]);
    expect(robberies?.observations.map(({ value }) => value)).to.deep.equal([7, 8]);
    expect(robberies?.observations.map(({ count }) => count)).to.deep.equal([undefined, undefined]);
  });
});
