import { expect } from 'chai';
import '../../src/widgets/card/card.js';
import type { ObsCard } from '../../src/widgets/card/card.js';
import { expectAccessible } from './axe.js';
import { allInside, inside, mount, next, ready, text, unmount } from './mount.js';

const RATE = `src="/examples/data/homicidios.csv" value="tasa" time="anio" status="estado" place="Perú"
  unit="por 100 mil habitantes" heading="Tasa de homicidios" source-name="INEI" source-href="https://www.gob.pe/inei"
  updated="2026-01-25" license="ODC-By"`;

describe('obs-card', () => {
  afterEach(unmount);

  it('[A11Y-01] breaks no accessibility rule', async () => {
    await expectAccessible(await ready(`<obs-card ${RATE}></obs-card>`));
  });

  it('shows the last value with its unit, place, period, status and source', async () => {
    const card = await ready(`<obs-card ${RATE}></obs-card>`);
    expect(text(inside(card, '.value'))).to.equal('10.7');
    expect(text(inside(card, '.heading'))).to.equal('Tasa de homicidios');
    expect(text(inside(card, '.subtitle'))).to.equal('Perú · 2025 · por 100 mil habitantes');
    expect(text(inside(card, '.statuses'))).to.equal('provisional');
    expect(text(inside(card, '.change'))).to.equal('▲ subió 0.6 respecto de 2024');
    expect(inside<HTMLAnchorElement>(card, '.source a').href).to.equal('https://www.gob.pe/inei');
  });

  it('[STAT-05] compares the same months of a year that the source has until July, whatever the page says', async () => {
    const card = await ready(
      `<obs-card src="/examples/data/denuncias-sinteticas.csv" value="sum(cantidad)" time="year(ANIO, MES)"
        where="P_MODALIDADES = 'Hurto'" source-name="Prueba"></obs-card>`,
    );
    expect(text(inside(card, '.statuses'))).to.include('incompleto');
    expect(text(inside(card, '.change'))).to.match(
      /^. ene\.–jul\. 2026: (subió|bajó) .* respecto de ene\.–jul\. 2025$/,
    );
  });

  it('[A11Y-20] is one group whose name says it all, with the line hidden from those who listen', async () => {
    const card = await ready(`<obs-card ${RATE} compare="2023"></obs-card>`);
    expect(inside(card, '[role=group]').getAttribute('aria-label')).to.equal(
      'Tasa de homicidios, Perú, 2025: 10.7 por 100 mil habitantes; subió 1.4 respecto de 2023; provisional',
    );
    expect(inside(card, '.sparkline').getAttribute('aria-hidden')).to.equal('true');
    expect(inside(card, '.value').childNodes.length).to.be.at.most(3);
    expect(text(inside(card, '.mark'))).to.equal('▲');
    expect(inside(card, '.mark').getAttribute('aria-hidden')).to.equal('true');
  });

  it('[STAT-01] shows without a click whose figure it is, until when, from when and under which licence', async () => {
    const card = await ready(`<obs-card ${RATE}></obs-card>`);
    const source = text(inside(card, '.source'));
    expect(source).to.include('Fuente: INEI');
    expect(source).to.include('Datos hasta 2025');
    expect(source).to.include('Publicado: 25 ene. 2026');
    expect(source).to.include('Licencia: ODC-By');
  });

  it('[STAT-01] tells one action away what it measures, how it is compared and how to cite it', async () => {
    const card = await ready(
      `<obs-card ${RATE} definition="Muertes por homicidio." method="https://www.gob.pe/metodo" comparability="No con 2022." contact="datos@example.org"></obs-card>`,
    );
    const button = allInside(card, 'button').find((each) => text(each) === 'Sobre estos datos');
    expect(button?.getAttribute('aria-expanded')).to.equal('false');
    button?.click();
    await import('../../src/widgets/figure/about.js');
    await card.updateComplete;
    await new Promise((resolve) => setTimeout(resolve));
    await card.updateComplete;
    const about = text(inside(card, '.about'));
    for (const part of [
      'Muertes por homicidio.',
      'No con 2022.',
      'datos@example.org',
      'APA',
      'BibTeX',
      '@misc{',
    ]) {
      expect(about).to.include(part);
    }
    expect(about).to.match(/Recuperado el \d/);
    expect(inside<HTMLAnchorElement>(card, '.about a').href).to.equal('https://www.gob.pe/metodo');
    expect(button?.getAttribute('aria-expanded')).to.equal('true');
    await expectAccessible(card);
  });

  it('[STAT-01] shows a number without a source as such, and tells the owner', async () => {
    const card = mount<ObsCard>('<obs-card src="/examples/data/extorsion.csv"></obs-card>');
    const { notices } = await next(card, 'obs-notice');
    expect(notices.map(({ code }) => code)).to.include('source-undeclared');
    expect(text(inside(card, '.source'))).to.include('Fuente no declarada');
    expect(text(inside(card, '.value'))).to.equal('26,585');
  });

  it('compares with nothing where the year before has no data, and says so', async () => {
    const card = await ready(`<obs-card ${RATE} period="2023"></obs-card>`);
    expect(text(inside(card, '.value'))).to.equal('9.3');
    expect(text(inside(card, '.change'))).to.equal('sin dato de 2022 para comparar');
  });

  it('shows a period without a value as such, never as zero', async () => {
    const card = await ready(`<obs-card ${RATE} period="2022"></obs-card>`);
    expect(text(inside(card, '.value'))).to.equal('s/d');
    expect(inside(card, '[role=group]').getAttribute('aria-label')).to.include('sin dato');
  });

  it('follows its attributes, and takes each also with the prefix data-obs-', async () => {
    const card = await ready<ObsCard>(
      '<obs-card data-obs-src="/examples/data/extorsion.csv" data-obs-heading="Extorsión" heading-level="3"></obs-card>',
    );
    expect(text(inside(card, '[role=heading]'))).to.equal('Extorsión');
    expect(inside(card, '[role=heading]').getAttribute('aria-level')).to.equal('3');
    card.setAttribute('heading', 'Denuncias');
    await card.updateComplete;
    expect(text(inside(card, '.heading'))).to.equal('Denuncias');
    card.removeAttribute('heading');
    await card.updateComplete;
    expect(text(inside(card, '.heading'))).to.equal('Extorsión');
  });

  it('[A11Y-02] speaks Spanish of Peru whatever the page speaks, and English when told', async () => {
    document.documentElement.lang = 'en';
    const card = await ready('<obs-card src="/examples/data/extorsion.csv" source-name="PNP"></obs-card>');
    expect(inside(card, '.root').lang).to.equal('es-PE');
    expect(text(inside(card, '.change'))).to.equal('▲ subió 4,224 (18.9%) respecto de 2024');
    card.lang = 'en';
    while (inside(card, '.root').lang !== 'en') await new Promise((resolve) => setTimeout(resolve));
    expect(text(inside(card, '.change'))).to.equal('▲ up 4,224 (18.9%) from 2024');
    document.documentElement.lang = 'es';
  });
});
