import '../support/as-module.js';
import { expect } from 'chai';
import { source } from '../../src/sources/ckan.js';
import { failureOf } from '../support/failure.js';
import { readText } from '../support/read-text.js';

const PORTAL = 'https://datos.example';

const reply = (result: unknown): string => JSON.stringify({ help: '', success: true, result });

describe('the description of a dataset', () => {
  const show = `${PORTAL}/portal/api/3/action/package_show?id=x`;
  const read = (result: unknown, resource?: string) =>
    readText(source, reply(result), show, resource === undefined ? {} : { resource });
  const csv = { id: 'r1', name: 'Por mes', format: 'CSV', url: 'https://archivos.example/d.csv' };
  const stored = { id: 'r 2', name: 'Por año', format: 'CSV', url: 'd.csv', datastore_active: true };
  const dataset = (...resources: unknown[]) => ({ title: 'Denuncias', resources });

  it('says whose the data are, under which licence and when they changed', async () => {
    const { part } = await read({
      ...dataset({ ...stored, last_modified: '2026-02-02T14:04:50.118230' }),
      notes: 'Denuncias por mes.',
      url: 'https://datos.example/d',
      license_title: 'ODC-By',
      organization: { title: 'PNP', otra: 1 },
      metadata_modified: '2026-03-01T00:00:00',
    });
    expect(part.metadata).to.deep.equal({
      title: 'Denuncias',
      description: 'Denuncias por mes.',
      license: 'ODC-By',
      publisher: 'PNP',
      href: 'https://datos.example/d',
      updated: '2026-02-02',
    });
    const bare = await read({
      ...dataset(stored),
      metadata_modified: '2026-03-01T00:00:00',
      license_title: null,
    });
    expect(bare.part.metadata).to.deep.equal({ title: 'Denuncias', updated: '2026-03-01' });
  });

  it('sends to the rows of the portal’s database, else to the file', async () => {
    expect((await read(dataset(csv, stored))).part.elsewhere).to.deep.equal({
      url: `${PORTAL}/portal/api/3/action/datastore_search?resource_id=r%202`,
      protocol: 'ckan',
    });
    expect((await read(dataset(csv))).part.elsewhere).to.deep.equal({ url: csv.url, protocol: 'csv' });
    const json = { ...csv, format: 'json', url: '/descarga?id=1' };
    expect((await read(dataset(json))).part.elsewhere).to.deep.equal({
      url: `${PORTAL}/descarga?id=1`,
      protocol: 'json',
    });
  });

  it('takes the resource that the page names, by id or by name', async () => {
    for (const wanted of ['r1', 'Por mes']) {
      expect((await read(dataset(stored, csv), wanted)).part.elsewhere?.url).to.equal(csv.url);
    }
  });

  it('[REL-02] names the resources there are where the wanted one is not among them', async () => {
    const { details } = await failureOf(read(dataset(csv, { id: 'r3' }), 'Por día'), 'no-resource');
    expect(details).to.deep.include({ attribute: 'resource', value: 'Por día', expected: ['Por mes', 'r3'] });
    await failureOf(read(dataset({ ...csv, format: 'PDF' })), 'no-resource');
    await failureOf(read(dataset()), 'no-resource');
  });

  it('[REL-02] is an error where the resource has no address, or one that is none', async () => {
    for (const url of ['', null, 'http://', 'https:// mal.example/d.csv']) {
      await failureOf(read(dataset({ ...csv, url })), 'bad-address');
    }
  });

  it('[REL-02] is malformed where it is no dataset', async () => {
    for (const odd of [[], [1], 'x', { title: 'x' }, { resources: [{}] }])
      await failureOf(read(odd), 'malformed');
  });
});
