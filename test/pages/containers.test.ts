import { expect } from 'chai';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { pathToFileURL } from 'node:url';
import { departmentRates, needsOf, needsPlaces, WIDGET_NAMES } from '../support/widget-needs.js';
import { inFreshPage } from './browsers.js';
import { atRest, drawn, shownWidgets } from './shown.js';
import { DOCUMENTED_HEAD, htmlPage, startSite, type Site } from './site.js';
import { watch } from './watch.js';

const WIDTHS = [160, 240, 280, 320, 480, 768, 1200];

/** What stands out of its widget, and charts that do not fill their place. */
function findSpills(page: Page): Promise<string[]> {
  return page.$$eval('obs-card, obs-trend, obs-bars, obs-table, obs-map, obs-download', (widgets) =>
    widgets.flatMap((widget) => {
      const box = widget.getBoundingClientRect();
      const spills: string[] = [];
      const place = widget.parentElement?.clientWidth ?? 0;
      if (Math.abs(box.width - place) > 1)
        spills.push(`${widget.localName} is ${box.width} wide in ${place}`);
      for (const element of widget.shadowRoot?.querySelectorAll('*') ?? []) {
        const { left, right, width, height } = element.getBoundingClientRect();
        // What is scrolled or only spoken may be wider than its place.
        if (width < 2 || height < 2 || element.closest('.scroll, .hidden, svg, pre')) continue;
        if (right > box.right + 1 || left < box.left - 1)
          spills.push(
            `${widget.localName} in ${place}: ${element.localName}.${element.className} ${Math.round(left)}–${Math.round(right)}`,
          );
      }
      const plot = widget.shadowRoot?.querySelector('.plot');
      const canvas = plot?.querySelector('canvas');
      if (plot && canvas && Math.abs(canvas.clientWidth - plot.clientWidth) > 1)
        spills.push(`chart of ${canvas.clientWidth} in ${plot.clientWidth}`);
      return spills;
    }),
  );
}

describe('[EMB-15] a place for a widget', () => {
  let site: Site;
  before(async () => {
    site = await startSite();
  });
  after(() => site.close());

  const srcOf = (name: string): string =>
    needsPlaces(name)
      ? site.publish(departmentRates(), {
          'Content-Type': 'text/csv; charset=utf-8',
          'Access-Control-Allow-Origin': '*',
        })
      : `${site.url}/data/homicidios.csv`;
  const said = (name: string): string =>
    `src="${srcOf(name)}" ${needsOf(name)} value="tasa" time="anio" status="estado" heading="Tasa de homicidios" place="Perú" unit="por 100 mil habitantes" source-name="INEI"`;
  const all = (): string =>
    WIDGET_NAMES.map((name) => `<div><obs-${name} ${said(name)}></obs-${name}></div>`).join('');

  /** All widgets show the figures they have anywhere else. */
  async function expectFigures(page: Page): Promise<void> {
    await atRest(page, WIDGET_NAMES.length);
    await drawn(page);
    const [card, trend, bars, table, map, download] = await shownWidgets(page);
    expect(card?.value).to.equal('10.7');
    expect(trend).to.include({ isDrawn: true, subtitle: 'Perú · 2011–2025 · por 100 mil habitantes' });
    // Each draws its departments, and says why not where it does not.
    expect([bars?.problem, map?.problem]).to.deep.equal(['', '']);
    for (const each of [bars, map]) expect(each?.text.toUpperCase()).to.include('LAMBAYEQUE');
    expect(table?.rows.length).to.equal(11);
    expect(download?.links.map(({ text }) => text)).to.include('Descargar CSV (1 kB)');
    expect(await findSpills(page)).to.deep.equal([]);
  }

  async function open(page: Page, html: string): Promise<void> {
    await page.setViewport({ width: 1280, height: 7000 });
    await page.goto(site.publish(html));
  }

  const inPlace = (body: string, css = '', then?: (page: Page) => Promise<unknown>): Promise<void> =>
    inFreshPage(async (page) => {
      const { exceptions } = await watch(page);
      await open(page, htmlPage({ head: `${DOCUMENTED_HEAD}<style>${css}</style>`, body }));
      await then?.(page);
      await expectFigures(page);
      expect(exceptions).to.deep.equal([]);
    });

  it(`of ${WIDTHS.join(', ')} px: nothing stands out of its widget`, () =>
    inFreshPage(async (page) => {
      await open(
        page,
        htmlPage({
          head: DOCUMENTED_HEAD,
          body: WIDTHS.map((width) => `<div style="width: ${width}px">${all()}</div>`).join(''),
        }),
      );
      await page.setViewport({ width: 1280, height: 50_000 });
      await atRest(page, WIDGET_NAMES.length * WIDTHS.length);
      await drawn(page);
      expect(await findSpills(page)).to.deep.equal([]);
    }));

  it('in a row of flexible boxes, in a grid', async () => {
    await inPlace(
      `<section>${all()}</section>`,
      'section { display: flex; width: 1000px } div { flex: 1 1 0; min-width: 0 }',
    );
    await inPlace(
      `<section>${all()}</section>`,
      'section { display: grid; width: 700px; grid-template-columns: 1fr 1fr } div { min-width: 0 }',
    );
  });

  it('in columns of text', () =>
    inPlace(all(), 'body { columns: 2; width: 900px } div { break-inside: avoid }'));

  it('in a tab that is not shown until later', () =>
    inPlace(`<div hidden id="tab" style="width: 600px">${all()}</div>`, '', async (page) => {
      await atRest(page, WIDGET_NAMES.length);
      await page.$eval('#tab', (tab) => tab.removeAttribute('hidden'));
    }));

  it('in details that are opened later', () =>
    inPlace(`<details style="width: 600px"><summary>Cifras</summary>${all()}</details>`, '', async (page) => {
      await atRest(page, WIDGET_NAMES.length);
      await page.click('summary');
    }));

  it('in a dialog that is opened later', () =>
    inPlace(`<dialog style="width: 600px">${all()}</dialog>`, '', async (page) => {
      await atRest(page, WIDGET_NAMES.length);
      await page.$eval('dialog', (dialog) => dialog.showModal());
    }));

  it('in a page of quirks mode, in one that calls itself XHTML', async () => {
    for (const [doctype, mode] of [
      ['', 'BackCompat'],
      [
        '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">',
        'CSS1Compat',
      ],
    ] as const) {
      await inFreshPage(async (page) => {
        const html = htmlPage({ head: DOCUMENTED_HEAD, body: `<div style="width: 600px">${all()}</div>` });
        await open(page, html.replace('<!doctype html>', doctype));
        expect(await page.evaluate(() => document.compatMode)).to.equal(mode);
        await expectFigures(page);
      });
    }
  });

  it('in a page with a base of its own: addresses are relative to it, the script is not', () =>
    inFreshPage(async (page) => {
      const body = all().replaceAll(`${site.url}/data/`, '').replaceAll(site.url, '');
      await open(page, htmlPage({ head: `${DOCUMENTED_HEAD}<base href="${site.url}/data/">`, body }));
      await expectFigures(page);
    }));

  it('in a page written from right to left: numbers and words stay in their order', () =>
    inFreshPage(async (page) => {
      const body = `<div dir="rtl" style="width: 600px">${all()}</div>`;
      await open(page, htmlPage({ head: DOCUMENTED_HEAD, body }));
      await expectFigures(page);
      const directions = await page.$$eval(
        'obs-card, obs-trend, obs-bars, obs-table, obs-map, obs-download',
        (widgets) =>
          widgets.map(
            ({ shadowRoot }) => getComputedStyle(shadowRoot?.querySelector('.root') as Element).direction,
          ),
      );
      expect(directions).to.deep.equal(WIDGET_NAMES.map(() => 'ltr'));
    }));

  it('in a frame', () =>
    inFreshPage(async (page) => {
      const inner = site.publish(htmlPage({ head: DOCUMENTED_HEAD, body: all() }));
      await open(
        page,
        htmlPage({ body: `<iframe src="${inner}" width="600" height="6000" title="Cifras"></iframe>` }),
      );
      const frame = await (await page.waitForSelector('iframe'))?.contentFrame();
      await frame?.waitForFunction(() => {
        const trend = document.querySelector('obs-trend')?.shadowRoot;
        const card = document.querySelector('obs-card')?.shadowRoot;
        return (
          card?.querySelector('.value')?.textContent?.includes('10.7') &&
          trend?.querySelector('canvas')?.style.width
        );
      });
    }));

  it("inside another component's shadow root, where the component loads the widget's module", () =>
    inFreshPage(async (page) => {
      const markup = JSON.stringify(`<div style="width: 600px">${all()}</div>`);
      const script = `for (const name of ${JSON.stringify(WIDGET_NAMES)}) import('/cdn/' + name + '.js');
        customElements.define('otro-componente', class extends HTMLElement {
          constructor() { super(); this.attachShadow({ mode: 'open' }).innerHTML = ${markup}; }
        });`;
      await open(
        page,
        htmlPage({ body: `<otro-componente></otro-componente><script type="module">${script}</script>` }),
      );
      await page.waitForFunction(() => {
        const root = document.querySelector('otro-componente')?.shadowRoot;
        const shown = [
          ...(root?.querySelectorAll('obs-card, obs-trend, obs-bars, obs-table, obs-map, obs-download') ??
            []),
        ];
        return (
          shown.length === 6 &&
          shown.every(({ shadowRoot }) => shadowRoot?.querySelector('.root[aria-busy=false] .source')) &&
          root?.querySelector('obs-trend')?.shadowRoot?.querySelector('canvas')?.style.width
        );
      });
    }));

  it('in a page that is a file on the disk of whoever opens it', () =>
    inFreshPage(async (page) => {
      const folder = mkdtempSync(join(tmpdir(), 'obs-pagina-'));
      const file = join(folder, 'pagina.html');
      const head = DOCUMENTED_HEAD.replaceAll('"/cdn/', `"${site.url}/cdn/`);
      writeFileSync(file, htmlPage({ head, body: `<div style="width: 600px">${all()}</div>` }));
      try {
        await page.setViewport({ width: 1280, height: 7000 });
        await page.goto(pathToFileURL(file).href);
        await expectFigures(page);
      } finally {
        rmSync(folder, { recursive: true });
      }
    }));
});
