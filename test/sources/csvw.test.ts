import '../support/as-module.js';
import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { cellAt } from '../../src/table/cell.js';
import { findColumn, type Table } from '../../src/table/table.js';
import { askFiles, latin, MADE } from '../support/made-files.js';
import { failureOf } from '../support/failure.js';
import { codes, names, texts } from '../support/read-text.js';
import { describeWith, REAL } from '../support/real-files.js';

const COLUMNS = [
  { name: 'ubigeo', titles: 'Ubigeo', datatype: 'string' },
  { name: 'fecha', titles: { es: 'Fecha', en: 'Date' }, datatype: { base: 'date', format: 'dd/MM/yyyy' } },
  { name: 'casos', titles: ['Casos', 'Denuncias'], datatype: { base: 'integer', format: { groupChar: '.', decimalChar: ',' } }, null: ['-', 'S/D'] },
  { name: 'tasa', titles: 'Tasa', datatype: { base: 'decimal', decimalChar: ',', groupChar: '.' } },
  { name: 'enlace', virtual: true, valueUrl: 'x' },
]; // prettier-ignore
const TABLE = {
  '@context': ['http://www.w3.org/ns/csvw', { '@language': 'es' }],
  url: 'd.csv',
  'dc:title': 'Denuncias',
  'dc:publisher': { 'schema:name': { '@value': 'MININTER' } },
  'dc:license': { '@id': 'https://opendatacommons.org/licenses/by/' },
  'dc:modified': { '@value': '2025-11-03', '@type': 'xsd:date' },
  notes: [{ type: 'nota', body: 'Cifras preliminares.' }],
  dialect: { delimiter: ';', skipRows: 1, commentPrefix: '#', encoding: 'windows-1252' },
  tableSchema: { columns: COLUMNS },
};
const CSV = latin(
  'Título\n#nada\nUbigeo;Fecha;Denuncias;Tasa\n010101;05/12/2024;1.234;2,5\n010102;13/12/2024;-;1.000,5\n',
);

function cells(table: Table, name: string): unknown[] {
  const column = findColumn(table, name);
  if (!column) throw new Error(`no column ${name} among ${names(table).join()}`);
  return Array.from({ length: table.length }, (_, row) => cellAt(column, row).value);
}

describe('CSV on the Web', () => {
  function check(table: Table): void {
    expect(names(table)).to.deep.equal(['ubigeo', 'fecha', 'casos', 'tasa']);
    expect(texts(table, 'ubigeo')).to.deep.equal(['010101', '010102']);
    expect(texts(table, 'fecha')).to.deep.equal(['2024-12-05', '2024-12-13']);
    expect(cells(table, 'casos')).to.deep.equal([1234, undefined]);
    expect(cells(table, 'tasa')).to.deep.equal([2.5, 1000.5]);
    expect(findColumn(table, 'casos')?.label).to.equal('Casos');
  }

  it('is read from its document', async () => {
    const dialect = { ...TABLE.dialect, skipRows: 2, commentPrefix: undefined };
    const files = { 'x-metadata.json': JSON.stringify({ ...TABLE, dialect }), 'd.csv': CSV };
    const { table, provenance } = await askFiles(files, 'x-metadata.json');
    check(table);
    expect(provenance.url).to.equal(`${MADE}d.csv`);
    expect(provenance.metadata).to.deep.equal({
      title: 'Denuncias',
      publisher: 'MININTER',
      description: 'Cifras preliminares.',
      license: 'https://opendatacommons.org/licenses/by/',
      updated: '2025-11-03',
    });
  });

  it('is read from its file, whose document stands beside it', async () => {
    const asked: string[] = [];
    const dialect = { ...TABLE.dialect, skipRows: 2 };
    const files = { 'd.csv-metadata.json': JSON.stringify({ ...TABLE, dialect }), 'd.csv': CSV };
    const { table, provenance } = await askFiles(files, 'd.csv', { protocol: 'csvw' }, asked);
    check(table);
    expect(codes(table)).to.deep.equal([]);
    expect(provenance.metadata.publisher).to.equal('MININTER');
    expect(asked).to.deep.equal([`${MADE}d.csv-metadata.json`, `${MADE}d.csv`]);
  });

  it('is a file of CSV like any other where it has no document, or one that cannot be read', async () => {
    for (const document of [{}, { 'd.csv-metadata.json': '<html>' }, { 'd.csv-metadata.json': '[1]' }]) {
      const { table } = await askFiles({ ...document, 'd.csv': 'a,b\n1,2\n' }, 'd.csv', { protocol: 'csvw' });
      expect(texts(table, 'b')).to.deep.equal(['2']);
    }
  });

  it('is recognised by its document, whatever its address', async () => {
    const document = JSON.stringify({ '@context': 'http://www.w3.org/ns/csvw', url: 'a/d.csv' });
    const { table } = await askFiles({ 'd.json': document, 'a/d.csv': 'a\n7\n' }, 'd.json');
    expect(texts(table, 'a')).to.deep.equal(['7']);
  });

  it('is one table of a group, the first that is for showing or the one that the page chooses', async () => {
    const document = {
      '@context': 'http://www.w3.org/ns/csvw',
      dialect: { delimiter: ';' },
      null: 'nd',
      tables: [
        { url: 'lista.csv', suppressOutput: true },
        { url: 'a/d.csv', tableSchema: 'esquema.json' },
        { url: 'e.csv', tableSchema: { columns: [{ name: 'e', datatype: 'number' }] } },
      ],
    };
    const files = {
      'csv-metadata.json': JSON.stringify(document),
      'esquema.json': JSON.stringify({
        columns: [
          { titles: 'Año', name: 'anio', datatype: 'gYear' },
          { name: 'n', datatype: 'integer' },
        ],
      }),
      'a/d.csv': 'Año;n\n2024;5\n',
      'e.csv': 'e\n5\nnd\n',
    };
    const first = await askFiles(files, 'csv-metadata.json');
    expect(first.table.columns.map(({ name, kind }) => [name, kind])).to.deep.equal([
      ['anio', 'period'],
      ['n', 'number'],
    ]);
    const second = await askFiles(files, 'csv-metadata.json', { source: { resource: 'e.csv' } });
    expect(cells(second.table, 'e')).to.deep.equal([5, undefined]);
    const wrong = askFiles(files, 'csv-metadata.json', { source: { resource: 'z.csv' } });
    expect((await failureOf(wrong, 'no-resource')).details.expected).to.deep.equal([
      'lista.csv',
      'a/d.csv',
      'e.csv',
    ]);
  });

  it('has no header, or one of several rows', async () => {
    const none = {
      '@context': 'http://www.w3.org/ns/csvw',
      url: 'd.csv',
      dialect: { header: false },
      tableSchema: { columns: [{ name: 'a' }, { titles: 'Be' }] },
    };
    const files = { 'd-metadata.json': JSON.stringify(none), 'd.csv': '1,2\n' };
    expect(names((await askFiles(files, 'd-metadata.json')).table)).to.deep.equal(['a', 'Be']);
    const two = { '@context': 'http://www.w3.org/ns/csvw', url: 'd.csv', dialect: { headerRowCount: 2 } };
    const other = { 'd-metadata.json': JSON.stringify(two), 'd.csv': 'x,y\na,b\n1,2\n' };
    expect(names((await askFiles(other, 'd-metadata.json')).table)).to.deep.equal(['x a', 'y b']);
  });

  it('[REL-02] is told where its document says no table', async () => {
    const read = (text: string): Promise<unknown> => askFiles({ 'x-metadata.json': text }, 'x-metadata.json');
    await failureOf(read('{"@context":"http://www.w3.org/ns/csvw"}'), 'not-data');
    await failureOf(read('{"tables":[{"url":"http://["}]}'), 'bad-address');
    await failureOf(read('{"url":"ftp://x/y.csv"}'), 'bad-address');
    await failureOf(read('{"url":'), 'malformed');
  });
});

describeWith(`${REAL}csvw`, "the W3C's own examples of CSV on the Web", () => {
  const real = (name: string): string => readFileSync(`${REAL}csvw/${name}`, 'utf8');

  it('have events with their titles, dates and no virtual columns', async () => {
    const files = {
      'csv-metadata.json': real('test032-metadata.json'),
      'events-listing.csv': real('test032-events-listing.csv'),
    };
    const { table } = await askFiles(files, 'csv-metadata.json');
    expect(names(table)).to.deep.equal([
      'name',
      'start_date',
      'location_name',
      'location_address',
      'ticket_url',
    ]);
    expect(texts(table, 'start_date')).to.deep.equal(['2014-04-12', '2014-04-13']);
    expect(texts(table, 'location_address')[1]).to.equal('Lynn, MA, 01901');
  });

  it('have a group of which the page chooses a table', async () => {
    const slice = 'countryRef,year,population\nAF,1960,9616353\n';
    const files = { 'countries.json': real('countries.json'), 'country_slice.csv': slice };
    const { table } = await askFiles(files, 'countries.json', { source: { resource: 'country_slice.csv' } });
    expect(table.columns.map(({ kind }) => kind)).to.deep.equal(['text', 'period', 'number']);
  });

  it('have schemas in files of their own', async () => {
    const files = {
      'csv-metadata.json': real('test034-metadata.json'),
      'junior-roles.csv': real('test034-junior-roles.csv'),
      'gov.uk/schema/junior-roles.json': JSON.stringify({
        columns: [{ name: 'grade', titles: 'Grade', datatype: 'string' }],
      }),
    };
    const { table } = await askFiles(files, 'csv-metadata.json', {
      source: { resource: 'junior-roles.csv' },
    });
    expect(texts(table, 'grade')).to.deep.equal(['4', '5']);
    expect(cells(table, 'Number of Posts (FTE)')).to.deep.equal([8.67, 0.5]);
  });
});
