import type { Browser, Page } from 'puppeteer-core';
import { findFirefox, launchBrowser } from '../support/browser.js';

/** One browser of each kind for all tests of pages: starting one takes longer than most tests. */
const running = new Map<string, Promise<Browser>>();

function once(kind: string, start: () => Promise<Browser>): Promise<Browser> {
  const browser = running.get(kind) ?? start();
  running.set(kind, browser);
  return browser;
}

export const chromium = (): Promise<Browser> => once('chromium', () => launchBrowser());

/** Firefox by WebDriver BiDi; `undefined` where it is not installed. */
export function firefox(): Promise<Browser> | undefined {
  const executablePath = findFirefox();
  if (executablePath === undefined) return undefined;
  return once('firefox', () => launchBrowser({ browser: 'firefox', executablePath }));
}

/** A page in a profile of its own: no cookie, no cache and no storage of another test. */
export async function inFreshPage<T>(use: (page: Page) => Promise<T>, browser = chromium()): Promise<T> {
  const context = await (await browser).createBrowserContext();
  try {
    const page = await context.newPage();
    await page.setViewport({ width: 1280, height: 900 });
    return await use(page);
  } finally {
    await context.close();
  }
}

after(async () => {
  for (const browser of running.values()) await (await browser).close();
  running.clear();
});
