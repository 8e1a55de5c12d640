import { request } from 'node:http';
import { expect } from 'chai';
import { HEALTHY_CSV } from './fault.js';
import { FAULT_CATALOGUE } from './fault-catalogue.js';
import { FAULT_PATHS, startFaultServer, type FaultServer } from './faults.js';

const ABOUT_CORS = ['/no-cors'];
const NEVER_COMPLETE = [
  '/hang-before-headers',
  '/hang-after-headers',
  '/reset-at-once',
  '/reset-mid-body',
  '/truncated-length',
  '/truncated-gzip',
  '/drip',
  '/endless',
  '/gzip-bomb',
];

describe('the server of faults', () => {
  let server: FaultServer;
  before(async () => (server = await startFaultServer()));
  after(() => server.close());
  beforeEach(() => server.reset());

  const get = (path: string, init: RequestInit = {}) =>
    fetch(server.url + path, { redirect: 'manual', ...init });
  const text = async (path: string) => (await get(path)).text();

  it('has a path for every fault of the catalogue that a local server can make, and no other', () => {
    const paths = Object.values(FAULT_CATALOGUE).flatMap((entry) =>
      typeof entry === 'string' ? [] : [...entry],
    );
    expect(Object.keys(FAULT_CATALOGUE)).to.have.length(51);
    expect(paths.toSorted()).to.deep.equal([...FAULT_PATHS].toSorted());
  });

  it('gives the healthy rows as CSV and as JSON', async () => {
    expect(await text('/ok.csv')).to.equal('anio,tasa\n2021,8.6\n2022,\n2023,9.3\n2024,10.1\n');
    const response = await get('/ok.json');
    expect(response.headers.get('content-type')).to.equal('application/json; charset=utf-8');
    expect(await response.json()).to.deep.include({ anio: 2022, tasa: null });
  });

  it('lets every origin read, except where the fault is about that', async () => {
    for (const path of FAULT_PATHS.filter((path) => !NEVER_COMPLETE.includes(path))) {
      const { headers } = await get(path === '/slow.csv' ? '/slow.csv?ms=1' : path);
      const expected = ABOUT_CORS.includes(path) ? null : path === '/duplicated-cors' ? '*, *' : '*';
      expect(headers.get('access-control-allow-origin'), path).to.equal(expected);
    }
  });

  it('refuses with the status its path says', async () => {
    for (const path of [
      '/500',
      '/502',
      '/503',
      '/504',
      '/404-html',
      '/429',
      '/401',
      '/403-waf',
      '/418-waf',
    ]) {
      const response = await get(path);
      expect(response.status, path).to.equal(Number(path.slice(1, 4)));
      expect(response.headers.get('content-type'), path).to.include('text/html');
    }
  });

  it('says when to come back, readable by a page only where it is exposed', async () => {
    const hidden = await get('/503-retry-after?seconds=7');
    const exposed = await get('/503-retry-after-exposed?seconds=7');
    expect([hidden, exposed].map(({ headers }) => headers.get('retry-after'))).to.deep.equal(['7', '7']);
    expect(hidden.headers.get('access-control-expose-headers')).to.equal(null);
    expect(exposed.headers.get('access-control-expose-headers')).to.equal('Retry-After');
  });

  it('redirects for ever, or to an origin that no page may read', async () => {
    expect((await get('/redirect-loop')).headers.get('location')).to.equal('/redirect-loop');
    const target = (await get('/redirect-other-origin')).headers.get('location') ?? '';
    expect(new URL(target).origin).to.not.equal(server.url);
    const other = await fetch(target);
    expect(other.headers.get('access-control-allow-origin')).to.equal(null);
    expect(await other.text()).to.equal(HEALTHY_CSV);
  });

  it('fails twice and then works, for each key alone', async () => {
    const statuses = async (path: string) => {
      const seen: number[] = [];
      for (let visit = 0; visit < 4; visit += 1) seen.push((await get(path)).status);
      return seen;
    };
    expect(await statuses('/flaky?key=a')).to.deep.equal([500, 500, 200, 200]);
    expect(await statuses('/flaky?key=b&failures=1')).to.deep.equal([500, 200, 200, 200]);
    expect(await statuses('/flapping?key=a')).to.deep.equal([200, 500, 200, 500]);
    server.reset();
    expect((await get('/flaky?key=a')).status).to.equal(500);
  });

  it('keeps an old date, or shows a clock that is wrong', async () => {
    expect(new Date((await get('/stale')).headers.get('last-modified') ?? '').getUTCFullYear()).to.equal(
      2019,
    );
    const shown = Date.parse((await get('/clock-skew')).headers.get('date') ?? '');
    expect(shown - Date.now()).to.be.greaterThan(25 * 3_600_000);
  });

  it('remembers each request with its method, query, time and headers', async () => {
    const start = Date.now();
    await get('/ok.csv?a=1', { headers: { Accept: 'text/csv' } });
    await get('/ok.csv?a=2');
    const hits = server.hits('/ok.csv');
    expect(hits.map(({ method, path }) => `${method} ${path}`)).to.deep.equal([
      'GET /ok.csv?a=1',
      'GET /ok.csv?a=2',
    ]);
    expect(hits[0]?.headers.accept).to.equal('text/csv');
    expect(hits[0]?.time).to.be.within(start, Date.now());
    expect(server.hits('/other')).to.deep.equal([]);
    server.reset();
    expect(server.hits('/ok.csv')).to.deep.equal([]);
  });

  it('refuses and remembers a preflight', async () => {
    const { status, headers } = await get('/preflight-refused', { method: 'OPTIONS' });
    expect([status, headers.get('access-control-allow-origin')]).to.deep.equal([405, null]);
    expect(server.hits('/preflight-refused').map(({ method }) => method)).to.deep.equal(['OPTIONS']);
  });

  it('closes at once although requests hang', async () => {
    const another = await startFaultServer();
    const broken = new Promise((resolve) => {
      request(`${another.url}/hang-before-headers`).on('error', resolve).end();
    });
    while (another.hits('/hang-before-headers').length === 0)
      await new Promise((resolve) => setTimeout(resolve, 5));
    await another.close();
    expect(await broken).to.be.instanceOf(Error);
  });
});
