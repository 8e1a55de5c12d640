import '../support/as-module.js';
import { expect } from 'chai';
import { askPage } from '../support/ask-page.js';
import { failureOf } from '../support/failure.js';
import { startServer, type LocalServer } from '../support/local-server.js';

const LAYER = '/arcgis/rest/services/A/FeatureServer/0';
const FIELDS = [
  { name: 'OBJECTID', type: 'esriFieldTypeOID' },
  { name: 'N', type: 'esriFieldTypeInteger' },
];

/** A portal of the test's own: what it answers to a layer's query, by its place. */
async function portalOf(page: (from: number) => object, layer: object = {}): Promise<LocalServer> {
  const about = {
    fields: FIELDS,
    maxRecordCount: 2,
    advancedQueryCapabilities: { supportsPagination: true },
    ...layer,
  };
  return startServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://localhost');
    const isQuery = url.pathname.endsWith('/query');
    const body = isQuery ? page(Number(url.searchParams.get('resultOffset') ?? 0)) : about;
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify(body));
  });
}

const features = (...numbers: number[]) => ({
  objectIdFieldName: 'OBJECTID',
  fields: FIELDS,
  features: numbers.map((N) => ({ attributes: { OBJECTID: N, N } })),
});

describe('a portal of pages of which each tells the next', () => {
  let portal: LocalServer;
  afterEach(() => portal.close());

  it('is read until a page is not full, and described once', async () => {
    portal = await portalOf((from) => features(...[1, 2, 3, 4, 5].slice(from, from + 2)));
    const { table, provenance } = await askPage(portal.url + LAYER, { value: 'sum(N)' });
    expect(table.columns[0]).to.deep.include({ name: 'N', values: Float64Array.of(15) });
    expect(provenance).to.not.have.property('partial');
    const pages = portal.asked.filter((path) => path.includes('/query'));
    // Its first rows, which may have totals, and then those of the question.
    expect(pages.map((path) => path.includes('outFields=*'))).to.deep.equal([
      ...[true, true, true],
      ...[false, false, false],
    ]);
    expect(portal.asked).to.have.length(7);
  });

  it('that answers the same whatever the place is left at once, its rows are counted once, and it is told', async () => {
    portal = await portalOf(() => ({ ...features(1, 2), exceededTransferLimit: true }));
    const { table, provenance } = await askPage(portal.url + LAYER);
    expect(table.length).to.equal(2);
    expect(provenance.partial).to.deep.equal({ received: 2 });
    expect(table.notices.map(({ code }) => code)).to.include('partial');
  });

  it('is asked for everything where it refuses to filter', async () => {
    portal = await startServer((request, response) => {
      const given = new URL(request.url ?? '', 'http://localhost').searchParams;
      const refused = given.has('where') && given.get('where') !== '1=1';
      const body = refused
        ? { error: { code: 400, message: 'no' } }
        : { ...features(1, 2), maxRecordCount: 9 };
      response.end(JSON.stringify(body));
    });
    const { table } = await askPage(portal.url + LAYER, { where: 'N > 1' });
    expect(table.length).to.equal(1);
    expect(portal.asked.filter((path) => path.includes('where='))).to.have.length(2);
  });

  it('that does not describe itself is read all the same', async () => {
    portal = await startServer((request, response) => {
      if (!(request.url ?? '').includes('/query')) return void response.writeHead(404).end();
      response.end(JSON.stringify(features(4)));
    });
    const { table } = await askPage(portal.url + LAYER);
    expect(table.length).to.equal(1);
  });

  it('[REL-02] that has no content has no rows', async () => {
    portal = await startServer((request, response) => {
      if (!(request.url ?? '').includes('/query')) return void response.end('{}');
      response.writeHead(204).end();
    });
    const { table } = await askPage(portal.url + LAYER);
    expect(table.length).to.equal(0);
  });

  it('[REL-02] whose protocol nobody speaks is a mistake of the page', async () => {
    portal = await startServer((_, response) => response.end('{}'));
    const asked = askPage(`${portal.url}/datos`, { protocol: 'telepatía' });
    const { details } = await failureOf(asked, 'bad-attribute');
    expect(details).to.include({ attribute: 'protocol', value: 'telepatía' });
    expect(details.expected).to.include('ckan');
    expect(portal.asked).to.have.length(0);
  });

  it('[REL-07] is asked once by questions that need the same reply', async () => {
    portal = await portalOf(() => features(1), { maxRecordCount: 5 });
    const asked = ['sum(N)', 'max(N)', 'count()'].map((value) =>
      askPage(portal.url + LAYER, { value, by: '' }),
    );
    await Promise.all(asked);
    expect(portal.asked.filter((path) => !path.includes('/query'))).to.have.length(1);
  });
});
