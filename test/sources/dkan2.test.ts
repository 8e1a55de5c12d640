import '../support/as-module.js';
import { expect } from 'chai';
import { parseWhere } from '../../src/query/parse-where.js';
import { EMPTY_QUERY, type Query } from '../../src/query/query.js';
import { source } from '../../src/sources/dkan2.js';
import { toRows } from '../../src/table/rows.js';
import { failureOf } from '../support/failure.js';
import { names, readText, texts } from '../support/read-text.js';
import { describeWith, REAL } from '../support/real-files.js';
import { readFileSync } from 'node:fs';

const PORTAL = 'https://datos.example';
const ID = '5dc1cfcf-8028-476c-a020-f58ec6dd621c';
const QUERY = `${PORTAL}/api/1/datastore/query/${ID}/0`;
const ITEM = `${PORTAL}/api/1/metastore/schemas/dataset/items/${ID}`;

function planned(address: string, query: Partial<Query> = {}, resource?: string, pushDown = true) {
  const options = resource === undefined ? {} : { resource };
  const asked = { ...EMPTY_QUERY, ...query };
  const { url, ...plan } = source.plan(new URL(address, PORTAL), asked, options, pushDown);
  const { origin, pathname, searchParams } = new URL(url);
  return { path: origin + pathname, asked: Object.fromEntries(searchParams), plan };
}

describe('the request to DKAN 2', () => {
  it('asks for a dataset by the address that a reader copies, and leaves one that is written whole', () => {
    const path = ITEM;
    expect(planned(`/dataset/${ID}`)).to.deep.equal({ path, asked: {}, plan: { pushedDown: false } });
    expect(planned(ITEM).path).to.equal(path);
    expect(planned('/datos/dataset/años').path).to.equal(
      `${PORTAL}/datos/api/1/metastore/schemas/dataset/items/a%C3%B1os`,
    );
  });

  it('asks for rows by the portal and the resource, by a dataset and a place, or by the file of the same rows', () => {
    expect(planned('/', {}, `${ID}/0`).path).to.equal(QUERY);
    expect(planned('/portal/', {}, 'd1').path).to.equal(`${PORTAL}/portal/api/1/datastore/query/d1`);
    expect(planned(`${QUERY}/download?format=csv`)).to.deep.include({ path: QUERY, asked: {} });
  });

  it('never asks for more rows at once than the portal gives', () => {
    expect(planned(`${QUERY}?limit=800`).asked).to.deep.equal({});
    expect(planned(`${QUERY}?limit=20&offset=5`).asked).to.deep.equal({ limit: '20', offset: '5' });
  });

  it('asks for columns and the exact part of the filter', () => {
    const query = {
      measures: [{ aggregate: null, column: 'cantidad' }],
      where: parseWhere("modalidad in ('Robo', 'Hurto') and lugar = 'LIMA' and anio > 2020"),
    };
    const { asked, plan } = planned(QUERY, query);
    expect(plan).to.deep.equal({ pushedDown: true });
    expect(asked).to.deep.equal({
      'properties[0]': 'cantidad',
      'properties[1]': 'modalidad',
      'properties[2]': 'lugar',
      'properties[3]': 'anio',
      'conditions[0][property]': 'modalidad',
      'conditions[0][value][0]': 'Robo',
      'conditions[0][value][1]': 'Hurto',
      'conditions[0][operator]': 'in',
      'conditions[1][property]': 'lugar',
      'conditions[1][value]': 'LIMA',
      'conditions[1][operator]': '=',
    });
    expect(planned(QUERY, query, undefined, false)).to.deep.include({ asked: {} });
    expect(planned(`${QUERY}?keys=false`, query).asked, 'as the page wrote it').to.deep.equal({
      keys: 'false',
    });
  });

  it('asks for groups of rows by years and codes, and never by words', () => {
    const sum = { aggregate: 'sum', column: 'cantidad' } as const;
    const { asked, plan } = planned(QUERY, { measures: [sum], time: ['anio'] });
    expect(plan).to.deep.include({ pushedDown: true, grouped: true });
    expect(asked).to.deep.equal({
      'properties[0]': 'anio',
      'groupings[0][property]': 'anio',
      'properties[1][expression][operator]': 'count',
      'properties[1][expression][operands][0]': 'record_number',
      'properties[1][alias]': 'obs_rows',
      'properties[2][expression][operator]': 'sum',
      'properties[2][expression][operands][0]': 'cantidad',
      'properties[2][alias]': 'obs_sum_1',
      'properties[3][expression][operator]': 'count',
      'properties[3][expression][operands][0]': 'cantidad',
      'properties[3][alias]': 'obs_count_1',
    });
    const byWord: Partial<Query> = { measures: [sum], by: ['lugar'] };
    const filtered: Partial<Query> = { measures: [sum], where: parseWhere("lugar = 'LIMA'") };
    for (const query of [byWord, filtered, { measures: [{ ...sum, column: 'a.b' }] }])
      expect(planned(QUERY, query).plan).to.not.have.property('grouped');
  });
});

describe('the reply of DKAN 2', () => {
  const read = (value: unknown, url = QUERY) =>
    readText(source, typeof value === 'string' ? value : JSON.stringify(value), url);
  const fields = {
    record_number: { type: 'serial', not_null: true },
    lugar: { type: 'text', mysql_type: 'text', description: 'Lugar del hecho' },
    cantidad: { type: 'text', mysql_type: 'text', description: 'cantidad' },
  };
  const schema = { 'a1b2-c3d4': { fields } };

  it('holds texts, which become numbers, with the names that the file had', async () => {
    const results = [
      { lugar: 'Lima', cantidad: '5' },
      { lugar: 'Ica', cantidad: '' },
    ];
    const { table, part } = await read({ results, count: 2, schema, query: {} });
    expect(toRows(table)).to.deep.equal([
      ['Lima', '5'],
      ['Ica', ''],
    ]);
    expect(table.columns[1]?.kind).to.equal('number');
    expect(part).to.deep.include({ more: [], total: 2 });
    expect(part.columns).to.deep.equal([{ name: 'lugar', label: 'Lugar del hecho' }]);
  });

  it('holds rows as lists where they were asked for so', async () => {
    const results = [['Lima', '5']];
    const { table } = await read({ results, count: 1, schema }, `${QUERY}?keys=false`);
    expect(names(table)).to.deep.equal(['lugar', 'cantidad']);
    const properties = ['cantidad', { alias: 'donde', property: 'lugar' }];
    const chosen = await read({ results: [['5', 'Lima']], count: 1, schema, query: { properties } });
    expect(names(chosen.table)).to.deep.equal(['cantidad', 'donde']);
  });

  it('holds what the page itself had the portal compute', async () => {
    const own = `${QUERY}?properties[0]=lugar&properties[1][expression][operator]=sum&properties[1][expression][operands][0]=cantidad&properties[1][alias]=total&groupings[0][property]=lugar`;
    const { table } = await read({ results: [{ lugar: 'Lima', total: '5' }], count: 1, schema }, own);
    expect(toRows(table)).to.deep.equal([['Lima', '5']]);
  });

  it('keeps its columns where it has no rows, and tells the pages that come after', async () => {
    expect(names((await read({ results: [], count: 0, schema })).table)).to.deep.equal(['lugar', 'cantidad']);
    const results = Array.from({ length: 500 }, () => ({ lugar: 'Lima' }));
    const { part } = await read({ results, count: '1200' });
    expect(part.more?.map((url) => new URL(url).search)).to.deep.equal(['?offset=500', '?offset=1000']);
    expect(part.total).to.equal(1200);
  });

  it('[REL-02] is an error where it says so, whatever its status', async () => {
    const refused = {
      message: 'JSON Schema validation failed.',
      status: 400,
      timestamp: '2026-11-26T00:00:00+00:00',
    };
    const { details } = await failureOf(read(refused), 'server-error');
    expect(details.serverMessage).to.equal('JSON Schema validation failed.');
    await failureOf(read({ message: 'No datastore.', status: 404 }), 'no-resource');
    for (const odd of ['[]', '1', '{}', '{"results":{}}', '{"message":5}', 'null'])
      await failureOf(read(odd), 'malformed');
  });

  it('[SEC-10] takes any name for data', async () => {
    const text =
      '{"results":[{"__proto__":"v0","constructor":"v1"}],"schema":{"__proto__":{"fields":{"__proto__":{"type":"text"}}}}}';
    const { table } = await read(text);
    expect(texts(table, '__proto__')).to.deep.equal(['v0']);
    expect(names(table)).to.deep.equal(['__proto__', 'constructor']);
  });
});

describeWith(`${REAL}ckan`, 'the requests that the code of DKAN 2 describes', () => {
  it('have no other parameters than those of its schema', () => {
    const { properties } = JSON.parse(readFileSync(`${REAL}ckan/dkan2-query-schema.json`, 'utf8')) as {
      properties: object;
    };
    const sum = { aggregate: 'sum', column: 'cantidad' } as const;
    for (const query of [
      { measures: [sum], time: ['anio'] },
      { measures: [{ ...sum, aggregate: null }], where: parseWhere("lugar in ('a', 'b')") },
    ]) {
      const asked = Object.keys(planned(QUERY, query).asked).map((name) => name.split('[')[0]);
      expect(Object.keys(properties)).to.include.members(asked);
    }
  });
});
