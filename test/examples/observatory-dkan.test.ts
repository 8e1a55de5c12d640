import { expect } from 'chai';
import { startObservatory, type Observatory } from '../../examples/observatory/server.js';
import { getJson, HOMICIDES, rawRequest, REPORTS, type Parameters } from './observatory-site.js';

describe('the DKAN 7 portal of the demonstration observatory', () => {
  let site: Observatory;
  before(async () => (site = await startObservatory({ port: 0 })));
  after(() => site.close());

  const show = (parameters: Parameters) => getJson(`${site.url}/dkan/api/3/action/package_show`, parameters);
  const search = (parameters: Parameters) =>
    getJson(`${site.url}/dkan/api/action/datastore/search.json`, parameters);

  it('shows a dataset inside a list of one', async () => {
    const { body } = await show({ id: 'tasa-de-homicidios' });
    expect(body.at('success').value).to.equal(true);
    expect(body.at('result').list).to.have.length(1);
    expect(body.at('result', 0, 'resources', 0).value).to.include({ id: HOMICIDES, format: 'csv' });
  });

  it('says "not found" and "missing" with status 200', async () => {
    const unknown = await show({ id: 'nada' });
    expect([unknown.status, unknown.body.at('error', '__type').value]).to.deep.equal([
      200,
      'Not Found Error',
    ]);
    const missing = await show({});
    expect([missing.status, missing.body.at('error', 'id').value]).to.deep.equal([200, ['Missing Value']]);
    const rows = await search({ resource_id: 'nada' });
    expect([rows.status, rows.body.at('success').value]).to.deep.equal([200, false]);
    expect(rows.body.at('error', '__type').value).to.equal('Not Found Error');
  });

  it('shrugs with status 200 and no success at all when the resource or a column is wrong', async () => {
    for (const parameters of [
      {},
      { resource_id: REPORTS, 'filters[nada]': '1' },
      { resource_id: REPORTS, fields: 'nada' },
    ]) {
      const { status, body } = await search(parameters);
      expect(status).to.equal(200);
      expect(body.value).to.deep.equal({
        error: { message: 'Exception Caught, please check logs for more information' },
      });
    }
  });

  it('gives 10 rows unless told, every value a text, the total too, the id in a list, inner columns leaked', async () => {
    const { body } = await search({ resource_id: REPORTS });
    const result = body.at('result');
    expect(result.at('records').list).to.have.length(10);
    expect(result.at('limit').value).to.equal(10);
    expect(result.at('total').value).to.equal('4438');
    expect(result.at('resource_id').value).to.deep.equal([REPORTS]);
    const first = result.at('records', 0).value;
    expect(first).to.include({ ANIO: '2023', UBIGEO_HECHO: '10101', feeds_flatstore_entry_id: '1' });
    expect(first).to.have.property('timestamp').that.is.a('string');
    expect(Object.values(first as object).every((value) => typeof value === 'string')).to.equal(true);
  });

  it('serves 100 rows at most and repeats the limit asked for', async () => {
    const { body } = await search({ resource_id: REPORTS, limit: 5_000, offset: 4_400 });
    expect(body.at('result', 'limit').value).to.equal(5_000);
    expect(body.at('result', 'records').list).to.have.length(38);
    const many = await search({ resource_id: REPORTS, limit: 5_000 });
    expect(many.body.at('result', 'records').list).to.have.length(100);
  });

  it('filters by values between commas, sorts, searches words and chooses columns', async () => {
    const { body } = await search({
      resource_id: REPORTS,
      'filters[DPTO_HECHO_NEW]': 'LIMA METROPOLITANA,CUSCO',
      'filters[ANIO]': '2024',
      'sort[cantidad]': 'desc',
      query: 'hurto',
      fields: 'DPTO_HECHO_NEW,cantidad',
      limit: 100,
    });
    const counts = body.at('result', 'records').list.map((row) => Number(row.at('cantidad').value));
    expect(counts).to.have.length.within(24, 30);
    expect(counts).to.deep.equal(counts.toSorted((one, other) => other - one));
    expect(Object.keys(body.at('result', 'records', 0).value as object)).to.deep.equal([
      'DPTO_HECHO_NEW',
      'cantidad',
    ]);
  });

  it('adds up by groups in a column named after the sum', async () => {
    const { body } = await search({
      resource_id: REPORTS,
      group_by: 'ANIO',
      sum: 'cantidad',
      'sort[ANIO]': 'asc',
    });
    const records = body.at('result', 'records').list;
    expect(records.map((row) => row.at('ANIO').value)).to.deep.equal(['2023', '2024', '2025', '2026']);
    expect(Number(records[1]?.at('sum_cantidad').value)).to.be.greaterThan(
      Number(records[2]?.at('sum_cantidad').value),
    );
    expect(body.at('result', 'total').value).to.equal('4');
  });

  it('calls an answer without rows no success, and still sends the result', async () => {
    const { status, body } = await search({ resource_id: REPORTS, 'filters[ANIO]': '1999' });
    expect([status, body.at('success').value]).to.deep.equal([200, false]);
    expect(body.at('result', 'records').value).to.deep.equal([]);
    expect(body.at('result', 'total').value).to.equal('0');
  });

  it('gives a missing value as an empty text', async () => {
    const { body } = await search({ resource_id: HOMICIDES, 'filters[anio]': '2022' });
    expect(body.at('result', 'records', 0).value).to.include({ tasa: '', estado: ':' });
  });

  it('redirects CKAN’s address of rows to its own, without a CORS header', async () => {
    const query = `?resource_id=${REPORTS}&limit=1`;
    const { status, headers } = await rawRequest(`${site.url}/dkan/api/3/action/datastore_search${query}`);
    expect([status, headers['location']]).to.deep.equal([
      302,
      `${site.url}/dkan/api/action/datastore/search.json${query}`,
    ]);
    expect(headers).to.not.have.property('access-control-allow-origin');
  });

  it('has no package_search', async () => {
    expect((await rawRequest(`${site.url}/dkan/api/3/action/package_search`)).status).to.equal(404);
  });
});
