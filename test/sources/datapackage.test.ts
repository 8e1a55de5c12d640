import '../support/as-module.js';
import { expect } from 'chai';
import { cellAt } from '../../src/table/cell.js';
import { findColumn, type Table } from '../../src/table/table.js';
import { statusNames } from '../../src/table/status.js';
import { askFiles, gzipped, latin, MADE } from '../support/made-files.js';
import { failureOf } from '../support/failure.js';
import { codes, names, texts } from '../support/read-text.js';

const SCHEMA = {
  missingValues: [
    { value: '', label: 'sin dato' },
    { value: '-', label: 'no corresponde' },
    { value: '…', label: 'secreto estadístico' },
  ],
  fields: [
    { name: 'ubigeo', type: 'string', title: 'Código del distrito' },
    { name: 'anio', type: 'year' },
    { name: 'cantidad', type: 'integer', groupChar: '.', title: 'Denuncias', unit: 'casos' },
    { name: 'tasa', type: 'number', decimalChar: ',', missingValues: ['n.d.'] },
  ],
};
const CSV =
  'ubigeo;anio;cantidad;tasa\n010101;2023;1.234;2,5\n010102;2023;-;n.d.\n010103;2024;…;3\n010104;2024;;1.5\n';

const packageOf = (resource: object, more: object = {}): string =>
  JSON.stringify({ name: 'denuncias', ...more, resources: [{ name: 'denuncias', ...resource }] });

function cells(table: Table, name: string): unknown[] {
  const column = findColumn(table, name);
  if (!column) throw new Error(`no column ${name}`);
  return Array.from({ length: table.length }, (_, row) => {
    const { value, status } = cellAt(column, row);
    return value ?? statusNames(status).join(' ');
  });
}

describe('a Data Package', () => {
  it('says where its rows are, what its columns are and why values are missing', async () => {
    const files = {
      'p/datapackage.json': packageOf({ path: 'datos/d.csv', dialect: { delimiter: ';' }, schema: SCHEMA }),
      'p/datos/d.csv': CSV,
    };
    const { table } = await askFiles(files, 'p/datapackage.json');
    expect(names(table)).to.deep.equal(['ubigeo', 'anio', 'cantidad', 'tasa']);
    expect(table.columns.map(({ kind }) => kind)).to.deep.equal(['text', 'period', 'number', 'number']);
    expect(cells(table, 'ubigeo')[0]).to.equal('010101');
    expect(cells(table, 'cantidad')).to.deep.equal([1234, 'notApplicable', 'suppressed', 'missing']);
    expect(cells(table, 'tasa').slice(0, 3)).to.deep.equal([2.5, 'missing', 3]);
    expect(findColumn(table, 'cantidad')).to.include({ label: 'Denuncias', unit: 'casos' });
  });

  it('tells numbers that are not written as it says, and does not guess at them', async () => {
    const schema = { fields: [{ name: 'n', type: 'number', groupChar: '.', decimalChar: ',' }] };
    const files = { 'datapackage.json': packageOf({ path: 'd.csv', schema }), 'd.csv': 'n\n1.5\n"1,5"\n' };
    const { table } = await askFiles(files, 'datapackage.json');
    expect(cells(table, 'n')).to.deep.equal(['missing', 1.5]);
    expect(table.notices).to.deep.include({
      code: 'unreadable-number',
      column: 'n',
      value: '1.5',
      count: 1,
      line: 1,
    });
  });

  it('has numbers with other letters around them where it says so', async () => {
    const fields = [
      { name: 'monto', type: 'number', bareNumber: false, groupChar: ',' },
      { name: 'parte', type: 'number', bareNumber: false, decimalChar: ',' },
    ];
    const files = {
      'datapackage.json': packageOf({ path: 'd.csv', schema: { fields } }),
      'd.csv': 'monto,parte\n"S/ 1,234.50","12,5 %"\nS/ -3,7 %\n',
    };
    const { table } = await askFiles(files, 'datapackage.json');
    expect(cells(table, 'monto')).to.deep.equal([1234.5, -3]);
    expect(cells(table, 'parte')).to.deep.equal([12.5, 7]);
    expect(findColumn(table, 'parte')?.unit).to.equal('%');
  });

  it('has the types of Table Schema, of versions 1 and 2', async () => {
    const fields = [
      { name: 'mes', type: 'yearmonth' },
      { name: 'dia', type: 'date', format: '%d/%m/%Y' },
      { name: 'texto', type: 'string' },
      { name: 'si', type: 'boolean' },
      { name: 'lista', type: 'list' },
      { name: 'libre', type: 'any' },
      {
        name: 'sexo',
        type: 'integer',
        categories: [
          { value: 1, label: 'Hombre' },
          { value: 2, label: 'Mujer' },
        ],
      },
      { name: 'sin tipo' },
    ];
    const csv =
      'mes,dia,texto,si,lista,libre,sexo,sin tipo\n2024-03,05/12/2024,2024,true,"a,b",7,1,8\n2024-04,13/12/2024,2025,false,c,8,2,9\n';
    const files = { 'datapackage.json': packageOf({ path: 'd.csv', schema: { fields } }), 'd.csv': csv };
    const { table } = await askFiles(files, 'datapackage.json');
    const kinds = Object.fromEntries(table.columns.map(({ name, kind }) => [name, kind]));
    expect(kinds).to.deep.equal({
      mes: 'period', dia: 'period', texto: 'text', si: 'text', lista: 'text', libre: 'number', sexo: 'text',
      'sin tipo': 'number',
    }); // prettier-ignore
    expect(texts(table, 'dia')).to.deep.equal(['2024-12-05', '2024-12-13']);
    expect(findColumn(table, 'sexo')).to.deep.include({ wordLabels: ['Hombre', 'Mujer'] });
  });

  it('says how the file is written: rows of the header, comments, letters', async () => {
    const dialect = { delimiter: ';', headerRows: [3, 4], headerJoin: ' ', commentRows: [1, 2] };
    const files = {
      'datapackage.json': packageOf({ path: 'd.csv', encoding: 'windows-1252', dialect }),
      'd.csv': latin('Título\nAño 2024\nzona;casos;\n;niñas;niños\nÑaña;1;2\n'),
    };
    const { table } = await askFiles(files, 'datapackage.json');
    expect(names(table)).to.deep.equal(['zona', 'casos niñas', 'casos niños']);
    expect(codes(table)).to.deep.equal([]);
  });

  it('has the CSV Dialect of version 1', async () => {
    const dialect = {
      delimiter: '\t',
      quoteChar: "'",
      doubleQuote: false,
      escapeChar: '\\',
      header: false,
      commentChar: '#',
      nullSequence: '\\N',
      skipInitialSpace: true,
    };
    const schema = {
      fields: [
        { name: 'a', type: 'string' },
        { name: 'b', type: 'integer' },
      ],
    };
    const files = {
      'datapackage.json': packageOf({
        path: 'd.txt',
        profile: 'tabular-data-resource',
        dialect: { ...dialect, escapeChar: undefined },
        schema,
      }),
      'd.txt': "#nada\n'x\ty'\t 1\nz\t\\N\n",
    };
    const { table } = await askFiles(files, 'datapackage.json');
    expect(texts(table, 'a')).to.deep.equal(['x\ty', 'z']);
    expect(cells(table, 'b')).to.deep.equal([1, 'missing']);
  });

  it('gives way to what the page itself says', async () => {
    const files = {
      'datapackage.json': packageOf({ path: 'd.csv', dialect: { delimiter: ',' }, schema: SCHEMA }),
      'd.csv': CSV,
    };
    const source = { delimiter: ';', decimalChar: '.', groupChar: ',', missingValues: '- = suppressed' };
    const { table } = await askFiles(files, 'datapackage.json', { source });
    expect(cells(table, 'cantidad').slice(0, 2)).to.deep.equal([1.234, 'suppressed']);
    expect(cells(table, 'tasa')[3]).to.equal(1.5);
  });

  it('holds its rows itself, as objects, as lists or as text', async () => {
    const schema = {
      fields: [
        { name: 'a', type: 'string' },
        { name: 'b', type: 'integer' },
      ],
    };
    const datas = [
      [
        { a: '01', b: 5 },
        { a: '02', b: null },
      ],
      [
        ['a', 'b'],
        ['01', 5],
        ['02', null],
      ],
      'a,b\n01,5\n02,\n',
    ];
    for (const data of datas) {
      const { table } = await askFiles(
        { 'datapackage.json': packageOf({ data, schema }) },
        'datapackage.json',
      );
      expect(texts(table, 'a')).to.deep.equal(['01', '02']);
      expect(cells(table, 'b')).to.deep.equal([5, 'missing']);
    }
  });

  it('is in several files, each with the header or only the first with it', async () => {
    const asked: string[] = [];
    const files = {
      'datapackage.json': packageOf({ path: ['1.csv', '2.csv', '3.csv.gz'] }),
      '1.csv': 'a,b\n1,2\n',
      '2.csv': 'a,b\n3,4\n',
      '3.csv.gz': gzipped('5,6\n7,8\n'),
    };
    const { table } = await askFiles(files, 'datapackage.json', {}, asked);
    expect(texts(table, 'b')).to.deep.equal(['2', '4', '6', '8']);
    expect(asked).to.deep.equal(
      ['datapackage.json', '1.csv', '2.csv', '3.csv.gz'].map((name) => MADE + name),
    );
    await failureOf(askFiles({ ...files, '2.csv': '<html>' }, 'datapackage.json'), 'not-data');
  });

  it('has a schema and a dialect in files of their own', async () => {
    const files = {
      'datapackage.json': packageOf({ path: 'd.csv', schema: 's/esquema.json', dialect: 's/dialecto.json' }),
      's/esquema.json': JSON.stringify(SCHEMA),
      's/dialecto.json': '{"delimiter":";"}',
      'd.csv': CSV,
    };
    const { table } = await askFiles(files, 'datapackage.json');
    expect(cells(table, 'cantidad').slice(0, 2)).to.deep.equal([1234, 'notApplicable']);
  });

  it('[SEC-10] has columns of any name', async () => {
    const schema = {
      fields: [
        { name: '__proto__', type: 'integer', title: 'T' },
        { name: 'toString', type: 'string' },
      ],
    };
    const files = {
      'datapackage.json': packageOf({ path: 'd.csv', schema }),
      'd.csv': '__proto__,toString\n1,2\n',
    };
    const { table } = await askFiles(files, 'datapackage.json');
    expect(table.columns.map(({ name, kind, label }) => [name, kind, label])).to.deep.equal([
      ['__proto__', 'number', 'T'],
      ['toString', 'text', undefined],
    ]);
  });
});
