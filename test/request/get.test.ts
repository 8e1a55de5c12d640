import '../support/as-module.js';
import { expect } from 'chai';
import type { Reply } from '../../src/request/fetch-bytes.js';
import { get } from '../../src/request/get.js';
import { DEFAULT_LIMITS } from '../../src/request/limits.js';
import { HEALTHY_CSV } from '../servers/fault.js';
import { startFaultServer, type FaultServer } from '../servers/faults.js';
import { failureOf, reasonOf } from '../support/failure.js';
import { startServer } from '../support/local-server.js';
import { openPage, type Page } from '../support/page.js';

describe('an address', () => {
  const { random } = Math;
  let server: FaultServer;
  let page: Page;
  before(async () => (server = await startFaultServer()));
  after(() => server.close());
  beforeEach(() => {
    server.reset();
    page = openPage('visible');
    // The shortest waits that chance may give.
    Math.random = () => 0;
  });
  afterEach(() => {
    page.leave();
    Math.random = random;
  });

  const ask = (url: string, signal = new AbortController().signal): Promise<Reply> =>
    get(url, DEFAULT_LIMITS, signal);

  it('[REL-05] is asked for three times at most, and gives what the last time brings', async () => {
    const { bytes } = await ask(`${server.url}/flaky?failures=2`);
    expect(new TextDecoder().decode(bytes)).to.equal(HEALTHY_CSV);
    expect(server.hits('/flaky')).to.have.length(3);
    await failureOf(ask(`${server.url}/503`), 'http');
    expect(server.hits('/503')).to.have.length(3);
  });

  it('[REL-05] is asked for once where asking again is of no use, or nobody sees the page', async () => {
    await failureOf(ask(`${server.url}/404-html`), 'http');
    page.leave();
    page = openPage('hidden');
    await failureOf(ask(`${server.url}/503`), 'http');
    expect([server.hits('/404-html').length, server.hits('/503').length]).to.deep.equal([1, 1]);
  });

  it('[REL-04] is not asked for again once nobody waits for it', async () => {
    const leaving = new AbortController();
    const outcome = reasonOf(ask(`${server.url}/503`, leaving.signal));
    while (server.hits('/503').length === 0) await new Promise((resolve) => setImmediate(resolve));
    leaving.abort('se fue');
    expect(await outcome).to.equal('se fue');
    expect(server.hits('/503')).to.have.length(1);
  });

  it('[REL-07] that waits to be asked for again keeps no other from its turn', async () => {
    const order: string[] = [];
    const busy = await startServer(({ url = '' }, response) => {
      order.push(url);
      if (url.startsWith('/falla')) response.writeHead(503).end();
      else response.end(HEALTHY_CSV);
    });
    const failing = [1, 2, 3, 4].map((each) => reasonOf(ask(`${busy.url}/falla${each}`)));
    await ask(`${busy.url}/bien`);
    await Promise.all(failing);
    expect(order.slice(0, 5)).to.have.members(['/falla1', '/falla2', '/falla3', '/falla4', '/bien']);
    await busy.close();
  });
});
