import { expect } from 'chai';
import fc from 'fast-check';
import { toSeries } from '../../src/query/series.js';
import { STATUS } from '../../src/table/status.js';
import { trend } from '../../src/text/es/trend.js';
import { summarise } from '../../src/text/summary/summarise.js';
import { allWords } from '../support/all-words.js';
import { numbers, periods, seriesTable, tableOf, texts, type NumberCell } from '../support/make-table.js';

const words = allWords();

const said = (table: Parameters<typeof toSeries>[0], what = 'Homicidios', unit = ''): string =>
  summarise({ what, unit, series: toSeries(table), decimals: 1 }, words, trend);

const cell: fc.Arbitrary<NumberCell> = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: -50, max: 5000 }).map((digits) => digits / 10) },
  fc.constantFrom<NumberCell>('missing', 'suppressed', 'notApplicable'),
  fc.tuple(
    fc.nat(900),
    fc.constantFrom('provisional', 'estimated', 'break', 'incomplete', 'break provisional'),
  ),
);
const cells = fc.array(cell, { minLength: 1, maxLength: 15 });
const yearly = (all: readonly NumberCell[]): ReturnType<typeof seriesTable> =>
  seriesTable(Object.fromEntries(all.map((each, index) => [String(2010 + index), each])));

/** Several series of the same years, from 2010 on. */
function seriesOf(all: Readonly<Record<string, readonly NumberCell[]>>): ReturnType<typeof tableOf> {
  const rows = Object.entries(all).flatMap(([name, values]) =>
    values.map((value, index) => ({ name, value, year: String(2010 + index) })),
  );
  return tableOf(
    periods(
      'anio',
      rows.map(({ year }) => year),
      { role: 'time' },
    ),
    texts(
      'lugar',
      rows.map(({ name }) => name),
      { role: 'dimension' },
    ),
    numbers(
      'n',
      rows.map(({ value }) => value),
      { role: 'measure' },
    ),
  );
}

describe('a summary', () => {
  it('[A11Y-40] of any series is short, whole and without holes', () => {
    fc.assert(
      fc.property(cells, (all) => {
        const text = said(yearly(all), 'Homicidios, Perú', 'por 100 mil habitantes');
        expect(text.split(' ').length).to.be.at.most(65);
        expect(text).to.match(/^Homicidios, Perú, 20\d\d(–20\d\d)?\. /);
        expect(text).to.match(/\.$/);
        expect(text).not.to.match(/undefined|NaN|Infinity| {2}|\.\./);
      }),
      { numRuns: 2000 },
    );
  });

  it('[A11Y-40] tells a course only between whole values since the last break', () => {
    fc.assert(
      fc.property(cells, (all) => {
        const table = yearly(all);
        const observations = toSeries(table)[0]?.observations ?? [];
        const start = observations.findLastIndex(({ status }) => status & STATUS.break);
        const told = /Pasó de \S+ en (\d{4}) a \S+ en (\d{4})\./.exec(said(table));
        if (!told) return;
        for (const text of told.slice(1)) {
          const index = observations.findIndex(({ period }) => period.text === text);
          expect(index).to.be.at.least(Math.max(0, start));
          expect(observations[index]?.value).not.to.deep.equal(NaN);
          expect((observations[index]?.status ?? 0) & STATUS.incomplete).to.equal(0);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('[A11Y-40] tells every break, every gap and all that is provisional, where they are few', () => {
    fc.assert(
      fc.property(fc.array(cell, { minLength: 2, maxLength: 5 }), (all) => {
        const text = said(yearly(all));
        const observations = toSeries(yearly(all))[0]?.observations ?? [];
        for (const { period, value, status } of observations) {
          const told = (head: string): Chai.Assertion =>
            expect(text).to.match(new RegExp(`${head}: [^.]*(${period.text}|–)`));
          if (status & STATUS.break)
            expect(text).to.match(
              new RegExp(`En [^:]*${period.text}.* cambió la forma de medir:|cambió 5 veces`),
            );
          if (status & STATUS.suppressed) told('Oculto para proteger a las personas');
          else if (status & STATUS.notApplicable) told('No aplica');
          else if (Number.isNaN(value)) told('Sin dato');
          if (status & STATUS.provisional) told('Provisional');
          if (status & STATUS.estimated) told('Estimado');
          if (status & STATUS.incomplete) told('Incompleto \\(falta parte de los datos\\)');
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('[STAT-05] compares only periods of one length: a quarter is not the course of a year', () => {
    const cells = { 2022: 1200, 2023: 1300, '2024-Q1': 400, '2024-Q2': 410, '2024-Q3': 390 };
    const text = said(seriesTable(cells));
    expect(text).to.contain('Pasó de 400.0 en el I trim. 2024 a 390.0 en el III trim. 2024.');
    expect(text).to.contain('Máximo: 410.0 (II trim. 2024). Mínimo: 390.0 (III trim. 2024).');
    expect(said(seriesTable({ 2022: 1200, '2024-Q1': 400 }))).to.contain('Fue 400.0 en el I trim. 2024.');
  });

  it('has one full stop after a unit that ends in one', () => {
    for (const cells of [{ 2024: 5 }, { 2023: 4, 2024: 5 }, { 2024: 5, 2023: [4, 'incomplete'] as const }]) {
      expect(said(seriesTable(cells), 'Tasa', 'por 100 mil hab.')).not.to.contain('..');
    }
    expect(said(seriesOf({ Ica: [5], Lima: [5] }), 'Tasa', 'por 100 mil hab.')).to.match(/hab\.$/);
  });

  it('says that series are equal as they are rounded where only our rounding makes them so', () => {
    expect(said(seriesOf({ Ica: [5.01], Lima: [5.02] }))).to.contain(
      'Todas tienen el mismo valor redondeado en 2010: 5.0.',
    );
    expect(said(seriesOf({ Ica: [5], Lima: [5] }))).to.contain('Todas tienen el mismo valor en 2010: 5.0.');
  });

  it('[A11Y-40] names the highest and the lowest of several series in the last period that all have', () => {
    const value = fc.integer({ min: 0, max: 999 });
    fc.assert(
      fc.property(fc.uniqueArray(value, { minLength: 2, maxLength: 5 }), (values) => {
        const places = values.map((_, index) => `lugar${index}`);
        const table = seriesOf(
          Object.fromEntries(places.map((place, index) => [place, [values[index] ?? 0]])),
        );
        const [most, least] = [Math.max(...values), Math.min(...values)];
        const name = (of: number): string => places[values.indexOf(of)] ?? '';
        expect(said(table)).to.contain(`${values.length} series.`);
        expect(said(table)).to.contain(
          `Valor más alto en 2010: ${name(most)} (${most}.0). Valor más bajo: ${name(least)} (${least}.0).`,
        );
      }),
    );
  });

  it('[A11Y-40] names all series that are highest, and counts them where they are many', () => {
    const of = (values: Readonly<Record<string, NumberCell>>): string =>
      said(seriesOf(Object.fromEntries(Object.entries(values).map(([name, value]) => [name, [value]]))));
    expect(of({ Lima: 5, Ica: 5, Tacna: 2 })).to.contain('Valor más alto en 2010: Lima e Ica (5.0).');
    expect(of({ a: 5, b: 5, c: 5, d: 5, e: 5, f: 2 })).to.contain('más alto en 2010: 5 series (5.0).');
    expect(of({ Lima: 5, Ica: 'missing' })).to.equal('Homicidios, 2010. 2 series. Sin dato: 2010 (Ica).');
  });

  it('[A11Y-40] names no series where all that have a value have the mark', () => {
    const table = seriesOf({
      Lima: [5, [6, 'provisional']],
      Ica: [7, 'suppressed'],
      Tacna: [1, [2, 'provisional']],
    });
    expect(said(table)).to.contain('Provisional: 2011.');
    expect(said(table)).to.contain('Oculto para proteger a las personas: 2011 (Ica).');
  });

  it('[A11Y-40] tells of which series is what, and counts periods where that would be long', () => {
    const gaps = seriesOf({ Lima: ['missing', 5, 6], Ica: [7, 'missing', 'missing'], Tacna: [1, 2, 3] });
    expect(said(gaps)).to.contain('Sin dato: 2010 (Lima); 2011 y 2012 (Ica).');
    const sparse = (places: readonly number[]): NumberCell[] =>
      Array.from({ length: 10 }, (_, index) => (places.includes(index) ? 'missing' : 5));
    const some = seriesOf({ Lima: sparse([0, 2, 4]), Ica: sparse([4, 6, 8]), Tacna: sparse([]) });
    expect(said(some)).to.contain('Sin dato: 2010 y 2012 (Lima); 2014 (Lima e Ica); 2016 y 2018 (Ica).');
    const many = seriesOf({ Lima: sparse([0, 2, 4, 6, 8]), Ica: sparse([1]), Tacna: sparse([]) });
    expect(said(many)).to.contain('Sin dato en 6 periodos (Lima e Ica).');
    const allOnce = seriesOf({ Lima: sparse([0, 2, 4, 6, 8, 9]), Ica: sparse([9]), Tacna: sparse([9]) });
    expect(said(allOnce)).to.match(/Sin dato en 6 periodos\./);
  });

  it('[A11Y-40] tells a change in measuring also where there is no value, and what is projected of some series', () => {
    expect(said(yearly([5, 'missing break', 6]))).to.contain('En 2011 cambió la forma de medir:');
    const table = seriesOf({ Lima: [5, [6, 'forecast']], Ica: [7, 8] });
    expect(said(table))
      .to.contain('Valor más alto en 2010: Ica (7.0).')
      .and.to.contain('Proyectado: 2011 (Lima).');
  });

  it('[A11Y-40] names several periods of a maximum, and counts them where they are many', () => {
    expect(said(yearly([5, 9, 9, 7]))).to.contain('Máximo: 9.0 (2011 y 2012).');
    expect(said(yearly([5, 9, 9, 9, 7]))).to.contain('Máximo: 9.0 (2011–2013).');
    const often = yearly([9, 5, 9, 6, 9, 6, 9, 6, 9, 7]);
    expect(said(often)).to.contain('Máximo: 9.0 (en 5 periodos).');
  });

  it('[A11Y-40] tells many breaks by their number and the last one', () => {
    const many = yearly([1, ...Array.from({ length: 5 }, (_, index): NumberCell => [index, 'break'])]);
    expect(said(many)).to.contain(
      'La forma de medir cambió 5 veces, la última en 2015: lo anterior no es comparable.',
    );
  });

  it('[A11Y-40] tells from where to where a projection goes, and takes it for no course', () => {
    const table = yearly([5, 7, [8, 'forecast'], [9, 'forecast'], [20, 'forecast break']]);
    expect(said(table)).to.contain(
      'Pasó de 5.0 en 2010 a 7.0 en 2011. Proyectado: de 8.0 (2012) a 20.0 (2014).',
    );
  });

  it('[A11Y-40] leaves out the extremes first, and never a caveat before them', () => {
    const cells = yearly([5, [6, 'break'], 'missing', [7, 'provisional'], 9, [3, 'incomplete']]);
    const text = said(cells, Array.from({ length: 30 }, () => 'palabra').join(' '));
    expect(text).to.contain('En 2011 cambió la forma de medir').and.to.contain('Provisional: 2013.');
    expect(text)
      .to.contain('Incompleto (falta parte de los datos): 2015.')
      .and.to.contain('Sin dato: 2012.')
      .and.not.to.contain('áximo');
  });

  it('[A11Y-40] cuts a title that leaves no room for anything else', () => {
    const text = said(yearly([5, [6, 'break']]), Array.from({ length: 80 }, () => 'palabra').join(' '));
    expect(text).to.match(/^(palabra ){44}palabra…, 2010–2011\. En 2011 cambió la forma de medir/);
  });

  it('of nothing is nothing', () => {
    expect(summarise({ what: 'a', unit: '', series: [], decimals: 0 }, words, trend)).to.equal('');
    expect(said(seriesTable({}))).to.equal('');
  });
});
