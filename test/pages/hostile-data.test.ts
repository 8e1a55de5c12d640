import { expect } from 'chai';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { needsOf, WIDGET_NAMES } from '../support/widget-needs.js';
import { inFreshPage } from './browsers.js';
import { eightWidgets } from './eight-widgets.js';
import { atRest, drawn, shownWidgets } from './shown.js';
import { DOCUMENTED_HEAD, htmlPage, startSite, type Site } from './site.js';
import { watch } from './watch.js';

const NAUGHTY = fileURLToPath(new URL('../../../shared/hostile/blns/blns.json', import.meta.url));

/** Texts that would run a script wherever one of them is taken for markup or for an address. */
const PAYLOADS = [
  '<img src=x onerror="window.ejecutado=1">',
  '<svg onload="window.ejecutado=1">',
  '"><script>window.ejecutado=1</script>',
  "'-window.ejecutado=1-'",
  '<iframe srcdoc="<script>parent.ejecutado=1</script>"></iframe>',
  '<a href="javascript:window.ejecutado=1">aquí</a>',
  '${window.ejecutado=1}',
  '{{constructor.constructor("window.ejecutado=1")()}}',
  '<style>*{display:none}</style>',
  '</template><img src=x onerror=window.ejecutado=1>',
  '<!--?lit$123456789$-->',
];
const BAD_ADDRESSES = [
  'javascript:window.ejecutado=1',
  ' JaVaScRiPt:window.ejecutado=1',
  'java\tscript:window.ejecutado=1',
  'data:text/html,<script>window.ejecutado=1</script>',
  'vbscript:window.ejecutado=1',
  'file:///etc/passwd',
  'blob:https://example.org/1',
];

/** Elements that a widget may consist of. */
const OWN_ELEMENTS =
  'a abbr b button canvas caption dd defs details div dl dt g i input label li line ol option output p path pattern pre rect section select slot small span summary svg table tbody td text th thead title tr ul';

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
const attribute = (text: string): string =>
  text.replace(/[&"<>]/g, (character) => `&#${character.charCodeAt(0)};`);

describe('data and attributes that mean harm', () => {
  let site: Site;
  let data: Site;
  before(async () => {
    [site, data] = await Promise.all([startSite(), startSite()]);
  });
  after(() => Promise.all([site.close(), data.close()]));

  const asCsv = (text: string): string =>
    data.publish(text, { 'Content-Type': 'text/csv; charset=utf-8', 'Access-Control-Allow-Origin': '*' });

  /** Opens widgets, uses them, and looks for anything that is not theirs. */
  const expectHarmless = (body: string, count: number, then?: (texts: string[]) => void): Promise<void> =>
    inFreshPage(async (page) => {
      const { exceptions, requests } = await watch(page);
      page.on('dialog', (dialog) => void dialog.dismiss());
      await page.setViewport({ width: 1280, height: 6000 });
      await page.goto(site.publish(htmlPage({ head: DOCUMENTED_HEAD, body })));
      await atRest(page, count);
      await page.$$eval('obs-card, obs-trend, obs-bars, obs-table, obs-map', (widgets) =>
        widgets.forEach(({ shadowRoot }) =>
          shadowRoot?.querySelectorAll<HTMLElement>('.actions button').forEach((button) => button.click()),
        ),
      );
      await page.waitForNetworkIdle({ idleTime: 100 });
      const found = await page.evaluate((known) => {
        const inside = [...document.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
          shadowRoot ? [...shadowRoot.querySelectorAll('*')] : [],
        );
        return {
          ran: 'ejecutado' in window,
          foreign: inside.map(({ localName }) => localName).filter((name) => !known.includes(name)),
          handlers: inside
            .flatMap((element) => element.getAttributeNames())
            .filter((name) => name.startsWith('on')),
          links: inside.flatMap((element) =>
            element instanceof HTMLAnchorElement ? [element.protocol] : [],
          ),
          polluted: Object.keys(Object.prototype),
        };
      }, OWN_ELEMENTS.split(' '));
      expect(found.ran).to.equal(false);
      expect([...found.foreign, ...found.handlers, ...found.polluted]).to.deep.equal([]);
      for (const protocol of found.links)
        expect(['http:', 'https:', 'blob:', 'mailto:']).to.include(protocol);
      expect(requests.filter((url) => /ejecutado|\/x$/.test(url))).to.deep.equal([]);
      expect(exceptions).to.deep.equal([]);
      then?.((await shownWidgets(page)).map(({ text, rows }) => `${text} ${rows.flat().join(' ')}`));
    });

  it('[SEC-05] in every cell and header of a file: shown as they stand, run nowhere', () => {
    const lines = PAYLOADS.map((payload, index) => `${2000 + index},${quoted(payload)},${index}`);
    const src = asCsv(
      `anio,${quoted('lugar<img src=x onerror=window.ejecutado=1>')},valor\n${lines.join('\n')}\n`,
    );
    const body = ['table', 'download'].map(
      (name) => `<obs-${name} protocol="csv" page-size="100" src="${src}"></obs-${name}>`,
    );
    const places = asCsv(
      `lugar,valor\nLIMA,1\n${PAYLOADS.map((payload) => `${quoted(payload)},2`).join('\n')}\n`,
    );
    const bars = `<obs-bars protocol="csv" src="${places}" value="valor" by="lugar"></obs-bars>`;
    const map = `<obs-map protocol="csv" src="${places}" value="valor" ${needsOf('map')}></obs-map>`;
    const trend = `<obs-trend protocol="csv" src="${src}" time="anio" value="valor" by="lugar&lt;img src=x onerror=window.ejecutado=1&gt;"></obs-trend>`;
    return expectHarmless([...body, trend, bars, map].join(''), 5, ([table, , , inBars, inMap]) => {
      expect(inMap).to.include(PAYLOADS[0]);
      for (const payload of PAYLOADS)
        for (const shown of [table, inBars]) expect(shown).to.include(payload.replace(/\s+/g, ' '));
    });
  });

  it('[SEC-05] in every attribute, as text and as an address', () => {
    const names =
      'heading place unit source-name license updated labels definition method comparability contact where value time by sort period status lang theme decimals limit breaks shape formats order top highlight reference stack multiples pyramid geometry grid as measure-kind classes class-count filling insets'.split(
        ' ',
      );
    const texts = PAYLOADS.map((payload) => names.map((name) => `${name}="${attribute(payload)}"`).join(' '));
    const addresses = BAD_ADDRESSES.flatMap((address) => [
      `src="${data.url}/data/extorsion.csv" source-name="PNP" source-href="${attribute(address)}" method="${attribute(address)}"`,
      `src="${attribute(address)}"`,
    ]);
    const said = [
      ...PAYLOADS.map(
        (payload) =>
          `src="${data.url}/data/extorsion.csv" ${['heading', 'place', 'unit', 'source-name', 'license', 'definition', 'method', 'comparability', 'contact'].map((name) => `${name}="${attribute(payload)}"`).join(' ')}`,
      ),
      ...texts.map((text) => `src="${data.url}/data/extorsion.csv" ${text}`),
      ...addresses,
    ];
    const body = said.map((attributes, index) => {
      const name = WIDGET_NAMES[index % WIDGET_NAMES.length] ?? '';
      return `<obs-${name} ${attributes}></obs-${name}>`;
    });
    return expectHarmless(body.join(''), said.length);
  });

  it('[SEC-05] in what a server says about its failure', () => {
    const error = data.publish(JSON.stringify({ success: false, error: { message: PAYLOADS.join(' ') } }), {
      'Content-Type': 'application/json',
      'Access-Control-Allow-Origin': '*',
    });
    return expectHarmless(`<obs-card protocol="json" src="${error}"></obs-card>`, 1, ([text]) => {
      expect(text).to.include('El servidor dijo: «<img src=x onerror=');
    });
  });

  it('[SEC-05] the list of naughty strings, in cells and headings', async function () {
    if (!existsSync(NAUGHTY)) return this.skip();
    this.timeout(40_000);
    const strings = (JSON.parse(readFileSync(NAUGHTY, 'utf8')) as string[]).filter(
      (text) => text.trim() !== '',
    );
    expect(strings.length).to.be.above(400);
    const src = asCsv(
      `texto,valor\n${strings.map((text, index) => `${quoted(text)},${index}`).join('\n')}\n`,
    );
    const tables = Array.from(
      { length: 6 },
      (_, page) =>
        `<obs-table protocol="csv" page-size="100" where="valor >= ${page * 100} and valor < ${page * 100 + 100}" src="${src}" heading="${attribute(strings[page * 37] ?? '')}"></obs-table>`,
    );
    await expectHarmless(tables.join(''), 6, (texts) => {
      const shown = texts.join(' ');
      const lost = strings.filter((text) => !shown.includes(text.replace(/\s+/g, ' ').trim()));
      expect(lost).to.deep.equal([]);
    });
  });

  it('[SEC-10] columns with names that every object has are data like any other', () => {
    const names = [
      '__proto__',
      'constructor',
      'prototype',
      'toString',
      'valueOf',
      'hasOwnProperty',
      'then',
      'toJSON',
    ];
    const src = asCsv(`anio,${names.join(',')}\n2024,${names.map((_, index) => index + 11).join(',')}\n`);
    const body = `<obs-table protocol="csv" src="${src}"></obs-table><obs-card protocol="csv" src="${src}" time="anio" value="__proto__"></obs-card>`;
    return expectHarmless(body, 2, ([table = '', card = '']) => {
      for (const [index, name] of names.entries())
        expect(table)
          .to.include(name)
          .and.to.include(String(index + 11));
      expect(card).to.include('11');
    });
  });

  it('[SEC-11] elements of the page that take the names of what the library uses do not stop it', () =>
    inFreshPage(async (page) => {
      const { exceptions } = await watch(page);
      const names =
        'customElements fetch ObsConfig URL document location navigator trustedTypes console setTimeout MutationObserver'.split(
          ' ',
        );
      const clobbers = names.map(
        (name) =>
          `<img name="${name}" alt=""><form id="${name}" name="${name}"><input name="attributes"><input name="getAttribute"></form><a id="${name}"></a>`,
      );
      await page.setViewport({ width: 1280, height: 9000 });
      await page.goto(
        site.publish(
          htmlPage({ head: DOCUMENTED_HEAD, body: clobbers.join('') + eightWidgets(`${data.url}/data`) }),
        ),
      );
      await atRest(page, 8);
      await drawn(page);
      expect((await shownWidgets(page)).map(({ problem }) => problem).join('')).to.equal('');
      expect(exceptions).to.deep.equal([]);
    }));
});
