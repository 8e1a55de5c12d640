import { expect } from 'chai';
import { startObservatory, type Observatory } from '../../examples/observatory/server.js';
import { getJson, HOMICIDES, PRIVATE_RESOURCE, REPORTS, type Parameters } from './observatory-site.js';

describe('the CKAN portal of the demonstration observatory', () => {
  let site: Observatory;
  before(async () => (site = await startObservatory({ port: 0 })));
  after(() => site.close());

  const call = (action: string, parameters: Parameters = {}) =>
    getJson(`${site.url}/ckan/api/3/action/${action}`, parameters);
  const search = async (parameters: Parameters) =>
    (await call('datastore_search', parameters)).body.at('result');

  it('finds datasets by words, by organization and by page', async () => {
    const names = async (parameters: Parameters) => {
      const { body } = await call('package_search', parameters);
      return body.at('result', 'results').list.map((dataset) => dataset.at('name').value);
    };
    expect(await names({})).to.have.members([
      'tasa-de-homicidios',
      'victimizacion',
      'percepcion-de-inseguridad',
      'denuncias-policiales-sinteticas',
      'denuncias-de-extorsion',
    ]);
    expect(await names({ q: 'homicidios tasa' })).to.deep.equal(['tasa-de-homicidios']);
    expect(await names({ fq: 'organization:datos-de-prueba' })).to.deep.equal([
      'denuncias-policiales-sinteticas',
    ]);
    expect(await names({ q: '*:*', rows: 2, start: 4 })).to.have.length(1);
    expect(await names({ rows: 5_000 })).to.have.length(5);
    expect((await call('package_search', { rows: 1 })).body.at('result', 'count').value).to.equal(5);
  });

  it('shows a dataset, by name or id, as an object with licence, publisher and dates without zone', async () => {
    const byName = (await call('package_show', { id: 'denuncias-policiales-sinteticas' })).body.at('result');
    const byId = (await call('package_show', { id: String(byName.at('id').value) })).body.at('result');
    expect(byId.value).to.deep.equal(byName.value);
    expect(byName.at('title').value).to.match(/\(datos sintéticos\)$/);
    expect(byName.at('license_title').value).to.equal('Licencia MIT');
    expect(byName.at('organization', 'title').value).to.equal('Datos de prueba');
    expect(byName.at('metadata_modified').value).to.match(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}$/);
    expect(byName.at('resources', 0).value).to.include({
      id: REPORTS,
      format: 'CSV',
      mimetype: 'text/csv',
      url: `${site.url}/archivos/denuncias-sinteticas.csv`,
      datastore_active: true,
    });
    expect(byName.at('resources', 0, 'size').value).to.be.greaterThan(100_000);
  });

  it('shows a resource by its id', async () => {
    const { body } = await call('resource_show', { id: HOMICIDES });
    expect(body.at('result', 'id').value).to.equal(HOMICIDES);
    expect(body.at('success').value).to.equal(true);
  });

  it('gives 100 rows unless told, with a total and a row number', async () => {
    const result = await search({ resource_id: REPORTS });
    expect(result.at('records').list).to.have.length(100);
    expect(result.at('total').value).to.equal(4_438);
    expect(result.at('records', 0, '_id').value).to.equal(1);
    expect(result.at('fields', 0).value).to.deep.equal({ type: 'int', id: '_id' });
  });

  it('gives numbers as numbers, and codes, marks and missing values as what they are', async () => {
    const report = (await search({ resource_id: REPORTS, limit: 1 })).at('records', 0);
    expect(report.value).to.include({ ANIO: 2023, UBIGEO_HECHO: '10101' });
    const rates = await search({ resource_id: HOMICIDES, filters: '{"anio":[2022,"2025"]}' });
    expect(rates.at('records', 0).value).to.include({ anio: 2022, tasa: null, estado: ':' });
    expect(rates.at('records', 1).value).to.include({ anio: 2025, tasa: 10.7, estado: 'p' });
  });

  it('lowers a limit above 32 000 without an error and says the lowered one', async () => {
    const result = await search({ resource_id: REPORTS, limit: 100_000 });
    expect(result.at('limit').value).to.equal(32_000);
    expect(result.at('records').list).to.have.length(4_438);
  });

  it('filters by exact values, lists and words, all together', async () => {
    const filters = '{"DPTO_HECHO_NEW":["LA LIBERTAD","CUSCO"],"ANIO":2024,"P_MODALIDADES":"Extorsión"}';
    const both = await search({ resource_id: REPORTS, filters, limit: 500 });
    const one = await search({ resource_id: REPORTS, filters, q: 'porvenir', limit: 500 });
    const inColumn = await search({
      resource_id: REPORTS,
      filters,
      q: '{"DIST_HECHO":"porvenir"}',
      limit: 500,
    });
    expect(both.at('total').value).to.be.greaterThan(Number(one.at('total').value));
    expect(one.at('records').list.every((row) => row.at('DIST_HECHO').value === 'EL PORVENIR')).to.equal(
      true,
    );
    expect(inColumn.at('records').value).to.deep.equal(one.at('records').value);
  });

  it('sorts, chooses columns and leaves out the total when asked', async () => {
    const result = await search({
      resource_id: HOMICIDES,
      sort: 'tasa desc, anio asc',
      fields: 'anio,tasa',
      include_total: 'false',
    });
    const years = result.at('records').list.map((row) => row.at('anio').value);
    expect(years.slice(0, 3)).to.deep.equal([2022, 2025, 2024]);
    expect(result.at('records', 1).value).to.deep.equal({ anio: 2025, tasa: 10.7 });
    expect(result.value).to.not.have.property('total');
  });

  it('gives rows as lists and as CSV without a header', async () => {
    const asked = { resource_id: HOMICIDES, fields: 'anio,tasa', limit: 2, offset: 8 };
    expect((await search({ ...asked, records_format: 'lists' })).at('records').value).to.deep.equal([
      [2021, 8.6],
      [2022, null],
    ]);
    expect((await search({ ...asked, records_format: 'csv' })).at('records').value).to.equal(
      '2021,8.6\n2022,\n',
    );
  });

  it('offers a next page even past the end', async () => {
    const result = await search({ resource_id: HOMICIDES, offset: 500 });
    expect(result.at('records').value).to.deep.equal([]);
    expect(result.at('total').value).to.equal(13);
    expect(result.at('_links', 'next').value).to.match(/offset=600$/);
  });

  it('refuses in CKAN’s words: not found 404, not authorized 403, not valid 409', async () => {
    const refusals: readonly (readonly [string, Parameters, number, string])[] = [
      ['package_show', { id: 'nada' }, 404, 'Not Found Error'],
      ['package_show', {}, 409, 'Validation Error'],
      ['package_show', { id: 'padron-interno' }, 403, 'Authorization Error'],
      ['resource_show', { id: 'nada' }, 404, 'Not Found Error'],
      ['datastore_search', { resource_id: 'nada' }, 404, 'Not Found Error'],
      ['datastore_search', { resource_id: PRIVATE_RESOURCE }, 403, 'Authorization Error'],
      ['datastore_search', {}, 409, 'Validation Error'],
      ['datastore_search', { resource_id: HOMICIDES, limit: 'diez' }, 409, 'Validation Error'],
      ['datastore_search', { resource_id: HOMICIDES, limit: -1 }, 409, 'Validation Error'],
      ['datastore_search', { resource_id: HOMICIDES, filters: '{"nada":1}' }, 409, 'Validation Error'],
      [
        'datastore_search',
        { resource_id: HOMICIDES, filters: '{"anio":{"gte":2020}}' },
        409,
        'Validation Error',
      ],
      ['datastore_search', { resource_id: HOMICIDES, filters: 'anio=2020' }, 409, 'Validation Error'],
      [
        'datastore_search',
        { resource_id: HOMICIDES, filters: '{"anio":"dos mil"}' },
        409,
        'Validation Error',
      ],
      ['datastore_search', { resource_id: HOMICIDES, sort: 'nada desc' }, 409, 'Validation Error'],
      ['datastore_search', { resource_id: HOMICIDES, fields: 'nada' }, 409, 'Validation Error'],
    ];
    for (const [action, parameters, expected, type] of refusals) {
      const { status, body } = await call(action, parameters);
      const label = `${action} ${JSON.stringify(parameters)}`;
      expect([status, body.at('error', '__type').value], label).to.deep.equal([expected, type]);
      expect(body.at('success').value, label).to.equal(false);
      expect(body.at('help').value, label).to.include(action);
    }
  });
});
