import { expect } from 'chai';
import type { Page } from 'puppeteer-core';
import { inFreshPage } from './browsers.js';
import { eightWidgets, LAYOUT } from './eight-widgets.js';
import { atRest } from './shown.js';
import { DOCUMENTED_HEAD, htmlPage, startSite, type Site } from './site.js';

const MOST = 0.02;
const LATE_SCRIPT = DOCUMENTED_HEAD.replace('/cdn/auto.js', '/tarde/auto.js');

interface Measured {
  /** The sum of all shifts that no reader caused. */
  readonly shift: number;
  readonly moved: readonly string[];
  /** Heights of the widgets while their data were on the way, and with them. */
  readonly waiting: readonly number[];
  readonly ready: readonly number[];
}

interface Shift extends PerformanceEntry {
  readonly value: number;
  readonly hadRecentInput: boolean;
  readonly sources: readonly { readonly node: Node | null }[];
}

interface MeasuredWindow extends Window {
  shift?: number;
  moved?: string[];
}

async function observeShifts(page: Page): Promise<void> {
  await page.evaluateOnNewDocument(() => {
    const seen = window as MeasuredWindow;
    seen.shift = 0;
    seen.moved = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as Shift[]) {
        seen.shift = (seen.shift ?? 0) + entry.value;
        for (const { node } of entry.sources) seen.moved?.push(node?.nodeName ?? 'gone');
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

const heights = (page: Page): Promise<number[]> =>
  page.$$eval('obs-card, obs-trend, obs-bars, obs-table, obs-map, obs-download', (widgets) =>
    widgets.map((widget) => Math.round(widget.getBoundingClientRect().height)),
  );

describe('[EMB-09] a page does not move when its figures come', () => {
  let site: Site;
  let data: Site;
  before(async () => {
    [site, data] = await Promise.all([startSite(), startSite()]);
  });
  after(() => Promise.all([site.close(), data.close()]));

  interface Opening {
    readonly width: number;
    readonly height: number;
    readonly head?: string;
    readonly body: string;
    readonly count: number;
  }

  const measure = ({ width, height, head = DOCUMENTED_HEAD, body, count }: Opening): Promise<Measured> =>
    inFreshPage(async (page) => {
      await page.setViewport({ width, height });
      await observeShifts(page);
      await page.goto(site.publish(htmlPage({ head: LAYOUT + head, body })), {
        waitUntil: 'domcontentloaded',
      });
      await page.waitForFunction(
        (wanted) => {
          const widgets = [
            ...document.querySelectorAll('obs-card, obs-trend, obs-bars, obs-table, obs-map, obs-download'),
          ];
          return widgets.length === wanted && widgets.every(({ shadowRoot }) => shadowRoot !== null);
        },
        { timeout: 15_000 },
        count,
      );
      const waiting = await heights(page);
      await atRest(page, count);
      const { shift, moved } = await page.evaluate(async () => {
        // What moves last is told in a frame of its own.
        for (let frame = 0; frame < 5; frame++) await new Promise((drawn) => requestAnimationFrame(drawn));
        const seen = window as MeasuredWindow;
        return { shift: seen.shift ?? NaN, moved: seen.moved ?? [] };
      });
      return { shift, moved, waiting, ready: await heights(page) };
    });

  const LATE = '?late=3000';
  const SCREENS = [
    ['a phone', 360, 800],
    ['a large screen, seen whole', 1280, 4000],
  ] as const;
  for (const [screen, width, height] of SCREENS) {
    it(`with eight widgets on ${screen}: all fast, the script three seconds late, the data three seconds late`, async () => {
      const opening = { width, height, count: 8, body: eightWidgets(`${data.url}/data`) };
      const measured = await Promise.all([
        measure(opening),
        measure({ ...opening, head: LATE_SCRIPT }),
        measure({ ...opening, body: eightWidgets(`${data.url}/data`, LATE) }),
      ]);
      for (const { shift, moved } of measured) expect(shift, moved.join(', ')).to.be.at.most(MOST);
      const [, , lateData] = measured;
      if (width > 1000) expect(lateData?.ready).to.deep.equal(lateData?.waiting);
    });
  }

  it('on a phone whose first widget is a chart, bars, a table, a map or a download', async () => {
    const eight = eightWidgets(`${data.url}/data`, LATE).match(/<obs-(trend|table|download) .*>/g) ?? [];
    const said = `src="${data.url}/data/provincias.csv${LATE}" value="sum(poblacion_2025)" by="departamento" unit="habitantes" heading="Población por departamento" source-name="INEI"`;
    const widgets = [
      ...eight,
      `<obs-bars ${said} top="10"></obs-bars>`,
      `<obs-map ${said} grid="pe" as="symbols"></obs-map>`,
      `<obs-map ${said.replace('sum(poblacion_2025)"', 'sum(distritos)" per="100000 of sum(poblacion_2025)"')} grid="pe"></obs-map>`,
    ];
    expect(widgets).to.have.length(7);
    const measured = await Promise.all(
      widgets.map((widget) =>
        measure({
          width: 360,
          height: 800,
          count: 1,
          body: `<main><p>Cifras del mes</p>${widget}<p>Una nota al pie.</p></main>`,
        }),
      ),
    );
    for (const [index, { shift, moved, waiting, ready }] of measured.entries()) {
      const what = `${widgets[index]?.slice(0, 12) ?? ''}, ${waiting.join()} then ${ready.join()}: ${moved.join()}`;
      expect(shift, what).to.be.at.most(MOST);
    }
    // Ten bars take twice the height of a few: the place is taken also where nobody sees what moves.
    const bars = measured[widgets.findIndex((widget) => widget.startsWith('<obs-bars'))];
    expect(bars?.waiting[0]).to.be.within(0.8 * (bars?.ready[0] ?? NaN), bars?.ready[0] ?? NaN);
  });
});
