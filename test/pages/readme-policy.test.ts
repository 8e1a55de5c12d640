import { expect } from 'chai';
import type { Browser } from 'puppeteer-core';
import { startObservatory, type Observatory } from '../../examples/observatory/server.js';
import { servePages } from '../../examples/pages-server.js';
import { settled } from '../../examples/shots.js';
import { blocksOf, sectionOf } from '../house/markdown.js';
import { readProject } from '../house/project.js';
import { launchBrowser } from '../support/browser.js';

const SECTION = sectionOf(readProject('README.md'), 'Política de seguridad \\(CSP\\)');
const POLICY = blocksOf(SECTION).find(({ language }) => language === 'text')?.text ?? '';

describe('the policy that the README gives', () => {
  let observatory: Observatory;
  let browser: Browser;
  before(async () => {
    [observatory, browser] = await Promise.all([startObservatory({ port: 0 }), launchBrowser()]);
  });
  after(() => Promise.all([browser.close(), observatory.close()]));

  /** What the page's own policy refused while all its widgets came. */
  async function refusedUnder(policy: string): Promise<string[]> {
    const headers = { 'Content-Security-Policy': policy };
    const pages = await servePages({ port: 0, observatory: observatory.url, headers });
    const page = await browser.newPage();
    const refused: string[] = [];
    await page.exposeFunction('tellRefusal', (what: string) => void refused.push(what));
    await page.evaluateOnNewDocument(() =>
      addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
        const { tellRefusal } = globalThis as unknown as { tellRefusal: (what: string) => void };
        tellRefusal(`${effectiveDirective} ${blockedURI}`);
      }),
    );
    await page.setViewport({ width: 1000, height: 3500 });
    await page.goto(`${pages.url}/region.html`);
    await settled(page);
    const failed = await page.$$eval(
      'obs-card, obs-trend, obs-bars, obs-table, obs-map, obs-download',
      (widgets) =>
        widgets
          .filter(({ shadowRoot }) => shadowRoot?.querySelector('.problem'))
          .map(({ localName }) => localName),
    );
    await Promise.all([page.close(), pages.close()]);
    return [...refused.filter((what) => !what.endsWith('/favicon.ico')), ...failed];
  }

  it('is enough for every widget, and nothing is refused', async () => {
    expect(POLICY).to.contain('https://datos.example');
    expect(await refusedUnder(POLICY.replace('https://datos.example', observatory.url))).to.deep.equal([]);
  }).timeout(120_000);

  it('is watched in earnest: without the data’s server in it the widgets say that they cannot read it', async () => {
    const refused = await refusedUnder(POLICY.replace('https://datos.example', ''));
    expect(refused.join('\n')).to.contain('connect-src');
    expect(refused).to.include('obs-card');
  }).timeout(120_000);
});
