import '../support/as-module.js';
import { expect } from 'chai';
import { parseWhere } from '../../src/query/parse-where.js';
import { EMPTY_QUERY, type Query } from '../../src/query/query.js';
import { source } from '../../src/sources/dkan.js';
import { toRows } from '../../src/table/rows.js';
import { failureOf } from '../support/failure.js';
import { plannedBy } from '../support/planned.js';
import { names, readText } from '../support/read-text.js';

const PORTAL = 'https://datos.example';
const SEARCH = `${PORTAL}/api/action/datastore/search.json`;
const SHOW = `${PORTAL}/api/3/action/package_show?id=x`;

function planned(address: string, query: Partial<Query> = {}, resource?: string, pushDown = true) {
  const options = resource === undefined ? {} : { resource };
  const whole = { ...EMPTY_QUERY, ...query };
  const { origin, path, asked, pushedDown } = plannedBy(source, PORTAL, address, whole, {
    options,
    pushDown,
  });
  return { path: origin + path, asked, pushedDown };
}

describe('the request to DKAN 7', () => {
  it('asks for rows a hundred at a time, by the portal and the resource or by the search itself', () => {
    const asked = { resource_id: 'r1', limit: '100', offset: '0' };
    expect(planned('/', {}, 'r1')).to.deep.equal({ path: SEARCH, asked, pushedDown: false });
    expect(planned('/dkan/', {}, 'r1').path).to.equal(`${PORTAL}/dkan/api/action/datastore/search.json`);
    expect(planned('/dkan/api/3/action/datastore_search', {}, 'r1').path).to.equal(
      `${PORTAL}/dkan/api/action/datastore/search.json`,
    );
    expect(planned(`${SEARCH}?resource_id=r1`).asked).to.deep.equal(asked);
    expect(planned(`${SEARCH}?resource_id=r1&limit=5&offset=10`).asked).to.include({
      limit: '5',
      offset: '10',
    });
  });

  it('leaves the request for a dataset as it is', () => {
    expect(planned(SHOW)).to.deep.equal({ path: SHOW.split('?')[0], asked: { id: 'x' }, pushedDown: false });
  });

  it('asks for a dataset by the address that a reader copies', () => {
    expect(planned('/dataset/denuncias')).to.deep.equal({
      path: `${PORTAL}/api/3/action/package_show`,
      asked: { id: 'denuncias' },
      pushedDown: false,
    });
    expect(planned('/portal/dataset/denuncias/resource/r1', {}, 'otro')).to.deep.equal({
      path: `${PORTAL}/portal/api/action/datastore/search.json`,
      asked: { resource_id: 'r1', limit: '100', offset: '0' },
      pushedDown: false,
    });
  });

  it('asks for the columns of the question and the exact part of its filter', () => {
    const { asked, pushedDown } = planned(`${SEARCH}?resource_id=r1`, {
      measures: [{ aggregate: 'sum', column: 'cantidad' }],
      by: ['lugar'],
      where: parseWhere("modalidad in ('Robo', 'Hurto') and cantidad > 3"),
    });
    expect(pushedDown).to.equal(true);
    expect(asked['fields']?.split(',')).to.have.members(['lugar', 'cantidad', 'modalidad']);
    expect(asked['filters[modalidad]']).to.equal('Robo,Hurto');
    expect(asked).to.not.have.property('filters[cantidad]');
  });

  it('asks for nothing that the portal would misunderstand: other names, values with commas', () => {
    const comma = planned(`${SEARCH}?resource_id=r1`, { where: parseWhere("lugar = 'LIMA, CALLAO'") });
    expect(comma).to.deep.include({ pushedDown: false });
    for (const name of ['Tipo de delito', 'año', 'a.b']) {
      const { asked, pushedDown } = planned(`${SEARCH}?resource_id=r1`, {
        measures: [{ aggregate: 'sum', column: name }],
        where: parseWhere(`"${name}" = 'x'`),
      });
      expect(pushedDown, name).to.equal(false);
      expect(Object.keys(asked), name).to.deep.equal(['resource_id', 'limit', 'offset']);
    }
  });

  it('asks for everything where it was told to', () => {
    const query = {
      where: parseWhere("a = 'x'"),
      by: ['a'],
      measures: [{ aggregate: 'count' as const, column: null }],
    };
    expect(planned(`${SEARCH}?resource_id=r1`, query, undefined, false)).to.deep.include({
      pushedDown: false,
    });
  });
});

describe('the reply of DKAN 7', () => {
  const read = (value: unknown, url = `${SEARCH}?resource_id=r1&limit=100&offset=0`) =>
    readText(source, typeof value === 'string' ? value : JSON.stringify(value), url);
  const answer = (result: unknown, success = true) => ({ help: '', success, result });
  const record = (casos: string) => ({
    lugar: 'Lima',
    casos,
    feeds_flatstore_entry_id: '1',
    timestamp: '1456474962',
    feeds_entity_id: '398',
  });
  const FIELDS = [
    { id: 'lugar', type: 'text' },
    { id: 'casos', type: 'int' },
  ];

  it('holds texts, which become numbers, without the columns that leak', async () => {
    const { table, part } = await read(
      answer({
        fields: FIELDS,
        resource_id: ['r1'],
        limit: 100,
        total: '2',
        records: [record('5'), record('')],
      }),
    );
    expect(names(table)).to.deep.equal(['lugar', 'casos']);
    expect(table.columns[1]?.kind).to.equal('number');
    expect(toRows(table)).to.deep.equal([
      ['Lima', '5'],
      ['Lima', ''],
    ]);
    expect(part).to.deep.equal({ more: [], total: 2 });
  });

  it('keeps a column that has the name of one that leaks where the portal lists it', async () => {
    const fields = [...FIELDS, { id: 'timestamp' }];
    const { table } = await read(answer({ fields, records: [record('5')], total: 1 }));
    expect(names(table)).to.deep.equal(['lugar', 'casos', 'timestamp']);
  });

  it('goes on by how many rows came, not by the limit that the portal repeats', async () => {
    const records = Array.from({ length: 100 }, () => record('1'));
    const { part } = await read(
      answer({ fields: FIELDS, limit: 5000, total: '350', records }),
      `${SEARCH}?resource_id=r1&limit=5000&offset=0`,
    );
    expect(part.more?.map((url) => new URL(url).searchParams.get('offset'))).to.deep.equal([
      '100',
      '200',
      '300',
    ]);
    expect(part.total).to.equal(350);
  });

  it('goes on from the offset that the page set', async () => {
    const records = Array.from({ length: 100 }, () => record('1'));
    const { part } = await read(
      answer({ fields: FIELDS, total: '350', records }),
      `${SEARCH}?resource_id=r1&limit=100&offset=50`,
    );
    expect(part.more?.map((url) => new URL(url).searchParams.get('offset'))).to.deep.equal(['150', '250']);
    expect(part.total).to.equal(300);
  });

  it('respects the limit that the page set', async () => {
    const { part } = await read(
      answer({ fields: FIELDS, total: '350', records: [record('1')] }),
      `${SEARCH}?resource_id=r1&limit=1&offset=0`,
    );
    expect(part).to.deep.equal({ more: [], total: 1 });
  });

  it('is a table without rows where it says no success and gives a result', async () => {
    const { table, part } = await read(answer({ fields: FIELDS, records: [], total: 0 }, false));
    expect(names(table)).to.deep.equal(['lugar', 'casos']);
    expect([table.length, part.total]).to.deep.equal([0, 0]);
  });

  it('[REL-02] is an error where it shrugs with status 200', async () => {
    const shrug = { error: { message: 'Exception Caught, please check logs for more information' } };
    const { details } = await failureOf(read(shrug), 'server-error');
    expect(details.serverMessage).to.equal(shrug.error.message);
  });

  it('[REL-02] is a dataset that is not there where it says so with status 200', async () => {
    const missing = { success: false, error: { __type: 'Not Found Error', message: 'Not Found' } };
    await failureOf(read(missing, SHOW), 'no-resource');
    await failureOf(read(missing), 'no-resource');
    const invalid = { success: false, error: { __type: 'Validation Error', id: ['Missing Value'] } };
    await failureOf(read(invalid, SHOW), 'server-error');
  });

  it('describes a dataset within a list of one, at times twice over, and sends to its rows', async () => {
    const dataset = {
      title: 'Denuncias',
      resources: [{ id: 'r/1', format: 'csv', url: 'https://x.example/d.csv' }],
    };
    for (const result of [[dataset], [[dataset]]]) {
      const { part } = await read(answer(result), SHOW);
      expect(part.metadata).to.deep.equal({ title: 'Denuncias' });
      expect(part.elsewhere).to.deep.equal({ url: `${SEARCH}?resource_id=r%2F1`, protocol: 'dkan' });
    }
  });

  it('[REL-02] is malformed where a bare list stands at the root, as the portal at times sends', async () => {
    await failureOf(read('[]', SHOW), 'malformed');
    await failureOf(read(answer([]), SHOW), 'malformed');
  });

  it('says what the data are without the markup of the portal', async () => {
    const dataset = { notes: '<p>Denuncias &amp; delitos.</p>\n', resources: [{ id: 'r1', format: 'csv' }] };
    const { part } = await read(answer([dataset]), SHOW);
    expect(part.metadata?.description).to.equal('Denuncias & delitos.');
    const empty = await read(answer([{ ...dataset, notes: '<p></p>' }]), SHOW);
    expect(empty.part.metadata).to.deep.equal({});
  });
});
