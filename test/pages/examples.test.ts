import { expect } from 'chai';
import { startObservatory, type Observatory } from '../../examples/observatory/server.js';
import { servePages, type Pages } from '../../examples/pages-server.js';
import { EXAMPLE_PAGES, settled } from '../../examples/shots.js';
import { inFreshPage } from './browsers.js';
import { shownWidgets, type Shown } from './shown.js';
import { hostsOf, watch, type Watched } from './watch.js';

/** How many widgets each page has. */
const WIDGETS: Readonly<Record<(typeof EXAMPLE_PAGES)[number], number>> = {
  'index.html': 1,
  'region.html': 11,
  'departamento.html': 2,
  'municipal.html': 4,
  'articulo.html': 1,
  'developer/': 2,
};

/** Addresses of other hosts that the pages may link to; nothing is ever asked of them. */
const OUTSIDE = ['https://www.gob.pe/inei'];

interface Seen {
  readonly watched: Watched;
  readonly widgets: readonly Shown[];
  readonly text: string;
  readonly links: readonly string[];
  readonly ids: readonly string[];
  readonly kept: Readonly<Record<string, unknown>>;
  /** Of the whole page, where the window is 320 px wide. */
  readonly narrowWidth: number;
}

/** Opens a page once, in a window so high that every chart is drawn, and takes down what there is to know. */
function see(address: string): Promise<Seen> {
  return inFreshPage(async (page) => {
    const watched = await watch(page);
    await page.setViewport({ width: 1280, height: 5000 });
    await page.goto(address);
    await settled(page);
    const seen = {
      watched,
      widgets: await shownWidgets(page),
      text: await page.$eval('body', (body) => body.innerText),
      links: await page.$$eval('a[href]', (links) => links.map(({ href }) => href)),
      ids: await page.$$eval('[id]', (elements) => elements.map(({ id }) => id)),
      kept: await page.evaluate(async () => ({
        cookie: document.cookie,
        local: localStorage.length,
        session: sessionStorage.length,
        databases: (await indexedDB.databases()).length,
        caches: 'caches' in window ? (await caches.keys()).length : 0,
      })),
    };
    await page.setViewport({ width: 320, height: 5000 });
    // Charts hear of a new width after it is laid out.
    const narrowWidth = await page.evaluate(async () => {
      for (let frame = 0; frame < 3; frame++) await new Promise((drawn) => requestAnimationFrame(drawn));
      return document.documentElement.scrollWidth;
    });
    return { ...seen, narrowWidth };
  });
}

describe('the example pages', () => {
  let observatory: Observatory;
  let pages: Pages;
  before(async () => {
    observatory = await startObservatory({ port: 0 });
    pages = await servePages({ port: 0, observatory: observatory.url });
  });
  after(() => Promise.all([pages.close(), observatory.close()]));

  for (const name of EXAMPLE_PAGES) {
    describe(name, () => {
      let seen: Seen;
      before(async () => {
        seen = await see(`${pages.url}/${name}`);
      });

      it('opens with every widget ready, its charts drawn, and nothing in red in the console', () => {
        expect(seen.widgets).to.have.length(WIDGETS[name]);
        for (const widget of seen.widgets) {
          expect([widget.problem, widget.isBusy], widget.heading).to.deep.equal(['', false]);
          expect(widget.heading).not.to.equal('');
          expect(widget.source, widget.heading).to.match(/^.*Fuente.+Consultado: /);
          if (widget.tag === 'obs-trend') expect(widget.isDrawn, widget.heading).to.equal(true);
        }
        // A portal is asked once whether it takes SQL; a browser itself writes down that this one does not.
        const errors = seen.watched.consoleErrors.filter((line) => !line.includes('/datastore_search_sql?'));
        expect([...seen.watched.exceptions, ...errors]).to.deep.equal([]);
      });

      it('[EMB-10] asks nobody but its own host and the observatory, and keeps nothing in the browser', () => {
        const own = [pages.url, observatory.url].map((url) => new URL(url).host);
        expect(hostsOf(seen.watched.requests)).to.deep.equal(own.sort());
        expect(seen.kept).to.deep.equal({ cookie: '', local: 0, session: 0, databases: 0, caches: 0 });
      });

      it('says of each synthetic figure that it is synthetic', () => {
        for (const { heading, subtitle } of seen.widgets) {
          const isQuoted = /homicidios|extorsión$|inseguridad|^denuncias$|^distritos por habitante$/i.test(
            heading,
          );
          expect(`${heading} ${subtitle}`.includes('(datos sintéticos)'), heading).to.equal(!isQuoted);
        }
        if (name !== 'articulo.html') expect(seen.text).to.match(/sintéticos/);
      });

      it('leads nowhere in vain: every link of the page and of its widgets works', async () => {
        const inWidgets = seen.widgets.flatMap(({ links }) => links.map(({ href }) => href));
        for (const href of new Set([...seen.links, ...inWidgets])) {
          const url = new URL(href);
          if (url.hash !== '') expect(seen.ids, href).to.include(url.hash.slice(1));
          if (url.protocol === 'blob:' || OUTSIDE.includes(href)) continue;
          expect([pages.url, observatory.url], href).to.include(url.origin);
          expect((await fetch(url)).status, href).to.equal(200);
        }
      });

      it('fits a narrow phone without scrolling sideways', () => {
        expect(seen.narrowWidth).to.equal(320);
      });
    });
  }
});
