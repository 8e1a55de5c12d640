import '../support/as-module.js';
import { expect } from 'chai';
import { startObservatory, type Observatory } from '../../examples/observatory/server.js';
import { HOMICIDES, REPORTS } from '../examples/observatory-site.js';
import { FAULT_PATHS, startFaultServer, type FaultServer } from '../servers/faults.js';
import { askPage } from '../support/ask-page.js';
import { openPage, type Page } from '../support/page.js';

/** What Node itself adds to any request; a browser adds its own, none of which a page is asked permission for. */
const OF_THE_PLATFORM = [
  'host',
  'connection',
  'accept',
  'accept-language',
  'accept-encoding',
  'sec-fetch-mode',
  'user-agent',
];

describe('every request', () => {
  let server: FaultServer;
  let site: Observatory;
  let page: Page;
  const log: string[] = [];
  const inits: RequestInit[] = [];
  const { fetch } = globalThis;
  before(async () => {
    server = await startFaultServer();
    site = await startObservatory({ port: 0, log: (line) => log.push(line) });
    page = openPage('hidden');
    globalThis.fetch = (input, init = {}) => {
      inits.push(init);
      return fetch(input, init);
    };
  });
  after(async () => {
    globalThis.fetch = fetch;
    page.leave();
    await Promise.all([server.close(), site.close()]);
  });

  it('[REL-03] to a server that goes wrong in any way is a plain GET without a header of ours', async () => {
    const short = { firstByteTimeout: '0.05', stallTimeout: '0.05', timeout: '0.2', maxBytes: '100000' };
    await Promise.all(FAULT_PATHS.map((path) => askPage(server.url + path, short).catch(() => undefined)));
    const hits = FAULT_PATHS.flatMap((path) => server.hits(path));
    expect(hits).to.have.length.at.least(FAULT_PATHS.length);
    for (const { method, path, headers } of hits) {
      expect(method, path).to.equal('GET');
      expect(Object.keys(headers), path).to.have.members(OF_THE_PLATFORM);
      expect(headers.accept?.length, path).to.be.at.most(128);
    }
  });

  it('[REL-03] to a portal is a plain GET, with filters and columns in its address', async () => {
    const asked = { value: 'sum(cantidad)', by: 'P_MODALIDADES', where: "DPTO_HECHO_NEW = 'CUSCO'" };
    const refused = { ...asked, where: "dpto_hecho_new = 'CUSCO'" };
    const ckan = `${site.url}/ckan/api/3/action/datastore_search?resource_id=${REPORTS}`;
    const dkan = `${site.url}/dkan/api/action/datastore/search.json?resource_id=${HOMICIDES}`;
    await askPage(ckan, asked);
    await askPage(ckan, refused);
    await askPage(dkan, { value: 'tasa', time: 'anio', where: "estado = 'p'" });
    await askPage(`${site.url}/ckan/dataset/tasa-de-homicidios`);
    await askPage(`${site.url}/dkan/dataset/tasa-de-homicidios`);
    await askPage(`${site.url}/ckan/dataset/nada`).catch(() => undefined);
    await askPage(`${site.url}/archivos/homicidios.csv`);
    expect(log.length).to.be.at.least(9);
    expect(log.map((line) => line.split(' ')[0])).to.deep.equal(log.map(() => 'GET'));
  });

  it('[REL-03] asks for nothing that a browser would have to ask permission for, and sends no cookie', () => {
    expect(inits.length).to.be.greaterThan(FAULT_PATHS.length);
    for (const { signal, ...init } of inits) {
      expect(signal).to.be.instanceOf(AbortSignal);
      expect(init).to.deep.equal({ credentials: 'omit', referrerPolicy: 'strict-origin' });
    }
  });
});
