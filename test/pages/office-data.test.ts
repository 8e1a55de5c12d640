import { expect } from 'chai';
import { startFaultServer, type FaultServer } from '../servers/faults.js';
import { inFreshPage } from './browsers.js';
import { eightWidgets } from './eight-widgets.js';
import { atRest, drawn, shownWidgets } from './shown.js';
import { DOCUMENTED_HEAD, htmlPage, startSite, type Site } from './site.js';

/** Publishes a file that pages of other hosts may read. */
const asCsv = (site: Site, text: string): string =>
  site.publish(text, { 'Content-Type': 'text/csv; charset=utf-8', 'Access-Control-Allow-Origin': '*' });

describe('data as offices publish them, on a page', () => {
  let site: Site;
  let data: Site;
  let faults: FaultServer;
  before(async () => {
    [site, data, faults] = await Promise.all([startSite(), startSite(), startFaultServer()]);
  });
  after(() => Promise.all([site.close(), data.close(), faults.close()]));

  it('[SEC-13] a file that unpacks to 300 MB is stopped on its way: a plain sentence, and the page lives', () =>
    inFreshPage(async (page) => {
      const src = `${faults.url}/gzip-bomb`;
      const body = `<obs-card protocol="csv" max-bytes="5000000" src="${src}"></obs-card><obs-card src="${data.url}/data/extorsion.csv"></obs-card>`;
      await page.goto(site.publish(htmlPage({ head: DOCUMENTED_HEAD, body })));
      await atRest(page, 2);
      const [bomb, other] = await shownWidgets(page);
      expect(bomb?.problem).to.equal(`La fuente ${new URL(src).host} envió demasiados datos.`);
      expect(other?.value).to.equal('26,585');
      // Not fetched again: it would be as large.
      expect(faults.hits('/gzip-bomb')).to.have.length(1);
    }));

  it('[REL-13] numbers as Peru’s offices write them are the same numbers on the page', () =>
    inFreshPage(async (page) => {
      const cells = ['"1,234.5"', '6.1', 's/d', 'n.d.', '…', '-', '0', '"12,345"'];
      const src = asCsv(
        data,
        `lugar,ubigeo,valor\n${cells.map((cell, index) => `Lugar ${index},0${index + 1}0101,${cell}`).join('\n')}\n`,
      );
      await page.goto(
        site.publish(
          htmlPage({ head: DOCUMENTED_HEAD, body: `<obs-table protocol="csv" src="${src}"></obs-table>` }),
        ),
      );
      await atRest(page, 1);
      const [table] = await shownWidgets(page);
      const rows = (table?.rows ?? []).slice(1);
      expect(rows.map(([, code]) => code?.replace(/^\D+/, ''))).to.deep.equal(
        cells.map((_, index) => `0${index + 1}0101`),
      );
      expect(rows.map((row) => row.at(-1)?.replace(/^valor/, ''))).to.deep.equal(
        '1,234.5 6.1 s/d s/d s/d s/d 0.0 12,345.0'.split(' '),
      );
    }));

  it('[REL-14] periods and dates are the same wherever the reader is', async () => {
    const seen = await Promise.all(
      ['America/Lima', 'UTC', 'Pacific/Auckland', 'America/St_Johns'].map((zone) =>
        inFreshPage(async (page) => {
          await page.emulateTimezone(zone);
          await page.setViewport({ width: 1280, height: 5000 });
          await page.goto(
            site.publish(htmlPage({ head: DOCUMENTED_HEAD, body: eightWidgets(`${data.url}/data`) })),
          );
          await atRest(page, 8);
          await drawn(page);
          expect(await page.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone)).to.equal(zone);
          return (await shownWidgets(page)).map(({ text, links, rows }) =>
            // When we asked is a moment, told in the reader's own time.
            JSON.stringify([text, rows, links.map((link) => link.text)]).replace(
              /(Archivo del|Consultado:) \d+ [\w.]+ \d+(, \d+:\d+ [ap]. m.)?/g,
              '',
            ),
          );
        }),
      ),
    );
    const [lima, ...others] = seen;
    expect(lima?.join(' ')).to.include('Publicado: 25 ene. 2026').and.to.include('jul. 2026');
    for (const other of others) expect(other).to.deep.equal(lima);
  });
});
