import '../support/as-module.js';
import { expect } from 'chai';
import { source } from '../../src/sources/dkan2.js';
import { dkan2Server } from '../servers/dkan2.js';
import { askPortal, numbersOf } from '../support/ask-portal.js';
import { failureOf } from '../support/failure.js';
import { readText } from '../support/read-text.js';

const PORTAL = 'https://datos.example';
const ID = '5dc1cfcf-8028-476c-a020-f58ec6dd621c';
const ITEM = `${PORTAL}/api/1/metastore/schemas/dataset/items/${ID}`;

describe('a dataset of DKAN 2', () => {
  const item = {
    identifier: ID,
    title: 'Denuncias policiales',
    description: '<p>Denuncias &amp; delitos.</p>',
    modified: '2026-10-01T12:00:00Z',
    license: 'https://opendatacommons.org/licenses/by/1-0/',
    publisher: { '@type': 'org:Organization', name: 'MININTER' },
    distribution: [
      { title: 'Diccionario', mediaType: 'application/pdf', downloadURL: 'https://datos.example/d.pdf' },
      { title: 'Por mes', mediaType: 'text/csv', downloadURL: 'https://datos.example/m.csv' },
      { title: 'Mapa', format: 'geojson', downloadURL: 'https://datos.example/m.geojson' },
    ],
  };
  const read = (value: unknown, resource?: string) =>
    readText(source, JSON.stringify(value), ITEM, resource === undefined ? {} : { resource });
  const rowsAt = (index: number) => ({
    url: `${PORTAL}/api/1/datastore/query/${ID}/${index}`,
    protocol: 'dkan2',
  });

  it('says whose the data are and sends to the rows of its first table', async () => {
    const { part } = await read(item);
    expect(part.metadata).to.deep.equal({
      title: 'Denuncias policiales',
      description: 'Denuncias & delitos.',
      publisher: 'MININTER',
      license: 'https://opendatacommons.org/licenses/by/1-0/',
      updated: '2026-10-01',
      href: `${PORTAL}/dataset/${ID}`,
    });
    expect(part.elsewhere).to.deep.equal(rowsAt(1));
  });

  it('sends to the distribution that the page names, by title, place or id', async () => {
    expect((await read(item, 'Por mes')).part.elsewhere).to.deep.equal(rowsAt(1));
    expect((await read(item, '1')).part.elsewhere).to.deep.equal(rowsAt(1));
    expect((await read(item, 'Mapa')).part.elsewhere?.url).to.equal('https://datos.example/m.geojson');
    const { details } = await failureOf(read(item, 'otra'), 'no-resource');
    expect(details.expected).to.deep.equal(['Diccionario', 'Por mes', 'Mapa']);
    const referenced = {
      ...item,
      publisher: { identifier: 'p', data: { name: 'MININTER' } },
      distribution: item.distribution.map((data, index) => ({ identifier: `d${index}`, data })),
    };
    const { part } = await read(referenced, 'd1');
    expect(part.elsewhere).to.deep.equal(rowsAt(1));
    expect(part.metadata?.publisher).to.equal('MININTER');
  });

  it('[REL-02] is malformed where it is none', async () => {
    for (const odd of [[], 5, null, {}, { distribution: 5 }, { distribution: [5] }, { distribution: [null] }])
      await failureOf(read(odd), 'malformed');
    await failureOf(read({ distribution: [] }), 'no-resource');
  });

  it('is found by its page alone, which looks like one of CKAN', async () => {
    const types = { anio: 'int', cantidad: 'int' };
    const rows = dkan2Server([{ anio: 2024, cantidad: 5 }], { types });
    const portal = (url: URL) => {
      if (url.pathname.startsWith('/api/1/metastore')) return { body: JSON.stringify(item) };
      return url.pathname.startsWith('/api/1/') ? rows(url) : { status: 404, body: '<html>No</html>' };
    };
    const { table, provenance } = await askPortal(portal, `https://dos.example/dataset/${ID}`, {
      value: 'cantidad',
    });
    expect(numbersOf(table, 'cantidad')).to.deep.equal([5]);
    expect(provenance.metadata.publisher).to.equal('MININTER');
  });
});
