import type { Page } from 'puppeteer-core';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launchBrowser } from '../test/support/browser.js';
import { startObservatory } from './observatory/server.js';
import { servePages } from './pages-server.js';

/** `npm run shots`: a picture of every example page, in three widths, light and dark, under `shots/`. */
const FOLDER = fileURLToPath(new URL('../shots/', import.meta.url));
export const EXAMPLE_PAGES = [
  'index.html',
  'region.html',
  'departamento.html',
  'municipal.html',
  'articulo.html',
  'developer/',
] as const;
const WIDTHS = [360, 768, 1280];
const SCHEMES = ['light', 'dark'] as const;

/** Waits until every widget of the page shows what it has to show, its chart included. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () => {
      const widgets = [
        ...document.querySelectorAll(
          'obs-card, obs-trend, obs-bars, obs-table, obs-map, obs-download, obs-method, obs-targets, obs-filter, obs-profile',
        ),
      ];
      const plain = document.querySelectorAll('[data-obs]').length;
      return (
        widgets.length >= plain &&
        widgets.every((widget) => {
          const root = widget.shadowRoot?.querySelector('.root');
          const canvas = widget.shadowRoot?.querySelector('canvas');
          return root?.getAttribute('aria-busy') === 'false' && (!canvas || canvas.style.width !== '');
        })
      );
    },
    { timeout: 30_000 },
  );
}

/** Charts are drawn when they come near: the reader's way down the page. */
async function walkDown(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let y = 0; y < document.body.scrollHeight; y += 400) {
      scrollTo(0, y);
      // What is not there yet may move all that is below.
      for (let turn = 0; turn < 40; turn++) {
        await new Promise((resolve) => setTimeout(resolve, 50));
        const inView = [...document.querySelectorAll('*')].filter((widget) => {
          const { top, bottom } = widget.getBoundingClientRect();
          return top < innerHeight && bottom > 0;
        });
        if (!inView.some(({ shadowRoot }) => shadowRoot?.querySelector('.root[aria-busy=true]'))) break;
      }
    }
    scrollTo(0, 0);
  });
}

async function main(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const observatory = await startObservatory({ port: 0 });
  const pages = await servePages({ port: 0, observatory: observatory.url });
  const browser = await launchBrowser();
  const page = await browser.newPage();
  for (const name of EXAMPLE_PAGES) {
    for (const scheme of SCHEMES) {
      for (const width of WIDTHS) {
        await page.setViewport({ width, height: 900 });
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
        await page.goto(`${pages.url}/${name}`);
        await walkDown(page);
        await settled(page);
        const file = `${name.replace(/\.html$|\/$/, '')}-${width}-${scheme}.png`;
        await page.screenshot({ path: join(FOLDER, file), fullPage: true });
        console.log(`shots/${file}`);
      }
    }
  }
  await browser.close();
  await Promise.all([pages.close(), observatory.close()]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
