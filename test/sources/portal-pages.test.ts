import '../support/as-module.js';
import { expect } from 'chai';
import { askPortal, numbersOf } from '../support/ask-portal.js';
import { changed, ckan, dkan, dkan2, rows, search, sumTo, TYPES, type Portal } from '../support/portals.js';
import { dkanServer } from '../servers/dkan.js';
import { dkan2Server } from '../servers/dkan2.js';

const noTotal = (portal: Portal): Portal => changed(portal, (result) => ({ ...result, total: undefined }));

function withoutOffset(url: URL): URL {
  const asked = new URL(url);
  asked.searchParams.delete('offset');
  return asked;
}

const ALL = { value: 'sum(cantidad)' };

describe('the pages of a portal', () => {
  it('go on up to the limit that the page’s owner wrote, where the server gives fewer at once', async () => {
    for (const [limit, offset, wanted] of [
      [100_000, 0, 900],
      [800, 0, 800],
      [600, 500, 400],
      [120, 0, 120],
    ] as const) {
      const src = ckan(`&limit=${limit}${offset ? `&offset=${offset}` : ''}`);
      const { table, provenance } = await askPortal(search(500), src, ALL);
      const expected = sumTo(offset + wanted) - sumTo(offset);
      expect(numbersOf(table, 'cantidad'), src).to.deep.equal([expected]);
      expect(provenance.partial, src).to.equal(undefined);
    }
  });

  it('go on up to the limit of DKAN 7 and DKAN 2, and not to the end', async () => {
    for (const limit of [150, 100, 30]) {
      const portal = dkanServer(rows(250), { types: TYPES });
      const { table } = await askPortal(portal, dkan(`&limit=${limit}`), ALL);
      expect(numbersOf(table, 'cantidad'), String(limit)).to.deep.equal([sumTo(limit)]);
    }
    for (const limit of [150, 700, 30]) {
      const portal = dkan2Server(rows(1200), { types: TYPES });
      const { table, requests } = await askPortal(portal, dkan2(`?limit=${limit}`), ALL);
      expect(numbersOf(table, 'cantidad'), String(limit)).to.deep.equal([sumTo(limit)]);
      expect(requests.every((url) => Number(url.searchParams.get('limit')) <= 500)).to.equal(true);
    }
  });

  it('go on where the portal does not say how many rows there are, until one is empty', async () => {
    const { table, provenance, requests } = await askPortal(
      noTotal(search(500)),
      ckan('&include_total=false'),
      ALL,
    );
    expect(numbersOf(table, 'cantidad')).to.deep.equal([sumTo(900)]);
    expect(provenance.partial).to.equal(undefined);
    // Of its first rows and of the pages.
    expect(requests.map((url) => url.searchParams.get('offset'))).to.deep.equal([null, null, '500', '900']);
    const own = await askPortal(noTotal(search(500)), ckan('&limit=700'), ALL);
    expect(numbersOf(own.table, 'cantidad')).to.deep.equal([sumTo(700)]);
  });

  it('go on where the number of rows is only estimated', async () => {
    const guessed = changed(search(500), (result) => ({ ...result, total: 600, total_was_estimated: true }));
    const { table, provenance } = await askPortal(guessed, ckan(), ALL);
    expect(numbersOf(table, 'cantidad')).to.deep.equal([sumTo(900)]);
    expect(provenance.partial).to.equal(undefined);
  });

  it('go on where MEF’s portal has its rows at the root', async () => {
    const portal: Portal = (url) => {
      const { body } = search(500)(url);
      const { result } = JSON.parse(body) as { result: { records: unknown[]; fields: unknown[] } };
      return { body: JSON.stringify({ records: result.records, fields: result.fields }) };
    };
    const src = `https://mef.example/DatosAbiertos/v1/datastore_search?resource_id=1&limit=5000`;
    const { table, provenance } = await askPortal(portal, src, ALL);
    expect(numbersOf(table, 'cantidad')).to.deep.equal([sumTo(900)]);
    expect(provenance.partial).to.equal(undefined);
  });

  it('are not added twice where the portal does not heed where to start: it is told that rows are missing', async () => {
    for (const portal of [search(500), search(500, 1000), noTotal(search(500))]) {
      const heedless = changed(portal, (result) => result, withoutOffset);
      const { table, provenance } = await askPortal(heedless, ckan(), { ...ALL, protocol: 'ckan' });
      expect(numbersOf(table, 'cantidad')).to.deep.equal([sumTo(500)]);
      expect(provenance.partial).to.include({ received: 500 });
    }
    const heedless = dkanServer(rows(250), { types: TYPES, ignoresOffset: true });
    const { provenance } = await askPortal(heedless, dkan('&sort[anio]=asc'), { time: 'anio' });
    expect(provenance.partial).to.deep.equal({ received: 100, total: 250 });
  });

  it('are told to be more than the portal has where they cannot be told apart', async () => {
    const heedless = dkanServer(rows(250), { types: TYPES, ignoresOffset: true });
    const bare = { value: 'cantidad', time: 'anio', by: 'lugar' };
    const { table } = await askPortal(heedless, dkan(), bare);
    expect(table.notices.map(({ code }) => code)).to.include('rows-repeated');
  });

  it('go into the same columns, whatever the space around their names', async () => {
    const spaced = rows(250).map(({ anio, cantidad }) => ({
      anio: anio ?? null,
      ' CANTIDAD ': cantidad ?? null,
    }));
    const portal = dkanServer(spaced, { types: { anio: 'int', ' CANTIDAD ': 'int' } });
    const { table } = await askPortal(portal, dkan(), { value: 'sum(CANTIDAD)' });
    expect(numbersOf(table, 'CANTIDAD')).to.deep.equal([sumTo(250)]);
  });
});
