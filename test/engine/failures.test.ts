import '../support/as-module.js';
import { expect } from 'chai';
import type { ErrorCode, ErrorDetails } from '../../src/errors.js';
import type { Question } from '../../src/engine/engine.js';
import { startFaultServer, type FaultServer } from '../servers/faults.js';
import { askPage, tableFrom } from '../support/ask-page.js';
import { failureOf, reasonOf } from '../support/failure.js';
import { startServer } from '../support/local-server.js';
import { goOffline, openPage, type Page } from '../support/page.js';
import { toRows } from '../../src/table/rows.js';

const SHORT = { firstByteTimeout: '0.06', stallTimeout: '0.06', timeout: '5' };
const RATE = { value: 'tasa', time: 'anio' };

/** [path, what it fails with, what is told, what is asked beyond the rate by year] */
const FAILURES: readonly (readonly [string, ErrorCode, ErrorDetails?, Partial<Question>?])[] = [
  ['/401', 'http', { status: 401 }],
  ['/403-waf', 'http', { status: 403 }],
  ['/404-html', 'http', { status: 404 }],
  ['/418-waf', 'http', { status: 418 }],
  ['/429', 'http', { status: 429 }],
  ['/500', 'http', { status: 500 }],
  ['/502', 'http', { status: 502 }],
  ['/503', 'http', { status: 503 }],
  ['/504', 'http', { status: 504 }],
  ['/hang-before-headers', 'timeout', { waitedFor: 'firstByte', seconds: 0.06 }, SHORT],
  ['/hang-after-headers', 'timeout', { waitedFor: 'stall', seconds: 0.06 }, SHORT],
  ['/drip?ms=20', 'timeout', { waitedFor: 'whole', seconds: 0.15 }, { timeout: '0.15' }],
  ['/reset-at-once', 'network'],
  ['/reset-mid-body', 'network'],
  ['/truncated-length', 'network'],
  ['/redirect-loop', 'network'],
  ['/html-200', 'not-data'],
  ['/login-redirect', 'not-data'],
  ['/php-warning', 'not-data'],
  ['/empty', 'empty-reply'],
  ['/whitespace', 'empty-reply'],
  ['/bad-json', 'malformed'],
  ['/bad-json?kind=trailing-comma', 'malformed'],
  ['/bad-json?kind=truncated', 'malformed'],
  ['/error-object-ckan', 'server-error', { serverMessage: 'Not found' }],
  [
    '/error-object-dkan',
    'server-error',
    { serverMessage: 'Exception Caught, please check logs for more information' },
  ],
  ['/error-object-ckan', 'server-error', { serverMessage: 'Not found' }, { protocol: 'csv' }],
  ['/gzip-bomb', 'too-big', { what: 'bytes', limit: 1_000_000 }, { maxBytes: '1000000' }],
  ['/endless?ms=1', 'too-big', { what: 'bytes', limit: 50_000 }, { maxBytes: '50000' }],
  ['/deep-json', 'too-big', { what: 'levels', limit: 64 }],
  ['/many-columns', 'too-big', { what: 'columns', limit: 500 }],
  ['/long-cell', 'too-big', { what: 'characters', limit: 10_000, line: 1 }],
  ['/renamed-column', 'missing-column', { attribute: 'value', value: 'tasa' }],
  ['/renamed-column?format=json', 'missing-column', { attribute: 'value', value: 'tasa' }],
  ['/extra-nesting', 'missing-column', { attribute: 'time', value: 'anio' }],
];

describe('a question to a source that fails', () => {
  let server: FaultServer;
  // Nobody sees this page: what may pass is not tried again, and each test is short.
  let page: Page;
  before(async () => {
    server = await startFaultServer();
    page = openPage('hidden');
  });
  after(async () => {
    page.leave();
    await server.close();
  });

  for (const [path, code, told = {}, asked = {}] of FAILURES) {
    const by = asked.protocol ? ` as ${asked.protocol}` : '';
    it(`[REL-02] ${path}${by} is ${code}${told.status === undefined ? '' : ` ${told.status}`}`, async () => {
      const { details } = await failureOf(askPage(server.url + path, { ...RATE, ...asked }), code);
      expect(details).to.include(told);
    });
  }

  it('[REL-02] a drifted schema tells the columns there are', async () => {
    const { details } = await failureOf(askPage(`${server.url}/renamed-column`, RATE), 'missing-column');
    expect(details.expected).to.deep.equal(['anio', 'tasa_x_100mil']);
  });

  it('[REL-02] text where numbers were is told, with one of the texts', async () => {
    const { details } = await failureOf(askPage(`${server.url}/changed-type`, RATE), 'not-a-number');
    expect(details).to.include({ attribute: 'value', value: 'tasa: 8.6 por 100 mil' });
  });

  it('[REL-02] a time that is none is told', async () => {
    const asked = { value: 'tasa', time: 'lugar' };
    const { details } = await failureOf(askPage(`${server.url}/formula-cells`, asked), 'not-a-period');
    expect(details.attribute).to.equal('time');
    expect(details.value).to.match(/^lugar: /);
  });

  it('[REL-02] a dead server and one that speaks no TLS are told as the network', async () => {
    const closed = await startServer(() => undefined);
    await closed.close();
    const { details } = await failureOf(askPage(`${closed.url}/d.csv`, RATE), 'network');
    expect(details.host).to.equal(new URL(closed.url).host);
    await failureOf(askPage(`${server.url.replace('http:', 'https:')}/ok.csv`, RATE), 'network');
  });

  it('[REL-02] no network at all is told apart', async () => {
    const goOnline = goOffline();
    try {
      await failureOf(askPage(`${server.url}/reset-at-once?sin-red`, RATE), 'offline');
    } finally {
      goOnline();
    }
  });

  it('[REL-02] a page whose policy refuses the host is told apart', async () => {
    const refused = failureOf(askPage(`${server.url}/reset-at-once?politica`, RATE), 'blocked-by-page');
    while (server.hits('/reset-at-once').every(({ path }) => !path.endsWith('politica')))
      await new Promise((resolve) => setImmediate(resolve));
    page.violate('connect-src', server.url);
    await refused;
  });

  it('[REL-02] [SEC-06] what a page of https may not ask for is told before anything is asked', async () => {
    const base = 'https://observatorio.gob.pe/';
    await failureOf(askPage(`${server.url}/ok.csv?mixto`, { base }), 'mixed-content');
    await failureOf(askPage('javascript:alert(1)', { base }), 'bad-address');
    await failureOf(askPage('https://a:b@datos.example/d.csv', { base }), 'bad-address');
    await failureOf(askPage('datos.csv'), 'bad-address');
    expect(server.hits('/ok.csv')).to.have.length(0);
  });

  it('[REL-02] never ends in anything but a table or a DataError with a code of its own', async () => {
    const quiet = [
      '/clock-skew',
      '/duplicate-keys',
      '/future-dates',
      '/negative-counts',
      '/partial-rows',
      '/unsorted',
    ];
    for (const path of [
      ...quiet,
      '/partial-rows?format=json',
      '/stale',
      '/utf8-bom',
      '/no-content-type',
      '/truncated-gzip',
    ]) {
      const reason = await askPage(server.url + path, RATE).catch((error: unknown) => error);
      if (reason instanceof Error)
        expect(reason, path).to.have.property('code').that.is.not.oneOf(['internal']);
    }
  });

  it('[REL-02] data that are there in another dress are read', async () => {
    const rows = toRows(await tableFrom(`${server.url}/ok.csv`, RATE));
    expect(rows).to.deep.equal([
      ['2021', '8.6'],
      ['2022', ''],
      ['2023', '9.3'],
      ['2024', '10.1'],
    ]);
    for (const path of [
      '/ok.json',
      '/unsorted',
      '/utf8-bom',
      '/wrong-content-type',
      '/no-content-type',
      '/stale',
    ])
      expect(toRows(await tableFrom(server.url + path, RATE)), path).to.deep.equal(rows);
  });

  it('[REL-12] letters that the header lies about are read, and it is told', async () => {
    for (const path of ['/latin1-declared-utf8', '/latin1-undeclared', '/utf16le-bom']) {
      const table = await tableFrom(server.url + path, { value: 'tasa', by: 'lugar' });
      expect(
        toRows(table).map(([place]) => place),
        path,
      ).to.deep.equal(['Áncash', 'Cañete']);
      const told = table.notices.some(({ code }) => code === 'read-as-windows-1252');
      expect(told, path).to.equal(path.startsWith('/latin1'));
    }
  });

  it('[REL-02] a source that has stood still tells its date', async () => {
    const { provenance } = await askPage(`${server.url}/stale`, RATE);
    expect(new Date(provenance.lastModified ?? '').getUTCFullYear()).to.equal(2019);
  });

  it('fails with the reason of who left, whatever else went wrong', async () => {
    const leaving = new AbortController();
    const reason = new Error('se fue');
    const outcome = reasonOf(askPage(`${server.url}/hang-before-headers?x`, RATE, leaving.signal));
    leaving.abort(reason);
    expect(await outcome).to.equal(reason);
  });
});
