import { expect } from 'chai';
import type { Page } from 'puppeteer-core';
import { startObservatory, type Observatory } from '../../examples/observatory/server.js';
import { servePages, type Pages } from '../../examples/pages-server.js';
import { settled } from '../../examples/shots.js';
import { inFreshPage } from './browsers.js';
import { countReports, inPeru } from './reports.js';
import { shownWidgets, type Shown } from './shown.js';

const LA_LIBERTAD = { department: 'LA LIBERTAD' } as const;
const JULY = { year: 2026, month: 7 } as const;
const YEARS = [2023, 2024, 2025, 2026];

function only(widgets: readonly Shown[], heading: string): Shown {
  const found = widgets.filter((widget) => widget.heading === heading);
  expect(found, heading).to.have.length(1);
  return found[0] as Shown;
}

describe('what the example pages show', () => {
  let observatory: Observatory;
  let pages: Pages;
  before(async () => {
    observatory = await startObservatory({ port: 0 });
    pages = await servePages({ port: 0, observatory: observatory.url });
  });
  after(() => Promise.all([pages.close(), observatory.close()]));

  const open = (name: string, use: (widgets: Shown[], page: Page) => Promise<void> | void): Promise<void> =>
    inFreshPage(async (page) => {
      await page.setViewport({ width: 1280, height: 5000 });
      await page.goto(`${pages.url}/${name}`);
      await settled(page);
      await use(await shownWidgets(page), page);
    });

  let region: Shown[] | undefined;
  /** The largest page is opened once for all that is only read. */
  async function inRegion(use: (widgets: Shown[]) => void): Promise<void> {
    if (!region) await open('region.html', (widgets) => void (region = widgets));
    use(region ?? []);
  }

  /** The last month against the same one a year before, as a card says it. */
  function expectMonth(card: Shown, wanted: Parameters<typeof countReports>[0]): void {
    const now = countReports({ ...wanted, ...JULY });
    const before = countReports({ ...wanted, ...JULY, year: 2025 });
    const share = Math.abs(((now - before) / before) * 100).toFixed(1);
    expect(card.value).to.equal(inPeru(now));
    expect(card.change).to.include(
      `${now > before ? 'subió' : 'bajó'} ${inPeru(Math.abs(now - before))} (${share}%) respecto de jul. 2025`,
    );
    expect(card.subtitle).to.match(/ · jul\. 2026 · denuncias$/);
    expect(card.source).to.include('Datos hasta jul. 2026').and.to.include('Publicado: 14 ago. 2026');
  }

  it('a card with an address and nothing else: the last value, the change, and that its source is not told', () =>
    open('index.html', ([card]) => {
      expect(card).to.include({ heading: 'denuncias', subtitle: '2025', value: '26,585' });
      expect(card?.change).to.include('subió 4,224 (18.9%) respecto de 2024');
      expect(card?.source).to.match(/^Fuente no declarada/);
    }));

  it('the region: three cards from CKAN with the last month of five districts, as the file has them', () =>
    inRegion((widgets) => {
      const headings = ['Denuncias registradas', 'Robos denunciados', 'Extorsiones denunciadas'];
      const cards = headings.map((heading) => only(widgets, `${heading} (datos sintéticos)`));
      for (const card of cards) expect(card.subtitle).to.match(/^La Libertad · /);
      for (const card of cards) expect(card.source).to.match(/^Fuente: Generador de datos sintéticos/);
      expectMonth(cards[0] as Shown, LA_LIBERTAD);
      expectMonth(cards[1] as Shown, { ...LA_LIBERTAD, modality: 'Robo' });
      expectMonth(cards[2] as Shown, { ...LA_LIBERTAD, modality: 'Extorsión' });
    }));

  it('the region: columns by year, the last one marked as incomplete, nothing compared across the break', () =>
    inRegion((widgets) => {
      const trend = only(widgets, 'Denuncias por año (datos sintéticos)');
      const rows = YEARS.map((year) => [year, countReports({ ...LA_LIBERTAD, year })] as const);
      for (const [index, [year, count]] of rows.entries()) {
        expect(trend.rows[index + 1]?.[0]).to.equal(String(year));
        expect(trend.rows[index + 1]?.[1]).to.include(inPeru(count));
      }
      expect(trend.summary)
        .to.include('Incompleto (falta parte de los datos): 2026')
        .and.to.include('En 2025 cambió la forma de medir');
      expect(trend.summary).not.to.include('Pasó de');
    }));

  it('the region: four series by month, every month of every modality', () =>
    inRegion((widgets) => {
      const trend = only(widgets, 'Denuncias por modalidad (datos sintéticos)');
      expect(trend.rows).to.have.length(1 + 43);
      expect(trend.subtitle).to.equal('La Libertad · ene. 2023 – jul. 2026 · denuncias al mes');
      const head = trend.rows[0] ?? [];
      for (const modality of ['Hurto', 'Robo', 'Estafa', 'Extorsión']) {
        const column = head.findIndex((name) => name.startsWith(modality));
        const shown = trend.rows.at(-1)?.[column];
        expect(shown, modality).to.equal(inPeru(countReports({ ...LA_LIBERTAD, modality, ...JULY })));
      }
    }));

  it('the region: the table of districts begins with the highest count, ten rows to a page', () =>
    inRegion((widgets) => {
      const { rows, text } = only(widgets, 'Denuncias por distrito, modalidad y año (datos sintéticos)');
      expect(rows[0]).to.deep.equal(['Año', 'Distrito', 'Modalidad', 'Denuncias ▼']);
      expect(rows).to.have.length(1 + 10);
      const [, first] = rows;
      const [year, district = '', modality = ''] = (first ?? []).map((cell) => cell.replace(/^\w+: /, ''));
      const count = inPeru(countReports({ ...LA_LIBERTAD, year: Number(year), district, modality }));
      expect(first?.join(' ')).to.include('2023').and.to.include('TRUJILLO').and.to.include(count);
      expect(text).to.include('135 filas');
    }));

  it('the region: districts ranked by the last whole year, and the unfinished one named', () =>
    inRegion((widgets) => {
      const { subtitle, summary } = only(widgets, 'Denuncias por distrito (datos sintéticos)');
      const count = inPeru(countReports({ ...LA_LIBERTAD, year: 2025, district: 'TRUJILLO' }));
      expect(subtitle).to.equal('La Libertad · 2025 · denuncias');
      expect(summary).to.include(`Valor más alto: TRUJILLO (${count} denuncias).`);
      expect(summary).to.include(`TRUJILLO: ${count}, puesto 1 de 5.`);
    }));

  it('the region: the files to download hold the rows of the table', () =>
    open('region.html', async (widgets, page) => {
      const { links } = only(widgets, 'Descargar los datos');
      const files = links.filter(({ href }) => href.startsWith('blob:'));
      expect(files.map(({ text }) => text.replace(/ \(.*/, ''))).to.deep.equal([
        'Descargar CSV para Excel',
        'Descargar CSV',
        'Descargar JSON',
        'Descargar ficha de los datos',
      ]);
      const csv = await page.evaluate(async (href) => (await fetch(href)).text(), files[1]?.href ?? '');
      expect(csv.trim().split('\n')).to.have.length(1 + 135);
    }));

  for (const name of ['region.html', 'articulo.html']) {
    it(`${name}: the rate of homicides with its gaps, its provisional year, its source and date`, () =>
      (name === 'region.html' ? inRegion : open.bind(undefined, name))((widgets) => {
        const { rows, summary, source, subtitle } = only(widgets, 'Tasa de homicidios');
        expect(subtitle).to.equal('Perú · 2011–2025 · por 100 mil habitantes');
        const rate = (year: string): string => rows.find(([period]) => period === year)?.[1] ?? '';
        expect([rate('2011'), rate('2021'), rate('2024')]).to.deep.equal(['5.4', '8.6', '10.1']);
        expect(rate('2025'))
          .to.match(/^10\.7/)
          .and.to.match(/provisional|\bp\b/);
        expect(rate('2022')).to.match(/^s\/d/);
        expect(summary).to.include('Sin dato: 2014, 2018 y 2022').and.to.include('Provisional: 2025');
        expect(source)
          .to.include('INEI, Comité Estadístico Interinstitucional')
          .and.to.include('25 ene. 2026');
      }));
  }

  it('the municipality: plain elements become the same widgets, from DKAN and from files', () =>
    open('municipal.html', (widgets) => {
      const month = only(widgets, 'Denuncias del mes (datos sintéticos)');
      expectMonth(month, { district: 'EL PORVENIR' });
      expect(month.source).to.match(/^Fuente: Generador de datos sintéticos/);
      expect(only(widgets, 'Denuncias por extorsión')).to.include({
        value: '26,585',
        subtitle: 'Perú · 2025 · denuncias',
      });
      const years = only(widgets, 'Hurtos, robos y extorsiones denunciados (datos sintéticos)');
      const head = years.rows[0] ?? [];
      for (const modality of ['Hurto', 'Robo', 'Extorsión']) {
        const column = head.findIndex((cell) => cell.startsWith(modality));
        const count = countReports({ district: 'EL PORVENIR', modality, year: 2024 });
        expect(years.rows[2]?.[column], modality).to.equal(inPeru(count));
      }
      const survey = only(widgets, 'Percepción de inseguridad');
      expect(survey.rows).to.have.length(1 + 8);
      expect(survey.rows[1]?.join(' ')).to.include('Moyobamba').and.to.include('96.5');
    }));

  it('the application: the modules of npm, another figure when the reader chooses one, and its events', () =>
    open('developer/', async ([card], page) => {
      expectMonth(card as Shown, { ...LA_LIBERTAD, modality: 'Robo' });
      await page.select('#modality', 'Extorsión');
      await settled(page);
      const [chosen, trend] = await shownWidgets(page);
      expect(chosen?.heading).to.equal('Extorsión, denuncias al mes (datos sintéticos)');
      expect(chosen?.value).to.equal(
        inPeru(countReports({ ...LA_LIBERTAD, modality: 'Extorsión', ...JULY })),
      );
      expect(trend?.rows).to.have.length(1 + 43);
      const { host } = new URL(observatory.url);
      const state = await page.$eval('#state', (output) => output.textContent);
      expect(state).to.equal(`43 periodos leídos de ${host}`);
    }));
});
