import '../support/as-module.js';
import { readdirSync } from 'node:fs';
import { expect } from 'chai';
import type { ErrorCode } from '../../src/errors.js';
import type { Answer, Question } from '../../src/engine/engine.js';
import { toRows } from '../../src/table/rows.js';
import { askPage } from '../support/ask-page.js';
import { failureOf } from '../support/failure.js';
import { startServer, type LocalServer } from '../support/local-server.js';
import { columnNamed } from '../support/make-table.js';
import { names } from '../support/read-text.js';
import { describeWith, REAL } from '../support/real-files.js';
import { ADDRESS_OF, foundDatasets, PORTALS, replay, replyText, type ReplyName } from './portal-replies.js';

/** What no rows can be made of, and the failure that says so. */
const FAILURES: Readonly<Partial<Record<ReplyName, ErrorCode>>> = {
  'ckan/error-not-authorized.json': 'http',
  'ckan/full_ckan_dataset.json': 'no-resource',
  'ckan/package_search-dados.gov.br.json': 'malformed',
  'ckan/dkan2-openapi-datastore.json': 'server-error',
  'ckan/dkan2-query-groupby.request.json': 'server-error',
  'ckan/dkan2-query-schema.json': 'server-error',
  'dkan7/datastore-search-exception.json': 'server-error',
  'dkan7/package_show-not-found.json': 'no-resource',
};

interface Recorded {
  readonly result: { readonly fields: { readonly id: string }[]; readonly records: Record<string, string>[] };
}
const recorded = (name: ReplyName): Recorded['result'] => (JSON.parse(replyText(name)) as Recorded).result;

describeWith(`${REAL}ckan`, 'replies recorded from portals, asked for by a page', () => {
  let server: LocalServer;
  before(async () => {
    server = await startServer(replay);
  });
  after(() => server.close());

  const ask = (name: ReplyName, asked: Partial<Question> = {}): Promise<Answer> =>
    askPage(server.url + ADDRESS_OF[name], asked);

  it('are all asked for here, and no other is', () => {
    const present = PORTALS.flatMap((folder) =>
      readdirSync(REAL + folder)
        .filter((name) => name.endsWith('.json'))
        .map((name) => `${folder}/${name}`),
    );
    expect(Object.keys(ADDRESS_OF)).to.have.members(present);
  });

  for (const [name, code] of Object.entries(FAILURES) as [ReplyName, ErrorCode][]) {
    it(`[REL-02] ${name} is no table, and the page is told: ${code}`, async () => {
      await failureOf(ask(name), code);
    });
  }

  it('CKAN gives the row of the reply, numbers as numbers, without the server’s own row number', async () => {
    const { table } = await ask('ckan/datastore_search-rows.json');
    const { fields, records } = recorded('ckan/datastore_search-rows.json');
    const columns = fields.map(({ id }) => id).filter((id) => id !== '_id');
    expect(names(table)).to.deep.equal(columns);
    expect(toRows(table)).to.deep.equal(records.map((record) => columns.map((id) => String(record[id]))));
    expect([...columnNamed(table, 'minimum', 'number').values]).to.deep.equal([5]);
  });

  it('CKAN gives columns and no row where there is none, and none past the end', async () => {
    for (const name of [
      'ckan/datastore_search-limit0-types.json',
      'ckan/datastore_search-past-end.json',
    ] as const) {
      const { table } = await ask(name);
      const columns = recorded(name).fields.map(({ id }) => id);
      expect([table.length, names(table)]).to.deep.equal([0, columns.filter((id) => id !== '_id')]);
    }
  });

  it('DKAN 7 gives the medicines of the reply, numbers written as text as numbers, Cyrillic as it is', async () => {
    const name = 'dkan7/datastore-search-ua-medicines.json';
    const asked = { value: 'sum(Kilkist)', by: '"Nazva likarskoho zasobu"' };
    const { table } = await ask(name, asked);
    const { records } = recorded(name);
    expect(toRows(table)).to.deep.equal(
      records.map((record) => [record['Nazva likarskoho zasobu']?.trim(), record['Kilkist']]),
    );
    expect(names((await ask(name)).table)).not.to.include('timestamp');
  });

  it('DKAN 7 gives no row, and that is no error', async () => {
    const { table } = await ask('dkan7/datastore-search-empty.json', { value: 'sum(cantidad)' });
    expect(table.length).to.equal(0);
  });

  it('[STAT-02] three dates are three: of the data, of what the portal changed, of when the page asked', async () => {
    const [dataset] = foundDatasets().filter(({ resources }) => resources[0]?.url.endsWith('.csv'));
    const resources = dataset?.resources.map((each) => ({ ...each, url: '/archivo.csv' }));
    const description = JSON.stringify({ success: true, result: { ...dataset, resources } });
    const local = await startServer(({ url = '' }, response) => {
      response.setHeader('Last-Modified', 'Tue, 01 Mar 2022 10:00:00 GMT');
      response.end(url.includes('package_show') ? description : 'mes,bolsas\n2021-11,5\n2021-12,6\n');
    });
    const before = Date.now();
    const { table, provenance } = await askPage(`${local.url}/dataset/bolsas`, { series: true });
    await local.close();
    expect(toRows(table).at(-1)?.[0]).to.equal('2021-12');
    expect(provenance.metadata.updated).to.equal(dataset?.metadata_modified.slice(0, 10));
    expect(provenance.lastModified).to.equal('Tue, 01 Mar 2022 10:00:00 GMT');
    expect(provenance.fetchedAt).to.be.within(before, Date.now());
  });

  it('[STAT-01] a dataset of Brazil’s portal gives its file, with title, publisher, licence and date', async () => {
    const datasets = foundDatasets().filter(({ resources }) => resources[0]?.url.endsWith('.csv'));
    expect(datasets).to.have.length.above(0);
    for (const dataset of datasets) {
      const local = await startServer(({ url = '' }, response) => {
        const resources = dataset.resources.map((each) => ({ ...each, url: '/archivo.csv' }));
        const description = JSON.stringify({ success: true, result: { ...dataset, resources } });
        response.end(url.includes('package_show') ? description : 'ano;bolsas\n2022;5\n');
      });
      const { table, provenance } = await askPage(`${local.url}/dataset/bolsas`);
      await local.close();
      expect(toRows(table)).to.deep.equal([['2022', '5']]);
      expect(provenance.metadata).to.deep.include({
        title: dataset.title,
        publisher: dataset.organization.title,
        license: dataset.license_title,
        updated: dataset.metadata_modified.slice(0, 10),
      });
    }
  });
});
