import '../support/as-module.js';
import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { source } from '../../src/sources/opendatasoft.js';
import { readDatasetRecord } from '../../src/sources/opendatasoft-about.js';
import type { About, Part } from '../../src/sources/source.js';
import { TableBuilder } from '../../src/table/builder.js';
import { toRows } from '../../src/table/rows.js';
import { findColumn, type Table } from '../../src/table/table.js';
import { opendatasoftServer } from '../servers/opendatasoft.js';
import { DATASET, described } from '../servers/opendatasoft-record.js';
import { askPortal } from '../support/ask-portal.js';
import { failureOf, reasonOf } from '../support/failure.js';
import { codes, names, readText, texts } from '../support/read-text.js';
import { describeWith, REAL } from '../support/real-files.js';

const EXPORT = `${DATASET}/exports/json`;
const V1 = 'https://datos.example/api/records/1.0/search/?dataset=delitos&rows=10000';

/** A reply as a table, with what the portal said before. */
async function read(reply: unknown, url = EXPORT, about?: About): Promise<{ table: Table; part: Part }> {
  const builder = new TableBuilder();
  const text = typeof reply === 'string' ? reply : JSON.stringify(reply);
  const part = await source.parse({ url, text }, builder, {}, about);
  const columns = about?.columns ?? [];
  return {
    part,
    table: await builder.finish({ decimal: part.decimal, columns, notices: part.notices ?? [] }),
  };
}

describe('the records of Opendatasoft', () => {
  it('keep their types, their lists as the source had them, and the parts of a point', async () => {
    const records = [
      {
        fecha: '2024-01-05',
        momento: '2024-01-05T23:00:00-05:00',
        lugar: 'Lima',
        cod_depto: '05',
        cantidad: 3,
      },
      { lugar: null, etiquetas: ['a', 'b'], punto: { lon: -77, lat: -12 }, cantidad: null, otra: ['c', 'd'] },
    ];
    const { table, part } = await read(records, EXPORT, await described());
    expect(texts(table, 'etiquetas')).to.deep.equal(['', 'a;b']);
    expect(texts(table, 'otra')).to.deep.equal(['', 'c,d']);
    expect(texts(table, 'cod_depto')).to.deep.equal(['05', '']);
    expect(texts(table, 'momento')).to.deep.equal(['2024-01-05', '']);
    expect(names(table)).to.include.members(['punto.lon', 'punto.lat']);
    expect(findColumn(table, 'cantidad')).to.include({ kind: 'number', unit: 'víctimas' });
    expect(part.total).to.equal(undefined);
  });

  it('keep names that objects have [SEC-10], and leave out the areas of a map with a word', async () => {
    const shape = '{"type":"Feature","geometry":{"type":"Polygon","coordinates":[]},"properties":{}}';
    const { table } = await read(`[{"__proto__":1,"toString":"x","geo_shape":${shape}}]`);
    expect(names(table)).to.deep.equal(['__proto__', 'toString']);
    expect(codes(table)).to.deep.equal(['shapes-left-out']);
  });

  it('are told to be a part where a page of them was asked for', async () => {
    const results = [{ a: 1 }, { a: 2 }];
    expect((await read({ total_count: 137, results }, `${DATASET}/records?limit=2`)).part.total).to.equal(
      137,
    );
    expect(
      (await read({ total_count: 137, results }, `${DATASET}/records?limit=2&offset=135`)).part.total,
    ).to.equal(2);
    expect((await read({ results }, `${DATASET}/records?limit=2&group_by=a`)).part.isPart).to.equal(true);
    expect((await read({ results }, `${DATASET}/records?limit=3&group_by=a`)).part.isPart).to.equal(
      undefined,
    );
  });

  it('are read in the forms of versions 1 and 2.0', async () => {
    const first = {
      nhits: 25_000,
      parameters: {},
      records: [{ recordid: 'x', fields: { lugar: 'Lima', n: 3 } }],
    };
    const { table, part } = await read(first, V1);
    expect([names(table), toRows(table), part.total]).to.deep.equal([
      ['lugar', 'n'],
      [['Lima', '3']],
      25_000,
    ]);
    const second = {
      total_count: 1,
      links: [],
      records: [{ links: [], record: { id: 'x', fields: { n: 4 } } }],
    };
    expect(toRows((await read(second)).table)).to.deep.equal([['4']]);
    const own = await read([{ fields: ['a', 'b'] }, { fields: 'c' }]);
    expect(texts(own.table, 'fields'), 'a field of that name').to.deep.equal(['a,b', 'c']);
  });

  it('are read from CSV with semicolons, a byte order mark and decimal points', async () => {
    const { table } = await read('lugar;tasa;n\r\nLima;1.234;"1"\r\nIca;0.5;2\r\n', `${DATASET}/exports/csv`);
    expect(toRows(table)).to.deep.equal([
      ['Lima', '1.234', '1'],
      ['Ica', '0.5', '2'],
    ]);
    expect(findColumn(table, 'tasa')).to.include({ kind: 'number', decimals: 3 });
    await failureOf(read('lugar;tasa', EXPORT), 'malformed');
  });

  it('[REL-02] may be an error, in either of its two forms', async () => {
    const words = async (reply: unknown) =>
      (await failureOf(read(reply), 'server-error')).details.serverMessage;
    expect(await words({ message: 'ODSQL query is malformed', error_code: 'ODSQLError' })).to.equal(
      'ODSQL query is malformed',
    );
    expect(await words({ errorcode: 10002, error: 'Too many requests' })).to.equal('Too many requests');
    await failureOf(read('"x"'), 'malformed');
    await failureOf(read([1]), 'malformed');
  });

  it('in groups count as many as the data set has, without the noise of sums; else all are asked for', async () => {
    const about = await described();
    const url = `${EXPORT}?select=count(*) as obs_rows, sum(cantidad) as obs_sum_1&group_by=lugar`;
    const groups = [
      { lugar: 'Lima', obs_rows: 2, obs_sum_1: 0.1 + 0.2 },
      { lugar: null, obs_rows: 1, obs_sum_1: null },
    ];
    const { table } = await read(groups, url, about);
    expect(texts(table, 'obs_sum_1')).to.deep.equal(['0.3', '']);
    await failureOf(read(groups.slice(1), url, about), 'server-error');
    await failureOf(read([{ lugar: 'Lima' }], url, about), 'server-error');
  });
});

const TYPES = { fecha: 'datetime', lugar: 'text', cantidad: 'int' } as const;
const rows = Array.from({ length: 25 }, (_, i) => ({
  fecha: `2024-0${1 + (i % 9)}-01T03:00:00+00:00`,
  lugar: ['Lima', 'Ica', null][i % 3] ?? null,
  cantidad: i,
}));
const portal = opendatasoftServer({ types: TYPES, rows });
const page = (id: string): string => `https://datos.example/explore/dataset/${id}/`;

describe('a portal of Opendatasoft', () => {
  it('gives more than its 10 records, or groups, in one request beside the description [REL-05]', async () => {
    const { table, provenance, requests } = await askPortal(portal, page('q1'));
    expect([table.length, requests.length]).to.deep.equal([25, 2]);
    expect(provenance.metadata).to.include({ title: 'Denuncias', href: page('q1') });
    const grouped = await askPortal(portal, page('q2'), { value: 'sum(cantidad)', by: 'lugar' });
    expect(grouped.requests.at(-1)?.searchParams.get('group_by')).to.equal('lugar');
    expect(toRows(grouped.table)).to.have.deep.members([
      ['Lima', '108'],
      ['Ica', '92'],
      ['', '100'],
    ]);
  });

  it('whose groups leave out what is null is asked for its records', async () => {
    const dropping = opendatasoftServer({ types: TYPES, rows, dropsNulls: true });
    const { table, requests } = await askPortal(dropping, page('q3'), {
      value: 'sum(cantidad)',
      by: 'lugar',
    });
    // The description, the first records, the groups, the records.
    expect(requests).to.have.length(4);
    expect(
      texts(table, 'cantidad')
        .map(Number)
        .reduce((a, b) => a + b),
    ).to.equal(300);
  });

  it('[REL-02] that has counted too many requests, or has no such data set, says so', async () => {
    const body = '{"errorcode":10002,"error":"Too many requests on the domain.","call_limit":10000}';
    const reason = await reasonOf(askPortal(() => ({ status: 403, body }), page('q4')));
    expect(reason).to.include({ code: 'http' });
    expect(reason).to.have.nested.property('details.serverMessage').that.includes('Too many requests');
  });
});

describeWith(`${REAL}ods`, 'replies recorded from Opendatasoft', () => {
  const file = (name: string): string => readFileSync(`${REAL}ods/${name}`, 'utf8');

  it('hold two of 137 611 places', async () => {
    const { table, part } = await readText(
      source,
      file('example-records-v2.1.json'),
      `${DATASET}/records?limit=2`,
    );
    expect([table.length, part.total]).to.deep.equal([2, 137_611]);
    expect(texts(table, 'alternate_names')).to.deep.equal([
      'Saint-Leu',
      'Saint-Leger,Saint-Leger-les-Domart,Saint-Léger,Saint-Léger-lès-Domart',
    ]);
    expect(
      texts(table, 'population')
        .map(Number)
        .reduce((a, b) => a + b),
    ).to.equal(29_278 + 1781);
  });

  it('describe them in 20 fields, and whose they are', async () => {
    const text = file('example-dataset-v2.1.json');
    const { metadata, columns = [], facts } = await readDatasetRecord({ url: DATASET, text });
    expect(columns).to.have.length((JSON.parse(text) as { fields: unknown[] }).fields.length);
    expect(metadata).to.include({
      title: 'Geonames - All Cities with a population > 1000',
      publisher: 'GeoNames',
      license: 'CC BY 4.0',
      updated: '2021-06-23',
    });
    expect(metadata?.description).to.match(/^All cities with a population > 1000 or seats/);
    expect(facts?.['records']).to.equal(137_611);
    const kinds = Object.fromEntries(columns.map(({ name, kind }) => [name, kind]));
    expect(kinds).to.include({ population: 'number', modification_date: 'period', admin3_code: 'text' });
  });

  it('[REL-02] hold errors of both forms', async () => {
    for (const name of ['error-odsql.json', 'error-quota-429.json']) {
      const { details } = await failureOf(readText(source, file(name), EXPORT), 'server-error');
      expect(details.serverMessage).to.match(/ODSQL query is malformed|Too many requests/);
    }
  });
});
