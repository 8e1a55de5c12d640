import { expect } from 'chai';
import type { Page } from 'puppeteer-core';
import { inFreshPage } from './browsers.js';
import { eightWidgets, LAYOUT } from './eight-widgets.js';
import { atRest, drawn } from './shown.js';
import { htmlPage, startSite, type Site } from './site.js';
import { hostsOf, watch } from './watch.js';

/** Objects of the language and the browser that no library may change. */
const BUILT_INS =
  `Object Object.prototype Array Array.prototype Function.prototype String String.prototype Number
Number.prototype Boolean.prototype Symbol.prototype Date Date.prototype RegExp.prototype Promise Promise.prototype Map.prototype
Set.prototype WeakMap.prototype Error.prototype JSON Math Reflect Intl Intl.NumberFormat.prototype
Intl.DateTimeFormat.prototype ArrayBuffer.prototype Float64Array.prototype EventTarget.prototype Node.prototype
Element.prototype HTMLElement.prototype Document.prototype ShadowRoot.prototype Event.prototype CustomElementRegistry.prototype
MutationObserver.prototype IntersectionObserver.prototype ResizeObserver.prototype URL.prototype Response.prototype
CSSStyleSheet.prototype History.prototype Location.prototype Storage.prototype`.split(/\s+/);

interface Traced extends Window {
  listening?: Map<string, number>;
}

/** Counts the listeners that stand on what outlives a widget. */
async function traceListeners(page: Page): Promise<void> {
  await page.evaluateOnNewDocument(() => {
    const counts = ((window as Traced).listening = new Map<string, number>());
    // eslint-disable-next-line @typescript-eslint/unbound-method -- called with their target below
    const { addEventListener, removeEventListener } = EventTarget.prototype;
    const held = new Map<EventTarget, Map<string, Set<unknown>>>();
    EventTarget.prototype.addEventListener = function (this: EventTarget | undefined, ...call) {
      const target = this ?? window;
      const [type, listener] = call;
      if (target === window || target === document || target === document.body) {
        const types = held.get(target) ?? new Map<string, Set<unknown>>();
        held.set(target, types.set(type, (types.get(type) ?? new Set()).add(listener)));
        counts.set(type, types.get(type)?.size ?? 0);
      }
      return addEventListener.apply(target, call);
    };
    EventTarget.prototype.removeEventListener = function (this: EventTarget | undefined, ...call) {
      const target = this ?? window;
      const [type, listener] = call;
      const listeners = held.get(target)?.get(type);
      if (listeners?.delete(listener)) counts.set(type, listeners.size);
      return removeEventListener.apply(target, call);
    };
  });
}

describe('[EMB-12] a page with eight widgets', () => {
  let site: Site;
  let data: Site;
  before(async () => {
    [site, data] = await Promise.all([startSite(), startSite()]);
  });
  after(() => Promise.all([site.close(), data.close()]));

  /** What a page is, apart from its widgets. */
  const host = (page: Page) =>
    page.evaluate((names) => {
      const keys = names.map((name) => {
        const target = name
          .split('.')
          .reduce<object>((from, key) => Reflect.get(from, key) as object, window);
        return `${name}: ${Reflect.ownKeys(target).map(String).sort().join(' ')}`;
      });
      return {
        keys,
        head: document.head.innerHTML,
        sheets: [document.styleSheets.length, document.adoptedStyleSheets.length],
        htmlAttributes: document.documentElement.getAttributeNames(),
        bodyAttributes: document.body.getAttributeNames(),
        title: document.title,
        address: location.href,
        history: [history.length, history.state as unknown],
        focus: document.activeElement?.id,
        scroll: [scrollX, scrollY],
        selection: String(getSelection()),
      };
    }, BUILT_INS);

  const open = async (page: Page): Promise<void> => {
    await page.setViewport({ width: 1280, height: 900 });
    const body = `<input id="busca" aria-label="Buscar"><p style="height: 400px">Texto</p>${eightWidgets(`${data.url}/data`)}`;
    await page.goto(
      site.publish(htmlPage({ head: LAYOUT + '<link rel="stylesheet" href="/cdn/obs.css">', body })),
    );
    await page.focus('#busca');
    await page.evaluate(() => scrollTo(0, 300));
  };
  const bringScript = async (page: Page): Promise<void> => {
    // Not into the head, which is looked at.
    await page.evaluate((src) => {
      const tag = document.createElement('script');
      [tag.type, tag.src] = ['module', src];
      document.body.append(tag);
    }, `${site.url}/cdn/auto.js`);
    await atRest(page, 8);
  };

  it('stays as it was: built-ins, head, title, address, history, focus, scroll position', () =>
    inFreshPage(async (page) => {
      await open(page);
      const before = await host(page);
      expect(before.focus).to.equal('busca');
      expect(before.scroll).to.deep.equal([0, 300]);
      await bringScript(page);
      // Use them: tables, explanations, keys.
      await page.$$eval('obs-trend, obs-card', (widgets) =>
        widgets.forEach(({ shadowRoot }) =>
          shadowRoot?.querySelectorAll('button').forEach((button) => button.click()),
        ),
      );
      await atRest(page, 8);
      expect(await host(page)).to.deep.equal(before);
    }));

  it('holds no listener of the library any more when its widgets have left', () =>
    inFreshPage(async (page) => {
      await traceListeners(page);
      await open(page);
      await bringScript(page);
      await page.setViewport({ width: 1280, height: 5000 });
      await drawn(page);
      expect(await page.evaluate(() => ((window as Traced).listening?.size ?? 0) > 0)).to.equal(true);
      await page.$$eval('main', (mains) => mains.forEach((main) => main.remove()));
      const left = await page.evaluate(() =>
        [...((window as Traced).listening ?? [])].filter(([, count]) => count > 0).map(([type]) => type),
      );
      expect(left).to.deep.equal([]);
    }));

  it('[EMB-10] asks only the host of the script and the host of the data, with no cookie and no full referrer', () =>
    inFreshPage(async (page) => {
      const { requests } = await watch(page);
      const referrers: (string | undefined)[] = [];
      page.on('request', (request) => {
        if (request.url().startsWith(data.url)) referrers.push(request.headers()['referer']);
      });
      await open(page);
      await bringScript(page);
      expect(hostsOf(requests)).to.deep.equal([site.url, data.url].map((url) => new URL(url).host).sort());
      for (const referrer of referrers) expect([undefined, `${site.url}/`]).to.include(referrer);
      const kept = await page.evaluate(async () => [
        document.cookie,
        localStorage.length + sessionStorage.length,
        (await indexedDB.databases()).length,
        (await caches.keys()).length,
        (await navigator.serviceWorker.getRegistrations()).length,
      ]);
      expect(kept).to.deep.equal(['', 0, 0, 0, 0]);
    }));
});
