import { expect } from 'chai';
import { en } from '../../../src/text/en.js';
import { trend } from '../../../src/text/es/trend.js';
import { allWords } from '../../support/all-words.js';
import { fromRows } from '../../../src/table/rows.js';
import type { Table } from '../../../src/table/table.js';
import { makeTrend, type TrendModel } from '../../../src/widgets/trend/trend-model.js';
import { answerOf, ask, saying } from '../../support/answer.js';
import { numbers, seriesTable, tableOf } from '../../support/make-table.js';
import { thrownBy } from '../../support/thrown.js';

const USUAL = { shape: 'line', decimals: undefined, interval: '' } as const;

const trendOf = (table: Table, said: Parameters<typeof saying>[0] = {}): TrendModel =>
  makeTrend(answerOf(table), saying(said), USUAL, allWords(), trend);

const CRIMES = ['anio', 'Robo', 'Hurto', 'Extorsión', 'Estafa'];
const crimes = (): Promise<Table> =>
  fromRows(CRIMES, [
    ['2023', '1', '2', '3', '4'],
    ['2024', '5', '6', '7', '8'],
  ]);

describe('the title of a trend', () => {
  const titled = async (value: string, table = crimes()): Promise<string> =>
    trendOf(await ask(await table, { value, time: 'anio' })).frame.heading;

  it('names all measures where they are few, and says that there are several where not', async () => {
    expect(await titled('Robo')).to.equal('Robo');
    expect(await titled('Robo, Hurto, Extorsión')).to.equal('Robo, Hurto, Extorsión');
    expect(await titled('Robo, Hurto, Extorsión, Estafa')).to.equal('Varias medidas');
  });

  it('says in words how values were made', async () => {
    expect(await titled('count()')).to.equal('Número de registros');
    expect(await titled('avg(Robo), max(Robo)')).to.equal('Promedio de Robo, Máximo de Robo');
    const model = trendOf(await ask(await crimes(), { value: 'avg(Robo), count()', time: 'anio' }));
    expect(model.series.map(({ name }) => name)).to.deep.equal(['Robo', 'Número de registros']);
    expect(model.summary).to.contain('Número de registros');
  });

  it('is what the page says, and in the words of its language', async () => {
    const table = await ask(await crimes(), { value: 'Robo, Hurto', time: 'anio' });
    expect(trendOf(table, { heading: 'Delitos' }).frame.heading).to.equal('Delitos');
    const counted = await ask(await crimes(), { value: 'count()', time: 'anio' });
    const model = makeTrend(answerOf(counted), saying({}), USUAL, allWords(en), en.trend);
    expect(model.frame.heading).to.equal('Number of records');
  });
});

describe('the points of a trend', () => {
  it('[STAT-05] are open where they are not whole, not reliable or may change, and named in the legend', () => {
    for (const status of ['incomplete', 'unreliable', 'provisional', 'estimated', 'forecast']) {
      const { series, frame } = trendOf(seriesTable({ 2023: 40, 2024: [12, status] }));
      expect(
        series[0]?.points.map(({ isOpen }) => isOpen),
        status,
      ).to.deep.equal([false, true]);
      expect(frame.legend, status).to.have.length(1);
    }
    const whole = trendOf(seriesTable({ 2023: 40, 2024: [12, 'revised'] }));
    expect(whole.series[0]?.points.map(({ isOpen }) => isOpen)).to.deep.equal([false, false]);
  });

  it('[STAT-04] of a rate tell the cases behind it, and why there is none', async () => {
    const table = await fromRows(
      ['anio', 'n', 'p'],
      [
        ['2022', '2', '1000'],
        ['2023', '12', '1000'],
        ['2024', '1200', '1000'],
      ],
    );
    const rate = await ask(table, { value: 'sum(n)', time: 'anio', per: '1000 of sum(p)' });
    const model = trendOf(rate, { per: '1000 of sum(p)' });
    const points = model.all[0]?.points ?? [];
    expect(points.map(({ text }) => text)).to.deep.equal([
      'n. a. (2 casos)',
      '12.0 u (12 casos)',
      '1,200.0 (1,200 casos)',
    ]);
    expect(points.map(({ spoken }) => spoken)).to.deep.equal([
      'menos de 3 casos: no se calcula tasa, 2 casos',
      '12.0, pocos casos: interpretar con cuidado, 12 casos',
      '1,200.0, 1,200 casos',
    ]);
    expect(model.frame.legend).to.deep.equal([
      'u: pocos casos: interpretar con cuidado',
      'n. a.: menos de 3 casos: no se calcula tasa',
    ]);
    expect(model.summary).to.contain('Menos de 3 casos (no se calcula tasa): 2022.');
  });

  it('that do not apply are told as such', () => {
    const { all, frame } = trendOf(seriesTable({ 2023: 'notApplicable', 2024: 5 }));
    expect(all[0]?.points[0]?.spoken).to.equal('no aplica');
    expect(frame.legend).to.deep.equal(['n. a.: no aplica']);
  });
});

describe('a trend without a time', () => {
  it('[EMB-06] tells what a period looks like, and offers no number for one', async () => {
    const table = tableOf(numbers('Robos', [1, 2], { role: 'measure' }));
    const { code, details } = await thrownBy(() => trendOf(table));
    expect([code, details.attribute]).to.deep.equal(['not-a-period', 'time']);
    expect(details.expected).not.to.include('Robos');
  });
});

describe('a trend with intervals', () => {
  const rows = [
    ['2022', 60, 1_000_000],
    ['2023', 2, 1_000_000],
    ['2024', 80, 1_000_000],
  ];
  const model = async (shape: 'line' | 'column' = 'line'): Promise<TrendModel> => {
    const question = { value: 'sum(casos)', time: 'anio', per: '100000 of sum(pob)', interval: '95' };
    const table = await ask(await fromRows(['anio', 'casos', 'pob'], rows), question);
    return makeTrend(answerOf(table), saying({}), { ...USUAL, shape, interval: '95' }, allWords(), trend);
  };

  it('[STAT-04] has them beside the values in its table, and names what shows them', async () => {
    const { series, frame } = await model();
    expect(series[0]?.points.map(({ text }) => text)).to.deep.equal([
      '6.0 (60 casos; de 4.6 a 7.7)',
      'n. a. (2 casos)',
      '8.0 (80 casos; de 6.3 a 10.0)',
    ]);
    expect(frame.legend[0]).to.equal('banda: intervalo de confianza del 95%');
    expect((await model('column')).frame.legend[0]).to.equal(
      'trazo en cada columna: intervalo de confianza del 95%',
    );
  });

  it('[STAT-04] speaks them, and has an axis on which they fit', async () => {
    const { series, axis } = await model();
    expect(series[0]?.points[0]?.spoken).to.equal('6.0, 60 casos, de 4.6 a 7.7');
    expect(axis.max).to.be.at.least(series[0]?.points[2]?.interval?.high ?? Infinity);
  });

  it('names none where no point has one', async () => {
    const table = await ask(await fromRows(['anio', 'casos', 'pob'], [['2023', 2, 9]]), {
      value: 'sum(casos)',
      time: 'anio',
      per: '100000 of sum(pob)',
      interval: '95',
    });
    const bare = makeTrend(answerOf(table), saying({}), { ...USUAL, interval: '95' }, allWords(), trend);
    expect(bare.frame.legend.join()).not.to.include('intervalo');
  });
});
