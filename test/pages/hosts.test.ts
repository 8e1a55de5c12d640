import { expect } from 'chai';
import { startServer, type LocalServer } from '../support/local-server.js';
import type { Shown } from './shown.js';
import { shownIn } from './shown-in.js';
import { startSite, type Site } from './site.js';

const CSV = 'anio,tasa\n2023,8.5\n2024,9.1\n';
const hostOf = ({ url }: { readonly url: string }): string => new URL(url).host;
const card = (src: string, more = ''): string =>
  `<obs-card src="${src}" heading="Tasa" source-name="INEI" ${more}></obs-card>`;

/** Three servers on loopback, which three ports make three hosts: the page's, the data's, and another one. */
describe('[SEC-07] a page with a list of hosts', () => {
  let site: Site;
  let data: LocalServer;
  let other: LocalServer;
  before(async () => {
    [site, other] = await Promise.all([
      startSite(),
      startServer((_, response) => {
        response.setHeader('Content-Type', 'text/csv');
        response.end(CSV);
      }),
    ]);
    data = await startServer(({ url = '' }, response) => {
      if (url.startsWith('/lejos')) response.writeHead(302, { Location: `${other.url}/secreto.csv` }).end();
      else response.end(CSV);
    });
  });
  after(() => Promise.all([site.close(), data.close(), other.close()]));

  const shownHere = (count: number, body: string, head?: string): Promise<Shown[]> =>
    shownIn(site, count, body, head);

  it('reads from the hosts of the list and its own, and asks nothing of others, not even early', async () => {
    const before = other.asked.length;
    const outside = `${other.url}/fuera.csv`;
    const lists = `data-obs-hosts="${hostOf(data)}"`;
    const shown = await shownHere(
      4,
      `<main ${lists}>${card(outside)}${card(`${data.url}/d.csv`)}${card(`${site.url}/data/homicidios.csv`)}
      ${card(outside, `data-obs-hosts="${hostOf(other)}"`)}</main>`,
    );
    expect(shown.map(({ problem }) => problem)).to.deep.equal([
      `Esta página no permite leer los datos de ${hostOf(other)}.`,
      '',
      '',
      `Esta página no permite leer los datos de ${hostOf(other)}.`,
    ]);
    expect([shown[1]?.value, shown[2]?.value]).to.deep.equal(['9.1', '10.7']);
    expect(other.asked).to.have.length(before);
  });

  it('does not read what a host of the list sends on to another one, unless that is in it too', async () => {
    const src = `${data.url}/lejos.csv`;
    const body = (list: string): string => `<div data-obs-hosts="${list}">${card(src)}</div>`;
    const [refused] = await shownHere(1, body(hostOf(data)));
    expect(refused?.problem).to.equal(`Esta página no permite leer los datos de ${hostOf(other)}.`);
    expect(refused?.text).to.include(
      `data-obs-hosts="${hostOf(data)}" · ${hostOf(other)}: La dirección llevó a este servidor`,
    );
    const [allowed] = await shownHere(1, body(`${hostOf(data)}, ${hostOf(other)}`));
    expect(allowed?.value).to.equal('9.1');
    const [free] = await shownHere(1, card(src));
    expect(free?.value).to.equal('9.1');
  });

  it('may have it on the script', async () => {
    const head = `<script type="module" src="/cdn/auto.js" data-obs-hosts="${hostOf(data)}"></script>`;
    const body = `${card(`${other.url}/fuera.csv`)}<div data-obs="card" data-obs-src="${data.url}/d.csv"></div>`;
    const shown = await shownHere(2, body, head);
    expect(shown.map(({ value, problem }) => [value, problem !== ''])).to.deep.equal([
      ['', true],
      ['9.1', false],
    ]);
  });

  it('allows no host by its port alone, nor by its name without the port', async () => {
    for (const list of ['127.0.0.1', `localhost:${new URL(data.url).port}`, '*.gob.pe', '']) {
      const [shown] = await shownHere(1, card(`${data.url}/d.csv`, `hosts="${list}"`));
      expect(shown?.problem, list).to.include(hostOf(data));
    }
  });
});
