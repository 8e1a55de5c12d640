import '../support/as-module.js';
import { expect } from 'chai';
import type { Question } from '../../src/engine/engine.js';
import { askPage, tableFrom } from '../support/ask-page.js';
import { failureOf } from '../support/failure.js';
import { startServer, type LocalServer } from '../support/local-server.js';

const CSV = 'anio,tasa\n2023,8.5\n2024,9.1\n';
const hostOf = ({ url }: LocalServer): string => new URL(url).host;

/** What a site sends, by path; an address that is sent on, as its place. */
type Pages = Record<string, string | { readonly to: string } | undefined>;

/** A site whose pages the test writes. */
function siteOf(pages: Pages): Promise<LocalServer> {
  return startServer(({ url = '' }, response) => {
    const page = pages[new URL(url, 'http://localhost').pathname];
    if (page === undefined) response.writeHead(404).end();
    else if (typeof page === 'string') response.end(page);
    else response.writeHead(302, { Location: page.to }).end();
  });
}

/** A reply as a browser gives it that was sent on to another address; tells whether its body was read. */
function sentOnTo(
  url: string,
  status = 200,
): { readonly response: Response; readonly wasRead: () => boolean } {
  const response = Object.defineProperty(new Response(CSV, { status }), 'url', { value: url });
  return { response, wasRead: () => response.bodyUsed || (response.body?.locked ?? false) };
}

describe('[SEC-07] a question under lists of hosts', () => {
  const { fetch } = globalThis;
  const pages: Pages = {};
  const other: Pages = {};
  let home: LocalServer;
  let away: LocalServer;
  let count = 0;
  /** Where nobody has asked before: answers are remembered by address. */
  const fresh = (): string => `${home.url}/ok.csv?${++count}`;

  before(async () => {
    [home, away] = await Promise.all([siteOf(pages), siteOf(other)]);
    Object.assign(pages, {
      '/ok.csv': CSV,
      '/lejos.csv': { to: `${away.url}/secreto.csv?clave=1` },
      '/cerca.csv': { to: `${home.url}/ok.csv` },
    });
    Object.assign(other, { '/secreto.csv': CSV, '/ok.csv': CSV });
  });
  after(() => Promise.all([home.close(), away.close()]));
  afterEach(() => {
    globalThis.fetch = fetch;
    Reflect.deleteProperty(globalThis, 'origin');
  });

  it('is answered where its host is in every one, and asks nothing of any other', async () => {
    const hosts = [`datos.gob.pe, ${hostOf(home)}`, `${hostOf(home)} *.gob.pe`];
    expect(await tableFrom(fresh(), { hosts })).to.have.length(2);
    for (const lists of [[...hosts, 'datos.gob.pe'], ['localhost'], ['127.0.0.1'], ['']]) {
      const src = `${fresh()}&nunca`;
      const { details } = await failureOf(askPage(src, { hosts: lists }), 'bad-host');
      expect(details).to.include({ attribute: 'data-obs-hosts', host: hostOf(home), path: '/ok.csv' });
      expect(home.asked.filter((each) => each.includes(src.slice(home.url.length)))).to.deep.equal([]);
    }
  });

  it('is answered by the page’s own host, whatever the list', async () => {
    Object.assign(globalThis, { origin: home.url });
    expect(await tableFrom(fresh(), { hosts: [''] })).to.have.length(2);
    await failureOf(askPage(`${away.url}/ok.csv?propio`, { hosts: [''] }), 'bad-host');
  });

  it('is not answered by where it is sent on to, unless that is in the list', async () => {
    const src = `${home.url}/lejos.csv`;
    expect(await tableFrom(src)).to.have.length(2);
    const { details } = await failureOf(askPage(src, { hosts: [hostOf(home)] }), 'bad-host');
    expect(details).to.deep.equal({
      attribute: 'data-obs-hosts',
      value: hostOf(home),
      host: hostOf(away),
      isRedirect: true,
    });
    expect(await tableFrom(src, { hosts: [`${hostOf(home)} ${hostOf(away)}`] })).to.have.length(2);
    expect(await tableFrom(`${home.url}/cerca.csv`, { hosts: [hostOf(home)] })).to.have.length(2);
  });

  it('reads no body of where it is sent on to, be it an answer or an error, and does not ask again', async () => {
    for (const status of [200, 202, 404, 503]) {
      const { response, wasRead } = sentOnTo('https://evil.example/d.csv', status);
      const signals: (AbortSignal | null | undefined)[] = [];
      globalThis.fetch = (_, init) => (signals.push(init?.signal), Promise.resolve(response));
      const src = `https://datos.example/d${status}.csv`;
      await failureOf(askPage(src, { hosts: ['datos.example'] }), 'bad-host');
      expect([wasRead(), signals.map((signal) => signal?.aborted)]).to.deep.equal([false, [true]]);
    }
  });

  it('takes no answer that was given under another list, nor gives its own away', async () => {
    const src = fresh();
    const asked = (hosts?: string[]): Partial<Question> => (hosts ? { hosts } : {});
    const ok = [hostOf(home)];
    const outcomes = await Promise.allSettled(
      [undefined, [''], ok, undefined, ['datos.example'], ok].map((hosts) => tableFrom(src, asked(hosts))),
    );
    expect(outcomes.map(({ status }) => status)).to.deep.equal([
      ...['fulfilled', 'rejected', 'fulfilled'],
      ...['fulfilled', 'rejected', 'fulfilled'],
    ]);
    // Once without a list, once under the one that allows it.
    expect(home.asked.filter((each) => src.endsWith(each))).to.have.length(2);
    await failureOf(askPage(src, asked([''])), 'bad-host');
  });

  it('asks nothing where a word of a list is no host', async () => {
    const src = fresh();
    for (const word of ['*', 'https://datos.gob.pe/']) {
      const failed = await failureOf(askPage(src, { hosts: [`${hostOf(home)} ${word}`] }), 'bad-attribute');
      expect(failed.details).to.include({ attribute: 'data-obs-hosts', value: word });
    }
    expect(home.asked.filter((each) => src.endsWith(each))).to.deep.equal([]);
  });

  describe('in what it needs beside its address', () => {
    const refused = async (src: string, asked: Partial<Question> = {}): Promise<void> => {
      const before = away.asked.length;
      await failureOf(askPage(src, { ...asked, hosts: [hostOf(home)] }), 'bad-host');
      expect(away.asked).to.have.length(before);
      expect(
        await tableFrom(src, { ...asked, hosts: [`${hostOf(home)} ${hostOf(away)}`] }),
      ).not.to.have.length(0);
      expect(away.asked).not.to.have.length(before);
    };

    it('reads no resource of a package elsewhere', async () => {
      const resource = { name: 'tasa', path: `${away.url}/ok.csv`, schema: { fields: [] } };
      pages['/datapackage.json'] = JSON.stringify({ name: 'p', resources: [resource] });
      await refused(`${home.url}/datapackage.json`);
    });

    it('reads no table elsewhere that CSVW describes', async () => {
      pages['/tasa-metadata.json'] = JSON.stringify({
        '@context': 'http://www.w3.org/ns/csvw',
        url: `${away.url}/ok.csv?csvw`,
      });
      await refused(`${home.url}/tasa-metadata.json`);
    });

    it('reads no further page that is sent on elsewhere', async () => {
      pages['/odata/Tasas'] = JSON.stringify({
        '@odata.context': `${home.url}/odata/$metadata#Tasas`,
        value: [{ anio: 2023, tasa: 8.5 }],
        '@odata.nextLink': `${home.url}/mas`,
      });
      pages['/mas'] = { to: `${away.url}/mas` };
      other['/mas'] = JSON.stringify({ value: [{ anio: 2024, tasa: 9.1 }] });
      const ask = (...list: string[]): Promise<unknown> =>
        tableFrom(`${home.url}/odata/Tasas`, { protocol: 'odata', hosts: [list.join(' ')] });
      const { details } = await failureOf(ask(hostOf(home)), 'bad-host');
      expect(details).to.include({ host: hostOf(away), isRedirect: true });
      expect(await ask(hostOf(home), hostOf(away))).to.have.length(2);
    });

    it('reads no table of codes elsewhere, also where another question has read it', async () => {
      pages['/lugares.csv'] = 'ubigeo,casos\n140101,5\n';
      other['/codigos.csv'] = 'reniec,inei\n140101,150101\n';
      const codes = { codeSystem: 'reniec', codeTo: 'inei', codeTable: `${away.url}/codigos.csv` };
      await refused(`${home.url}/lugares.csv`, { source: codes });
      await failureOf(
        askPage(`${home.url}/lugares.csv?otra`, { source: codes, hosts: [hostOf(home)] }),
        'bad-host',
      );
    });
  });
});
