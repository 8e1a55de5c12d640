import type { Page } from 'puppeteer-core';
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { launchBrowser } from '../test/support/browser.js';
import { startObservatory } from './observatory/server.js';
import { servePages } from './pages-server.js';
import { settled } from './shots.js';

/** `npx tsx examples/readme-picture.ts`: the picture of the README, of the widgets as a built example page has them. */
const FILE = fileURLToPath(new URL('../docs/cuadros.webp', import.meta.url));
const WIDTH = 960;

/** Leaves of the page one card and one trend, side by side. */
async function showTwo(page: Page): Promise<void> {
  await page.evaluate(() => {
    const [card] = [...document.querySelectorAll('obs-card')].slice(1);
    const trend = document.querySelector('obs-trend');
    if (!card || !trend) throw new Error('The page lacks its card or its trend.');
    document.body.replaceChildren(card, trend);
    document.body.style.cssText =
      'display: grid; grid-template-columns: 2fr 5fr; gap: 16px; margin: 0; padding: 16px; min-height: 0';
  });
}

const observatory = await startObservatory({ port: 0 });
const pages = await servePages({ port: 0, observatory: observatory.url });
const browser = await launchBrowser();
const page = await browser.newPage();
await page.setViewport({ width: WIDTH, height: 3200, deviceScaleFactor: 2 });
await page.goto(`${pages.url}/region.html`);
await settled(page);
await showTwo(page);
await settled(page);
const height = await page.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));
await page.screenshot({
  path: FILE,
  type: 'webp',
  quality: 85,
  clip: { x: 0, y: 0, width: WIDTH, height },
});
await browser.close();
await Promise.all([pages.close(), observatory.close()]);
console.log(`docs/cuadros.webp: ${Math.round(statSync(FILE).size / 1000)} kB`);
