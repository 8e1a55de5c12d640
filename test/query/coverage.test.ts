import '../support/as-module.js';
import { expect } from 'chai';
import fc from 'fast-check';
import type { Question } from '../../src/engine/engine.js';
import { toSeries } from '../../src/query/series.js';
import { fromRows, toRows } from '../../src/table/rows.js';
import type { Table } from '../../src/table/table.js';
import { trend as es } from '../../src/text/es/trend.js';
import { summarise } from '../../src/text/summary/summarise.js';
import { PORTAL } from '../servers/socrata-view.js';
import { socrataServer } from '../servers/socrata.js';
import { allWords } from '../support/all-words.js';
import { ask } from '../support/answer.js';
import { askPortal } from '../support/ask-portal.js';
import { incompleteIn } from '../support/incomplete.js';
import { cardOf } from '../support/make-card.js';

const NAMES = ['anio', 'mes', 'casos'];
const YEARS = { value: 'sum(casos)', time: 'year(anio, mes)' };

/** One row for each month from the first to the last (`2023-01`), each with as many cases as `casesOf` says. */
function monthly(from: string, to: string, casesOf: (index: number) => string = () => '100'): string[][] {
  const index = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5)) - 1;
  return Array.from({ length: index(to) - index(from) + 1 }, (_, step) => {
    const month = index(from) + step;
    return [String(Math.floor(month / 12)), String((month % 12) + 1), casesOf(step)];
  });
}

const asked = async (rows: readonly string[][], more: Partial<Question> = {}): Promise<Table> =>
  ask(await fromRows(NAMES, rows), { ...YEARS, ...more });

const incomplete = async (rows: readonly string[][], more: Partial<Question> = {}): Promise<string[]> =>
  incompleteIn(await asked(rows, more));

describe('a year of which the source plainly has only some months', () => {
  it('[STAT-05] is marked, also where the page says nothing of it', async () => {
    expect(await incomplete(monthly('2023-01', '2025-07'))).to.deep.equal(['2025']);
  });

  it('[STAT-05] is compared by the same months of both years', async () => {
    const table = await asked(monthly('2023-01', '2025-07'), { series: true, compared: true });
    const card = cardOf(table);
    expect(card.change).to.include('ene.–jul. 2025').and.to.include('ene.–jul. 2024');
    expect(card.change).to.not.include('bajó');
  });

  it('is marked at the beginning too', async () => {
    expect(await incomplete(monthly('2022-09', '2024-12'))).to.deep.equal(['2022']);
    expect(await incomplete(monthly('2022-09', '2025-02'))).to.deep.equal(['2022', '2025']);
  });

  it('[A11Y-40] makes no rise or fall in a sentence', async () => {
    const table = await asked(monthly('2022-09', '2025-07'), { series: true });
    const series = toSeries(table);
    const said = summarise({ what: 'Robos', unit: '', series, decimals: 0 }, allWords(), es);
    expect(said).to.equal(
      'Robos, 2022–2025. Fue 1,200 tanto en 2023 como en 2024. Incompleto (falta parte de los datos): 2022 y 2025.',
    );
  });

  it('may be put together of quarters, or half years of months', async () => {
    const quarters = ['2023', '2024'].flatMap((year) => [1, 2, 3, 4].map((part) => [year, `T${part}`, '9']));
    const table = await fromRows(['anio', 'trimestre', 'casos'], [...quarters, ['2025', 'T1', '9']]);
    const answer = await ask(table, { value: 'sum(casos)', time: 'year(anio, trimestre)' });
    expect(incompleteIn(answer)).to.deep.equal(['2025']);
    expect(await incomplete(monthly('2023-01', '2025-05'), { time: 'half(anio, mes)' })).to.deep.equal([
      '2025-S1',
    ]);
  });

  it('is seen where the rows of its other months are there without a value', async () => {
    const rows = monthly('2023-01', '2025-12', (step) => (step < 31 ? '100' : ''));
    const table = await asked(rows, { series: true, compared: true });
    expect(incompleteIn(table)).to.deep.equal(['2025']);
    expect(cardOf(table).change).to.include('ene.–jul. 2024');
  });

  it('[STAT-05] is seen where only years are asked for and the source has months beside them', async () => {
    const table = await asked(monthly('2023-01', '2025-07'), { time: 'anio', series: true, compared: true });
    expect(incompleteIn(table)).to.deep.equal(['2025']);
    expect(cardOf(table).change).to.include('ene.–jul. 2025').and.to.include('ene.–jul. 2024');
  });

  it('[STAT-02] is compared without the totals among its rows', async () => {
    const rows = monthly('2023-01', '2025-07').flatMap(([year = '', month = '']) => [
      [year, month, 'Ica', year === '2025' ? '90' : '60'],
      [year, month, 'Lima', '40'],
      [year, month, 'TOTAL', year === '2025' ? '130' : '100'],
    ]);
    const table = await ask(await fromRows(['anio', 'mes', 'lugar', 'casos'], rows), {
      ...YEARS,
      series: true,
      compared: true,
    });
    expect(cardOf(table).change).to.include('subió 210 (30.0%)');
  });

  it('is seen of events with a day each, and of counts of rows', async () => {
    const day = (index: number): string[] => [
      new Date(Date.UTC(2022, 0, 1) + index * 86_400_000).toISOString().slice(0, 10),
    ];
    const days = Array.from({ length: 365 * 3 + 100 }, (_, index) => day(index));
    const answer = await ask(await fromRows(['fecha'], days), { value: 'count()', time: 'year(fecha)' });
    expect(incompleteIn(answer)).to.deep.equal(['2025']);
  });
});

describe('a year is taken as whole', () => {
  it('where the page says until when the data are complete', async () => {
    const through = { completeThrough: '2025-12' };
    expect(await incomplete(monthly('2023-01', '2025-11'), through)).to.deep.equal([]);
  });

  it('where it may be that nothing happened in the months that lack', async () => {
    const seldom = monthly('2022-01', '2025-08').filter((_, step) => step % 3 !== 1);
    expect(await incomplete(seldom), 'a third of the months lacks everywhere').to.deep.equal([]);
    const uneven = monthly('2022-01', '2024-11').flatMap((row, step) => (step % 2 ? [row] : [row, row]));
    expect(await incomplete(uneven), 'one month of one or two rows').to.deep.equal([]);
  });

  it('where only some months of every year are asked for, or there is less than a year', async () => {
    const rows = monthly('2022-01', '2025-12');
    expect(await incomplete(rows, { where: 'mes <= 7' })).to.deep.equal([]);
    expect(await incomplete(monthly('2025-01', '2025-07'))).to.deep.equal([]);
  });

  it('where each month is a breakdown', async () => {
    const rows = monthly('2023-01', '2025-07');
    expect(await incomplete(rows, { time: 'anio', by: 'mes' })).to.deep.equal([]);
    expect(await incomplete(rows, { by: 'mes' })).to.deep.equal([]);
  });

  it('where the column of months has words that are none, or is not alone', async () => {
    const annual = [...monthly('2023-01', '2025-07'), ['2023', 'anual', '1200']];
    expect(await incomplete(annual, { time: 'anio' })).to.deep.equal([]);
    const two = monthly('2023-01', '2025-07').map(([year = '', month = '', cases = '']) => [
      year,
      month,
      month,
      cases,
    ]);
    const table = await fromRows(['anio', 'mes', 'mes_denuncia', 'casos'], two);
    expect(incompleteIn(await ask(table, { ...YEARS, time: 'anio' }))).to.deep.equal([]);
  });

  it('where the measure does not add up over time', async () => {
    const rows = monthly('2023-01', '2025-07');
    expect(await incomplete(rows, { value: 'avg(casos)' })).to.deep.equal([]);
    expect(await incomplete(rows, { value: 'max(casos)' })).to.deep.equal([]);
  });
});

describe('what is seen of the first and the last year', () => {
  it('is the same in any order of the rows, and of rows split in two [STAT-05]', async () => {
    const span = fc.record({ from: fc.nat(11), length: fc.integer({ min: 1, max: 50 }), seed: fc.nat() });
    await fc.assert(
      fc.asyncProperty(span, async ({ from, length, seed }) => {
        const last = from + length - 1;
        const text = (index: number): string =>
          `${2020 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
        const rows = monthly(text(from), text(last), (step) => String(20 + (step % 7)));
        const shuffled = [...rows].sort(
          (a, b) => ((Number(a[1]) * seed) % 13) - ((Number(b[1]) * seed) % 13),
        );
        const split = rows.flatMap(([year = '', month = '', cases]) => [
          [year, month, '4'],
          [year, month, String(Number(cases) - 4)],
        ]);
        const told = toRows(await asked(rows));
        expect(toRows(await asked(shuffled))).to.deep.equal(told);
        expect(toRows(await asked(split))).to.deep.equal(told);
      }),
      { numRuns: 300 },
    );
  });

  it('is the same where a portal puts its rows together by month', async () => {
    const types = { fecha: 'calendar_date', cantidad: 'number' } as const;
    let run = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 10, max: 40 }),
        fc.nat(12),
        fc.constantFrom('count()', 'sum(cantidad)', 'count(fecha)'),
        fc.constantFrom('year(fecha)', 'half(fecha)', 'quarter(fecha)'),
        async (length, hole, value, time) => {
          const rows = Array.from({ length }, (_, index) => ({
            fecha: new Date(Date.UTC(2021, 3 + index, 10)).toISOString().replace('Z', ''),
            cantidad: index % 9 === hole ? null : 30,
          }));
          const portal = socrataServer({ types, rows });
          const src = `${PORTAL}/d/c${(run++).toString(36).padStart(3, '0')}-bbbb`;
          const told = { protocol: 'socrata', value, time, compared: true };
          const pushed = await askPortal(portal, src, told);
          const whole = await askPortal(
            (url) => (url.search.includes('group') ? { status: 400, body: '' } : portal(url)),
            src.replace('bbbb', 'cccc'),
            told,
          );
          expect(toRows(pushed.table)).to.deep.equal(toRows(whole.table));
          expect(incompleteIn(pushed.table)).to.deep.equal(incompleteIn(whole.table));
        },
      ),
      { numRuns: 200 },
    );
  }).timeout(60_000);
});
