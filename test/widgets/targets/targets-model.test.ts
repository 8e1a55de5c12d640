import { expect } from 'chai';
import type { TargetValues } from '../../../src/observatory/target-values.js';
import fc from 'fast-check';
import { DataError } from '../../../src/errors.js';
import { indicatorOf } from '../../../src/observatory/manifest.js';
import type { Target } from '../../../src/observatory/schema-plan.js';
import type { Observation } from '../../../src/query/observations.js';
import { makePeriod } from '../../../src/table/period.js';
import { STATUS } from '../../../src/table/status.js';
import { en } from '../../../src/text/en.js';
import { targets as es } from '../../../src/text/es/targets.js';
import { makeWords } from '../../../src/text/words.js';
import { makeTargets, type TargetFigure } from '../../../src/widgets/targets/targets-model.js';
import { demoManifest } from '../../observatory/demo-manifest.js';

const FRAME = {
  ...{ heading: '', subtitle: '', unit: '', source: undefined, facts: [], cautions: [], legend: [] },
  monthsLate: 0,
} as const;

const year = (number: number): Observation['period'] => {
  const period = makePeriod('year', number);
  if (!period) throw new Error(`${number} is no year`);
  return period;
};
const values = (
  given: Readonly<Record<number, number>>,
  status: Readonly<Record<number, number>> = {},
): Observation[] =>
  Object.entries(given).map(([text, value]) => ({
    period: year(Number(text)),
    value,
    status: status[Number(text)] ?? 0,
  }));

const TARGET: Target = {
  indicator: 'tasa-homicidios',
  baseline: { period: '2020', value: 12 },
  path: [
    { period: '2024', value: 10 },
    { period: '2030', value: 4 },
  ],
  plan: { es: 'Plan inventado', en: 'Made-up plan' },
  planHref: 'https://plan.example/',
  responsible: 'Oficina inventada',
};

function told(series: readonly Observation[], more: Partial<TargetValues> = {}): TargetValues {
  const indicator = indicatorOf(demoManifest(), 'tasa-homicidios');
  return { target: TARGET, indicator, place: 'Perú', source: 'INEI', series, decimals: 1, ...more };
}

const figures = (...all: TargetValues[]): readonly TargetFigure[] =>
  makeTargets(all, FRAME, makeWords(), es).figures;
const figure = (series: readonly Observation[], more: Partial<TargetValues> = {}): TargetFigure => {
  const [first] = figures(told(series, more));
  if (!first) throw new Error('There is no figure.');
  return first;
};

describe('a target of a plan', () => {
  // By 2022 a quarter of the way to 2024 is 0.5 a year: 11 in 2022, 9 in 2025.
  it('[STAT-13] is as far as its value is on the path until that very year, in words', () => {
    const statusOf = (given: Readonly<Record<number, number>>): string => figure(values(given)).status;
    expect(statusOf({ 2020: 12, 2022: 11 })).to.equal('En camino a la meta');
    expect(statusOf({ 2020: 12, 2022: 11.3 })).to.equal('Algo por debajo del avance previsto');
    expect(statusOf({ 2020: 12, 2022: 11.5 })).to.equal('Muy por debajo del avance previsto');
    expect(statusOf({ 2020: 12, 2022: 12.5 })).to.equal('Se aleja de la meta');
    expect(statusOf({ 2020: 12, 2022: 3.9 })).to.equal('Meta cumplida');
    expect(statusOf({ 2020: 12, 2030: 4.1 })).to.equal('Meta no cumplida');
  });

  it('[STAT-13] tells why nothing can be told: no value, too early, a break since the start, other periods, no source', () => {
    const why = (series: readonly Observation[], more: Partial<TargetValues> = {}): string =>
      figure(series, more).why;
    expect(why([])).to.equal('Todavía no hay un valor completo para medir el avance.');
    expect(why(values({ 2020: 12 }))).to.equal('Todavía no hay un valor posterior al punto de partida.');
    expect(why(values({ 2020: 12, 2023: 10 }, { 2023: STATUS.break }))).to.equal(es.noPace.broken);
    const month = makePeriod('month', 2023, 1);
    expect(why(month ? [{ period: month, value: 3, status: 0 }] : [])).to.equal(es.noPace.otherPeriods);
    expect(why([], { error: new DataError('timeout') })).to.equal(es.noPace.failed);
    const uphill = { ...TARGET, path: [{ period: '2030', value: 20 }] };
    expect(why(values({ 2020: 12, 2022: 11 }), { target: uphill })).to.equal(es.noPace.badPath);
  });

  it('is told with its path, its plan, its office and the source of its values', () => {
    const { sentences, plan, responsible, source, place } = figure(values({ 2020: 12, 2025: 9.5 }));
    expect(sentences).to.deep.equal([
      'Meta: 4.0 por 100 mil habitantes en 2030. Punto de partida: 12.0 en 2020.',
      'En 2025 el valor fue 9.5; el camino a la meta preveía 9.0.',
    ]);
    expect([plan.text, plan.href, responsible, source, place]).to.deep.equal([
      ...['Plan inventado', 'https://plan.example/', 'Oficina inventada', 'INEI', 'Perú'],
    ]);
  });

  it('has each year as a row: what the plan sets, what lies between, what there is, what is to come', () => {
    const { rows } = figure(
      values({ 2020: 12, 2021: NaN, 2022: 11.2, 2024: 10.4 }, { 2022: STATUS.provisional }),
    );
    expect(
      rows.map(({ period, target, isSet, value, difference }) => [period, target, isSet, value, difference]),
    ).to.deep.equal([
      ['2020', '12.0 (punto de partida)', true, '12.0', ''],
      ['2021', '11.5', false, 's/d', ''],
      ['2022', '11.0', false, '11.2 p', '+0.2'],
      ['2023', '10.5', false, 's/d', ''],
      ['2024', '10.0', true, '10.4', '+0.4'],
      ['2025', '9.0', false, 'por venir', ''],
      ['2026', '8.0', false, 'por venir', ''],
      ['2027', '7.0', false, 'por venir', ''],
      ['2028', '6.0', false, 'por venir', ''],
      ['2029', '5.0', false, 'por venir', ''],
      ['2030', '4.0', true, 'por venir', ''],
    ]);
  });

  it('is drawn with time in proportion, and no line over a gap or a change in measuring', () => {
    const series = values(
      { 2020: 12, 2021: 11, 2022: NaN, 2023: 10, 2024: 9, 2025: 8 },
      { 2024: STATUS.break },
    );
    const { drawing } = figure(series);
    expect(drawing?.lines.map(({ length }) => length)).to.deep.equal([2, 1, 2]);
    expect(drawing?.breaks).to.have.length(1);
    const [start, middle, end] = drawing?.path ?? [];
    const share = ((middle?.x ?? 0) - (start?.x ?? 0)) / ((end?.x ?? 0) - (start?.x ?? 0));
    expect(share).to.be.closeTo(0.4, 0.01);
    expect([drawing?.last?.label, drawing?.horizon.label]).to.deep.equal(['8.0', '4.0']);
  });

  it('stays within its picture, whatever the values are', () => {
    const value = fc.double({ min: -1e9, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(value, value, value, (first, second, third) => {
        const { drawing } = figure(values({ 2020: first, 2023: second, 2026: third }));
        const points = [...(drawing?.lines.flat() ?? []), ...(drawing?.path ?? [])];
        expect(points.length).to.equal(6);
        for (const { x, y } of points) {
          expect(x).to.be.within(0, drawing?.width ?? 0);
          expect(y).to.be.within(0, drawing?.height ?? 0);
        }
      }),
    );
  });
});

describe('the targets of a whole plan', () => {
  it('are counted by how far they are, the best first', () => {
    const all = [
      told(values({ 2020: 12, 2022: 12.5 })),
      told(values({ 2020: 12, 2022: 11 })),
      told([]),
      told(values({ 2020: 12, 2022: 11 })),
    ];
    expect(makeTargets(all, FRAME, makeWords(), es).summary).to.equal(
      '4 metas: En camino a la meta: 2 · Se aleja de la meta: 1 · Aún no se puede decir: 1',
    );
    expect(makeTargets(all.slice(0, 1), FRAME, makeWords(), es).summary).to.equal('');
  });

  it('are told in English as well', () => {
    const { figures: all } = makeTargets(
      [told(values({ 2020: 12, 2022: 11 }))],
      FRAME,
      makeWords(en.figure),
      en.targets,
    );
    expect(all[0]?.status).to.equal('On track to the target');
    expect(all[0]?.plan.text).to.equal('Made-up plan');
    expect(all[0]?.sentences[1]).to.equal('In 2022 the value was 11.0; the path to the target had 11.0.');
  });
});
