import { expect } from 'chai';
import type { Page } from 'puppeteer-core';
import { FAULT_PATHS, startFaultServer, type FaultServer } from '../servers/faults.js';
import { needsOf, WIDGET_NAMES as NAMES } from '../support/widget-needs.js';
import { inFreshPage } from './browsers.js';
import { outcomeFor, OUTCOMES, type Outcome } from './fault-outcomes.js';
import { atRest, shownWidgets, until, type Shown } from './shown.js';
import { DOCUMENTED_HEAD, htmlPage, startSite, type Site } from './site.js';
import { watch } from './watch.js';

/** What each widget is asked to show; most sources know no places, which a map says. */
const ASKED: Readonly<Record<(typeof NAMES)[number], string>> = {
  card: 'value="tasa" time="anio"',
  trend: 'value="tasa" time="anio"',
  bars: 'value="tasa" by="anio"',
  table: '',
  map: `value="tasa" ${needsOf('map')}`,
  download: '',
};
const SERVERS = 4;

/** Every widget over one faulty address, as a webmaster writes them. */
function widgets(src: string): string {
  const protocol = /json|object|nesting/.test(src) ? 'json' : 'csv';
  return NAMES.map(
    (name) =>
      `<obs-${name} src="${src}" protocol="${protocol}" ${ASKED[name]} heading="Tasa"><a href="/datos.csv">Homicidios: ver los datos</a></obs-${name}>`,
  ).join('');
}

function expectOutcome(shown: Shown, outcome: Outcome, host: string): void {
  const isPlain = shown.tag === 'obs-table' || shown.tag === 'obs-download';
  if ('value' in outcome || (outcome.onlyFigures && isPlain)) {
    expect(shown.problem, shown.tag).to.equal('');
    expect(shown.source, shown.tag).to.include('Consultado');
    if ('value' in outcome && shown.tag === 'obs-card') expect(shown.value).to.equal(outcome.value);
    if (shown.tag === 'obs-table') expect(shown.rows.length).to.be.above(1);
    return;
  }
  expect(shown.problem, shown.tag).to.equal(outcome.sentence.replace('HOST', host));
  expect(shown.text).to.include('Detalles para quien administra esta página');
  // What another question would mend, asking again does not.
  if (!outcome.onlyFigures) expect(shown.text).to.include('Reintentar');
}

describe('[REL-01] where a source goes wrong', () => {
  let site: Site;
  let servers: FaultServer[];
  let found: Shown[] = [];
  let exceptions: readonly string[] = [];
  let fallbacks: boolean[] = [];

  /** One address of each server: those that hang hold up their own host only. */
  const addressOf = (index: number): string => servers[index % SERVERS]?.url ?? '';

  before(async function () {
    this.timeout(60_000);
    site = await startSite();
    servers = await Promise.all(Array.from({ length: SERVERS }, () => startFaultServer()));
    await inFreshPage(async (page) => {
      ({ exceptions } = await watch(page));
      const body = FAULT_PATHS.map((path, index) => widgets(addressOf(index) + path)).join('\n');
      await page.goto(site.publish(htmlPage({ head: DOCUMENTED_HEAD, body })));
      await atRest(page, FAULT_PATHS.length * NAMES.length);
      found = await shownWidgets(page);
      fallbacks = await page.$$eval('[heading=Tasa]', (all) =>
        all.map((widget) => widget.querySelector('a')?.checkVisibility() ?? false),
      );
    });
  });
  after(() => Promise.all([site.close(), ...servers.map((server) => server.close())]));

  it('every widget comes to rest, and nothing is thrown', () => {
    expect(found).to.have.length(FAULT_PATHS.length * NAMES.length);
    expect(found.filter(({ isBusy }) => isBusy)).to.deep.equal([]);
    expect(exceptions).to.deep.equal([]);
  });

  it('the figures or the link in the tag are seen, never both and never neither', () => {
    for (const [index, { problem, tag }] of found.entries()) {
      const path = FAULT_PATHS[Math.floor(index / NAMES.length)] ?? '';
      expect(fallbacks[index], `${tag} ${path}`).to.equal(problem !== '');
    }
  });

  it('every fault of the server is here', () => {
    expect([...Object.keys(OUTCOMES), '/truncated-gzip'].sort()).to.deep.equal([...FAULT_PATHS].sort());
  });

  for (const [path, outcome] of Object.entries(OUTCOMES)) {
    const what = 'value' in outcome ? `the figure ${outcome.value}` : `«${outcome.sentence}»`;
    it(`[REL-02] ${path}: ${what}`, () => {
      const index = FAULT_PATHS.indexOf(path);
      const own = found.slice(index * NAMES.length, (index + 1) * NAMES.length);
      expect(own.map(({ tag }) => tag)).to.deep.equal(NAMES.map((name) => `obs-${name}`));
      const { host } = new URL(addressOf(index));
      for (const shown of own) expectOutcome(shown, outcomeFor(shown.tag, path, outcome), host);
    });
  }
});

describe('[REL-02] where the reader or the page is the cause', () => {
  let site: Site;
  let data: Site;
  before(async () => {
    [site, data] = await Promise.all([startSite(), startSite()]);
  });
  after(() => Promise.all([site.close(), data.close()]));

  const card = (src: string): string =>
    `<obs-card src="${src}" heading="Extorsión"><a href="/">Ver los datos</a></obs-card>`;
  const problemOf = async (page: Page, index = 0): Promise<string> =>
    (await shownWidgets(page))[index]?.problem ?? '';

  it('says that there is no connection, keeps the link, and shows the figure when it is back', () =>
    inFreshPage(async (page) => {
      await page.goto(
        site.publish(htmlPage({ head: DOCUMENTED_HEAD, body: card(`${data.url}/data/extorsion.csv`) })),
      );
      await atRest(page, 1);
      await page.setOfflineMode(true);
      await page.$eval(
        'obs-card',
        (old, src) => {
          const another = document.createElement('obs-card');
          another.setAttribute('src', src);
          old.replaceWith(another);
        },
        `${data.url}/data/homicidios.csv`,
      );
      await until(page, () => document.querySelector('obs-card')?.shadowRoot?.querySelector('[part=retry]'));
      await until(page, () =>
        document.querySelector('obs-card')?.shadowRoot?.querySelector('.root[aria-busy=false]'),
      );
      expect(await problemOf(page)).to.equal('Parece que no hay conexión a internet.');
      await page.setOfflineMode(false);
      await page.$eval('obs-card', ({ shadowRoot }) =>
        shadowRoot?.querySelector<HTMLElement>('[part=retry]')?.click(),
      );
      await until(page, () => document.querySelector('obs-card')?.shadowRoot?.querySelector('.value'));
      expect(await problemOf(page)).to.equal('');
    }));

  it("says that the page itself does not let the data be read, where its policy's connect-src lacks the source", () =>
    inFreshPage(async (page) => {
      const body = card(`${data.url}/data/extorsion.csv`);
      const headers = { 'Content-Security-Policy': "default-src 'self' data:; connect-src 'self'" };
      await page.goto(site.publish(htmlPage({ head: DOCUMENTED_HEAD, body }), headers));
      await atRest(page, 1);
      expect(await problemOf(page)).to.equal(
        `Esta página no permite leer los datos de ${new URL(data.url).host}.`,
      );
      expect((await shownWidgets(page))[0]?.text).to.include('connect-src');
    }));

  it('says that the source cannot be read, where its name is unknown or its certificate is none', () =>
    inFreshPage(async (page) => {
      const noTls = data.url.replace('http:', 'https:');
      const body = card('http://observatorio.invalid/datos.csv') + card(`${noTls}/data/extorsion.csv`);
      await page.goto(site.publish(htmlPage({ head: DOCUMENTED_HEAD, body })));
      await atRest(page, 2);
      expect(await problemOf(page)).to.equal('No se pudo leer la fuente observatorio.invalid.');
      expect(await problemOf(page, 1)).to.equal(`No se pudo leer la fuente ${new URL(data.url).host}.`);
    }));
});
