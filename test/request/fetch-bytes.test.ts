import { getEventListeners } from 'node:events';
import '../support/as-module.js';
import { expect } from 'chai';
import { DataError } from '../../src/errors.js';
import { fetchBytes, type Reply } from '../../src/request/fetch-bytes.js';
import { DEFAULT_LIMITS, type Limits } from '../../src/request/limits.js';
import { HEALTHY_CSV } from '../servers/fault.js';
import { startFaultServer, type FaultServer } from '../servers/faults.js';
import { failureOf, reasonOf } from '../support/failure.js';
import { startServer } from '../support/local-server.js';
import { goOffline, openPage } from '../support/page.js';
import { never } from '../support/question.js';

describe('one request', () => {
  let server: FaultServer;
  before(async () => (server = await startFaultServer()));
  after(() => server.close());
  beforeEach(() => server.reset());

  const get = (path: string, limits: Partial<Limits> = {}, signal = never): Promise<Reply> =>
    fetchBytes(server.url + path, { ...DEFAULT_LIMITS, ...limits }, signal);

  it('brings the whole body, its type, its date and where it came from', async () => {
    const start = Date.now();
    const reply = await get('/stale?a=1');
    expect(new TextDecoder().decode(reply.bytes)).to.equal(HEALTHY_CSV);
    expect(reply).to.include({ url: `${server.url}/stale?a=1`, contentType: 'text/csv; charset=utf-8' });
    expect(reply.lastModified).to.equal('Fri, 01 Mar 2019 12:00:00 GMT');
    expect(reply.fetchedAt).to.be.within(start, Date.now());
    const bare = await get('/no-content-type');
    expect([bare.contentType, bare.lastModified]).to.deep.equal(['', null]);
  });

  it('tells the address after redirects', async () => {
    expect((await get('/login-redirect')).url).to.equal(`${server.url}/login`);
  });

  it('[REL-04] is patient with a body that comes slowly but comes', async () => {
    const { bytes } = await get('/drip?ms=5', { stall: 2000, firstByte: 2000 });
    expect(new TextDecoder().decode(bytes)).to.equal(HEALTHY_CSV);
  });

  describe('that fails', () => {
    for (const status of [401, 429, 500, 502, 503, 504]) {
      it(`[REL-02] tells the status ${status} and the host`, async () => {
        const { details } = await failureOf(get(`/${status}?key=secret`), 'http');
        expect(details).to.deep.include({ status, host: new URL(server.url).host, path: `/${status}` });
      });
    }

    for (const path of ['/404-html', '/403-waf', '/418-waf']) {
      it(`[REL-02] says nothing of the page for people that comes with ${path}`, async () => {
        const { details } = await failureOf(get(path), 'http');
        expect(details.status).to.equal(Number(path.slice(1, 4)));
        expect(details).to.not.have.property('serverMessage');
      });
    }

    it('[REL-02] tells when to come back, where the server says so readably', async () => {
      const { details } = await failureOf(get('/503-retry-after-exposed?seconds=7'), 'http');
      expect(details).to.include({ status: 503, retryAfter: 7 });
    });

    for (const path of ['/reset-at-once', '/redirect-loop']) {
      it(`[REL-02] is a failure of the network: ${path}`, async () => {
        const { details } = await failureOf(get(`${path}?key=secret`), 'network');
        expect(details).to.deep.equal({ host: new URL(server.url).host, path });
      });
    }

    for (const path of ['/reset-mid-body', '/truncated-length']) {
      it(`[REL-02] is told as a transfer that was cut, which no permission mends: ${path}`, async () => {
        const { details } = await failureOf(get(path), 'network');
        expect(details).to.deep.equal({ host: new URL(server.url).host, path, isCut: true });
      });
    }

    it('[REL-02] never takes a compressed body that breaks off for more than what came of it', async () => {
      // Some platforms give what came without a word; then nothing after it may be made up.
      const reply = await get('/truncated-gzip').catch((reason: unknown) => reason);
      if (reply instanceof DataError) return void expect(reply.code).to.equal('network');
      const text = new TextDecoder().decode((reply as Reply).bytes);
      const whole = HEALTHY_CSV.repeat(100);
      expect(whole.startsWith(text)).to.equal(true);
      expect(text.length).to.be.below(whole.length);
    });

    it('[REL-02] is a failure of the network where nobody listens, or not in TLS', async () => {
      const closed = await startServer(() => undefined);
      await closed.close();
      await failureOf(fetchBytes(`${closed.url}/d.csv`, DEFAULT_LIMITS, never), 'network');
      const secure = `${server.url.replace('http:', 'https:')}/ok.csv`;
      await failureOf(fetchBytes(secure, DEFAULT_LIMITS, never), 'network');
    });

    it('[REL-02] is offline where the browser knows that it has no network', async () => {
      const goOnline = goOffline();
      try {
        await failureOf(get('/reset-at-once'), 'offline');
      } finally {
        goOnline();
      }
    });

    it('[REL-02] was blocked by the page where its policy refused this host, and only then', async () => {
      const page = openPage('visible');
      try {
        const ours = failureOf(get('/reset-at-once'), 'blocked-by-page');
        page.violate('connect-src', `${server.url}/reset-at-once`);
        await ours;
        const others = failureOf(get('/reset-at-once'), 'network');
        page.violate('connect-src', 'https://otro.example/d.csv');
        page.violate('img-src', `${server.url}/logo.png`);
        await others;
      } finally {
        page.leave();
      }
    });
  });

  describe('that takes too long', () => {
    const short: Partial<Limits> = { firstByte: 60, stall: 60, whole: 5000 };

    it('[REL-04] gives up where no header comes', async () => {
      const { details } = await failureOf(get('/hang-before-headers', short), 'timeout');
      expect(details).to.include({ waitedFor: 'firstByte', seconds: 0.06 });
      expect(details.host).to.equal(new URL(server.url).host);
    });

    it('[REL-04] gives up where the body stalls', async () => {
      const { details } = await failureOf(get('/hang-after-headers', short), 'timeout');
      expect(details).to.include({ waitedFor: 'stall', seconds: 0.06 });
    });

    it('[REL-04] gives up where the body comes but does not end in time', async () => {
      const limits = { firstByte: 5000, stall: 5000, whole: 150 };
      const { details } = await failureOf(get('/drip?ms=20', limits), 'timeout');
      expect(details).to.include({ waitedFor: 'whole', seconds: 0.15 });
    });

    it('[REL-04] waits for the first byte no longer than for the whole', async () => {
      const limits = { firstByte: 5000, stall: 5000, whole: 60 };
      const { details } = await failureOf(get('/hang-before-headers', limits), 'timeout');
      expect(details).to.include({ waitedFor: 'whole' });
    });
  });

  describe('that nobody waits for any more', () => {
    it('[REL-04] fails with the reason of who left, before the headers and within the body', async () => {
      for (const path of ['/hang-before-headers', '/drip?ms=20']) {
        const leaving = new AbortController();
        const reason = new Error('se fue');
        const failure = reasonOf(get(path, {}, leaving.signal));
        while (server.hits(new URL(path, server.url).pathname).length === 0)
          await new Promise((resolve) => setImmediate(resolve));
        leaving.abort(reason);
        expect(await failure, path).to.equal(reason);
      }
    });

    it('[REL-04] stops the download, so that the server sees it', async () => {
      let closed: (() => void) | undefined;
      const isClosed = new Promise<void>((resolve) => (closed = resolve));
      const endless = await startServer((_, response) => {
        response.on('close', () => closed?.());
        response.write('anio,tasa\n');
      });
      const leaving = new AbortController();
      const failure = reasonOf(fetchBytes(endless.url, DEFAULT_LIMITS, leaving.signal));
      while (endless.asked.length === 0) await new Promise((resolve) => setImmediate(resolve));
      leaving.abort();
      await Promise.all([failure, isClosed]);
      await endless.close();
    });

    it('leaves nothing behind on the signal', async () => {
      const { signal } = new AbortController();
      await get('/ok.csv', {}, signal);
      await reasonOf(get('/500', {}, signal));
      await reasonOf(get('/hang-before-headers', { firstByte: 20 }, signal));
      expect(getEventListeners(signal, 'abort')).to.have.length(0);
    });

    it('[REL-04] asks nothing at all where everyone had left before', async () => {
      const reason = new Error('se fue antes');
      expect(await reasonOf(get('/ok.csv', {}, AbortSignal.abort(reason)))).to.equal(reason);
      expect(server.hits('/ok.csv')).to.have.length(0);
    });
  });

  it('[REL-02] of which the server refuses without end of words is still a refusal', async () => {
    const wordy = await startServer((_, response) => {
      response.writeHead(404, { 'Content-Type': 'text/plain' });
      response.write('No existe. '.repeat(10));
    });
    const refused = fetchBytes(wordy.url, { ...DEFAULT_LIMITS, stall: 60 }, never);
    const { details } = await failureOf(refused, 'http');
    expect(details.status).to.equal(404);
    await wordy.close();
  });

  it('[REL-05] understands when to come back also where it is said as a date', async () => {
    const later = new Date(Date.now() + 60_000).toUTCString();
    const server = await startServer((_, response) => {
      response.writeHead(503, { 'Retry-After': later }).end();
    });
    const { details } = await failureOf(fetchBytes(server.url, DEFAULT_LIMITS, never), 'http');
    expect(details.retryAfter).to.be.within(50, 60);
    await server.close();
  });
});
