import { request } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { expect } from 'chai';
import { HEALTHY_CSV } from './fault.js';
import { startFaultServer, type FaultServer } from './faults.js';

describe('faults of the connection and of size', () => {
  let server: FaultServer;
  before(async () => (server = await startFaultServer()));
  after(() => server.close());

  const get = (path: string, init: RequestInit = {}) =>
    fetch(server.url + path, { redirect: 'manual', ...init });
  const text = async (path: string) => (await get(path)).text();
  const bytes = async (path: string) => Buffer.from(await (await get(path)).arrayBuffer());
  /** What a fetch that must fail failed with. */
  const failure = async (path: string, wait = 300): Promise<string> => {
    try {
      await (await get(path, { signal: AbortSignal.timeout(wait) })).arrayBuffer();
      return 'no failure';
    } catch (error) {
      return error instanceof Error ? error.name : 'unknown';
    }
  };

  it('hangs before or after its headers until the reader gives up', async () => {
    expect(await failure('/hang-before-headers')).to.equal('TimeoutError');
    expect((await get('/hang-after-headers')).status).to.equal(200);
    expect(await failure('/hang-after-headers')).to.equal('TimeoutError');
  });

  it('drips, and answers late', async () => {
    expect(await failure('/drip')).to.equal('TimeoutError');
    expect(await text('/drip?ms=1')).to.equal(HEALTHY_CSV);
    const start = performance.now();
    expect(await text('/slow.csv?ms=120')).to.equal(HEALTHY_CSV);
    expect(performance.now() - start).to.be.greaterThan(110);
  });

  it('breaks the connection at once or in the middle, and ends before the announced length', async () => {
    for (const path of ['/reset-at-once', '/reset-mid-body', '/truncated-length']) {
      expect(await failure(path, 2_000), path).to.equal('TypeError');
    }
    expect((await get('/reset-mid-body')).status).to.equal(200);
  });

  it('cuts compressed data in half, which some readers take for the whole', async () => {
    const half = await new Promise<Buffer>((resolve) => {
      request(`${server.url}/truncated-gzip`, (response) => {
        response.on('data', resolve);
      }).end();
    });
    expect(() => gunzipSync(half)).to.throw('unexpected end of file');
    expect((await bytes('/truncated-gzip')).length).to.be.lessThan(HEALTHY_CSV.length * 100);
  });

  it('unpacks into as many megabytes as asked, and stops when the reader leaves', async () => {
    const response = await get('/gzip-bomb?mb=5');
    expect(response.headers.get('content-encoding')).to.equal('gzip');
    expect((await response.arrayBuffer()).byteLength).to.be.greaterThan(5_000_000);
    expect(await failure('/gzip-bomb')).to.equal('TimeoutError');
  });

  it('never ends', async () => {
    expect(await failure('/endless')).to.equal('TimeoutError');
  });

  it('sends what is too deep, too wide or too long', async () => {
    expect(await text('/deep-json')).to.have.length(200_001);
    const [header = '', first = ''] = (await text('/many-columns')).split('\n');
    expect([header.split(',').length, first.split(',').length]).to.deep.equal([600, 600]);
    expect((await text('/long-cell')).length).to.be.greaterThan(200_000);
  });
});
