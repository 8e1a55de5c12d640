import { expect } from 'chai';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
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

const PLACE =
  'position: absolute !important; left: 0 !important; top: 0 !important; width: 480px !important; margin: 0 !important; float: none !important';

/** How much of two pictures differs, 0 to 1; pictures of two sizes differ wholly. */
function difference(page: Page, one: string, other: string): Promise<number> {
  return page.evaluate(
    async (sources) => {
      const pictures = [];
      for (const source of sources) {
        const bytes = Uint8Array.from(atob(source), (character) => character.charCodeAt(0));
        const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
        const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
        canvas?.drawImage(bitmap, 0, 0);
        pictures.push(canvas?.getImageData(0, 0, bitmap.width, bitmap.height));
      }
      const [a, b] = pictures;
      if (!a || !b || a.width !== b.width || a.height !== b.height) return 1;
      let different = 0;
      for (let at = 0; at < a.data.length; at += 4) {
        const far = [0, 1, 2].some(
          (channel) => Math.abs((a.data[at + channel] ?? 0) - (b.data[at + channel] ?? 0)) > 24,
        );
        if (far) different++;
      }
      return different / (a.width * a.height);
    },
    [one, other],
  );
}

async function picture(page: Page, tag: string): Promise<string> {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 4; frame++) await new Promise((painted) => requestAnimationFrame(painted));
  });
  const height = await page.$eval(tag, (widget) => widget.getBoundingClientRect().height);
  return page.screenshot({ encoding: 'base64', clip: { x: 0, y: 0, width: 480, height } });
}

describe('[EMB-11] in a page whose style is not made for guests', () => {
  let site: Site;
  before(async () => {
    site = await startSite();
  });
  after(() => site.close());

  for (const name of ['card', 'trend', 'table', 'download']) {
    it(`obs-${name} looks as it does anywhere else`, () =>
      inFreshPage(async (page) => {
        await page.setViewport({ width: 600, height: 1200 });
        const tag = `obs-${name}`;
        const body = `<${tag} style="${PLACE}" src="${site.url}/data/homicidios.csv" value="tasa" time="anio" status="estado" heading="Tasa de homicidios" place="Perú" unit="por 100 mil habitantes" source-name="INEI" source-href="https://www.gob.pe/inei"></${tag}>`;
        await page.goto(
          site.publish(htmlPage({ head: `${DOCUMENTED_HEAD}<style id="hostil"></style>`, body })),
        );
        await atRest(page, 1);
        await drawn(page);
        const calm = await picture(page, tag);
        for (const { id, css } of [...STYLES, ...collected()]) {
          await page.$eval('#hostil', (style, text) => void (style.textContent = text), css);
          expect(await difference(page, calm, await picture(page, tag)), id).to.be.at.most(0.005);
        }
        // The measure itself: a widget of another colour is seen.
        await page.$eval('#hostil', (style) => void (style.textContent = ':root { --obs-color-surface: gold }'));
        expect(await difference(page, calm, await picture(page, tag))).to.be.above(0.3);
      }));
  }

  it('the collected styles of hosts are among them', function () {
    if (collected().length === 0) this.skip();
    expect(collected().length).to.be.at.least(8);
  });
});
