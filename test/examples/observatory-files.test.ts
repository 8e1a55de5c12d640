import { readFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { expect } from 'chai';
import { startObservatory, type Observatory } from '../../examples/observatory/server.js';
import { FULL_REPORTS, getJson, rawRequest } from './observatory-site.js';

const dataFolder = fileURLToPath(new URL('../../examples/data/', import.meta.url));
const homicides = readFileSync(join(dataFolder, 'homicidios.csv'));

describe('the files of the demonstration observatory', () => {
  let site: Observatory;
  before(async () => (site = await startObservatory({ port: 0 })));
  after(() => site.close());

  it('come byte for byte, with their type, length and date', async () => {
    const { status, headers, body } = await rawRequest(`${site.url}/archivos/homicidios.csv`);
    expect(status).to.equal(200);
    expect(body.equals(homicides)).to.equal(true);
    expect(headers).to.include({
      'content-type': 'text/csv; charset=utf-8',
      'content-length': String(homicides.length),
      'access-control-allow-origin': '*',
    });
    // That of the data, not that of their copy on this computer.
    expect(headers['last-modified']).to.equal('Mon, 02 Feb 2026 14:04:50 GMT');
  });

  it('come compressed to who accepts it, and only then', async () => {
    const url = `${site.url}/archivos/denuncias-sinteticas.csv`;
    const packed = await rawRequest(url, { 'Accept-Encoding': 'gzip, deflate' });
    expect(packed.headers['content-encoding']).to.equal('gzip');
    const plain = await rawRequest(url, { 'Accept-Encoding': 'gzip;q=0, br' });
    expect(plain.headers['content-encoding']).to.equal(undefined);
    expect(gunzipSync(packed.body).equals(plain.body)).to.equal(true);
  });

  it('are not sent again to who has them', async () => {
    const url = `${site.url}/archivos/homicidios.csv`;
    const { headers } = await rawRequest(url);
    const byTag = await rawRequest(url, { 'If-None-Match': String(headers['etag']) });
    const byDate = await rawRequest(url, { 'If-Modified-Since': String(headers['last-modified']) });
    const changed = await rawRequest(url, { 'If-None-Match': '"another"' });
    expect([byTag.status, byDate.status, changed.status]).to.deep.equal([304, 304, 200]);
    expect(byTag.body.length).to.equal(0);
    expect(byTag.headers['access-control-allow-origin']).to.equal('*');
  });

  it('include JSON with its own type', async () => {
    const response = await fetch(`${site.url}/archivos/homicidios.json`);
    expect(response.headers.get('content-type')).to.equal('application/json; charset=utf-8');
    expect(await response.json()).to.have.length(13);
  });

  it('are only those published: no source code, no path upwards', async () => {
    for (const path of [
      'generate.ts',
      '../data/generate.ts',
      '..%2f..%2fpackage.json',
      '%2e%2e/main.ts',
      '',
      '%zz',
    ]) {
      const { status } = await rawRequest(`${site.url}/archivos/${path}`);
      expect(status, path).to.be.oneOf([400, 404]);
    }
  });

  it('are listed on a page in Spanish', async () => {
    const response = await fetch(site.url);
    expect(response.headers.get('content-type')).to.equal('text/html; charset=utf-8');
    const page = await response.text();
    expect(page).to.include('lang="es-PE"').and.include('href="/archivos/homicidios.csv"');
    expect(page).to.include('(datos sintéticos)');
  });

  it('answer HEAD without a body', async () => {
    for (const path of ['/', '/archivos/homicidios.csv']) {
      const { status, body } = await rawRequest(site.url + path, {}, 'HEAD');
      expect([status, body.length], path).to.deep.equal([200, 0]);
    }
  });

  it('refuse a preflight, and everything but reading, without any CORS header', async () => {
    for (const method of ['OPTIONS', 'POST', 'DELETE']) {
      const { status, headers } = await rawRequest(
        `${site.url}/ckan/api/3/action/package_search`,
        {},
        method,
      );
      expect(status, method).to.equal(405);
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).to.deep.equal([]);
    }
  });

  it('tell each request to the log', async () => {
    let log: (line: string) => void = () => undefined;
    const firstLine = new Promise<string>((resolve) => (log = resolve));
    const logged = await startObservatory({ port: 0, log: (line) => log(line) });
    await rawRequest(`${logged.url}/archivos/extorsion.csv`);
    expect(await firstLine).to.equal('GET /archivos/extorsion.csv 200');
    await logged.close();
  });
});

describe('the full size of the synthetic reports', () => {
  let site: Observatory;
  let folder = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'observatory-'));
    await mkdir(join(folder, 'full'));
    await cp(join(dataFolder, 'denuncias-sinteticas.csv'), join(folder, 'full', 'denuncias-sinteticas.csv'));
    site = await startObservatory({ port: 0, dataFolder: folder });
  });
  after(async () => {
    await site.close();
    await rm(folder, { recursive: true });
  });

  const show = () =>
    getJson(`${site.url}/ckan/api/3/action/package_show`, { id: 'denuncias-policiales-sinteticas' });

  it('is a file and one more CKAN resource where the file stands', async () => {
    const { body } = await show();
    expect(body.at('result', 'resources').list.map((resource) => resource.at('id').value)).to.include(
      FULL_REPORTS,
    );
    const file = await rawRequest(`${site.url}/archivos/full/denuncias-sinteticas.csv`);
    expect(file.status).to.equal(200);
    const rows = await getJson(`${site.url}/ckan/api/3/action/datastore_search`, {
      resource_id: FULL_REPORTS,
      limit: 1,
    });
    expect(rows.body.at('result', 'total').value).to.equal(4_438);
  });

  it('is not mentioned where it does not', async () => {
    await rm(join(folder, 'full', 'denuncias-sinteticas.csv'));
    const { body } = await show();
    expect(body.at('result', 'resources').list.map((resource) => resource.at('id').value)).to.not.include(
      FULL_REPORTS,
    );
    expect((await rawRequest(`${site.url}/archivos/full/denuncias-sinteticas.csv`)).status).to.equal(404);
  });
});
