import '../support/as-module.js';
import { expect } from 'chai';
import { askPortal, numbersOf } from '../support/ask-portal.js';
import { failureOf } from '../support/failure.js';
import { at, DATASTORE, layer, notThere, odata, said, search } from '../support/trap-portals.js';

describe('no portal makes a wrong figure', () => {
  it('of DKAN where the address has a filter of its own on the same column', async () => {
    const { table, requests } = await askPortal(
      (url) => {
        const wanted = url.searchParams.get('filters[DPTO]') ?? '';
        return search([{ _id: '1', DPTO: wanted, N: '5' }], '1');
      },
      at('api/action/datastore/search.json?resource_id=1&filters[DPTO]=LIMA'),
      { value: 'N', where: "DPTO = 'CUSCO'" },
    );
    expect(requests.map((url) => url.searchParams.get('filters[DPTO]'))).to.deep.equal(['LIMA']);
    expect(table.length).to.equal(0);
  });

  it('of CKAN where its SQL leaves groups out: the rows are asked for', async () => {
    const group = { DPTO: 'LIMA', obs_rows: '2', obs_sum_1: '5', obs_count_1: '2', obs_odd: '0' };
    const cut = { records_truncated: true, fields: [], records: [group] };
    const untold = {
      fields: [],
      records: Array.from({ length: 32_000 }, (_, index) => ({ ...group, DPTO: `L${index}` })),
    };
    for (const result of [cut, untold]) {
      const { table, provenance } = await askPortal(
        ({ pathname }) =>
          pathname.endsWith('_sql')
            ? said({ success: true, result })
            : search([
                [1, 'LIMA', 5],
                [2, 'LIMA', 2],
                [3, 'ICA', 1],
              ]),
        at(DATASTORE),
        { value: 'sum(N)', by: 'DPTO' },
      );
      expect(numbersOf(table, 'N')).to.deep.equal([7, 1]);
      expect(provenance).to.not.have.property('partial');
    }
  });

  it('nor nothing at all where one description leads to the next for ever', async () => {
    const resources = [{ id: 'r', format: 'csv', url: 'https://other.example/dataset/x' }];
    const asked = askPortal(() => said({ success: true, result: { id: 'x', resources } }), at('dataset/x'));
    await failureOf(asked, 'server-error');
  });

  it('of an address that is too long for it: all is asked for', async () => {
    for (const status of [414, 431]) {
      const { table } = await askPortal(
        ({ searchParams }) =>
          searchParams.has('filters')
            ? { status, body: 'too long' }
            : search([
                [1, 'a', 5],
                [2, 'b', 6],
              ]),
        at(DATASTORE),
        { value: 'N', where: "DPTO = 'a'" },
      );
      expect(numbersOf(table, 'N')).to.deep.equal([5]);
    }
  });

  it('of Opendatasoft where it writes its total as a text', async () => {
    const records = [{ recordid: 'a', fields: { n: 1 } }];
    const { provenance } = await askPortal(
      ({ pathname }) => (pathname.includes('/records/') ? said({ nhits: '2500', records }) : notThere),
      at('api/records/1.0/search/?dataset=x'),
      { value: 'n' },
    );
    expect(provenance.partial).to.deep.equal({ received: 1, total: 2500 });
  });

  it('of ArcGIS where the server does not know statistics and gives rows', async () => {
    const { table } = await askPortal(
      layer(() => [
        { OBJECTID: 1, D: 'a', N: 2 },
        { OBJECTID: 2, D: 'a', N: 3 },
      ]),
      at('arcgis/rest/services/A/MapServer/0'),
      { value: 'sum(N)', by: 'D' },
    );
    expect(numbersOf(table, 'N')).to.deep.equal([5]);
  });

  it('of ArcGIS where its database knows names in capitals only', async () => {
    const { table } = await askPortal(
      layer(() => [{ D: 'a', OBS_ROWS: 2, OBS_SUM_1: 5, OBS_COUNT_1: 2 }]),
      at('arcgis/rest/services/A/MapServer/0'),
      { value: 'sum(N)', by: 'D' },
    );
    expect(numbersOf(table, 'N')).to.deep.equal([5]);
  });
});

describe('an OData service', () => {
  it('that fails at putting rows together is asked for them, and not to try again', async () => {
    const src = at('odata/A');
    const portal = odata(({ searchParams }) =>
      searchParams.has('$apply')
        ? notThere
        : said({
            value: [
              { N: 1, D: 'a' },
              { N: 2, D: 'a' },
            ],
          }),
    );
    const { table } = await askPortal(portal, src, { value: 'sum(N)', by: 'D' });
    expect(numbersOf(table, 'N')).to.deep.equal([3]);
    const { requests } = await askPortal(portal, src, { value: 'max(N)', by: 'D' });
    expect(requests.filter((url) => url.searchParams.has('$apply'))).to.have.length(0);
  });

  it('counts also the rows that the address does not want', async () => {
    const portal = odata(() => said({ '@odata.count': 50, value: [{ N: 1 }, { N: 2 }] }));
    const partialOf = async (own: string) =>
      (await askPortal(portal, at(`odata/A?$count=true&${own}`), { value: 'N' })).provenance.partial;
    expect(await partialOf('$top=2')).to.equal(undefined);
    expect(await partialOf('$skip=48')).to.equal(undefined);
    expect(await partialOf('$top=10')).to.deep.equal({ received: 2, total: 10 });
    expect(await partialOf('$skip=30')).to.deep.equal({ received: 2, total: 20 });
  });

  it('that does not know that it is behind https is followed there, and nowhere else', async () => {
    const next = (url: URL, to: string) => {
      const link = `${to}://${url.host}/odata/A?$skiptoken=1`;
      return url.searchParams.has('$skiptoken')
        ? said({ value: [{ N: 2 }] })
        : said({ value: [{ N: 1 }], '@odata.nextLink': link });
    };
    const { table, requests } = await askPortal(
      odata((url) => next(url, 'http')),
      at('odata/A'),
      { value: 'N' },
    );
    expect(numbersOf(table, 'N')).to.deep.equal([1, 2]);
    expect(requests.map((url) => url.protocol)).to.not.include('http:');
    const away = odata(() => said({ value: [{ N: 1 }], '@odata.nextLink': 'http://evil.example/odata/A' }));
    const answer = await askPortal(away, at('odata/A'), { value: 'N' });
    expect(answer.provenance.partial).to.deep.equal({ received: 1 });
  });
});
