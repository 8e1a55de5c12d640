import { expect } from 'chai';
import fc from 'fast-check';
import { toSeries } from '../../src/query/series.js';
import { STATUS } from '../../src/table/status.js';
import { trend } from '../../src/text/es/trend.js';
import { summarise } from '../../src/text/summary.js';
import { makeWords } from '../../src/text/words.js';
import { numbers, periods, seriesTable, tableOf, texts, type NumberCell } from '../support/make-table.js';

const words = makeWords();

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
        const lastBreak = observations.findLast(({ status }) => status & STATUS.break);
        if (lastBreak) expect(text).to.contain(`En ${lastBreak.period.text} cambió la forma de medir`);
        for (const { period, value, status } of observations) {
          if (Number.isNaN(value) && !(status & ~STATUS.missing))
            expect(text).to.match(new RegExp(`Sin dato: .*${period.text}|Sin dato en`));
          if (!Number.isNaN(value) && status & STATUS.provisional)
            expect(text).to.match(new RegExp(`Provisional: [^.]*(${period.text}|–)`));
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('[A11Y-40] names the highest and the lowest of several series in the last period that all have', () => {
    const value = fc.integer({ min: 0, max: 999 });
    fc.assert(
      fc.property(fc.uniqueArray(value, { minLength: 2, maxLength: 5 }), (values) => {
        const places = values.map((_, index) => `lugar${index}`);
        const table = tableOf(
          periods(
            'anio',
            values.map(() => '2024'),
            { role: 'time' },
          ),
          texts('lugar', places, { role: 'dimension' }),
          numbers('n', values, { role: 'measure' }),
        );
        const [most, least] = [Math.max(...values), Math.min(...values)];
        const name = (of: number): string => places[values.indexOf(of)] ?? '';
        expect(said(table)).to.contain(`${values.length} series.`);
        expect(said(table)).to.contain(
          `la más alta es ${name(most)} (${most}.0) y la más baja, ${name(least)} (${least}.0).`,
        );
      }),
    );
  });

  it('of nothing is nothing', () => {
    expect(summarise({ what: 'a', unit: '', series: [], decimals: 0 }, words, trend)).to.equal('');
    expect(said(seriesTable({}))).to.equal('');
  });
});
