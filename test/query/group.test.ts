import { expect } from 'chai';
import fc from 'fast-check';
import type { NumberColumn } from '../../src/table/column.js';
import { ABSENT, STATUS } from '../../src/table/status.js';
import { toRows } from '../../src/table/rows.js';
import type { AggregateName } from '../../src/query/query.js';
import { ask } from '../support/answer.js';
import { rows, tableOfRows, type Row } from '../support/arbitrary-table.js';
import { columnNamed, numbers, statuses, tableOf, texts } from '../support/make-table.js';
import { thrownBy } from '../support/thrown.js';

interface Part {
  readonly value: number;
  readonly status: number;
}

const partOf = ({ casos }: Row): Part => {
  if (typeof casos === 'number') return { value: casos, status: 0 };
  if (typeof casos === 'string') return { value: NaN, status: statuses(casos) };
  return { value: casos[0], status: statuses(casos[1]) };
};

/** One group's value and status, written as plainly as can be. */
function naive(parts: readonly Part[], how: AggregateName): Part {
  const values = parts.map(({ value }) => value).filter((value) => !Number.isNaN(value));
  const status = parts.reduce((bits, part) => bits | part.status, 0);
  if (how === 'count') return { value: values.length, status: status & ~ABSENT };
  if (values.length === 0) return { value: NaN, status };
  const sum = values.reduce((total, value) => total + value, 0);
  const value = { sum, avg: sum / values.length, min: Math.min(...values), max: Math.max(...values) }[how];
  const isWhole = values.length === parts.length;
  return { value, status: isWhole ? status : (status & ~ABSENT) | STATUS.incomplete };
}

/** A measure of an answer by the words of its row. */
function byKey(all: readonly string[][], { values, statuses: bits }: NumberColumn): Map<string, Part> {
  return new Map(
    all.map((row, index) => [
      row.slice(0, 2).join('/'),
      { value: values[index] ?? NaN, status: bits[index] ?? 0 },
    ]),
  );
}

describe('aggregates against a naive loop', () => {
  for (const how of ['sum', 'avg', 'min', 'max', 'count'] as const) {
    it(`${how} is, for every group, what a loop over its rows gives, with its status`, async () => {
      await fc.assert(
        fc.asyncProperty(rows, async (all) => {
          const answer = await ask(tableOfRows(all), { value: `${how}(casos)`, time: 'anio', by: 'lugar' });
          const groups = new Map<string, Part[]>();
          for (const row of all) {
            if (row.anio === null) continue;
            const key = `${row.anio}/${row.lugar ?? ''}`;
            groups.set(key, [...(groups.get(key) ?? []), partOf(row)]);
          }
          const wanted = new Map([...groups].map(([key, parts]) => [key, naive(parts, how)]));
          const found = byKey(toRows(answer), columnNamed(answer, 'casos', 'number'));
          expect([...found].sort()).to.deep.equal([...wanted].sort());
        }),
      );
    });
  }

  it('count() is the number of rows of each group', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (all) => {
        const answer = await ask(tableOfRows(all), { value: 'count()', by: 'lugar' });
        for (const [lugar = '', count] of toRows(answer)) {
          expect(Number(count)).to.equal(all.filter((row) => (row.lugar ?? '') === lugar).length);
        }
        const total = toRows(answer).reduce((sum, [, count]) => sum + Number(count), 0);
        expect(total).to.equal(all.length);
      }),
    );
  });
});

const SUM: [string, Parameters<typeof numbers>[1], number, string][] = [
  ['of whole parts is whole', [2, 3], 5, ''],
  ['over a missing part has a value and is incomplete', [2, 'missing'], 2, 'incomplete'],
  ['over a hidden part has a value and is incomplete', [2, 'suppressed'], 2, 'incomplete'],
  ['of missing parts alone is missing, and never 0', ['missing', 'missing'], NaN, 'missing'],
  ['of hidden and missing parts keeps both reasons', ['suppressed', 'missing'], NaN, 'missing suppressed'],
  ['of zeros is zero', [0, 0], 0, ''],
  ['keeps what was provisional in one part', [2, [3, 'provisional']], 5, 'provisional'],
  [
    'keeps a break and an estimate of its parts',
    [
      [2, 'break'],
      [3, 'estimated'],
    ],
    5,
    'estimated break',
  ],
  ['keeps that a part of it was incomplete already', [[2, 'incomplete'], 3], 5, 'incomplete'],
];

describe('a sum', () => {
  for (const [what, cells, value, names] of SUM) {
    it(what, async () => {
      const answer = await ask(tableOf(numbers('n', cells)), { value: 'sum(n)' });
      const { values, statuses: bits } = columnNamed(answer, 'n', 'number');
      expect([...values]).to.deep.equal([value]);
      expect(bits[0]).to.equal(statuses(names));
    });
  }

  it('[STAT-10] of decimals has no digits that none of them has', async () => {
    const cells = fc.array(fc.integer({ min: -99_999, max: 99_999 }), { minLength: 1, maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(cells, fc.integer({ min: 0, max: 4 }), async (whole, decimals) => {
        const written = whole.map((value) => value / 10 ** decimals);
        const answer = await ask(tableOf(numbers('n', written, { decimals })), { value: 'sum(n)' });
        const exact = whole.reduce((sum, value) => sum + value, 0) / 10 ** decimals;
        expect(columnNamed(answer, 'n', 'number').values[0]).to.equal(exact);
      }),
    );
    const tenths = tableOf(numbers('n', [0.1, 0.2, -0.3], { decimals: 1 }));
    expect(toRows(await ask(tenths, { value: 'sum(n)' }))).to.deep.equal([['0']]);
  });

  it('of no rows is no row', async () => {
    expect((await ask(tableOf(numbers('n', [])), { value: 'sum(n)' })).length).to.equal(0);
  });
});

describe('groups', () => {
  it('keep apart rows without a word', async () => {
    const table = tableOf(texts('lugar', ['a', null, 'a', null]), numbers('n', [1, 2, 4, 8]));
    expect(toRows(await ask(table, { value: 'sum(n)', by: 'lugar' }))).to.deep.equal([
      ['a', '5'],
      ['', '10'],
    ]);
  });

  it('of many keys are found as those of few', async () => {
    const cells = Array.from({ length: 3000 }, (_, row) => String(row));
    const ones = numbers(
      'n',
      cells.map(() => 1),
    );
    const table = tableOf(
      texts('a', cells),
      texts('b', [...cells].reverse()),
      texts(
        'c',
        cells.map((cell) => cell.slice(-1)),
      ),
      ones,
    );
    expect((await ask(table, { value: 'sum(n)', by: 'a, b, c' })).length).to.equal(3000);
    expect((await ask(table, { value: 'sum(n)', by: 'c, a' })).length).to.equal(3000);
    expect((await ask(table, { value: 'sum(n)', by: 'c' })).length).to.equal(10);
  });

  it('tell an average with one decimal more than the source wrote, and a count with none', async () => {
    const table = tableOf(numbers('n', [1.25, 2], { decimals: 2, unit: '%', label: 'Tasa' }));
    const answer = await ask(table, { value: 'avg(n), sum(n), count(n)' });
    expect(
      answer.columns.map(
        (column) => column.kind === 'number' && [column.decimals, column.unit, column.label],
      ),
    ).to.deep.equal([
      [3, '%', 'Tasa'],
      [2, '%', 'Tasa'],
      [0, undefined, 'Tasa'],
    ]);
  });

  it('refuse a bare column beside an aggregate, and say how to write it', async () => {
    const table = tableOf(numbers('a', [1]), numbers('b', [1]));
    for (const asked of [{ value: 'sum(a), b' }, { value: 'b', per: '100 of sum(a)' }]) {
      const { code, details } = await thrownBy(() => ask(table, asked));
      expect(code).to.equal('bad-expression');
      expect(details).to.deep.equal({ attribute: 'value', value: 'b', expected: ['sum(b)'] });
    }
  });
});
