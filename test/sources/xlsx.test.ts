import '../support/as-module.js';
import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import type { SourceOptions } from '../../src/sources/source.js';
import { cellAt } from '../../src/table/cell.js';
import { findColumn, type Table } from '../../src/table/table.js';
import { askFiles, gzipped } from '../support/made-files.js';
import { makeWorkbook, makeZip, workbookFiles, type MadeCell } from '../support/make-workbook.js';
import { failureOf } from '../support/failure.js';
import { codes, names, texts } from '../support/read-text.js';
import { describeWith, REAL } from '../support/real-files.js';

const ask = async (file: Uint8Array, source: SourceOptions = {}, name = 'd.xlsx'): Promise<Table> =>
  (await askFiles({ [name]: file }, name, { source })).table;
const sheet = (rows: readonly (readonly MadeCell[])[]): Uint8Array => makeWorkbook({ Hoja1: rows });

function cells(table: Table, name: string): unknown[] {
  const column = findColumn(table, name);
  if (!column) throw new Error(`no column ${name} among ${names(table).join()}`);
  return Array.from({ length: table.length }, (_, row) => cellAt(column, row).value);
}

describe('a workbook', () => {
  it('is a table of its first sheet, codes as text and numbers as numbers', async () => {
    const table = await ask(
      sheet([
        ['ubigeo', 'casos', 'tasa'],
        ['010101', 5, 1.234],
        ['010102', null, 0.30000000000000004],
        ['010103', 0, 1000],
      ]),
    );
    expect(texts(table, 'ubigeo')).to.deep.equal(['010101', '010102', '010103']);
    expect(cells(table, 'casos')).to.deep.equal([5, undefined, 0]);
    expect(cells(table, 'tasa')).to.deep.equal([1.234, 0.3, 1000]);
    expect(codes(table)).to.deep.equal([]);
  });

  it('has a sheet by its name or its number, and names its sheets where there is none', async () => {
    // Names that are numbers come first in an object.
    const book = makeWorkbook({ 3: [['c'], [3]], 'Año 2023': [['a'], [1]], 'Año 2024': [['b'], [2]] });
    const unsaid = await ask(book);
    expect(names(unsaid)).to.deep.equal(['c']);
    expect(unsaid.notices).to.deep.equal([{ code: 'other-sheets', value: 'Año 2023, Año 2024', count: 2 }]);
    expect(codes(await ask(book, { sheetName: '1' }))).to.deep.equal([]);
    expect(names(await ask(book, { sheetName: 'Año 2024' }))).to.deep.equal(['b']);
    expect(names(await ask(book, { sheetName: ' año 2024 ' }))).to.deep.equal(['b']);
    expect(names(await ask(book, { sheetName: '2' }))).to.deep.equal(['a']);
    expect(names(await ask(book, { sheetName: '3' })), 'a name before a number').to.deep.equal(['c']);
    for (const sheetName of ['Año 2025', '4', '0']) {
      const { details } = await failureOf(ask(book, { sheetName }), 'no-resource');
      const expected = ['3', 'Año 2023', 'Año 2024'];
      expect(details).to.deep.include({ attribute: 'sheet-name', value: sheetName, expected });
    }
  });

  it('has dates as dates and percentages as a reader sees them', async () => {
    const rows: MadeCell[][] = [
      ['dia', 'hora', 'parte', 'otra', 'dicha'],
      [
        { style: 1, value: '45356' },
        { style: 4, value: '45356.5' },
        { style: 2, value: '0.12' },
        { style: 3, value: '0.125' },
        { style: 5, value: '12' },
      ],
      [
        { style: 1, value: '45357' },
        { style: 4, value: '45357.25' },
        { style: 2, value: '0.07' },
        { style: 3, value: '1.2E-2', formula: 'A1&lt;2' },
        { style: 5, value: '7' },
      ],
    ];
    const table = await ask(sheet(rows));
    expect(texts(table, 'dia')).to.deep.equal(['2024-03-05', '2024-03-06']);
    expect(texts(table, 'hora')).to.deep.equal(['2024-03-05', '2024-03-06']);
    expect(cells(table, 'parte')).to.deep.equal([12, 7]);
    expect(cells(table, 'otra')).to.deep.equal([12.5, 1.2]);
    expect(cells(table, 'dicha')).to.deep.equal([12, 7]);
    expect([findColumn(table, 'parte')?.unit, findColumn(table, 'otra')?.unit]).to.deep.equal(['%', '%']);
  });

  it('has words for what is true, and no value where a formula failed', async () => {
    const rows: MadeCell[][] = [
      ['si', 'n', 't'],
      [
        { type: 'b', value: '1' },
        { type: 'e', value: '#N/A' },
        { type: 'str', value: 'x', formula: 'A1' },
      ],
      [{ type: 'b', value: '0' }, 5, { type: 'str', value: '' }],
    ];
    const table = await ask(sheet(rows));
    expect(texts(table, 'si')).to.deep.equal(['true', 'false']);
    expect(cells(table, 'n')).to.deep.equal([undefined, 5]);
    expect(texts(table, 't')).to.deep.equal(['x', '']);
  });

  it('has a title above, rows without cells and columns that are only coloured, which are no part of the table', async () => {
    const rows: MadeCell[][] = [
      ['Denuncias 2024'],
      [],
      ['zona', 'casos', null, ''],
      ['Ate', 5],
      [],
      ['Lima', 6],
      [null, null, ' '],
    ];
    const table = await ask(sheet(rows));
    expect(names(table)).to.deep.equal(['zona', 'casos']);
    expect(texts(table, 'zona')).to.deep.equal(['Ate', 'Lima']);
    expect(codes(table)).to.deep.equal(['lines-left-out']);
  });

  it('is read as the page declares it: rows of the header, merged cells, words for no value', async () => {
    const rows: MadeCell[][] = [
      ['Título "x"', 'otra, cosa'],
      ['zona', '2023', null, '2024', null],
      [null, 'casos', 'tasa', 'casos', 'tasa'],
      ['Ate\nVitarte', 5, 'S/D', '-', 7],
    ];
    const table = await ask(sheet(rows), {
      headerRows: '2 3',
      missingValues: 'S/D; - = notApplicable',
      delimiter: ';',
    });
    expect(names(table)).to.deep.equal(['zona', '2023 casos', '2023 tasa', '2024 casos', '2024 tasa']);
    expect(texts(table, 'zona')).to.deep.equal(['Ate\nVitarte']);
    const column = findColumn(table, '2024 casos');
    expect(column && cellAt(column, 0)).to.deep.equal({ value: undefined, status: 1 });
  });

  it('has numbers that are numbers also where the page says how its texts write them', async () => {
    const table = await ask(
      sheet([
        ['a', 'b'],
        [1.234, '1.234,5'],
        [2, '7'],
      ]),
      { decimalChar: ',' },
    );
    expect(cells(table, 'a')).to.deep.equal([1.234, 2]);
    expect(cells(table, 'b')).to.deep.equal([1234.5, 7]);
  });

  it('is read whatever its address says', async () => {
    const book = sheet([['a'], [7]]);
    for (const name of ['d.csv', 'd.json', 'd.txt', 'descarga', 'd.php?id=1']) {
      expect(texts(await ask(book, {}, name), 'a'), name).to.deep.equal(['7']);
    }
    expect(texts(await ask(gzipped(book), {}, 'd.csv'), 'a')).to.deep.equal(['7']);
    const table = (await askFiles({ d: new TextEncoder().encode('a,b\n1,2\n') }, 'd', { protocol: 'xlsx' }))
      .table;
    expect(texts(table, 'b')).to.deep.equal(['2']);
  });

  it('is the file of a Data Package, whose dialect names the sheet', async () => {
    const resource = {
      name: 'x',
      path: 'd.xlsx',
      dialect: { sheetName: 'B' },
      schema: { fields: [{ name: 'n', type: 'string' }] },
    };
    const files = {
      'datapackage.json': JSON.stringify({ resources: [resource] }),
      'd.xlsx': makeWorkbook({ A: [['a'], [1]], B: [['n'], [2]] }),
    };
    const { table } = await askFiles(files, 'datapackage.json', { source: { resource: 'x' } });
    expect(table.columns.map(({ name, kind }) => [name, kind])).to.deep.equal([['n', 'text']]);
  });

  it('may be a zip of one table, and no other', async () => {
    expect(
      texts(await ask(makeZip({ 'a/d.csv': 'x;y\n1;2\n', 'leeme.pdf': 'z' }), {}, 'd.csv'), 'y'),
    ).to.deep.equal(['2']);
    await failureOf(ask(makeZip({ 'a.csv': 'x\n1', 'b.csv': 'x\n1' })), 'not-data');
    await failureOf(ask(makeZip({ 'foto.png': 'x' }), {}, 'd.csv'), 'not-data');
  });

  it('is whole also where it says less of its extent, starts elsewhere, or is only coloured further down', async () => {
    const files = workbookFiles({
      A: [
        [null, null],
        [null, 'a', 'b'],
        [null, 1, 2],
        [null, 3, 4],
      ],
    });
    const name = 'xl/worksheets/sheet1.xml';
    const xml = (files[name] ?? '')
      .replace('<sheetData>', '<dimension ref="A1"/><sheetData>')
      .replace('</sheetData>', '<row r="1048576" ht="15"/><row r="5"><c r="XFD5" s="1"/></row></sheetData>');
    const table = await ask(makeZip({ ...files, [name]: xml }));
    expect(names(table)).to.deep.equal(['a', 'b']);
    expect(cells(table, 'b')).to.deep.equal([2, 4]);
  });

  it('[SEC-10] has columns and sheets of any name', async () => {
    const table = await ask(
      makeWorkbook({
        ['__proto__']: [
          ['__proto__', 'toString'],
          [1, 'x'],
        ],
      }),
      { sheetName: '__proto__' },
    );
    expect(names(table)).to.deep.equal(['__proto__', 'toString']);
  });
});

describeWith(`${REAL}crime-xls`, 'real workbooks', () => {
  const real = (name: string): Uint8Array => new Uint8Array(readFileSync(REAL + name));

  it("have the 1 482 rows of UNODC's robberies, with the count and rate of Burundi in 2008", async () => {
    const table = await ask(real('crime-xls/unodc-robbery.xlsx'));
    expect(table.length).to.equal(1482);
    expect(['country', 'year', 'count', 'rate'].map((name) => texts(table, name)[0])).to.deep.equal([
      'Burundi',
      '2008',
      '4009',
      '0.04009',
    ]);
  });

  it('have the eight variables of the dictionary of SIDPOL, below its title', async () => {
    const table = await ask(real('crime-docs/pe-sidpol-diccionario.xlsx'), { headerRows: '4' });
    expect(texts(table, 'Variable')).to.deep.equal([
      'ANIO', 'MES', 'DPTO_HECHO_NEW', 'PROV_HECHO', 'DIST_HECHO', 'UBIGEO_HECHO', 'P_MODALIDADES', 'cantidad',
    ]); // prettier-ignore
    expect(cells(table, 'Tamaño')).to.deep.equal([4, 2, 23, 25, 36, 6, 39, 4]);
  });
});
