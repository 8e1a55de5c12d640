import { expect } from 'chai';
import type { Page } from 'puppeteer-core';
import { startObservatory, type Observatory } from '../../examples/observatory/server.js';
import { inFreshPage } from './browsers.js';
import { DOCUMENTED_HEAD, htmlPage, startSite, type Site } from './site.js';
import { watch } from './watch.js';

/** Every figure of the profile has come to rest; charts are drawn when the reader comes near. */
async function atRest(page: Page): Promise<void> {
  await page.waitForFunction(
    () => {
      const root = document.querySelector('obs-profile')?.shadowRoot;
      const widgets = [...(root?.querySelectorAll('.profile :is(.cards, .charts, .wide) > * > *') ?? [])];
      const busy = widgets.find(
        (widget) => widget.shadowRoot?.querySelector('.root')?.getAttribute('aria-busy') !== 'false',
      );
      busy?.scrollIntoView();
      return widgets.length > 0 && !busy;
    },
    { polling: 100, timeout: 25_000 },
  );
}

describe('a page with the profile of a place', () => {
  let site: Site;
  let observatory: Observatory;
  before(async () => {
    site = await startSite();
    observatory = await startObservatory({ port: 0 });
  });
  after(() => Promise.all([site.close(), observatory.close()]));

  async function inProfile(tag: string, run: (page: Page) => Promise<void>): Promise<void> {
    await inFreshPage(async (page) => {
      const { exceptions } = await watch(page);
      const body = `<main data-observatory="${observatory.url}/observatory.json">${tag}</main>`;
      await page.goto(site.publish(htmlPage({ head: DOCUMENTED_HEAD, body })));
      await run(page);
      expect(exceptions).to.deep.equal([]);
    });
  }

  it('shows it whole from one tag: figures, changes, parts, targets, the country, data, meanings', async () => {
    await inProfile('<obs-profile place="13"></obs-profile>', async (page) => {
      await atRest(page);
      await page.waitForFunction(
        () => {
          const download = document.querySelector('obs-profile')?.shadowRoot?.querySelector('obs-download');
          return !!download?.shadowRoot?.querySelector('a.file');
        },
        { polling: 100 },
      );
      const seen = await page.evaluate(() => {
        const root = document.querySelector('obs-profile')?.shadowRoot;
        const all = [...(root?.querySelectorAll('*') ?? [])].flatMap((each) => [
          each,
          ...(each.shadowRoot?.querySelectorAll('*') ?? []),
        ]);
        const levels = all.map((each) => each.getAttribute('aria-level')).filter((level) => level !== null);
        return {
          levels: levels.map(Number),
          headings: [...(root?.querySelectorAll('section > .heading') ?? [])].map((each) => each.textContent),
          problems: all.filter((each) => each.matches('.problem')).length,
          value: root?.querySelector('obs-card')?.shadowRoot?.querySelector('.value')?.textContent.trim(),
          files: root?.querySelector('obs-download')?.shadowRoot?.querySelectorAll('a.file').length,
          isWider: document.documentElement.scrollWidth > innerWidth,
        };
      });
      expect(seen.headings.map((each) => each.trim())).to.deep.equal([
        'Cifras principales',
        'Cómo cambiaron',
        'Dentro de La Libertad',
        'En el país: Perú',
        'Metas',
        'Los datos',
        'Qué mide cada cifra',
      ]);
      expect(seen.levels[0]).to.equal(2);
      seen.levels.forEach((level, at) => expect(level - (seen.levels[at - 1] ?? 1)).to.be.most(1));
      expect([seen.problems, seen.files, seen.isWider]).to.deep.equal([0, 4, false]);
      expect(seen.value).to.match(/^1,?672$/);
    });
  });

  it('brings the whole sheet of an indicator where the reader opens it, and not before', async () => {
    await inProfile('<obs-profile place="13"></obs-profile>', async (page) => {
      const sheets = (): Promise<number> =>
        page.$eval('obs-profile', (each) => each.shadowRoot?.querySelectorAll('obs-method').length ?? -1);
      await page.waitForFunction(
        () => !!document.querySelector('obs-profile')?.shadowRoot?.querySelector('.sheet summary'),
        { polling: 100 },
      );
      expect(await sheets()).to.equal(0);
      await page.$eval('obs-profile', (each) =>
        each.shadowRoot?.querySelector<HTMLElement>('.sheet summary')?.click(),
      );
      await page.waitForFunction(
        () => {
          const method = document.querySelector('obs-profile')?.shadowRoot?.querySelector('obs-method');
          return !!method?.shadowRoot?.querySelector('[part=section]');
        },
        { polling: 100 },
      );
      expect(await sheets()).to.equal(1);
    });
  });

  it('has room on a phone', async () => {
    await inProfile('<obs-profile place="La Libertad"></obs-profile>', async (page) => {
      await page.setViewport({ width: 360, height: 800 });
      await atRest(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).to.equal(360);
    });
  });

  it('prints on two sheets, of A4 as of Letter, with the usual margins', async () => {
    await inProfile('<obs-profile place="13"></obs-profile>', async (page) => {
      await atRest(page);
      for (const format of ['A4', 'Letter'] as const) {
        const margin = { top: '1cm', bottom: '1cm', left: '1cm', right: '1cm' };
        const pdf = Buffer.from(await page.pdf({ format, margin })).toString('latin1');
        expect(pdf.match(/\/Type\s*\/Page\b/g)?.length, format).to.equal(2);
      }
    });
  });

  it('is of the place that the reader chooses, and says that one is to be chosen', async () => {
    const filter = '<obs-filter name="dep" options="13: La Libertad; 20: Piura"></obs-filter>';
    await inProfile(`${filter}<obs-profile filter-by="dep"></obs-profile>`, async (page) => {
      const shows = (part: string, text: string): Promise<unknown> =>
        page.waitForFunction(
          (selector, wanted) => {
            const found = document.querySelector('obs-profile')?.shadowRoot?.querySelector(selector);
            return found?.textContent.trim() === wanted;
          },
          { polling: 100 },
          part,
          text,
        );
      const choose = (value: string): Promise<unknown> =>
        page.evaluate((wanted) => {
          const list = document.querySelector('obs-filter')?.shadowRoot?.querySelector('select');
          if (!list) throw new Error('The filter has no list.');
          list.value = wanted;
          list.dispatchEvent(new Event('change'));
        }, value);
      await shows('.problem [role=status]', 'Elija un lugar para ver sus cifras.');
      await choose('20');
      await shows('.title', 'Seguridad ciudadana: Piura');
      await choose('13');
      await shows('.title', 'Seguridad ciudadana: La Libertad');
      const places = await page.evaluate(() =>
        [...(document.querySelector('obs-profile')?.shadowRoot?.querySelectorAll('obs-trend') ?? [])].map(
          (trend) => trend.getAttribute('place'),
        ),
      );
      expect(new Set(places)).to.deep.equal(new Set(['13']));
      await choose('');
      await shows('.problem [role=status]', 'Elija un lugar para ver sus cifras.');
    });
  });

  it('tells the page’s owner what is wrong, and keeps what the tag holds', async () => {
    await inProfile(
      '<obs-profile place="99"><a href="/datos">Ver los datos</a></obs-profile>',
      async (page) => {
        await page.waitForFunction(
          () => !!document.querySelector('obs-profile')?.shadowRoot?.querySelector('.owner'),
          { polling: 100 },
        );
        const text = await page.$eval('obs-profile', (each) => each.shadowRoot?.textContent ?? '');
        expect(text).to.include('place="99"').and.to.include('Se esperaba');
        expect(await page.$eval('obs-profile a', (each) => each.checkVisibility())).to.equal(true);
      },
    );
  });
});
