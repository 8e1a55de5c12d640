import { expect } from 'chai';
import fc from 'fast-check';
import { makeTable, type Table } from '../../src/table/table.js';
import { takeTable } from '../../src/table/take-rows.js';
import { STATUS } from '../../src/table/status.js';
import { toRows } from '../../src/table/rows.js';
import type { Question } from '../../src/engine/engine.js';
import { ask } from '../support/answer.js';
import { rows, tableOfRows, tables, type Row } from '../support/arbitrary-table.js';
import { numbers, tableOf, texts } from '../support/make-table.js';

/** Questions whose answer has one row a group. */
const GROUPED: Partial<Question>[] = [
  { value: 'sum(casos)', by: 'lugar' },
  { value: 'avg(casos), min(casos), max(casos), count(casos), count()', time: 'anio', by: 'lugar' },
  { value: 'sum(casos)', time: 'anio', per: '1000 of sum(poblacion)' },
  { value: 'sum(casos)', by: 'anio', where: "casos > 0 and lugar <> 'Lima'" },
  { value: 'sum(casos)', time: 'anio', breaks: '2023', completeThrough: '2023' },
];
const questions = fc.constantFrom(...GROUPED);

/** Every cell with its status, rows in an order of their own. */
function contents(table: Table): string[] {
  const bits = table.columns.map((column) => (column.kind === 'number' ? column.statuses : undefined));
  return toRows(table)
    .map((row, index) => row.map((cell, column) => `${cell}|${bits[column]?.[index] ?? ''}`).join(' · '))
    .sort();
}

const shuffled: fc.Arbitrary<[Row[], Row[]]> = rows.chain((all) =>
  fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
);

describe('laws of every question', () => {
  it('the order of rows never changes an aggregate', async () => {
    await fc.assert(
      fc.asyncProperty(shuffled, questions, async ([all, mixed], question) => {
        const [first, second] = await Promise.all(
          [all, mixed].map((each) => ask(tableOfRows(each), question)),
        );
        expect(first && contents(first)).to.deep.equal(second && contents(second));
      }),
      { numRuns: 500 },
    );
  });

  it('a column in which everything is missing changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(tables, questions, async (table, question) => {
        const nothing = [
          numbers(
            'vacía',
            Array.from({ length: table.length }, () => 'missing'),
          ),
          texts(
            'nada',
            Array.from({ length: table.length }, () => null),
          ),
        ];
        const wider = makeTable(table.length, [...nothing, ...table.columns]);
        expect(await ask(wider, question)).to.deep.equal(await ask(table, question));
      }),
      { numRuns: 300 },
    );
  });

  it('a row that misses everything changes no sum, and makes it incomplete where it counts', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (all) => {
        const empty: Row = { anio: null, lugar: null, casos: 'missing', poblacion: 'missing' };
        const [before, after] = await Promise.all(
          [all, [...all, empty]].map((each) => ask(tableOfRows(each), { value: 'sum(casos)' })),
        );
        if (!before || !after || all.length === 0) return;
        // Of how many parts it is a sum stands beside it: one more now.
        const sums = [before, after].map((table) => toRows(table).map(([total]) => total));
        expect(sums[0]).to.deep.equal(sums[1]);
        const [sum] = after.columns;
        if (sum?.kind !== 'number') throw new Error('no sum');
        const expected = Number.isNaN(sum.values[0]) ? STATUS.missing : STATUS.incomplete;
        expect((sum.statuses[0] ?? 0) & expected).to.equal(expected);
      }),
    );
  });

  it('the same question on the same table gives the same table', async () => {
    await fc.assert(
      fc.asyncProperty(tables, questions, async (table, question) => {
        expect(await ask(table, question)).to.deep.equal(await ask(table, question));
      }),
    );
  });

  it('a sum over parts is the sum of their sums', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (all) => {
        const table = tableOfRows(all);
        const [parts, whole] = await Promise.all([
          ask(table, { value: 'sum(casos)', by: 'lugar, anio' }),
          ask(table, { value: 'sum(casos)' }),
        ]);
        const total = toRows(parts).reduce((sum, row) => sum + Number(row[2] ?? 0), 0);
        expect(total).to.equal(Number(toRows(whole)[0]?.[0] ?? 0));
      }),
    );
  });

  it('filtering twice is filtering by both', async () => {
    const [a, b] = ["lugar <> 'Lima'", 'casos >= 0'];
    await fc.assert(
      fc.asyncProperty(tables, async (table) => {
        const twice = await ask(await ask(table, { where: a }), { where: b });
        expect(contents(twice)).to.deep.equal(contents(await ask(table, { where: `${a} and ${b}` })));
      }),
    );
  });

  it('taking rows and asking is asking of those rows alone', async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.nat(40), async (all, count) => {
        const some = all.slice(0, count);
        const taken = takeTable(tableOfRows(all), Array.from(some.keys()));
        const question = { value: 'sum(casos)', time: 'anio', by: 'lugar' };
        expect(contents(await ask(taken, question))).to.deep.equal(
          contents(await ask(tableOfRows(some), question)),
        );
      }),
    );
  });
});

describe('a question that only names columns', () => {
  it('is answered the short way as it would be the long way', async () => {
    await fc.assert(
      fc.asyncProperty(tables, async (table) => {
        const short = await ask(table, { value: 'casos, poblacion', time: 'anio' });
        const long = await ask(table, { value: 'casos, poblacion', time: 'anio', limit: '9999' });
        expect(contents(short)).to.deep.equal(contents(long));
        expect(short.columns.map(({ name, role }) => [name, role])).to.deep.equal(
          long.columns.map(({ name, role }) => [name, role]),
        );
      }),
    );
  });

  it('gives the rows as they are where it names none', async () => {
    const table = tableOf(texts('a', ['x']), numbers('b', [1]));
    expect(await ask(table, {})).to.equal(table);
  });
});
