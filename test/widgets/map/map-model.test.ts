import { expect } from 'chai';
import { peruGrid } from '../../../src/sources/peru-departments.js';
import { map as es } from '../../../src/text/es/map.js';
import { measures } from '../../../src/text/es/measures.js';
import { fromRows } from '../../../src/table/rows.js';
import type { Table } from '../../../src/table/table.js';
import { makeMap, type MapModel, type MapOptions } from '../../../src/widgets/map/map-model.js';
import { stepModel, type StepModel } from '../../../src/widgets/map/step-model.js';
import { allWords } from '../../support/all-words.js';
import { answerOf, ask, saying } from '../../support/answer.js';
import { thrownBy } from '../../support/thrown.js';

const TEXTS = { words: allWords(), map: es, measures };
const UNIT = 'por 100 mil habitantes';
const USUAL: MapOptions = {
  by: 'lugar',
  value: 'tasa',
  per: '',
  unit: UNIT,
  as: 'colour',
  measureKind: '',
  classes: 'quantiles',
  classCount: 5,
  decimalsShown: undefined,
  interval: '',
};

type Row = [string, string, string, string];

const ROWS: Row[] = [
  ['2023', 'TUMBES', '9.0', ''],
  ['2023', 'ICA', '3.0', ''],
  ['2024', 'TUMBES', '8.0', ''],
  ['2024', 'ICA', '4.0', 'p'],
  ['2024', 'PIURA', '8.0', ''],
  ['2024', 'PUNO', '', 'c'],
  ['2024', 'PASCO', '', 'z'],
  ['2024', 'CUSCO', '12.5', 'u'],
  ['2024', 'LIMA METROPOLITANA', '30.1', ''],
];

async function answered(rows: readonly (readonly string[])[] = ROWS, more: object = {}): Promise<Table> {
  const table = await fromRows(['anio', 'lugar', 'tasa', 'estado'], rows);
  return ask(table, { value: 'tasa', by: 'lugar', time: 'anio', status: 'estado', series: false, ...more });
}

const modelOf = async (options: Partial<MapOptions> = {}, rows = ROWS): Promise<MapModel> =>
  makeMap(answerOf(await answered(rows)), peruGrid(), { ...USUAL, ...options }, TEXTS);

const stepOf = (model: MapModel, step = model.lastStep): StepModel =>
  stepModel(model, step, saying({ unit: UNIT, heading: 'Tasa', place: 'Perú' }), TEXTS);

/** What is read of a place, by its name. */
const read = (step: StepModel, name: string): string =>
  step.readout(step.map.places.findIndex((each) => each.name === name));

describe('what a map tells of a place', () => {
  it('[STAT-07] is its interval too, where one is asked for, and between which ranks it may be', async () => {
    const rows = [
      ['TUMBES', '400', '100000'],
      ['ICA', '395', '100000'],
      ['PIURA', '40', '100000'],
    ];
    const asked = { value: 'sum(n)', per: '100000 of sum(poblacion)', by: 'lugar', interval: '95' };
    const table = await ask(await fromRows(['lugar', 'n', 'poblacion'], rows), { ...asked, series: false });
    const model = makeMap(answerOf(table), peruGrid(), { ...USUAL, ...asked, classes: [100] }, TEXTS);
    expect(read(stepOf(model), 'Ica')).to.equal(
      'Ica: 395.0 por 100 mil habitantes, 395 casos, intervalo de confianza del 95%: de 357.0 a 435.9; grupo: 100.0 o más; puesto 2 de 3; entre el 1.º y el 2.º',
    );
    expect(read(stepOf(model), 'Piura')).to.match(/; puesto 3 de 3; con seguridad el 3\.º$/);
  });

  it('[STAT-05] is of the last whole period first; of one that is not whole where there is no other', async () => {
    const rows = [...ROWS, ['2025', 'TUMBES', '2.0', ''], ['2025', 'ICA', '1.0', '']];
    const periodAt = async (completeThrough: string): Promise<string | undefined> => {
      const table = await answered(rows, { completeThrough });
      const { periods, lastStep } = makeMap(answerOf(table), peruGrid(), USUAL, TEXTS);
      return periods[lastStep];
    };
    expect(await periodAt('2024')).to.equal('2024');
    expect(await periodAt('')).to.equal('2025');
    expect(await periodAt('2022')).to.equal('2025');
  });

  it('[A11Y-50] is its name, value with unit, class, rank and period', async () => {
    const model = await modelOf({ classes: [5, 10] });
    expect(read(stepOf(model), 'Tumbes')).to.equal(
      'Tumbes: 8.0 por 100 mil habitantes; grupo: de 5.0 a menos de 10.0; puesto 2 de 4, empatado; 2024',
    );
    expect(read(stepOf(model, 0), 'Tumbes'))
      .to.contain('9.0')
      .and.to.contain('puesto 1 de 2; 2023');
  });

  it('[STAT-08] says what qualifies a value, and why there is none', async () => {
    const step = stepOf(await modelOf({ classes: [5, 10] }));
    expect(read(step, 'Ica')).to.contain('4.0 por 100 mil habitantes, provisional');
    expect(read(step, 'Cusco')).to.contain('pocos casos: interpretar con cuidado');
    expect(read(step, 'Puno')).to.equal('Puno: oculto para proteger a las personas; 2024');
    expect(read(step, 'Pasco')).to.equal('Pasco: no aplica; 2024');
    expect(read(step, 'Loreto')).to.equal('Loreto: sin dato; 2024');
    expect(read(stepOf(await modelOf(), 0), 'Piura')).to.equal('Piura: sin dato; 2023');
  });

  it('[STAT-04] names a rate that is withheld, and the cases behind one that is not', async () => {
    const table = await fromRows(
      ['lugar', 'casos', 'gente'],
      [
        ['ICA', '2', '100000'],
        ['PIURA', '30', '200000'],
        ['LIMA', '200', '1000000'],
      ],
    );
    const asked = { value: 'sum(casos)', by: 'lugar', per: '100000 of sum(gente)', series: false };
    const options = { ...USUAL, value: asked.value, per: asked.per };
    const step = stepOf(makeMap(answerOf(await ask(table, asked)), peruGrid(), options, TEXTS));
    expect(read(step, 'Ica')).to.contain('Ica: menos de 3 casos: no se calcula tasa');
    expect(read(step, 'Piura')).to.contain('15.0 por 100 mil habitantes, 30 casos');
    expect(step.legend.map(({ mark }) => mark)).to.include('tooFew');
  });
});

describe('the classes of a map', () => {
  it('[STAT-12] are the same in every period, and told as ranges with how many places each has', async () => {
    const model = await modelOf({ classCount: 3 });
    const told = (step: StepModel): string[] =>
      step.legend.map(({ text, count }) => `${text}: ${count ?? ''}`);
    expect(model.breaks).to.deep.equal([8, 9]);
    expect(told(stepOf(model)).slice(0, 3)).to.deep.equal([
      'de 3.0 a menos de 8.0: 1',
      'de 8.0 a menos de 9.0: 2',
      'de 9.0 a 12.5: 1',
    ]);
    expect(
      told(stepOf(model, 0))
        .slice(0, 3)
        .map((each) => each.slice(0, -3)),
    ).to.deep.equal(
      told(stepOf(model))
        .slice(0, 3)
        .map((each) => each.slice(0, -3)),
    );
  });

  it('[A11Y-50] have entries for each reason why there is no value, apart', async () => {
    const marks = stepOf(await modelOf()).legend.map(({ mark, text }) => `${String(mark)}: ${text}`);
    expect(marks).to.include.members([
      'missing: sin dato',
      'suppressed: oculto para proteger a las personas',
      'notApplicable: no aplica',
    ]);
  });

  it('are of what is on the map: a place that the map does not have makes none', async () => {
    expect((await modelOf()).most).to.equal(12.5);
  });

  it('put a value where its digits say that it is', async () => {
    const rows = ['TUMBES', 'ICA', 'PIURA'].map((name, at): [string, string, string, string] => [
      '2024',
      name,
      ['3.96', '4.04', '8'][at] ?? '',
      '',
    ]);
    const step = stepOf(await modelOf({ classes: [4, 8], decimalsShown: 1 }, rows));
    expect(read(step, 'Tumbes')).to.contain('4.0').and.to.contain('de 4.0 a menos de 8.0');
  });
});

describe('the ranking of a map', () => {
  it('[STAT-07] has ties share a rank, and places without a value last, without one', async () => {
    const rows = stepOf(await modelOf()).ranking.map(({ rank, name, text }) => `${rank} ${name} ${text}`);
    expect(rows.slice(0, 5)).to.deep.equal([
      '1 Cusco 12.5 u',
      '2 = Piura 8.0',
      '2 = Tumbes 8.0',
      '4 Ica 4.0 p',
      ' Amazonas s/d',
    ]);
  });

  it('[STAT-07] has what is incomplete or projected where its value stands, without a rank, and says so', async () => {
    const rows = ROWS.map((row): Row => (row[1] === 'CUSCO' ? ['2024', 'CUSCO', '12.5', 'i'] : row));
    const step = stepOf(await modelOf({}, [...rows, ['2024', 'LORETO', '5.0', 'f']]));
    const listed = step.ranking.slice(0, 5).map(({ rank, name }) => `${rank} ${name}`);
    expect(listed).to.deep.equal([' Cusco', '1 = Piura', '1 = Tumbes', ' Loreto', '3 Ica']);
    expect(read(step, 'Cusco')).to.contain('; sin puesto; 2024');
    expect(read(step, 'Ica')).to.contain('; puesto 3 de 3; 2024');
  });

  it('[STAT-07] lists what only the data have at the end, without a rank: it may be a total', async () => {
    const last = stepOf(await modelOf()).ranking.at(-1);
    expect(last).to.include({ rank: '', name: 'LIMA METROPOLITANA', text: '30.1', place: -1 });
  });
});

describe('a map in words', () => {
  it('[A11Y-40] [STAT-04] tells the highest, the lowest, what is left out as it rests on few cases, and how many places have no value and why, in 60 words', async () => {
    const { summary: told } = stepOf(await modelOf());
    expect(told).to.equal(
      'Tasa, Perú, 2024. Valor más alto, sin contar los de pocos casos: Piura y Tumbes (8.0 por 100 mil habitantes). ' +
        'Valor más bajo: Ica (4.0). Provisional: Ica. Pocos casos (interpretar con cuidado): Cusco. ' +
        'Sin dato: 19 lugares. Oculto para proteger a las personas: Puno. No aplica: Pasco.',
    );
    expect(told.split(/\s+/).length).to.be.at.most(60);
  });

  it('names what the map has no place for', async () => {
    const model = await modelOf();
    expect(model.match?.unmatched).to.deep.equal(['LIMA METROPOLITANA']);
    expect(model.notices).to.deep.equal([
      { code: 'places-unmatched', value: 'LIMA METROPOLITANA', count: 1, total: 7 },
    ]);
  });
});

describe('a question that no map answers', () => {
  it('[STAT-12] is one for counts in colour', async () => {
    const { details } = await thrownBy(() => modelOf({ unit: 'casos' }));
    expect(details.attribute).to.equal('measure-kind');
    expect((await modelOf({ unit: 'casos', as: 'symbols' })).breaks).to.deep.equal([]);
  });

  it('is one without places, or with two columns of them', async () => {
    const none = answerOf(await answered(ROWS.slice(0, 1), { by: '' }));
    const { details } = await thrownBy(() => makeMap(none, peruGrid(), { ...USUAL, by: '' }, TEXTS));
    expect(details.attribute).to.equal('by');
  });

  it('is one with two values for a place and a period', async () => {
    const twice: typeof ROWS = [
      ['2024', 'ICA', '1', ''],
      ['2024', 'ICA', '2', ''],
    ];
    const { code } = await thrownBy(() => modelOf({}, twice));
    expect(code).to.equal('several-rows');
  });
});

describe('a map whose shapes have not come', () => {
  it('[REL-01] is the table of the same places', async () => {
    const model = makeMap(answerOf(await answered()), undefined, USUAL, TEXTS);
    const { ranking, legend } = stepOf(model);
    expect(ranking[0]).to.include({ rank: '1', name: 'LIMA METROPOLITANA' });
    expect(ranking).to.have.length(7);
    expect(legend.filter(({ count }) => (count ?? 0) > 0)).to.deep.equal([]);
  });
});
