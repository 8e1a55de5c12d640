import '../support/as-module.js';
import { expect } from 'chai';
import { askPortal, numbersOf } from '../support/ask-portal.js';
import type { PortalReply } from '../support/push-down-law.js';
import { ckanServer } from '../servers/ckan.js';
import { dkanServer } from '../servers/dkan.js';
import { dkan2Server } from '../servers/dkan2.js';
import type { MysqlRow } from '../servers/mysql.js';

const TYPES = { anio: 'int4', lugar: 'text', cantidad: 'int4' };
const rows = (count: number): MysqlRow[] =>
  Array.from({ length: count }, (_, index) => ({
    anio: 2020 + (index % 4),
    lugar: index % 2 === 0 ? 'Lima' : 'Ica',
    cantidad: index + 1,
  }));
const sumTo = (count: number): number => (count * (count + 1)) / 2;
const ALL = { value: 'sum(cantidad)' };

let run = 0;
const ckan = (rest = ''): string =>
  `https://c${++run}.example/api/3/action/datastore_search?resource_id=1${rest}`;
const dkan = (rest = ''): string =>
  `https://d${++run}.example/api/action/datastore/search.json?resource_id=1${rest}`;
const dkan2 = (rest = ''): string => `https://e${++run}.example/api/1/datastore/query/1/0${rest}`;

type Portal = (url: URL) => PortalReply;

/** A portal whose replies are changed, or whose requests are. */
const changed =
  (
    portal: Portal,
    change: (result: Record<string, unknown>) => object,
    ask = (url: URL): URL => url,
  ): Portal =>
  (url) => {
    const { body, ...rest } = portal(ask(url));
    const root = JSON.parse(body) as { result?: Record<string, unknown> };
    return root.result
      ? { ...rest, body: JSON.stringify({ ...root, result: change(root.result) }) }
      : { ...rest, body };
  };

const noTotal = (portal: Portal): Portal => changed(portal, (result) => ({ ...result, total: undefined }));

function withoutOffset(url: URL): URL {
  const asked = new URL(url);
  asked.searchParams.delete('offset');
  return asked;
}

const search = (most: number, count = 900): Portal =>
  ckanServer(rows(count), { types: TYPES, most, hasSql: false });

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
    expect(requests.map((url) => url.searchParams.get('offset'))).to.deep.equal([null, '500', '900']);
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
    const src = `https://mef${++run}.example/DatosAbiertos/v1/datastore_search?resource_id=1&limit=5000`;
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

describe('a series of which the page names only the measure', () => {
  const years = rows(8);
  const byYear = [2020, 2021, 2022, 2023].map((_, place) => place + 1 + place + 5);

  it('finds its time in the rows of CKAN and of DKAN, which must all come', async () => {
    const portals = [
      [ckanServer(years, { types: TYPES }), ckan()],
      [ckanServer(years, { types: TYPES, hasSql: false }), ckan()],
      [dkanServer(years, { types: TYPES }), dkan()],
      [dkan2Server(years, { types: TYPES }), dkan2()],
    ] as const;
    for (const [portal, src] of portals) {
      const { table } = await askPortal(portal, src, { value: 'sum(cantidad)', series: true });
      expect(
        table.columns.map(({ name }) => name),
        src,
      ).to.deep.equal(['anio', 'cantidad']);
      expect(numbersOf(table, 'cantidad'), src).to.deep.equal(byYear);
    }
  });

  it('still has the portal filter', async () => {
    const portal = ckanServer(years, { types: TYPES, hasSql: false });
    const asked = { value: 'cantidad', series: true, where: "lugar = 'Lima' and anio = 2022" };
    const { requests, table } = await askPortal(portal, ckan(), asked);
    expect(requests.at(-1)?.searchParams.get('filters')).to.equal('{"lugar":["Lima"]}');
    expect(table.columns.map(({ name }) => name)).to.deep.equal(['anio', 'cantidad']);
  });
});

describe('groups that a portal makes', () => {
  it('are asked for once where the portal has no SQL, by any number of questions', async () => {
    const src = ckan();
    const portal = search(500);
    const first = await askPortal(portal, src, { value: 'sum(cantidad)', time: 'anio' });
    const second = await askPortal(portal, src, { value: 'count()', by: 'lugar' });
    const sqlOf = (requests: readonly URL[]): number =>
      requests.filter(({ pathname }) => pathname.endsWith('_sql')).length;
    expect([sqlOf(first.requests), sqlOf(second.requests)]).to.deep.equal([1, 0]);
  });

  it('are asked for again after a question that SQL did not understand', async () => {
    const src = ckan();
    const cells = rows(8).map((row) => ({ ...row, nota: 's/n', cantidad: `${row['cantidad'] ?? ''}` }));
    const portal = ckanServer([...cells, { ...cells[0], cantidad: '1.234' }], {
      types: { ...TYPES, cantidad: 'text', nota: 'text' },
    });
    const odd = await askPortal(portal, src, { value: 'sum(cantidad)', time: 'anio' });
    expect(odd.table.notices.map(({ code }) => code)).to.include('decimal-assumed');
    const again = await askPortal(portal, src, { value: 'count()', time: 'anio' });
    expect(again.requests).to.have.length(1);
    expect(again.requests[0]?.pathname).to.match(/_sql$/);
  });

  it('are not taken from a portal that does not understand what it is to compute', async () => {
    const ignores = (url: URL): URL => {
      const asked = new URL(url);
      for (const name of [...asked.searchParams.keys()])
        if (/\[\]$|expression/.test(name)) asked.searchParams.delete(name);
      return asked;
    };
    const portals = [
      [changed(dkanServer(rows(8), { types: TYPES }), (result) => result, ignores), dkan()],
      [changed(dkan2Server(rows(8), { types: TYPES }), (result) => result, ignores), dkan2()],
    ] as const;
    for (const [portal, src] of portals) {
      const { table } = await askPortal(portal, src, { value: 'count()', time: 'anio' });
      expect(numbersOf(table, 'count()'), src).to.deep.equal([2, 2, 2, 2]);
    }
  });

  it('are told to be fewer than there are where the portal cuts them short', async () => {
    const portal = ckanServer(rows(40), { types: TYPES, most: 3 });
    const { provenance } = await askPortal(portal, ckan(), { value: 'sum(cantidad)', by: 'lugar, anio' });
    expect(provenance.partial).to.deep.include({ received: 3 });
  });
});
