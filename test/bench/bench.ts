import type { Browser } from 'puppeteer-core';
import { launchBrowser } from '../support/browser.js';
import { CONTESTANTS, type Contestant } from './contestants.js';
import { benchMap, MAP_PAGES } from './map.js';
import { serveContestants, type BenchServer } from './server.js';

/**
 * `npm run bench`: how long until a reader sees one trend, or one card, of 120 months, against the same by hand.
 * And how long until the districts of a country are drawn, and another year of them. `map` measures those alone.
 * All in one run, one after the other in turn, medians; trust the ratios, not the milliseconds.
 */
const ROUNDS = Math.max(7, Number(process.argv.find((each) => /^\d+$/.test(each)) ?? 11));
/** Ours, the page by hand, and the goal: not more than this many times the page by hand. */
const PAIRS = [
  ['trend', 'trend by hand', 1.25],
  ['card', 'card by hand', 1.1],
  ['card', 'figure by hand', undefined],
] as const;

/** A phone of a few years ago on a slow line. */
const SLOW = {
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (0.75 * 1024 * 1024) / 8,
};

/** In the page: the moment after which the figure was on the screen, in milliseconds since the page was asked for. */
function whenPainted(): Promise<number> {
  const roots = (): (Document | ShadowRoot)[] => [
    document,
    ...[...document.querySelectorAll('*')].flatMap((each) => (each.shadowRoot ? [each.shadowRoot] : [])),
  ];
  const find = (selector: string): Element | undefined =>
    roots().flatMap((root) => [...root.querySelectorAll(selector)])[0];
  const isDrawn = (): boolean => {
    const value = find('.value');
    if (value && (value.textContent ?? '').trim() === '') return false;
    const canvas = find('canvas') as HTMLCanvasElement | undefined;
    const svg = find('.plot svg path');
    if (svg) return true;
    if (!canvas) return value !== undefined;
    if (canvas.width === 0) return false;
    const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
    return [...data].some((byte) => byte !== 0);
  };
  return new Promise((resolve) => {
    const look = (): void => {
      if (!isDrawn()) return void requestAnimationFrame(look);
      // What is drawn now is on the screen with the next frame.
      requestAnimationFrame(() => resolve(performance.now()));
    };
    look();
  });
}

async function paintTime(
  browser: Browser,
  server: BenchServer,
  { name }: Contestant,
  slow: boolean,
): Promise<number> {
  const page = await browser.newPage();
  await page.setViewport({ width: 800, height: 800 });
  await page.setCacheEnabled(false);
  if (slow) {
    await page.emulateCPUThrottling(4);
    await page.emulateNetworkConditions({
      latency: SLOW.latency,
      download: SLOW.downloadThroughput,
      upload: SLOW.uploadThroughput,
    });
  }
  // The loader of TypeScript names functions by one of its own.
  await page.evaluateOnNewDocument(
    `window.__name = (f) => f; window.__painted = (${whenPainted.toString()})`,
  );
  await page.goto(`${server.url}/page/${encodeURIComponent(name)}`, { waitUntil: 'domcontentloaded' });
  const time = (await page.evaluate('window.__painted()')) as number;
  await page.close();
  return time;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

async function round(browser: Browser, server: BenchServer, slow: boolean): Promise<void> {
  const times = new Map<string, number[]>(CONTESTANTS.map(({ name }) => [name, []]));
  for (let turn = -1; turn < ROUNDS; turn++) {
    for (const contestant of CONTESTANTS) {
      const time = await paintTime(browser, server, contestant, slow);
      // The first turn warms the browser and the server.
      if (turn >= 0) times.get(contestant.name)?.push(time);
    }
  }
  const of = (name: string): number => median(times.get(name) ?? []);
  console.log(slow ? '\n4 × slower processor, 1.6 Mbit/s, 150 ms' : '\nno throttle');
  for (const [name, byHand, goal] of PAIRS) {
    const ratio = of(name) / of(byHand);
    const wanted = slow || goal === undefined ? '' : `   goal ≤ ${goal}`;
    const ms = (time: number): string => `${time.toFixed(0).padStart(5)} ms`;
    console.log(
      `${name.padEnd(6)}${ms(of(name))}   ${byHand.padEnd(15)}${ms(of(byHand))}   ratio ${ratio.toFixed(2)}${wanted}`,
    );
  }
}

const server = await serveContestants(MAP_PAGES);
const browser = await launchBrowser();
const isMapAlone = process.argv.includes('map');
if (isMapAlone) {
  await benchMap(browser, server, ROUNDS);
  await browser.close();
  server.close();
  process.exit(0);
}
console.log(`First paint of 120 months, medians of ${ROUNDS}, interleaved`);
await round(browser, server, false);
await round(browser, server, true);
await benchMap(browser, server, ROUNDS);
await browser.close();
server.close();
