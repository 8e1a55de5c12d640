import { expect } from 'chai';
import fc from 'fast-check';
import { fromRows, toRows } from '../../src/table/rows.js';
import type { Table } from '../../src/table/table.js';
import { sortedRows } from '../../src/query/sort.js';
import { ask } from '../support/answer.js';
import { numbers, periods, tableOf, texts } from '../support/make-table.js';
import { thrownBy } from '../support/thrown.js';

const ids = async (table: Table, sort: string, limit = ''): Promise<string> =>
  toRows(await ask(table, { sort, limit }))
    .map(([id]) => id)
    .join('');

const table = tableOf(
  texts('id', ['a', 'b', 'c', 'd', 'e']),
  numbers('casos', [3, -1, 'missing', 3, 0]),
  texts('lugar', ['Ñaña', 'Nazca', 'Ósmore', null, 'olmos']),
  texts('tramo', ['10 a 20', '2 a 9', '100', '1', '21']),
  periods('mes', ['2024-10', '2024-09', null, '2023-12', '2024']),
);

describe('sort', () => {
  for (const [sort, order] of [
    ['casos', 'beadc'],
    ['casos desc', 'adebc'],
    ['casos desc, id desc', 'daebc'],
    ['lugar', 'baecd'],
    ['lugar desc', 'ceabd'],
    ['tramo', 'dbaec'],
    ['mes', 'debac'],
    ['mes desc', 'abedc'],
  ] as const) {
    it(`by «${sort}» gives ${order}: as Spanish and numbers go, empty cells last either way`, async () => {
      expect(await ids(table, sort)).to.equal(order);
    });
  }

  it('takes a measure by its name or as it was written', async () => {
    const cases = await fromRows(
      ['lugar', 'n'],
      [
        ['a', 1],
        ['b', 5],
        ['a', 2],
      ],
    );
    for (const sort of ['sum(n) desc', 'sum( n ) desc', 'max(n) desc, lugar']) {
      expect(toRows(await ask(cases, { value: 'sum(n), max(n)', by: 'lugar', sort }))).to.deep.equal([
        ['b', '5', '5'],
        ['a', '3', '2'],
      ]);
    }
    for (const sort of ['n desc', 'sum(n) desc']) {
      const answer = await ask(cases, { value: 'sum(n)', by: 'lugar', sort });
      expect(toRows(answer)).to.deep.equal([
        ['b', '5'],
        ['a', '3'],
      ]);
    }
  });

  it('names a column that the answer does not have', async () => {
    const { code, details } = await thrownBy(() => ask(table, { sort: 'cassos' }));
    expect(code).to.equal('missing-column');
    expect(details).to.deep.include({ attribute: 'sort', value: 'cassos' });
  });

  it('orders all rows, each once, and keeps equal ones in their order', () => {
    const cell = fc.option(fc.integer({ min: 0, max: 4 }));
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 30 }), fc.boolean(), (cells, descending) => {
        const column = numbers(
          'n',
          cells.map((each) => each ?? 'missing'),
        );
        const found = [...sortedRows(tableOf(column), [[column, descending]])];
        const sign = descending ? -1 : 1;
        const wanted = cells
          .map((value, row) => ({ value, row }))
          .sort((a, b) => {
            if (a.value === null || b.value === null)
              return Number(a.value === null) - Number(b.value === null);
            return (a.value - b.value) * sign;
          });
        expect(found).to.deep.equal(wanted.map(({ row }) => row));
      }),
    );
  });
});

describe('limit', () => {
  it('keeps the first rows of the order asked for', async () => {
    expect(await ids(table, 'casos desc', '2')).to.equal('ad');
    expect(await ids(table, '', '2')).to.equal('ab');
    expect(await ids(table, '', '99')).to.equal('abcde');
  });
});
