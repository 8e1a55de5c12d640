import { expect } from 'chai';
import { inFreshPage } from './browsers.js';
import { atRest, shownWidgets } from './shown.js';
import { htmlPage, OTHER_VERSION, startSite, type Site } from './site.js';
import { watch } from './watch.js';

const FIRST = OTHER_VERSION.from;
const OTHER = OTHER_VERSION.to;
const script = (folder: string, how = 'type="module"'): string =>
  `<script ${how} src="/${folder}/auto.js"></script>`;

interface Loading {
  readonly head?: string;
  readonly end?: string;
  /** Added by a script of the page when everything else is there. */
  readonly later?: string;
  /** The word of the version that wins; without it either may. */
  readonly wins?: string;
}

const LOADINGS: Readonly<Record<string, Loading>> = {
  'in the head, as a module': { head: script('cdn') },
  'in the head, as a classic script': { head: script('cdn', '') },
  'in the head, async': { head: script('cdn', 'async') },
  'in the head, deferred': { head: script('cdn', 'defer') },
  'at the end of the body': { end: script('cdn', '') },
  'added by another script after the page is there': { later: 'cdn' },
  'twice at one address': { head: script('cdn') + script('cdn'), wins: FIRST },
  'twice as a classic script': { head: script('cdn', '') + script('cdn', ''), wins: FIRST },
  'as a module and as a classic script': { head: script('cdn') + script('cdn', 'async'), wins: FIRST },
  'async and deferred': { head: script('cdn', 'async') + script('cdn', 'defer'), wins: FIRST },
  'ten times': { head: script('cdn').repeat(5), end: script('cdn', '').repeat(5), wins: FIRST },
  'twice, from two addresses': { head: script('cdn') + script('copia'), wins: FIRST },
  'in two versions': { head: script('cdn') + script('otra') },
  'in two versions, in the other order': { head: script('otra') + script('cdn') },
  'in two versions, the second when the first is long there': {
    head: script('cdn'),
    later: 'otra',
    wins: FIRST,
  },
  'in two versions, the first when the second is long there': {
    head: script('otra'),
    later: 'cdn',
    wins: OTHER,
  },
};

describe('[EMB-07] the one script, loaded', () => {
  let site: Site;
  before(async () => {
    site = await startSite();
  });
  after(() => site.close());

  const data = (): string =>
    `src="${site.url}/data/extorsion.csv" heading="Denuncias por extorsión" source-name="PNP"`;
  const body = (): string => `<obs-card ${data()}></obs-card>
<obs-trend ${data()}></obs-trend>
<div data-obs="card" data-obs-src="${site.url}/data/extorsion.csv" data-obs-heading="Extorsión"></div>`;

  const opened = ({ head = '', end = '', later, wins }: Loading): Promise<void> =>
    inFreshPage(async (page) => {
      const { exceptions, consoleErrors, requests } = await watch(page);
      await page.goto(site.publish(htmlPage({ head, body: body() + end })), { waitUntil: 'load' });
      if (later !== undefined) {
        if (head !== '') await atRest(page, 3);
        await page.addScriptTag({ url: `${site.url}/${later}/auto.js` });
        // A card for which the second script would have to be the one that makes it.
        await page.evaluate(() => document.body.append(document.createElement('obs-table')));
        await page.$eval(
          'obs-table',
          (table, src) => table.setAttribute('src', src),
          `${site.url}/data/extorsion.csv`,
        );
      }
      const count = later === undefined ? 3 : 4;
      await atRest(page, count);
      const widgets = await shownWidgets(page);
      expect(widgets.map(({ tag }) => tag)).to.deep.equal(
        ['obs-card', 'obs-trend', 'obs-card', 'obs-table'].slice(0, count),
      );
      for (const { problem, isBusy } of widgets) expect([problem, isBusy]).to.deep.equal(['', false]);
      expect([widgets[0]?.value, widgets[2]?.value]).to.deep.equal(['26,585', '26,585']);
      if (wins !== undefined)
        for (const { source } of widgets.slice(0, 3)) expect(source).to.include(`${wins}: `);
      // A figure is made by one version only, whichever came first.
      for (const { source } of widgets) expect(source).to.match(new RegExp(`${FIRST}: |${OTHER}: `));
      expect([...exceptions, ...consoleErrors]).to.deep.equal([]);
      if (head.split('<script').length === 2 && later === undefined)
        expect(requests.filter((url) => url.endsWith('/extorsion.csv'))).to.have.length(1);
    });

  for (const [name, loading] of Object.entries(LOADINGS)) {
    it(`${name}: every figure once, nothing thrown`, () => opened(loading));
  }

  it('beside the modules of npm in the same page, before and after them', async () => {
    for (const order of [0, 1]) {
      await inFreshPage(async (page) => {
        const { exceptions, consoleErrors } = await watch(page);
        const scripts = [script('cdn'), '<script type="module" src="/npm/main.js"></script>'];
        const figures = `<select id="modality"></select><output id="state"></output><div id="figures" data-observatory="${site.url}"></div>`;
        const head = (order === 0 ? scripts : scripts.toReversed()).join('');
        await page.goto(site.publish(htmlPage({ head, body: figures + body() })));
        await atRest(page, 5);
        const widgets = await shownWidgets(page);
        expect(widgets.map(({ problem }) => problem)).to.deep.equal(['', '', '', '', '']);
        expect(widgets[0]?.heading).to.equal('Robo, denuncias al mes (datos sintéticos)');
        expect([...exceptions, ...consoleErrors]).to.deep.equal([]);
      });
    }
  });

  it('as a classic script in a page whose own script has taken every short name', () =>
    inFreshPage(async (page) => {
      const { exceptions } = await watch(page);
      const names = [...'abcdefghijklmnopqrstuvwxyz'].map((name) => `const ${name} = '${name}';`).join('');
      await page.goto(
        site.publish(htmlPage({ head: `<script>${names}</script>${script('cdn', 'async')}`, body: body() })),
      );
      await atRest(page, 3);
      expect(exceptions).to.deep.equal([]);
    }));

  it('leaves nothing of its own in the names that all scripts of a page share', () =>
    inFreshPage(async (page) => {
      const address = site.publish(htmlPage({ body: body() }));
      await page.goto(address);
      const before = await page.evaluate(() => Object.getOwnPropertyNames(window));
      await page.addScriptTag({ url: `${site.url}/cdn/auto.js`, type: 'module' });
      await atRest(page, 3);
      const names = await page.evaluate(() => Object.getOwnPropertyNames(window));
      // Lit counts its versions there.
      const added = names.filter((name) => !before.includes(name) && !/puppeteer|__aria/.test(name));
      expect(added.sort()).to.deep.equal(['litHtmlVersions']);
    }));
});
