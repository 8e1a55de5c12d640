import '../support/as-module.js';
import { expect } from 'chai';
import { askPortal, numbersOf } from '../support/ask-portal.js';
import { at, FIELDS, layer, notThere, said, search } from '../support/trap-portals.js';

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

describe('what an address says beside its data set', () => {
  it('goes to the layer of an ArcGIS service, and the key also to its description', async () => {
    const { requests } = await askPortal(
      (url) =>
        url.pathname.endsWith('Server') ? said({ layers: [{ id: 3, name: 'A' }] }) : layer(() => [])(url),
      at('arcgis/rest/services/A/FeatureServer?where=N>1&token=abc'),
      { value: 'N' },
    );
    expect(requests.map((url) => url.searchParams.get('token'))).to.deep.equal(['abc', 'abc', 'abc']);
    expect(requests.at(-1)?.pathname).to.match(/FeatureServer\/3\/query$/);
    expect(requests.at(-1)?.searchParams.get('where')).to.equal('N>1');
  });

  it('has the key that Opendatasoft wants also for its description', async () => {
    const { requests } = await askPortal(
      () => said([{ n: 1 }]),
      at('api/explore/v2.1/catalog/datasets/x/records?apikey=abc'),
      { value: 'n' },
    );
    expect(requests.map((url) => url.searchParams.get('apikey'))).to.deep.equal(['abc', 'abc']);
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
