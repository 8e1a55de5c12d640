import type { Browser, Page } from 'puppeteer-core';
import { existsSync } from 'node:fs';
import { DISTRICTS } from './districts.js';
import type { BenchServer } from './server.js';

const TAG = `<obs-map src="/districts.csv" value="tasa" time="anio" by="ubigeo" code-system="inei" unit="por 100 mil habitantes"
  geometry="/districts.json" heading="Tasa" source-name="Prueba"></obs-map><script type="module" src="/cdn/auto.js"></script>`;
/** The least that a page can do: the same file, the same projection, one path each, a colour each. */
const BY_HAND = '<div class="map"></div><script type="module" src="/hand/vanilla-map.js"></script>';

export const MAP_PAGES: Readonly<Record<string, string>> = { map: TAG, 'map by hand': BY_HAND };

/** In the page: how long until the districts are drawn, and how long a step in time takes to be painted. */
async function times(page: Page): Promise<readonly [draw: number, step: number]> {
  const drawn = `(async () => {
    const paths = () => [...document.querySelectorAll('obs-map, .map')].flatMap((each) => [...(each.shadowRoot ?? each).querySelectorAll('path[data-place]')]);
    while (paths().length < 1500) await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    const draw = performance.now();
    const root = document.querySelector('obs-map')?.shadowRoot ?? document;
    const slider = root.querySelector('input[type=range]');
    const before = performance.now();
    slider.value = '0';
    slider.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await document.querySelector('obs-map')?.updateComplete;
    await new Promise(requestAnimationFrame);
    await new Promise((done) => setTimeout(done));
    return [draw, performance.now() - before];
  })()`;
  return (await page.evaluate(drawn)) as [number, number];
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

/** Draws the districts and steps in time, ours and by hand in turn; tells the medians and their ratios. */
export async function benchMap(browser: Browser, server: BenchServer, rounds: number): Promise<void> {
  if (!existsSync(DISTRICTS)) return console.log('\nNo map of districts is here: not drawn.');
  const all = new Map<string, (readonly [number, number])[]>();
  for (let turn = -1; turn < rounds; turn++) {
    for (const name of Object.keys(MAP_PAGES)) {
      const page = await browser.newPage();
      await page.setViewport({ width: 900, height: 900 });
      await page.setCacheEnabled(false);
      await page.goto(`${server.url}/page/${encodeURIComponent(name)}`, { waitUntil: 'domcontentloaded' });
      const measured = await times(page);
      await page.close();
      if (turn >= 0) all.set(name, [...(all.get(name) ?? []), measured]);
    }
  }
  console.log('\n1 826 districts of Peru, no throttle');
  for (const [at, what] of ['draw', 'time step'].entries()) {
    const of = (name: string): number => median((all.get(name) ?? []).map((each) => each[at] ?? NaN));
    const [ours, hand] = [of('map'), of('map by hand')];
    console.log(
      `${what.padEnd(10)}${ours.toFixed(0).padStart(5)} ms   by hand${hand.toFixed(0).padStart(5)} ms   ratio ${(ours / hand).toFixed(2)}`,
    );
  }
}
