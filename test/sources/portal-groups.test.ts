import '../support/as-module.js';
import { expect } from 'chai';
import { askPortal, askTogether, numbersOf } from '../support/ask-portal.js';
import { changed, ckan, dkan, dkan2, rows, search, sumTo, TYPES, type Portal } from '../support/portals.js';
import { ckanServer } from '../servers/ckan.js';
import { dkanServer } from '../servers/dkan.js';
import { dkan2Server } from '../servers/dkan2.js';

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

  it('are asked for once by questions that ask at the same time', async () => {
    const src = ckan();
    const portal = search(500);
    const { answers, requests } = await askTogether(portal, src, [
      { value: 'sum(cantidad)', time: 'anio' },
      { value: 'count()', by: 'lugar' },
      { value: 'max(cantidad)', by: 'anio' },
    ]);
    expect(requests.filter(({ pathname }) => pathname.endsWith('_sql'))).to.have.length(1);
    expect(answers.map(({ table }) => table.length)).to.deep.equal([4, 2, 4]);
  });

  it('are asked for once by a card, which compares, and by a chart of the same figures', async () => {
    const asked = { value: 'sum(cantidad)', time: 'anio' };
    const alone = await askTogether(search(500), ckan(), [asked]);
    const both = await askTogether(search(500), ckan(), [asked, { ...asked, compared: true }]);
    expect(both.requests).to.have.length(alone.requests.length);
  });

  it('come from rows where the portal refuses SQL in any way it may', async () => {
    for (const refusal of [
      { status: 403, body: '{"success":false,"error":{"__type":"Authorization Error","message":"no"}}' },
      { status: 404, body: '<html></html>' },
      { status: 200, body: '<!doctype html><html><body>Bloqueado</body></html>' },
      { status: 200, body: '{"success":false,"error":"Not Found"}' },
      { status: 200, body: '{"success":true' },
      { status: 409, body: '{"success":false,"error":{"query":["syntax error"]}}' },
    ]) {
      const portal: Portal = (url) => (url.pathname.endsWith('_sql') ? refusal : search(500)(url));
      const { table } = await askPortal(portal, ckan(), { value: 'sum(cantidad)' });
      expect(numbersOf(table, 'cantidad'), JSON.stringify(refusal)).to.deep.equal([sumTo(900)]);
    }
  });

  it('hold what stands with space around it, as the page would find it', async () => {
    const padded = rows(8).map((row) => ({ ...row, lugar: `${row['lugar'] ?? ''} ` }));
    const { table, requests } = await askPortal(ckanServer(padded, { types: TYPES }), ckan(), {
      value: 'sum(cantidad)',
      where: "lugar = 'Lima'",
    });
    expect(numbersOf(table, 'cantidad')).to.deep.equal([1 + 3 + 5 + 7]);
    // Its first rows, which may have totals, and the groups.
    expect(requests.map(({ pathname }) => pathname.endsWith('_sql'))).to.deep.equal([false, true]);
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

  it('are made from the rows where the portal cuts them short', async () => {
    const portal = ckanServer(rows(40), { types: TYPES, most: 3 });
    const asked = { value: 'count()', time: 'anio' };
    const { table, provenance } = await askPortal(portal, ckan(), { ...asked, by: 'lugar, cantidad' });
    expect(provenance.partial).to.equal(undefined);
    const counts = numbersOf(table, 'count()') as number[];
    expect(counts.reduce((sum, count) => sum + count, 0)).to.equal(40);
  });
});
