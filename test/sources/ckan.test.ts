import '../support/as-module.js';
import { expect } from 'chai';
import { EMPTY_QUERY, type Query } from '../../src/query/query.js';
import { parseWhere } from '../../src/query/parse-where.js';
import { source } from '../../src/sources/ckan.js';
import { toRows } from '../../src/table/rows.js';
import { planned, PORTAL, SEARCH, sumByPlace } from '../support/ckan-planned.js';
import { failureOf } from '../support/failure.js';
import { names, readText, texts } from '../support/read-text.js';

describe('the request to CKAN', () => {
  it('asks for a dataset by the address that a reader copies', () => {
    expect(planned('/dataset/denuncias-2024')).to.deep.equal({
      path: `${PORTAL}/api/3/action/package_show`,
      asked: { id: 'denuncias-2024' },
      pushedDown: false,
    });
    expect(planned('/portal/es/dataset/años/').path).to.equal(
      `${PORTAL}/portal/es/api/3/action/package_show`,
    );
    expect(planned('/dataset/años').asked).to.deep.equal({ id: 'años' });
    expect(planned('/dataset/denuncias-2024', sumByPlace, 'Por mes').asked).to.deep.equal({
      id: 'denuncias-2024',
    });
  });

  it('asks for a dataset also where its name is not written in UTF-8', () => {
    expect(planned('/dataset/a%F1os').asked).to.deep.equal({ id: 'a%F1os' });
  });

  it('asks for rows by the address of a resource, or by the portal and the resource', () => {
    const asked = { resource_id: '4f2c', limit: '32000', records_format: 'lists' };
    expect(planned('/dataset/d/resource/4f2c')).to.deep.equal({ path: SEARCH, asked, pushedDown: false });
    expect(planned('/', EMPTY_QUERY, '4f2c').asked).to.deep.equal(asked);
    expect(planned('/ckan/', EMPTY_QUERY, '4f2c').path).to.equal(
      `${PORTAL}/ckan/api/3/action/datastore_search`,
    );
  });

  it('leaves an action that the page wrote as it is, but for the form of the rows', () => {
    const own = planned(`${SEARCH}?resource_id=1&limit=10&fields=a&filters={"b":1}&sort=a`, sumByPlace);
    expect(own.asked).to.include({ limit: '10', fields: 'a', filters: '{"b":1}', sort: 'a' });
    const sql = `${PORTAL}/api/3/action/datastore_search_sql?sql=SELECT+1`;
    expect(planned(sql, sumByPlace)).to.deep.equal({
      path: `${PORTAL}/api/3/action/datastore_search_sql`,
      asked: { sql: 'SELECT 1' },
      pushedDown: false,
    });
  });

  it('asks for the columns of the question and the exact part of its filter', () => {
    const bare: Query = { ...sumByPlace, measures: [{ aggregate: null, column: 'cantidad' }] };
    const { asked, pushedDown } = planned(`${SEARCH}?resource_id=1`, bare);
    expect(pushedDown).to.equal(true);
    expect(asked['fields']?.split(',')).to.have.members(['_id', 'anio', 'lugar', 'cantidad', 'modalidad']);
    expect(JSON.parse(asked['filters'] ?? '')).to.deep.equal({
      modalidad: ['Robo', 'Hurto'],
      lugar: ['LIMA'],
    });
  });

  it('asks for everything where it was told to', () => {
    const { asked, pushedDown } = planned(`${SEARCH}?resource_id=1`, sumByPlace, undefined, false);
    expect(pushedDown).to.equal(false);
    expect(asked).to.deep.equal({ resource_id: '1', limit: '32000', records_format: 'lists' });
  });

  it('asks for all columns where the rows themselves are asked for', () => {
    const rows: Query = { ...EMPTY_QUERY, where: parseWhere("lugar = 'LIMA'") };
    expect(planned(`${SEARCH}?resource_id=1`, rows).asked).to.not.have.property('fields');
  });

  it('[SEC-10] asks for columns of any name', () => {
    const query: Query = { ...EMPTY_QUERY, where: parseWhere(`"__proto__" = 'x' and "toString" = 'y'`) };
    const { asked } = planned(`${SEARCH}?resource_id=1`, query);
    expect(asked['filters']).to.equal('{"__proto__":["x"],"toString":["y"]}');
  });
});

const reply = (result: unknown): string => JSON.stringify({ help: '', success: true, result });

describe('the reply of CKAN', () => {
  const FIELDS = [{ id: '_id', type: 'int' }, { id: 'lugar' }, { id: 'casos' }];
  const read = (result: unknown, parameters = 'limit=32000') =>
    readText(source, typeof result === 'string' ? result : reply(result), `${SEARCH}?${parameters}`);

  it('holds rows as lists or as objects, without the portal’s own columns', async () => {
    for (const records of [
      [
        [1, 'Lima', 5],
        [2, 'Ica', null],
      ],
      [
        { _id: 1, lugar: 'Lima', casos: 5 },
        { _id: 2, casos: null, lugar: 'Ica', rank: 0.1 },
      ],
    ]) {
      const { table, part } = await read({ fields: FIELDS, records, total: 2 });
      expect(names(table)).to.deep.equal(['lugar', 'casos']);
      expect(toRows(table)).to.deep.equal([
        ['Lima', '5'],
        ['Ica', ''],
      ]);
      expect(part).to.deep.equal({ more: [], total: 2 });
    }
  });

  it('holds rows at the root, as MEF’s portal sends them', async () => {
    const { table } = await read(JSON.stringify({ records: [{ a: 1 }], total: 1 }));
    expect(toRows(table)).to.deep.equal([['1']]);
  });

  it('keeps its columns where it has no rows', async () => {
    const { table, part } = await read({ fields: FIELDS, records: [], total: 0 });
    expect(names(table)).to.deep.equal(['lugar', 'casos']);
    expect(part).to.include({ total: 0 });
  });

  const rows = (count: number): unknown[] => Array.from({ length: count }, (_, index) => [index, 'x', 1]);
  const offsets = (urls: readonly string[] = []): string[] =>
    urls.map((url) => new URL(url).searchParams.get('offset') ?? '');

  it('tells the further pages, as long as the pages are, up to the total', async () => {
    const { part } = await read({ fields: FIELDS, records: rows(1000), total: 3500 });
    expect(offsets(part.more)).to.deep.equal(['1000', '2000', '3000']);
    expect(part.total).to.equal(3500);
    expect((await read({ fields: FIELDS, records: rows(10), total: '10' })).part.more).to.deep.equal([]);
  });

  it('tells no page of an empty reply, whatever the total and the link to the next page', async () => {
    const { part } = await read({ fields: FIELDS, records: [], total: 50, _links: { next: '?offset=100' } });
    expect(part.more).to.deep.equal([]);
  });

  it('asks for no more than a hundred pages', async () => {
    const { part } = await read({ fields: FIELDS, records: rows(10), total: 1_000_000 });
    expect(part.more).to.have.length(99);
    expect(part.total).to.equal(1_000_000);
  });

  it('respects the limit that the page set', async () => {
    const { part } = await read({ fields: FIELDS, records: rows(10), total: 500 }, 'limit=10');
    expect(part).to.include({ total: 10 });
    expect(part.more).to.deep.equal([]);
  });

  it('goes on from the offset that the page set', async () => {
    const { part } = await read({ fields: FIELDS, records: rows(5), total: 20 }, 'limit=32000&offset=8');
    expect(offsets(part.more)).to.deep.equal(['13', '18']);
    expect(part.total).to.equal(12);
  });

  it('has the names of its dictionary, and numbers with decimals where the database says so', async () => {
    const fields = [
      { id: 'lugar', type: 'text', info: { label: 'Lugar del hecho', notes: '' } },
      { id: 'tasa', type: 'numeric' },
      { id: 'cod_x', type: 'float8' },
      { id: 'otra', type: 5, info: 'x' },
    ];
    const { part } = await read({ fields, records: [['Lima', '1.234', 1, 2]], total: 1 });
    expect(part.columns).to.deep.equal([
      { name: 'lugar', label: 'Lugar del hecho' },
      { name: 'tasa', kind: 'number' },
    ]);
  });

  it('tells that SQL was cut short', async () => {
    for (const parameters of ['sql=SELECT+1', 'limit=32000']) {
      const { part } = await read({ fields: FIELDS, records: rows(3), records_truncated: true }, parameters);
      expect(part.total, parameters).to.be.greaterThan(3);
    }
  });

  it('[REL-02] is an error where it says so, whatever its status', async () => {
    const denied = JSON.stringify({
      success: false,
      error: { message: 'Access denied', __type: 'Authorization Error' },
    });
    expect((await failureOf(read(denied), 'server-error')).details.serverMessage).to.equal('Access denied');
    const invalid = JSON.stringify({ success: false, error: { __type: 'Validation Error', fields: ['no'] } });
    expect((await failureOf(read(invalid), 'server-error')).details.serverMessage).to.include(
      '"fields":["no"]',
    );
    const missing = JSON.stringify({
      success: false,
      error: { message: 'Not found', __type: 'Not Found Error' },
    });
    await failureOf(read(missing), 'no-resource');
    await failureOf(read('{"success":false}'), 'server-error');
    await failureOf(read('{"error":"mal"}'), 'server-error');
    for (const odd of [
      '[]',
      '1',
      '{"success":"sí"}',
      '{"success":true,"result":{}}',
      '{"success":true,"result":"x"}',
    ])
      await failureOf(read(odd), 'malformed');
  });

  it('[SEC-10] takes any column for data', async () => {
    const keys = ['__proto__', 'constructor', 'toString', 'then'];
    const fields = keys.map((id) => ({ id }));
    const { table } = await read({ fields, records: [keys.map((_, index) => `v${index}`)] });
    expect(keys.map((key) => texts(table, key))).to.deep.equal([['v0'], ['v1'], ['v2'], ['v3']]);
    const objects = `{"success":true,"result":{"records":[{"__proto__":"v0","constructor":"v1"}]}}`;
    expect(names((await read(objects)).table)).to.deep.equal(['__proto__', 'constructor']);
  });
});
