import '../support/as-module.js';
import { expect } from 'chai';
import { allowedHosts } from '../../src/request/allowed-hosts.js';
import { fetchBytes, type Reply } from '../../src/request/fetch-bytes.js';
import { DEFAULT_LIMITS, type Limits } from '../../src/request/limits.js';
import { HEALTHY_CSV } from '../servers/fault.js';
import { startFaultServer, type FaultServer } from '../servers/faults.js';
import { tableFrom } from '../support/ask-page.js';
import { seeWidget } from '../support/early.js';
import { failureOf, reasonOf } from '../support/failure.js';
import { startServer, type LocalServer } from '../support/local-server.js';
import { never } from '../support/question.js';
import { settle } from '../support/work.js';

const get = (url: string, limits: Partial<Limits> = {}, signal = never): Promise<Reply> =>
  fetchBytes(url, { ...DEFAULT_LIMITS, ...limits }, signal);

/** A server that sends no more than what `begin` writes, and tells when the connection has ended. */
async function startSilent(begin = ''): Promise<LocalServer & { readonly isClosed: Promise<void> }> {
  let closed = (): void => undefined;
  const isClosed = new Promise<void>((resolve) => (closed = resolve));
  const server = await startServer((_, response) => {
    response.on('close', closed);
    if (begin !== '') response.write(begin);
  });
  return { ...server, isClosed };
}

describe('a reply that was asked for before the widget was there', () => {
  let server: FaultServer;
  before(async () => (server = await startFaultServer()));
  after(() => server.close());
  beforeEach(() => server.reset());

  const see = (path: string): (() => void) => seeWidget({ src: path }, `${server.url}/pagina`);

  it('is the reply to the first who asks, and to no one after', async () => {
    see('/ok.csv');
    see('/ok.csv');
    const first = await get(`${server.url}/ok.csv`);
    expect(new TextDecoder().decode(first.bytes)).to.equal(HEALTHY_CSV);
    expect(first.url).to.equal(`${server.url}/ok.csv`);
    expect(server.hits('/ok.csv')).to.have.length(1);
    await get(`${server.url}/ok.csv`);
    expect(server.hits('/ok.csv')).to.have.length(2);
  });

  it('[REL-07] is shared by all who ask the same', async () => {
    see('/slow.csv?ms=20&n=temprano.csv');
    const asked = Array.from({ length: 20 }, () => tableFrom(`${server.url}/slow.csv?ms=20&n=temprano.csv`));
    expect((await Promise.all(asked)).map(({ length }) => length)).to.deep.equal(Array(20).fill(4));
    expect(server.hits('/slow.csv')).to.have.length(1);
  });

  it('[REL-03] was asked for as any other: without cookies, without a header of ours', () => {
    const { fetch } = globalThis;
    const inits: (RequestInit | undefined)[] = [];
    globalThis.fetch = (_, init) => (inits.push(init), Promise.reject(new Error('unasked')));
    try {
      see('/ok.csv');
    } finally {
      globalThis.fetch = fetch;
    }
    const [{ signal, ...init } = {}] = inits;
    expect(signal).to.be.instanceOf(AbortSignal);
    expect(init).to.deep.equal({ credentials: 'omit', referrerPolicy: 'strict-origin' });
  });

  it('[SEC-06] is asked for plain files only, never by http from a page of https', () => {
    const { fetch } = globalThis;
    const asked: unknown[] = [];
    globalThis.fetch = (input) => (asked.push(input), Promise.reject(new Error('unasked')));
    const sources = [
      'javascript:a.csv',
      'data:text/csv,a.csv',
      'http://otro.example/d.csv',
      'file:///d.json',
    ];
    try {
      for (const src of [...sources, 'https://datos.example/dataset/d', 'd.php', '', 'https://a:99999/d.csv'])
        seeWidget({ src }, 'https://datos.example/');
      seeWidget({}, 'https://datos.example/');
      expect(asked).to.deep.equal([]);
      seeWidget({ 'data-obs-src': 'd.json' }, 'https://datos.example/a/');
    } finally {
      globalThis.fetch = fetch;
    }
    expect(asked).to.deep.equal(['https://datos.example/a/d.json']);
  });

  it('[SEC-07] is not asked for where the page has a list of hosts: the widget knows which hold for it', async () => {
    seeWidget({ src: '/ok.csv' }, `${server.url}/pagina`, true);
    await settle();
    expect(server.hits('/ok.csv')).to.deep.equal([]);
    await get(`${server.url}/ok.csv`);
    expect(server.hits('/ok.csv')).to.have.length(1);
  });

  it('[SEC-07] is no answer to one whose lists do not allow it, or not where it was sent on to', async () => {
    const hosts = allowedHosts(['datos.example'], undefined);
    see('/ok.csv');
    await failureOf(get(`${server.url}/ok.csv`, { hosts }), 'bad-host');
    await get(`${server.url}/ok.csv`);
    expect(server.hits('/ok.csv')).to.have.length(1);
    const { fetch } = globalThis;
    const reply = Object.defineProperty(new Response('a'), 'url', { value: 'https://otro.example/d.csv' });
    globalThis.fetch = () => Promise.resolve(reply);
    seeWidget({ src: '/d.csv' }, 'https://datos.example/');
    globalThis.fetch = fetch;
    await failureOf(get('https://datos.example/d.csv', { hosts }), 'bad-host');
    expect(reply.bodyUsed).to.equal(false);
  });

  it('[REL-04] is given up where no header comes, or the body stalls, and its connection is ended', async () => {
    const waits = { '': 'firstByte', 'anio,tasa\n': 'stall' } as const;
    for (const [begin, waitedFor] of Object.entries(waits)) {
      const silent = await startSilent(begin);
      seeWidget({ src: '/d.csv' }, silent.url);
      const { details } = await failureOf(get(`${silent.url}/d.csv`, { [waitedFor]: 60 }), 'timeout');
      expect(details.waitedFor).to.equal(waitedFor);
      await silent.isClosed;
      expect(silent.asked).to.have.length(1);
      await silent.close();
    }
  });

  it('[SEC-13] is stopped where it is larger than the limit', async () => {
    const silent = await startSilent('x'.repeat(2000));
    seeWidget({ src: '/d.csv' }, silent.url);
    await failureOf(get(`${silent.url}/d.csv`, { maxBytes: 1000 }), 'too-big');
    await silent.isClosed;
    await silent.close();
  });

  it('[REL-04] is stopped when the one who took it leaves, before the headers and within the body', async () => {
    for (const begin of ['', 'anio,tasa\n']) {
      const silent = await startSilent(begin);
      seeWidget({ src: '/d.csv' }, silent.url);
      const leaving = new AbortController();
      const failure = reasonOf(get(`${silent.url}/d.csv`, {}, leaving.signal));
      while (silent.asked.length === 0) await settle();
      leaving.abort('se fue');
      expect(await failure).to.equal('se fue');
      await silent.isClosed;
      await silent.close();
    }
  });

  it('[REL-04] is stopped also where the one who would take it had left before', async () => {
    const silent = await startSilent();
    seeWidget({ src: '/d.csv' }, silent.url);
    while (silent.asked.length === 0) await settle();
    expect(await reasonOf(get(`${silent.url}/d.csv`, {}, AbortSignal.abort('se fue')))).to.equal('se fue');
    await silent.isClosed;
    await silent.close();
  });

  it('is forgotten where it fails: who comes then asks again', async () => {
    let failures = 1;
    let reset = (): void => undefined;
    const isReset = new Promise<void>((resolve) => (reset = resolve));
    const flaky = await startServer((request, response) => {
      if (failures-- <= 0) return void response.end(HEALTHY_CSV);
      request.socket.on('close', reset).destroy();
    });
    const { fetch } = globalThis;
    let failed: Promise<unknown> = Promise.resolve();
    globalThis.fetch = (input, init) => {
      const reply = fetch(input, init);
      failed = reasonOf(reply);
      return reply;
    };
    seeWidget({ src: '/d.csv' }, flaky.url);
    globalThis.fetch = fetch;
    await Promise.all([isReset, failed]);
    const { bytes } = await get(`${flaky.url}/d.csv`);
    expect(new TextDecoder().decode(bytes)).to.equal(HEALTHY_CSV);
    await flaky.close();
  });

  it('[REL-02] that fails when it has been taken is a failure of the network', async () => {
    see('/reset-at-once?d.csv');
    await failureOf(get(`${server.url}/reset-at-once?d.csv`), 'network');
  });

  it('is no answer any more where nobody came for it in time', async () => {
    const silent = await startSilent();
    const waitedTooLong = seeWidget({ src: '/d.csv' }, silent.url);
    while (silent.asked.length === 0) await settle();
    waitedTooLong();
    await silent.isClosed;
    await failureOf(get(`${silent.url}/d.csv`, { firstByte: 20 }), 'timeout');
    expect(silent.asked).to.have.length(2);
    await silent.close();
  });

  it('is left alone once it has been taken, however long it takes', async () => {
    const waitedTooLong = see('/slow.csv?ms=20&despacio.csv');
    const reply = get(`${server.url}/slow.csv?ms=20&despacio.csv`);
    waitedTooLong();
    expect(new TextDecoder().decode((await reply).bytes)).to.equal(HEALTHY_CSV);
  });
});
