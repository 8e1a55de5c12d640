import { expect } from 'chai';
import { startObservatory, type Observatory } from '../../examples/observatory/server.js';
import { inFreshPage } from './browsers.js';
import { atRest, shownWidgets, type Shown } from './shown.js';
import { shownIn } from './shown-in.js';
import { DOCUMENTED_HEAD, htmlPage, startSite, type Site } from './site.js';

/** The demonstration observatory has the manifest; another server is the webmaster's site. */
describe('a page that names indicators of an observatory', () => {
  let site: Site;
  let observatory: Observatory;
  const asked: string[] = [];
  before(async () => {
    site = await startSite();
    observatory = await startObservatory({ port: 0, log: (line) => asked.push(line) });
  });
  after(() => Promise.all([site.close(), observatory.close()]));

  const shownHere = (count: number, body: string, head?: string): Promise<Shown[]> => {
    asked.length = 0;
    return shownIn(site, count, body, head);
  };
  const around = (body: string): string =>
    `<main data-observatory="${observatory.url}/observatory.json">${body}</main>`;
  const manifests = (): number => asked.filter((line) => line.includes('/observatory.json')).length;

  it('shows them with their titles, places, units and sources, and asks for the manifest once', async () => {
    const [robberies, homicides, bars, table] = await shownHere(
      4,
      around(`<obs-card indicator="robos" place="13"></obs-card>
        <obs-card indicator="tasa-homicidios" heading="Homicidios"></obs-card>
        <obs-bars indicator="denuncias" place="La Libertad" time="ANIO"></obs-bars>
        <div data-obs="table" data-obs-indicator="tasa-homicidios"></div>`),
    );
    expect(robberies?.heading).to.equal('Robos denunciados (datos sintéticos)');
    expect(robberies?.subtitle).to.match(/^La Libertad · jul\. 2026 · denuncias$/);
    expect(robberies?.value).to.match(/^\d+$/);
    expect(robberies?.source).to.include('Generador de datos sintéticos');
    expect([homicides?.heading, homicides?.value]).to.deep.equal(['Homicidios', '10.7']);
    expect(bars?.summary).to.include('TRUJILLO');
    expect(table?.rows.length).to.be.above(10);
    expect(manifests()).to.equal(1);
  });

  it('tells how an indicator is made and how far its targets are, by the same manifest', async () => {
    const [card, method, targets] = await shownHere(
      3,
      around(`<obs-card indicator="robos" place="13"></obs-card>
        <obs-method indicator="robos" place="13"></obs-method>
        <obs-targets place="13"></obs-targets>`),
    );
    expect(card?.value).to.match(/^\d+$/);
    expect(method?.heading).to.equal('Cómo se hace esta cifra: Robos denunciados (datos sintéticos)');
    expect(method?.text).to.include('Solo los que en «Modalidad» dicen: Robo.');
    expect(targets?.text).to.include('Extorsiones denunciadas (datos sintéticos), La Libertad');
    expect(targets?.text).to.include('Cambió la forma de medir después del punto de partida');
    expect(targets?.text).not.to.include('Personas víctimas');
    expect(manifests()).to.equal(1);
  });

  it('finds the manifest by the widget, by what is around it, by the script', async () => {
    const tag = '<obs-card indicator="tasa-homicidios"';
    const address = `${observatory.url}/observatory.json`;
    const [own, nearest] = await shownHere(
      2,
      `<main data-observatory="https://lejos.example/o.json">${tag} observatory="${address}"></obs-card>
       ${around(`${tag}></obs-card>`)}</main>`,
    );
    expect([own?.value, nearest?.value]).to.deep.equal(['10.7', '10.7']);
    const head = `<script type="module" src="/cdn/auto.js" data-observatory="${address}"></script>`;
    const [byScript] = await shownHere(1, `${tag}></obs-card>`, head);
    expect(byScript?.value).to.equal('10.7');
  });

  it('tells what is wrong: an indicator, a place, a manifest that is none or nowhere', async () => {
    const shown = await shownHere(
      5,
      `${around(`<obs-card indicator="robo"></obs-card><obs-card indicator="robos" place="99"></obs-card>`)}
       <obs-card indicator="robos"></obs-card>
       <obs-card indicator="robos" observatory="${observatory.url}/archivos/homicidios.json"></obs-card>
       <obs-card indicator="robos" observatory="${observatory.url}/nada.json"></obs-card>`,
    );
    expect(shown[0]?.text).to.include('indicator="robo"').and.to.include('«robos»');
    expect(shown[1]?.text).to.include('place="99"');
    expect(shown[2]?.text).to.include('observatory=""');
    expect(shown[3]?.text).to.include('observatory.json');
    expect(shown[4]?.text).to.include('404');
    expect(shown.map(({ value }) => value)).to.deep.equal(['', '', '', '', '']);
  });

  it('follows a page that changes the indicator, the place and the language', async () => {
    await inFreshPage(async (page) => {
      const body = around('<obs-card indicator="robos" place="13"></obs-card>');
      await page.goto(site.publish(htmlPage({ head: DOCUMENTED_HEAD, body })));
      await atRest(page, 1);
      const after = async (attributes: Readonly<Record<string, string>>): Promise<Shown | undefined> => {
        await page.$eval(
          'obs-card',
          (card, all) => Object.entries(all).forEach(([name, value]) => card.setAttribute(name, value)),
          attributes,
        );
        await atRest(page, 1);
        return (await shownWidgets(page))[0];
      };
      await after({ lang: 'en' });
      // The words of the other language come after the manifest's: until then its dates are in the first one.
      await page.waitForFunction(() =>
        /Jul 2026/.test(
          document.querySelector('obs-card')?.shadowRoot?.querySelector('.subtitle')?.textContent ?? '',
        ),
      );
      const [english] = await shownWidgets(page);
      expect([english?.heading, english?.subtitle]).to.deep.equal([
        'Reported robberies (synthetic data)',
        'La Libertad · Jul 2026 · reports',
      ]);
      const elsewhere = await after({ place: '20', lang: 'es' });
      expect(elsewhere?.subtitle).to.match(/^Piura · /);
      const other = await after({ indicator: 'extorsiones', place: '1301' });
      expect([other?.heading, other?.subtitle]).to.deep.equal([
        'Extorsiones denunciadas (datos sintéticos)',
        'Trujillo · jul. 2026 · denuncias',
      ]);
    });
  });
});
