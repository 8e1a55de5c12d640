import { expect } from 'chai';
import { filter } from '../../src/query/filter.js';
import { parseWhere } from '../../src/query/parse-where.js';
import type { Table } from '../../src/table/table.js';
import { toRows } from '../../src/table/rows.js';
import { numbers, periods, tableOf, texts } from '../support/make-table.js';
import { thrownBy } from '../support/thrown.js';

const table = tableOf(
  texts('id', ['1', '2', '3', '4', '5']),
  texts('lugar', ['LIMA', 'Lima', null, 'ÁNCASH', '__proto__']),
  texts('ubigeo', ['010101', '150101', '130101', null, '020101']),
  numbers('casos', [0, 5, 'suppressed', 'missing', [-3, 'provisional']]),
  periods('mes', ['2023-12', '2024-01', '2024-09', null, '2025-01']),
);

const found = (where: string, from: Table = table): string =>
  toRows(filter(from, parseWhere(where)))
    .map(([id]) => id)
    .join('');

const CASES: [string, string][] = [
  ["lugar = 'LIMA'", '1'],
  ["lugar <> 'LIMA'", '245'],
  ["lugar in ('LIMA', 'Lima')", '12'],
  ["lugar not in ('LIMA', 'Lima')", '45'],
  ["lugar = '__proto__'", '5'],
  ["LUGAR = 'LIMA'", '1'],
  ['lugar is null', '3'],
  ['lugar is not null', '1245'],
  ["not lugar = 'LIMA'", '245'],
  ['casos = 0', '1'],
  ['casos >= 0', '12'],
  ['casos < 0', '5'],
  ["casos > '-1.5'", '12'],
  ['casos is null', '34'],
  ['casos between -3 and 0', '15'],
  ['casos not between -3 and 0', '2'],
  ['casos = 0 or lugar is null', '13'],
  ['casos <> 0 or casos = 0', '125'],
  ['mes = 2024', '23'],
  ['mes <> 2024', '15'],
  ['mes >= 2024', '235'],
  ['mes > 2024', '5'],
  ['mes < 2024', '1'],
  ['mes <= 2024', '123'],
  ["mes = '2024-09'", '3'],
  ["mes between '2024-01' and '2024-12'", '23'],
  ['mes in (2023, 2025)', '15'],
  ["ubigeo = '010101'", '1'],
  ["ubigeo = '10101'", ''],
  ['ubigeo = 10101', '1'],
  ['ubigeo <> 10101', '235'],
  ['ubigeo in (10101, 020101)', '15'],
  ["ubigeo >= '13'", '23'],
  ['ubigeo < 130000', '15'],
];

describe('filter', () => {
  for (const [where, ids] of CASES) {
    it(`«${where}» keeps rows ${ids === '' ? 'none' : ids}`, () => {
      expect(found(where)).to.equal(ids);
    });
  }

  it('gives the very table where every row stays', () => {
    expect(filter(table, parseWhere('id is not null'))).to.equal(table);
  });

  it('keeps statuses, notices and columns', () => {
    const kept = filter(table, parseWhere('casos = -3'));
    const casos = kept.columns[3];
    expect(casos?.kind === 'number' && [...casos.statuses]).to.deep.equal([8]);
    expect(kept.columns.map(({ name }) => name)).to.deep.equal(table.columns.map(({ name }) => name));
  });

  it('names a column that is not there', async () => {
    const { code, details } = await thrownBy(() => filter(table, parseWhere("distrito = 'Lince'")));
    expect(code).to.equal('missing-column');
    expect(details).to.deep.include({ attribute: 'where', value: 'distrito' });
  });

  it('refuses a word for a column of numbers, and no period for one of periods', async () => {
    for (const where of ["casos = 'muchos'", "casos > ''", "mes = 'enero'", 'mes = 20240']) {
      const { code, details } = await thrownBy(() => filter(table, parseWhere(where)));
      expect([code, details.attribute], where).to.deep.equal(['bad-expression', 'where']);
      expect(details.expected, where).to.include('2024');
    }
  });
});
