import { expect } from 'chai';
import type { Page } from 'puppeteer-core';
import { startFaultServer, type FaultServer } from '../servers/faults.js';
import { inFreshPage } from './browsers.js';
import { fallbacksSeen } from './fallback-seen.js';
import { shownWidgets, until } from './shown.js';
import { htmlPage, startSite, type Headers, type Site } from './site.js';

const LINKS = {
  'obs-card': 'Homicidios en el Perú, 2024: ver los datos',
  'obs-trend': 'Tasa de homicidios en el Perú, 2011–2025: ver los datos',
  'obs-table': 'Homicidios por año en el Perú, 2011–2025: ver los datos',
  'obs-download': 'Homicidios en el Perú, 2011–2025: descargar los datos',
} as const;
const SCRIPT = '<script type="module" src="/cdn/auto.js"></script>';
const CSS = '<link rel="stylesheet" href="/cdn/obs.css">';

/** Each widget as a tag and as a plain element, with the link that a webmaster writes inside. */
function widgets(src: string, file: string, attributes = ''): string {
  return Object.entries(LINKS)
    .flatMap(([tag, text]) => {
      const link = `<a class="respaldo" href="${file}">${text}</a>`;
      const plain = tag.replace('obs-', '');
      return [
        `<${tag} src="${src}" heading="Homicidios" ${attributes}>${link}</${tag}>`,
        `<div data-obs="${plain}" data-obs-src="${src}" data-obs-heading="Homicidios" ${attributes.replace(/\b(?=\w[\w-]*=)/g, 'data-obs-')}>${link}</div>`,
      ];
    })
    .join('\n');
}

describe('[EMB-08] a page whose figures cannot come', () => {
  let site: Site;
  let faults: FaultServer;
  before(async () => {
    [site, faults] = await Promise.all([startSite(), startFaultServer()]);
  });
  after(() => Promise.all([site.close(), faults.close()]));

  /** All eight links are seen, readable and lead to the file; no box stands empty. */
  async function expectFallbacks(page: Page, file: string): Promise<void> {
    const seen = await fallbacksSeen(page);
    expect(seen.map(({ text }) => text)).to.have.members(
      Object.values(LINKS).flatMap((text) => [text, text]),
    );
    for (const { text, isVisible, contrast, href } of seen) {
      expect(isVisible, text).to.equal(true);
      expect(contrast, text).to.be.at.least(4.5);
      expect(href).to.equal(file);
    }
  }

  interface Without {
    readonly head: string;
    readonly headers?: Headers;
    readonly scripts?: boolean;
  }
  const CASES: Readonly<Record<string, Without>> = {
    'scripts are off': { head: CSS + SCRIPT, scripts: false },
    'scripts are off and obs.css is not linked': { head: SCRIPT, scripts: false },
    'the script is not found': { head: `${CSS}<script type="module" src="/nada/auto.js"></script>` },
    'the script is not found and is a classic one': {
      head: `${CSS}<script async src="/nada/auto.js"></script>`,
    },
    'the script never arrives': { head: `${CSS}<script async src="/colgado/auto.js"></script>` },
    "the host's style hides what is not defined": {
      head: `<style>:not(:defined) { display: none !important }</style>${CSS}<script type="module" src="/nada/auto.js"></script>`,
    },
    "the page's policy refuses the script": {
      head: CSS + SCRIPT,
      headers: { 'Content-Security-Policy': "default-src 'none'; style-src 'self'; script-src 'none'" },
    },
  };
  for (const [name, { head, headers, scripts = true }] of Object.entries(CASES)) {
    it(`shows the links written in the tags where ${name}`, () =>
      inFreshPage(async (page) => {
        const file = `${site.url}/data/homicidios.csv`;
        const address = site.publish(htmlPage({ head, body: widgets(file, file) }), headers);
        await page.setJavaScriptEnabled(scripts);
        void page.goto(address).catch(() => undefined);
        await page.waitForSelector('body > div:last-of-type a');
        await until(page, () =>
          [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].every(({ sheet }) => sheet),
        );
        await expectFallbacks(page, file);
        expect(await page.$$eval('*', (all) => all.filter(({ shadowRoot }) => shadowRoot).length)).to.equal(
          0,
        );
      }));
  }

  it('keeps the links while the server of the data hangs, then says so in a plain sentence and keeps them', () =>
    inFreshPage(async (page) => {
      const src = `${faults.url}/hang-before-headers`;
      const file = `${site.url}/data/homicidios.csv`;
      const body = widgets(src, file, 'protocol="csv" first-byte-timeout="2"');
      await page.goto(site.publish(htmlPage({ head: CSS + SCRIPT, body })));
      await page.waitForFunction(() =>
        [...document.querySelectorAll('[part=waiting], obs-card')].some(({ shadowRoot }) =>
          shadowRoot?.querySelector('.waiting'),
        ),
      );
      await expectFallbacks(page, file);
      await page.waitForFunction(() =>
        [
          ...document.querySelectorAll('obs-card, obs-trend, obs-bars, obs-table, obs-map, obs-download'),
        ].every(({ shadowRoot }) => shadowRoot?.querySelector('.owner') !== null),
      );
      await expectFallbacks(page, file);
      const shown = await shownWidgets(page);
      expect(shown).to.have.length(8);
      for (const { problem } of shown)
        expect(problem).to.equal(`La fuente ${new URL(src).host} no respondió a tiempo.`);
    }));

  it('keeps the links and says so where the data are not found', () =>
    inFreshPage(async (page) => {
      const file = `${site.url}/data/homicidios.csv`;
      const body = widgets(`${faults.url}/404-html`, file, 'protocol="csv"');
      await page.goto(site.publish(htmlPage({ head: CSS + SCRIPT, body })));
      await page.waitForFunction(
        () =>
          document.querySelectorAll('obs-card').length === 2 &&
          [
            ...document.querySelectorAll('obs-card, obs-trend, obs-bars, obs-table, obs-map, obs-download'),
          ].every(({ shadowRoot }) => !!shadowRoot?.querySelector('.owner')),
      );
      await expectFallbacks(page, file);
      for (const { problem, text } of await shownWidgets(page)) {
        expect(problem).to.match(/^La fuente .+ respondió con un error\.$/);
        expect(text).to.include('Reintentar');
      }
    }));
});
