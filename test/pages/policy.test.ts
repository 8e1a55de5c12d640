import { expect } from 'chai';
import type { Browser, Page } from 'puppeteer-core';
import { startFaultServer, type FaultServer } from '../servers/faults.js';
import { departmentRates, needsOf, needsPlaces, WIDGET_NAMES } from '../support/widget-needs.js';
import { chromium, firefox, inFreshPage } from './browsers.js';
import { eightWidgets } from './eight-widgets.js';
import { fallbacksSeen } from './fallback-seen.js';
import { atRest, drawn, shownWidgets, until } from './shown.js';
import { htmlPage, startSite, type Site } from './site.js';
import { watch } from './watch.js';

const SCRIPT = '<script type="module" src="/cdn/auto.js"></script>';

describe('in a page with a strict policy', () => {
  let site: Site;
  let data: Site;
  let faults: FaultServer;
  before(async () => {
    [site, data, faults] = await Promise.all([startSite(), startSite(), startFaultServer()]);
  });
  after(() => Promise.all([site.close(), data.close(), faults.close()]));

  const policy = (style: string, types: string): string =>
    `default-src 'none'; script-src 'self'; style-src ${style}; img-src 'self'; connect-src 'self' ${data.url} ${faults.url}; require-trusted-types-for 'script'; trusted-types ${types}`;

  /** A page without an icon of its own, which this policy would refuse. */
  function publish(body: string, contentPolicy: string, head = SCRIPT): string {
    const html = htmlPage({ head, body }).replace('<link rel="icon" href="data:,">', '');
    return site.publish(html, { 'Content-Security-Policy': contentPolicy });
  }

  /** A file that this widget can show. */
  const rates = (name: string): string =>
    needsPlaces(name)
      ? data.publish(departmentRates(), {
          'Content-Type': 'text/csv; charset=utf-8',
          'Access-Control-Allow-Origin': '*',
        })
      : `${data.url}/data/homicidios.csv`;

  /** The eight widgets with figures, and one of each kind that fails, that has nothing to show, that waits. */
  const everyState = (): string =>
    [
      eightWidgets(`${data.url}/data`),
      ...WIDGET_NAMES.flatMap((name) => {
        const needs = needsOf(name, 'tasa');
        return [
          `<obs-${name} src="${faults.url}/404-html" protocol="csv" heading="No encontrado" ${needs}></obs-${name}>`,
          `<obs-${name} src="${rates(name)}" where="anio = 1900" heading="Vacío" ${needs}></obs-${name}>`,
          `<obs-${name} src="${rates(name)}" valor="1" heading="In English" lang="en" theme="dark" ${needs}></obs-${name}>`,
          `<obs-${name} class="espera" src="${faults.url}/hang-before-headers" protocol="csv" heading="En camino" ${needs}></obs-${name}>`,
        ];
      }),
    ].join('');

  /** What readers do: tables, explanations, keys, search, order, pages. */
  async function use(page: Page): Promise<void> {
    await page.evaluate(() => {
      for (const { shadowRoot } of document.querySelectorAll('obs-trend, obs-bars, obs-map'))
        for (const key of ['End', 'ArrowLeft', 'ArrowDown', 'Home'])
          shadowRoot
            ?.querySelector('.plot')
            ?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      for (const { shadowRoot } of document.querySelectorAll('obs-table')) {
        shadowRoot?.querySelectorAll<HTMLElement>('thead button').forEach((button) => button.click());
        const search = shadowRoot?.querySelector('input');
        if (!search) continue;
        search.value = 'Robo';
        search.dispatchEvent(new InputEvent('input', { bubbles: true }));
      }
      for (const { shadowRoot } of document.querySelectorAll(
        'obs-card, obs-trend, obs-bars, obs-table, obs-map, obs-download',
      ))
        shadowRoot?.querySelectorAll<HTMLElement>('.actions button').forEach((button) => button.click());
    });
    await until(page, () =>
      [...document.querySelectorAll('obs-card, obs-trend, obs-table')].some(({ shadowRoot }) =>
        shadowRoot?.querySelector('.about'),
      ),
    );
  }

  async function rested(page: Page): Promise<void> {
    await until(
      page,
      (most, waiting) => {
        const widgets = [
          ...document.querySelectorAll('obs-card, obs-trend, obs-bars, obs-table, obs-map, obs-download'),
        ];
        const busy = widgets.filter(
          ({ shadowRoot: root }) => root?.querySelector('.root')?.getAttribute('aria-busy') !== 'false',
        );
        return (
          widgets.length === most &&
          busy.length === waiting &&
          busy.every((widget) => widget.classList.contains('espera'))
        );
      },
      8 + 4 * WIDGET_NAMES.length,
      WIDGET_NAMES.length,
    );
  }

  const everyWidget = (browser: Promise<Browser>, contentPolicy: string): Promise<void> =>
    inFreshPage(async (page) => {
      const { exceptions, violations } = await watch(page);
      await page.setViewport({ width: 1280, height: 12_000 });
      await page.goto(publish(everyState(), contentPolicy));
      await rested(page);
      const shown = await shownWidgets(page);
      expect(shown.slice(0, 3).map(({ value }) => value)).to.deep.equal(['10.7', '208', '26,585']);
      expect(
        shown.filter(({ heading }) => heading === 'No encontrado').map(({ problem }) => problem === ''),
      ).to.deep.equal(WIDGET_NAMES.map(() => false));
      await use(page);
      expect(await violations()).to.deep.equal([]);
      expect(exceptions).to.deep.equal([]);
      // Styled all the same: by style sheets that the policy does not count.
      const size = await page.$eval(
        'obs-card',
        ({ shadowRoot }) => getComputedStyle(shadowRoot?.querySelector('.value') as Element).fontSize,
      );
      expect(size).to.equal('40px');
    }, browser);

  for (const [engine, find] of Object.entries({ Chromium: () => chromium(), Firefox: () => firefox() })) {
    for (const style of ["'self'", "'none'"]) {
      it(`[SEC-01] every widget in every state breaks no rule, style-src ${style}, in ${engine}`, async function () {
        this.timeout(60_000);
        const browser = find();
        if (!browser) return this.skip();
        await everyWidget(browser, policy(style, 'lit-html'));
      });
    }

    it(`[SEC-01] the watch itself: what a policy refuses is seen, in ${engine}`, async function () {
      const browser = find();
      if (!browser) return this.skip();
      await inFreshPage(async (page) => {
        const { violations } = await watch(page);
        await page.goto(publish('<p style="color: red">Texto</p>', policy("'self'", 'lit-html')));
        await page.evaluate(() => {
          try {
            Reflect.set(document.body, 'innerHTML', '<i>otro</i>');
          } catch {
            // As it should be.
          }
        });
        await until(page, () => document.readyState === 'complete');
        const seen = (await violations()).join('\n');
        expect(seen)
          .to.match(/style-src/)
          .and.to.match(/require-trusted-types-for/);
      }, browser);
    });
  }

  const withFallback = (): string =>
    `<div data-obs="card" data-obs-src="${data.url}/data/extorsion.csv"><a class="respaldo" href="${data.url}/data/extorsion.csv">Extorsión en el Perú, 2024–2025: ver los datos</a></div>`;

  async function expectOnlyFallback(page: Page): Promise<void> {
    const [seen] = await fallbacksSeen(page);
    expect(seen?.isVisible).to.equal(true);
  }

  for (const types of ["'none'", 'otra-cosa']) {
    it(`[SEC-02] where trusted-types ${types} allows no template, the fallback stays and nothing is thrown`, () =>
      inFreshPage(async (page) => {
        const { exceptions, requests } = await watch(page);
        await page.goto(publish(withFallback(), policy("'self'", types)), { waitUntil: 'networkidle0' });
        expect(requests.some((url) => url.endsWith('/cdn/card.js'))).to.equal(true);
        await expectOnlyFallback(page);
        expect(exceptions).to.deep.equal([]);
      }));
  }

  const HOST_WITH_LIT = '<script type="module" src="/npm/main.js"></script>';
  const hostFigures = (): string =>
    `<select id="modality"></select><output id="state"></output><div id="figures" data-observatory="${data.url}"></div>`;

  it('[SEC-02] beside a Lit of the page that has taken the only name allowed, the fallback stays', () =>
    inFreshPage(async (page) => {
      const { exceptions } = await watch(page);
      const body = hostFigures() + withFallback().replace('="card"', '="table"');
      await page.goto(publish(body, policy("'self'", 'lit-html'), HOST_WITH_LIT + SCRIPT), {
        waitUntil: 'networkidle0',
      });
      expect((await shownWidgets(page, 'obs-card'))[0]?.value).to.equal('208');
      await expectOnlyFallback(page);
      expect(exceptions).to.deep.equal([]);
    }));

  for (const order of ['before', 'after']) {
    it(`[SEC-02] with the documented line both work, our script ${order} the page's own Lit`, () =>
      inFreshPage(async (page) => {
        const { exceptions, violations } = await watch(page);
        const types = "lit-html observatorio-widgets 'allow-duplicates'";
        const head = order === 'before' ? SCRIPT + HOST_WITH_LIT : HOST_WITH_LIT + SCRIPT;
        const table = `<obs-table src="${data.url}/data/extorsion.csv"></obs-table>`;
        await page.goto(publish(hostFigures() + table, policy("'self'", types), head));
        await atRest(page, 3);
        expect((await shownWidgets(page)).map(({ problem }) => problem)).to.deep.equal(['', '', '']);
        expect([...exceptions, ...(await violations())]).to.deep.equal([]);
      }));
  }

  it('[SEC-03] by a nonce with strict-dynamic, in a page that allows no feature and embeds across origins', () =>
    inFreshPage(async (page) => {
      const { exceptions, violations } = await watch(page);
      const html = htmlPage({
        head: SCRIPT.replace('<script', '<script nonce="abc123"'),
        body: eightWidgets(`${data.url}/data`),
      });
      await page.setViewport({ width: 1280, height: 5000 });
      await page.goto(
        site.publish(html.replace('<link rel="icon" href="data:,">', ''), {
          'Content-Security-Policy': `default-src 'none'; script-src 'nonce-abc123' 'strict-dynamic'; img-src 'self'; connect-src ${data.url}`,
          'Cross-Origin-Embedder-Policy': 'require-corp',
          'Cross-Origin-Opener-Policy': 'same-origin',
          'Permissions-Policy': 'clipboard-write=(), fullscreen=(), geolocation=(), storage-access=()',
        }),
      );
      await atRest(page, 8);
      await drawn(page);
      expect((await shownWidgets(page)).map(({ problem }) => problem)).to.deep.equal(
        Array.from({ length: 8 }, () => ''),
      );
      expect([...exceptions, ...(await violations())]).to.deep.equal([]);
    }));
});
