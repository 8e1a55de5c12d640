import { expect } from 'chai';
import fc from 'fast-check';
import { tellsParts } from '../../src/query/part-columns.js';
import { changeSince, type Change } from '../../src/query/change.js';
import type { Observation } from '../../src/query/observations.js';
import { toSeries } from '../../src/query/series.js';
import { fromRows, toRows } from '../../src/table/rows.js';
import { ABSENT, STATUS } from '../../src/table/status.js';
import { makeTable, type Table } from '../../src/table/table.js';
import { ask } from '../support/answer.js';
import { rows, tableOfRows, type Row } from '../support/arbitrary-table.js';
import { columnNamed, numbers, seriesTable, texts, type NumberCell } from '../support/make-table.js';

/** Rare mistakes are found by many cases: these are the rules that figures must not mislead by. */
const RUNS = { numRuns: 10_000 };

const SUMS = {
  value: 'sum(casos)',
  time: 'anio',
  per: '1000 of sum(poblacion)',
  interval: '95',
  breaks: '2023',
} as const;

/** Every cell with its status, rows in an order of their own. */
/** Rows as texts, without of how many parts a sum is: that is other where a row is written as two. */
function contents({ length, columns }: Table): string[] {
  const shown = columns.filter((column) => !tellsParts(column));
  const bits = shown.map((column) => (column.kind === 'number' ? column.statuses : undefined));
  return toRows(makeTable(length, shown))
    .map((row, index) => row.map((cell, column) => `${cell}|${bits[column]?.[index] ?? ''}`).join(' · '))
    .sort();
}

/** A row as two rows that add up to it: what is not there is in neither. */
function split(row: Row, share: number): Row[] {
  const parted = (cell: NumberCell): [NumberCell, NumberCell] => {
    if (typeof cell === 'string') return [cell, cell];
    const [value, status] = typeof cell === 'number' ? [cell, ''] : cell;
    const part = Math.trunc(value * share);
    return [
      [part, status],
      [value - part, status],
    ];
  };
  const [casos, poblacion] = [parted(row.casos), parted(row.poblacion)];
  return [
    { ...row, casos: casos[0], poblacion: poblacion[0] },
    { ...row, casos: casos[1], poblacion: poblacion[1] },
  ];
}

describe('no figure changes because of how its data are written', function () {
  this.timeout(300_000);

  it('[STAT-04] rates and their intervals do not depend on the order of rows', async () => {
    const shuffled = rows.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    await fc.assert(
      fc.asyncProperty(shuffled, async ([all, mixed]) => {
        const [first, second] = await Promise.all([all, mixed].map((each) => ask(tableOfRows(each), SUMS)));
        expect(first && contents(first)).to.deep.equal(second && contents(second));
      }),
      RUNS,
    );
  });

  it('[STAT-04] rates and their intervals do not depend on whether a row is one or two', async () => {
    const place = fc.tuple(rows, fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }));
    await fc.assert(
      fc.asyncProperty(place, async ([all, some, share]) => {
        const at = all.length === 0 ? 0 : some % all.length;
        const parted = all.flatMap((row, index) => (index === at ? split(row, share) : [row]));
        const [whole, parts] = await Promise.all([all, parted].map((each) => ask(tableOfRows(each), SUMS)));
        expect(whole && contents(whole)).to.deep.equal(parts && contents(parts));
      }),
      RUNS,
    );
  });

  it('[STAT-08] a column in which all is missing, or an unknown status, changes no number and no status', async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.constantFrom('???', 'rev. 3', 'definitivo-ish'), async (all, word) => {
        const table = tableOfRows(all);
        const wider = makeTable(table.length, [
          numbers(
            'vacía',
            Array.from({ length: table.length }, () => 'missing'),
          ),
          texts(
            'estado',
            Array.from({ length: table.length }, () => word),
          ),
          ...table.columns,
        ]);
        const [plain, marked] = await Promise.all([
          ask(table, SUMS),
          ask(wider, { ...SUMS, status: 'estado' }),
        ]);
        expect(contents(marked)).to.deep.equal(contents(plain));
        if (table.length > 0) expect(marked.notices.map(({ code }) => code)).to.include('unknown-status');
      }),
      RUNS,
    );
  });
});

describe('a total with a missing part', function () {
  this.timeout(300_000);

  it('[STAT-08] never looks whole: it says that it is incomplete, and has no interval', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (all) => {
        const counts = all.map((row): Row => (Number(row.casos) < 0 ? { ...row, casos: 7 } : row));
        const question = { value: 'sum(casos)', time: 'anio', interval: '95' };
        const answer = await ask(tableOfRows(counts), question);
        if (answer.length === 0) return;
        const years = toRows(answer).map(([year]) => String(year));
        const sums = columnNamed(answer, 'casos', 'number');
        const upper = columnNamed(answer, 'upper 95% (casos)', 'number');
        years.forEach((year, index) => {
          const isShort = counts.some(({ anio, casos }) => anio === year && typeof casos === 'string');
          const status = sums.statuses[index] ?? 0;
          if (isShort) expect(status & (STATUS.incomplete | ABSENT)).to.be.above(0);
          expect(Number.isNaN(upper.values[index])).to.equal(
            isShort || counts.some(({ anio, casos }) => anio === year && String(casos).includes('estimated')),
          );
        });
      }),
      RUNS,
    );
  });
});

describe('a change', () => {
  const cell = fc.oneof(
    fc.integer({ min: -50, max: 60 }),
    fc.constantFrom<NumberCell>('missing', 'suppressed', [30, 'break'], [30, 'incomplete'], 'missing break'),
  );

  it('[STAT-05] has no percentage of a base under 20, and is not computed across a break', () => {
    fc.assert(
      fc.property(fc.array(cell, { minLength: 2, maxLength: 8 }), fc.nat(7), (cells, back) => {
        const named = Object.fromEntries(cells.map((each, index) => [String(2010 + index), each]));
        const all = toSeries(seriesTable(named))[0]?.observations ?? [];
        const [at, from] = [all.at(-1), all[all.length - 1 - back]];
        if (!at || !from || at.status & ABSENT) return;
        const told: Change = changeSince(all, at, from.period, true);
        if (told.kind !== 'difference') return;
        const crossed = all
          .slice(all.indexOf(from) + 1)
          .filter(({ status }: Observation) => status & STATUS.break);
        expect(crossed).to.deep.equal([]);
        expect(told.percent === undefined).to.equal(from.value < 20);
      }),
      RUNS,
    );
  });
});

describe('a year to date', function () {
  this.timeout(300_000);

  const monthsOf = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 12 });
  const written = (year: number, month: number): string => `${year}-${String(month).padStart(2, '0')}`;

  it('[STAT-05] never compares different months, and adds up none that is after the data are complete', async () => {
    await fc.assert(
      fc.asyncProperty(monthsOf, monthsOf, fc.integer({ min: 1, max: 11 }), async (before, now, through) => {
        const cases = (month: number): number => 2 ** month;
        const all = [...before.map((month) => [2024, month]), ...now.map((month) => [2025, month])];
        const table = await fromRows(
          ['mes', 'casos'],
          all.map(([year = 0, month = 0]) => [written(year, month), cases(month) + year - 2024]),
        );
        if (now.length === 0) return;
        const answer = await ask(table, {
          value: 'sum(casos)',
          time: 'year(mes)',
          completeThrough: written(2025, through),
          compared: true,
        });
        const row = toRows(answer).findIndex(([year]) => String(year) === '2025');
        const value = (name: string): number => columnNamed(answer, name, 'number').values[row] ?? NaN;
        const status = (name: string): number => columnNamed(answer, name, 'number').statuses[row] ?? 0;
        const [first, second] = [before, now].map((months) =>
          months.filter((month) => month <= through).sort((a, b) => a - b),
        );
        if (!first || !second || second.length === 0 || first.length === 0) return;
        const isAlike = first.join() === second.join();
        const sum = (months: readonly number[], more: number): number =>
          months.reduce((total, month) => total + cases(month) + more, 0);
        expect(value('to date (casos)')).to.equal(sum(second, 1));
        expect(value('year before to date (casos)')).to.equal(sum(first, 0));
        expect((status('to date (casos)') & STATUS.incomplete) === 0).to.equal(isAlike);
        expect((status('year before to date (casos)') & STATUS.incomplete) === 0).to.equal(isAlike);
      }),
      RUNS,
    );
  });
});
