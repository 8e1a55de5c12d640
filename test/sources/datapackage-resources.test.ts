import '../support/as-module.js';
import { expect } from 'chai';
import { askFiles } from '../support/made-files.js';
import { failureOf } from '../support/failure.js';
import { names } from '../support/read-text.js';

const packageOf = (resource: object, more: object = {}): string =>
  JSON.stringify({ name: 'denuncias', ...more, resources: [{ name: 'denuncias', ...resource }] });

describe('the resources of a Data Package', () => {
  it('has one resource of several that the page chooses, and names them where it has none of that name', async () => {
    const resources = [
      { name: 'ficha', path: 'ficha.pdf' },
      { name: 'anual', path: 'a.csv' },
      { name: 'mensual', title: 'Por mes', path: 'm.csv' },
    ];
    const files = { 'datapackage.json': JSON.stringify({ resources }), 'a.csv': 'a\n1\n', 'm.csv': 'm\n1\n' };
    const columnsOf = async (resource?: string): Promise<string[]> =>
      names(
        (await askFiles(files, 'datapackage.json', { source: resource === undefined ? {} : { resource } }))
          .table,
      );
    expect(await columnsOf()).to.deep.equal(['a']);
    expect(await columnsOf('mensual')).to.deep.equal(['m']);
    expect(await columnsOf('Por mes')).to.deep.equal(['m']);
    const { details } = await failureOf(columnsOf('diario'), 'no-resource');
    expect(details).to.deep.include({
      attribute: 'resource',
      value: 'diario',
      expected: ['ficha', 'anual', 'mensual'],
    });
  });

  it('says whose its data are, in either version', async () => {
    const data = [{ a: 1 }];
    const one = packageOf({ data, title: 'Denuncias' }, {
      title: 'Paquete', licenses: [{ name: 'ODC-By-1.0', title: 'Open Data Commons Attribution' }],
      contributors: [{ title: 'Ana', role: 'author' }, { title: 'MININTER', role: 'publisher' }],
      homepage: 'https://datos.example/denuncias', created: '2025-11-03T10:00:00Z', description: 'Por distrito',
    }); // prettier-ignore
    expect(
      (await askFiles({ 'datapackage.json': one }, 'datapackage.json')).provenance.metadata,
    ).to.deep.equal({
      title: 'Denuncias',
      description: 'Por distrito',
      publisher: 'MININTER',
      license: 'Open Data Commons Attribution',
      updated: '2025-11-03',
      href: 'https://datos.example/denuncias',
    });
    const two = packageOf({ data }, {
      contributors: [{ organization: 'PNP', roles: ['publisher'] }],
      sources: [{ title: 'SIDPOL', path: 'https://datos.example/sidpol' }],
    }); // prettier-ignore
    const { metadata } = (await askFiles({ 'datapackage.json': two }, 'datapackage.json')).provenance;
    expect(metadata).to.deep.equal({
      title: 'denuncias',
      publisher: 'PNP',
      href: 'https://datos.example/sidpol',
    });
  });

  for (const path of [
    '../d.csv', '/d.csv', 'a/../../d.csv', '%2e%2e/d.csv', 'a/%2E%2E/b.csv', '..\\d.csv', ['C:', 'd.csv'].join('\\'), '~/d.csv',
    'file:///d.csv', 'javascript:alert(1)', 'data:text/csv,a', '//otro.example/d.csv', '%2Fd.csv', 'ftp://x.example/d.csv',
  ]) {
    it(`[SEC-14] is refused where its path leaves it: ${path}`, async () => {
      const asked: string[] = [];
      const answer = askFiles({ 'p/datapackage.json': packageOf({ path }) }, 'p/datapackage.json', {}, asked);
      const { details } = await failureOf(answer, 'bad-address');
      expect(details).to.include({ attribute: 'path', value: path });
      expect(asked).to.have.length(1);
    });
  } // prettier-ignore

  it('has files with what means something else in an address, and files elsewhere', async () => {
    const files = {
      'datapackage.json': packageOf({ path: 'a b?: #1.csv' }),
      'a%20b%3F:%20%231.csv': 'a\n1\n',
    };
    expect((await askFiles(files, 'datapackage.json')).table.length).to.equal(1);
    const other = {
      'datapackage.json': packageOf({ path: 'https://otro.example/d.csv' }),
      'https://otro.example/d.csv': 'a\n1\n',
    };
    expect((await askFiles(other, 'datapackage.json')).table.length).to.equal(1);
  });

  it('[REL-02] is told where it is no package, or has no rows', async () => {
    const read = (text: string): Promise<unknown> =>
      askFiles({ 'datapackage.json': text }, 'datapackage.json', { protocol: 'datapackage' });
    await failureOf(read('[]'), 'not-data');
    await failureOf(read('{"name":"x"}'), 'not-data');
    await failureOf(read('{"resources":[]}'), 'no-resource');
    await failureOf(read('{"resources":[null,7,{"name":"x","schema":{}}]}'), 'bad-address');
    await failureOf(read('{"resources":[{"name":"x","data":7,"schema":{}}]}'), 'not-data');
    await failureOf(read('{"resources":'), 'malformed');
    await failureOf(read(packageOf({ path: 'no.csv' })), 'http');
  });
});
