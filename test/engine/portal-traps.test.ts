import '../support/as-module.js';
import { expect } from 'chai';
import { askPortal, numbersOf } from '../support/ask-portal.js';
import { failureOf } from '../support/failure.js';
import type { PortalReply } from '../support/push-down-law.js';

const said = (body: unknown, status = 200): PortalReply => ({ status, body: JSON.stringify(body) });
const notThere: PortalReply = { status: 404, body: '' };

let run = 0;
const at = (path: string): string => `https://trap${++run}.example/${path}`;
const DATASTORE = 'api/3/action/datastore_search?resource_id=1';
const search = (records: readonly unknown[], total: unknown = records.length): PortalReply =>
  said({
    success: true,
    result: {
      fields: ['_id', 'DPTO', 'N'].map((id) => ({ id, type: id === 'DPTO' ? 'text' : 'int4' })),
      total,
      records,
    },
  });

const METADATA = `<edmx:Edmx Version="4.0"><EntityType Name="A"><Property Name="N" Type="Edm.Int32"/>
  <Property Name="D" Type="Edm.String"/></EntityType><EntitySet Name="A" EntityType="x.A"/></edmx:Edmx>`;
const odata =
  (answer: (url: URL) => PortalReply) =>
  (url: URL): PortalReply =>
    url.pathname.endsWith('$metadata') ? { body: METADATA } : answer(url);

const FIELDS = [
  { name: 'OBJECTID', type: 'esriFieldTypeOID' },
  { name: 'D', type: 'esriFieldTypeString' },
  { name: 'N', type: 'esriFieldTypeInteger' },
];
const layer = (rows: (url: URL) => readonly object[]) => (url: URL) =>
  said(
    url.pathname.endsWith('/query')
      ? { fields: FIELDS, features: rows(url).map((attributes) => ({ attributes })) }
      : { fields: FIELDS, maxRecordCount: 1000, supportsStatistics: true },
  );

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

describe('an address of ArcGIS', () => {
  it('keeps its own filter however its name is written', async () => {
    const { requests } = await askPortal(
      layer(() => []),
      at('arcgis/rest/services/A/MapServer/0/query?WHERE=N>1&outfields=N&F=html'),
      { value: 'N' },
    );
    const asked = requests.filter((url) => url.pathname.endsWith('/query'));
    const names = asked.map((url) => [...url.searchParams.keys()].map((name) => name.toLowerCase()));
    expect(asked.map((url) => url.searchParams.get('where'))).to.deep.equal(['N>1']);
    expect(names.every((each) => new Set(each).size === each.length)).to.equal(true);
  });

  it('whose layer does not describe itself may hold more than a round number of rows', async () => {
    const features = Array.from({ length: 500 }, (_, index) => ({ attributes: { OBJECTID: index, N: 1 } }));
    const { provenance } = await askPortal(
      ({ pathname }) => (pathname.endsWith('/query') ? said({ fields: FIELDS, features }) : notThere),
      at('arcgis/rest/services/A/MapServer/0'),
      { value: 'sum(N)' },
    );
    expect(provenance.partial).to.deep.equal({ received: 500 });
  });
});

describe('a portal of Socrata', () => {
  it('that gives rows where groups were asked for is asked for the rows', async () => {
    const columns = [
      { fieldName: 'd', dataTypeName: 'text' },
      { fieldName: 'n', dataTypeName: 'number' },
    ];
    const { table } = await askPortal(
      ({ pathname }) =>
        pathname.includes('/api/views')
          ? said({ columns })
          : said([
              { d: 'a', n: '1' },
              { d: 'a', n: '2' },
            ]),
      at('resource/abcd-efgh.json'),
      { value: 'sum(n)', by: 'd' },
    );
    expect(numbersOf(table, 'n')).to.deep.equal([3]);
  });
});

describe('a page of CKAN', () => {
  it('of one view of a resource means the resource', async () => {
    const id = '71d31103-0000-4000-8000-000000000001';
    const { table, requests } = await askPortal(
      () => search([[1, 'a', 5]]),
      at(`es/dataset/homicidios/resource/${id}/view/22d31103-0000-4000-8000-000000000001?inner_span=True`),
      { value: 'N' },
    );
    expect(requests.map((url) => url.searchParams.get('resource_id'))).to.deep.equal([id]);
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
