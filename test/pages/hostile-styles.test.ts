import { expect } from 'chai';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { departmentRates, needsOf, needsPlaces, WIDGET_NAMES as NAMES } from '../support/widget-needs.js';
import { inFreshPage } from './browsers.js';
import { atRest, drawn } from './shown.js';
import { DOCUMENTED_HEAD, htmlPage, startSite, type Site } from './site.js';

interface HostStyle {
  readonly id: string;
  readonly css: string;
}

const COLLECTED = fileURLToPath(
  new URL('../../../shared/hostile/own-fixtures/hostile-host-css.json', import.meta.url),
);

/** What themes of content management systems do to every element of a page. */
const STYLES: readonly HostStyle[] = [
  { id: 'everything is reset', css: '* { all: unset !important }' },
  { id: 'everything is initial', css: '*, *::before, *::after { all: initial !important }' },
  {
    id: 'everything is inline, red and padded',
    css: '* { display: inline !important; color: red !important; padding: 20px !important; font-size: 9px !important; border: 3px solid red !important; text-indent: 40px !important; float: left }',
  },
  {
    id: 'what is inherited',
    css: 'body, div { text-transform: uppercase; letter-spacing: 3px; word-spacing: 9px; line-height: 3; text-align: center; white-space: nowrap; word-break: break-all; direction: rtl; color: red; font: italic 700 9px serif; cursor: wait; text-shadow: 2px 2px red; visibility: visible; writing-mode: horizontal-tb; quotes: none; hyphens: auto }',
  },
  { id: 'rem is ten pixels', css: 'html { font-size: 62.5% } body { font-size: 1.6rem }' },
  {
    id: 'themes of tables, buttons, links, pictures',
    css: 'table, tr, td, th { width: 100% !important; border: 5px solid red !important; display: block !important; padding: 40px !important } button, input { background: lime !important; width: 100% !important; text-transform: uppercase !important } a { color: transparent !important; pointer-events: none } svg, canvas { height: auto !important; max-width: 10px !important } p, ul, li, h2, h3 { margin: 3em !important; list-style: square !important }',
  },
  { id: 'boxes count their content', css: '*, *::before, *::after { box-sizing: content-box !important }' },
  { id: 'what is not defined is hidden', css: ':not(:defined) { display: none !important }' },
];

/** Those that change where a widget stands or how large its pixels are: another size is right there. */
const OF_THE_PLACE =
  /zoom|narrow|flex-parent|float-columns|display-none|transform-parent|overflow-clip|print|dark/;

function collected(): HostStyle[] {
  if (!existsSync(COLLECTED)) return [];
  const styles = JSON.parse(readFileSync(COLLECTED, 'utf8')) as HostStyle[];
  return styles.filter(({ id }) => !OF_THE_PLACE.test(id));
}

const WIDTH = 480;
const HEIGHT = 900;

/** Each widget in a place that no style of the page can take from it. */
const placed = (index: number): string =>
  `position: absolute !important; left: ${index * WIDTH}px !important; top: 0 !important; width: ${WIDTH}px !important; margin: 0 !important; float: none !important`;

/** How much of each widget differs between two pictures of all, 0 to 1. */
function differences(page: Page, one: string, other: string): Promise<number[]> {
  return page.evaluate(
    async (sources, width) => {
      const pictures = [];
      for (const source of sources) {
        const bytes = Uint8Array.from(atob(source), (character) => character.charCodeAt(0));
        const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
        const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
        canvas?.drawImage(bitmap, 0, 0);
        pictures.push(canvas?.getImageData(0, 0, bitmap.width, bitmap.height));
      }
      const [a, b] = pictures;
      if (!a || !b) return [1];
      const different = Array.from({ length: a.width / width }, () => 0);
      for (let at = 0; at < a.data.length; at += 4) {
        const isFar = [0, 1, 2].some(
          (channel) => Math.abs((a.data[at + channel] ?? 0) - (b.data[at + channel] ?? 0)) > 24,
        );
        const widget = Math.floor(((at / 4) % a.width) / width);
        if (isFar) different[widget] = (different[widget] ?? 0) + 1 / (width * a.height);
      }
      return different;
    },
    [one, other],
    WIDTH,
  );
}

async function picture(page: Page): Promise<string> {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 4; frame++) await new Promise((painted) => requestAnimationFrame(painted));
  });
  const clip = { x: 0, y: 0, width: WIDTH * NAMES.length, height: HEIGHT };
  return page.screenshot({ encoding: 'base64', clip });
}

describe('[EMB-11] in a page whose style is not made for guests', () => {
  let site: Site;
  before(async () => {
    site = await startSite();
  });
  after(() => site.close());

  it('every widget looks as it does anywhere else', () =>
    inFreshPage(async (page) => {
      await page.setViewport({ width: WIDTH * NAMES.length, height: HEIGHT });
      const places = site.publish(departmentRates(), { 'Content-Type': 'text/csv; charset=utf-8' });
      const srcOf = (name: string): string =>
        needsPlaces(name) ? places : `${site.url}/data/homicidios.csv`;
      const said = `value="tasa" time="anio" status="estado" heading="Tasa de homicidios" place="Perú" unit="por 100 mil habitantes" source-name="INEI" source-href="https://www.gob.pe/inei"`;
      const body = NAMES.map(
        (name, index) =>
          `<obs-${name} style="${placed(index)}" src="${srcOf(name)}" ${needsOf(name)} ${said}></obs-${name}>`,
      );
      const head = `${DOCUMENTED_HEAD}<style id="hostil"></style>`;
      await page.goto(site.publish(htmlPage({ head, body: body.join('') })));
      await atRest(page, NAMES.length);
      await drawn(page);
      const calm = await picture(page);
      const wear = (text: string): Promise<void> =>
        page.$eval('#hostil', (style, css) => void (style.textContent = css), text);
      for (const { id, css } of [...STYLES, ...collected()]) {
        await wear(css);
        for (const [index, share] of (await differences(page, calm, await picture(page))).entries())
          expect(share, `obs-${NAMES[index] ?? ''} where ${id}`).to.be.at.most(0.005);
      }
      // The measure itself: widgets of another colour are seen.
      await wear(':root { --obs-color-surface: gold }');
      for (const share of await differences(page, calm, await picture(page))) expect(share).to.be.above(0.1);
    }));

  it('the collected styles of hosts are among them', function () {
    if (collected().length === 0) this.skip();
    expect(collected().length).to.be.at.least(8);
  });
});
