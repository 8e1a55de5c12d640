import { expect } from 'chai';
import { parseAnnotations } from '../../../src/query/annotations.js';
import { parseTargets } from '../../../src/query/targets.js';
import type { Table } from '../../../src/table/table.js';
import { comparison } from '../../../src/text/es/comparison.js';
import { marks } from '../../../src/text/es/marks.js';
import { trend } from '../../../src/text/es/trend.js';
import { fromRows } from '../../../src/table/rows.js';
import { addTo, type Added, type AddedTrend } from '../../../src/widgets/trend/additions-model.js';
import { makeTrend, type TrendModel } from '../../../src/widgets/trend/trend-model.js';
import { twinOf } from '../../../src/widgets/trend/twin-table.js';
import { allWords } from '../../support/all-words.js';
import { answerOf, ask, saying } from '../../support/answer.js';
import { seriesTable } from '../../support/make-table.js';
import { thrownBy } from '../../support/thrown.js';

const NOTHING: Added = {
  reference: '',
  referenceTable: undefined,
  isApart: false,
  hasFailed: false,
  path: undefined,
  targetSource: '',
  annotations: [],
  isCount: () => false,
  interval: '',
  place: 'La Libertad',
  unit: 'por 100 mil habitantes',
  decimals: 1,
};

function trendWith(table: Table, more: Partial<Added>, shape: 'line' | 'column' = 'line'): AddedTrend {
  const words = allWords();
  const { place, unit } = NOTHING;
  return addTo(
    answerOf(table),
    { ...NOTHING, ...more },
    (answer, told) =>
      makeTrend(
        answer,
        saying({ place, unit, heading: 'Tasa' }),
        { shape, decimals: 1, interval: '', more: told },
        words,
        trend,
      ),
    { words, trend, comparison, marks },
  );
}

const rows = (model: TrendModel): string[] =>
  twinOf(model).rows.map(({ header, cells }) => [header, ...cells].join(' | '));

const OWN = seriesTable({ 2023: 11, 2024: 12, 2025: 10.7 });

describe('a trend with targets', () => {
  const path = parseTargets('base 2024: 12; 2027: 9; 2030: 6');
  const { model } = trendWith(OWN, { path, targetSource: 'PNMSC al 2030' });

  it('reaches the horizon with its time axis, and has nothing where nothing can be yet', () => {
    expect(twinOf(model).headers).to.deep.equal(['Periodo', 'La Libertad', 'Meta']);
    expect(rows(model)).to.deep.equal([
      '2023 | 11.0 | sin meta',
      '2024 | 12.0 | 12.0 (punto de partida)',
      '2025 | 10.7 | 11.0',
      '2026 | por venir | 10.0',
      '2027 | por venir | 9.0',
      '2028 | por venir | 8.0',
      '2029 | por venir | 7.0',
      '2030 | por venir | 6.0',
    ]);
    const [own] = model.series;
    expect(own?.points.slice(3).every(({ value }) => Number.isNaN(value))).to.equal(true);
  });

  it('tells the horizon, its plan and the progress in words', () => {
    expect(model.series[1]?.label).to.equal('Meta 2030: 6.0');
    expect(model.frame.legend).to.include('línea de puntos: meta (PNMSC al 2030)');
    expect(model.summary).to.include(
      'Meta 2030: 6.0. En 2025, 10.7 frente a 11.0 que prevé la meta: en camino a la meta.',
    );
    expect(model.summary.split(/\s+/).length).to.be.at.most(60);
    const unsaid = trendWith(OWN, { path }).model;
    expect(unsaid.frame.legend.join()).to.include('no se indica qué plan la fija');
  });

  it('[STAT-03] tells why there is no progress across a break', () => {
    const broken = seriesTable({ 2023: 11, 2024: 12, 2025: [10.7, 'break'] });
    expect(trendWith(broken, { path }).model.summary).to.include(
      'Meta 2030: 6.0; no se mide el avance: cambió la forma de medir.',
    );
  });

  it('refuses targets of years for months', async () => {
    const months = seriesTable({ '2024-01': 11, '2024-02': 12 });
    const { code, details } = await thrownBy(() => trendWith(months, { path }));
    expect([code, details.attribute, details.value]).to.deep.equal(['bad-attribute', 'targets', '2030']);
  });

  it('that end before the time that is shown are told to the owner', () => {
    const past = parseTargets('2010: 5; 2012: 4');
    expect(trendWith(OWN, { path: past }).unused).to.deep.equal([['targets', '2010']]);
  });

  it('have an axis from zero for columns that reaches all of it', () => {
    const { axis } = trendWith(OWN, { path: parseTargets('2024: 40; 2030: 6') }, 'column').model;
    expect(axis.min).to.equal(0);
    expect(axis.max).to.be.at.least(40);
  });
});

describe('a trend with a reference', () => {
  const referenceTable = seriesTable({ 2023: 8, 2024: 8.1, 2025: [8.4, 'provisional'], 2026: 9 });
  const { model } = trendWith(OWN, { reference: 'Perú', isApart: true, referenceTable });

  it('[STAT-07] draws it as a line of its own kind, in the periods that are shown', () => {
    expect(model.series.map(({ name, dash }) => [name, dash !== undefined])).to.deep.equal([
      ['La Libertad', false],
      ['Perú (referencia)', true],
    ]);
    expect(rows(model)).to.deep.equal(['2023 | 11.0 | 8.0', '2024 | 12.0 | 8.1', '2025 | 10.7 | 8.4 p']);
    expect(model.frame.legend).to.include.members([
      'línea de rayas y puntos: Perú (referencia)',
      'p: provisional',
    ]);
  });

  it('[STAT-07] tells how far the last value is from it', () => {
    expect(model.summary).to.include('En 2025, Perú: 8.4 p; 2.3 por encima.');
  });

  it('[STAT-03] draws and respects a break that only it has', () => {
    const broken = seriesTable({ 2023: 8, 2024: 8.1, 2025: [8.4, 'break'] });
    const parted = trendWith(OWN, { reference: 'Perú', isApart: true, referenceTable: broken }).model;
    expect(parted.breaks).to.have.length(1);
    expect(parted.series[1]?.points[2]?.isBreak).to.equal(true);
    expect(parted.summary).to.include('no se compara: cambió la forma de medir');
  });

  it('[REL-02] stays a figure where it does not come, or has nothing for these periods', () => {
    const failed = trendWith(OWN, { reference: 'Perú', isApart: true, hasFailed: true }).model;
    expect(failed.frame.cautions).to.deep.equal(['No se pudieron mostrar los datos de Perú para comparar.']);
    expect(failed.series).to.have.length(1);
    const others = seriesTable({ 2010: 8 });
    const apart = trendWith(OWN, { reference: 'Perú', isApart: true, referenceTable: others }).model;
    expect(apart.frame.cautions).to.deep.equal(['Perú no tiene datos de estos periodos para comparar.']);
    expect(apart.series).to.have.length(1);
  });

  it('takes it out of a breakdown, and draws it also where more series are left out', async () => {
    const places = ['PERÚ', 'A', 'B', 'C', 'D', 'E', 'F', 'G'];
    const cells = places.flatMap((place, index) => [
      [place, '2023', String(index)],
      [place, '2024', String(index)],
    ]);
    const table = await ask(await fromRows(['lugar', 'anio', 'tasa'], cells), {
      value: 'tasa',
      time: 'anio',
      by: 'lugar',
    });
    const broken = trendWith(table, { reference: 'Peru' });
    expect(broken.unused).to.deep.equal([]);
    expect(broken.model.series.map(({ name }) => name)).to.deep.equal([
      'B',
      'C',
      'D',
      'E',
      'F',
      'G',
      'Peru (referencia)',
    ]);
    expect(broken.model.all).to.have.length(8);
    expect(trendWith(table, { reference: 'Chile' }).unused).to.deep.equal([['reference', 'Chile']]);
  });
});

describe('a trend with annotations', () => {
  it('numbers those within its time, and tells the owner of those that are not', () => {
    const annotations = parseAnnotations('2024: Cambia la ley; 2022-03..2023-06: Aislamiento; 1999: Antes');
    const { model, unused } = trendWith(OWN, { annotations });
    expect(model.annotations?.map(({ sign, when, text }) => `${sign} ${when}: ${text}`)).to.deep.equal([
      '① mar. 2022 – jun. 2023: Aislamiento',
      '② 2024: Cambia la ley',
    ]);
    expect(model.annotations?.[1]?.from).to.equal(model.series[0]?.points[1]?.at);
    expect(unused).to.deep.equal([['annotations', '1999: Antes']]);
  });
});
