import { expect } from 'chai';
import type { HTTPRequest } from 'puppeteer-core';
import { inFreshPage } from './browsers.js';
import { drawn, until } from './shown.js';
import { DOCUMENTED_HEAD, htmlPage, startSite, type Site } from './site.js';

describe('a trend whose chart is late', () => {
  let site: Site;
  before(async () => {
    site = await startSite();
  });
  after(() => site.close());

  it('[STAT-04] draws the intervals that the page asks for while the code of the chart is on its way', async () => {
    const said = `src="${site.url}/data/extorsion.csv" value="sum(denuncias)" time="anio" source-name="PNP" heading="Extorsiones"`;
    const url = site.publish(htmlPage({ head: DOCUMENTED_HEAD, body: `<obs-trend ${said}></obs-trend>` }));
    await inFreshPage(async (page) => {
      const held: HTTPRequest[] = [];
      await page.setRequestInterception(true);
      page.on('request', (request) => {
        if (/\/chunks\/chart-/.test(request.url())) held.push(request);
        else void request.continue();
      });
      await page.goto(url, { waitUntil: 'domcontentloaded' });
      await until(page, () => document.querySelector('obs-trend')?.shadowRoot?.querySelector('canvas'));
      while (held.length === 0) await new Promise((resolve) => setTimeout(resolve, 40));
      await page.$eval('obs-trend', (trend) => trend.setAttribute('interval', '95'));
      await until(page, () =>
        document.querySelector('obs-trend')?.shadowRoot?.textContent.includes('banda:'),
      );
      for (const request of held) await request.continue();
      await drawn(page);
      const pale = await page.$eval('obs-trend', (trend) => {
        const canvas = trend.shadowRoot?.querySelector('canvas');
        const { data = [] } = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? {};
        return [...data].filter((alpha, at) => at % 4 === 3 && alpha > 20 && alpha < 90).length;
      });
      // Letters and lines have a few pale pixels at their edges; a band is all pale.
      expect(pale).to.be.above(2000);
    });
  });
});
