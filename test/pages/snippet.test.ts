import { expect } from 'chai';
import { startObservatory, type Observatory } from '../../examples/observatory/server.js';
import { runCommand } from '../cli/run-command.js';
import { inFreshPage } from './browsers.js';
import { atRest, shownWidgets } from './shown.js';
import { htmlPage, startSite, type Site } from './site.js';

/** The command writes the code; a page that has it pasted shows the same figure as a card. */
describe('the code that observatorio snippet writes', () => {
  let site: Site;
  let observatory: Observatory;
  before(async () => {
    site = await startSite();
    observatory = await startObservatory({ port: 0 });
  });
  after(() => Promise.all([site.close(), observatory.close()]));

  async function written(form: string, indicator: string, ...more: readonly string[]): Promise<string> {
    const manifest = `${observatory.url}/observatory.json`;
    const { exit, stdout, stderr } = await runCommand([
      ...['snippet', manifest, '--indicator', indicator, '--widget', 'card', '--form', form],
      ...['--script', `${site.url}/cdn/auto.js`, ...more],
    ]);
    expect(exit, stderr).to.equal(0);
    return stdout;
  }

  /** The value with its unit in the fallback of the code, as a reader without scripts has it. */
  async function valueWithout(code: string): Promise<string> {
    return inFreshPage(async (page) => {
      await page.setJavaScriptEnabled(false);
      await page.goto(site.publish(htmlPage({ head: '', body: code })));
      return page.$eval('p strong', (each) => each.textContent);
    });
  }

  /** The value with its unit in the widget, as a reader with scripts has it. */
  async function valueWith(code: string): Promise<string> {
    return inFreshPage(async (page) => {
      await page.goto(site.publish(htmlPage({ head: '', body: code })));
      await atRest(page, 1);
      const [card] = await shownWidgets(page);
      const unit = card?.subtitle.split(' · ').at(-1) ?? '';
      return `${card?.value ?? ''}${unit.startsWith('%') ? '' : ' '}${unit}`;
    });
  }

  for (const [indicator, ...more] of [
    ['robos', '--place', '13'],
    ['tasa-homicidios'],
    ['victimizacion', '--lang', 'en'],
  ] as const) {
    it(`[EMB-01] shows one value of ${indicator} in all forms, and in the card`, async () => {
      const [div, element, frame, plain, page] = await Promise.all(
        ['div', 'element', 'iframe', 'plain', 'page'].map((form) => written(form, indicator, ...more)),
      );
      const values = [
        await valueWith(div ?? ''),
        await valueWith(element ?? ''),
        await valueWithout(div ?? ''),
        await valueWithout(element ?? ''),
        await valueWithout(frame ?? ''),
        await valueWithout(plain ?? ''),
        await valueWithout(page ?? ''),
      ];
      expect(values[0]).to.match(/\d/);
      expect(new Set(values).size, values.join(' | ')).to.equal(1);
    });
  }

  it('[EMB-01] frames a page of one’s own, in which the card stands', async () => {
    const address = site.publish(await written('page', 'robos'));
    const code = await written('iframe', 'robos', '--frame-url', address);
    await inFreshPage(async (page) => {
      await page.goto(site.publish(htmlPage({ head: '', body: code })));
      const frame = await (await page.waitForSelector('iframe'))?.contentFrame();
      const shown = await frame?.waitForFunction(
        () => document.querySelector('obs-card')?.shadowRoot?.querySelector('.value')?.textContent,
      );
      const value = await shown?.jsonValue();
      expect(code).to.include(`<strong>${value ?? ''} denuncias</strong>`);
    });
  });
});
