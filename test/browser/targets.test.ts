import { expect } from 'chai';
import '../../src/widgets/targets/targets.js';
import { expectAccessible } from './axe.js';
import { allInside, inside, mount, next, ready, text, unmount, until, type Widget } from './mount.js';
import { asked, forgetReplies, freshPath, reply } from './replies.js';

/** A manifest with a target for each file of values. */
function manifestOf(...files: readonly string[]): string {
  const names = files.map((_, index) => `tasa-${index + 1}`);
  return JSON.stringify({
    title: 'Observatorio de prueba',
    contributors: [{ title: 'Observatorio de prueba', roles: ['publisher'] }],
    resources: names.map((name, index) => ({ name, path: files[index], sources: [{ title: 'Prueba' }] })),
    indicators: names.map((name, index) => ({
      ...{
        name,
        title: `Tasa ${index + 1}`,
        definition: 'Una tasa.',
        unit: 'por 100 mil',
        direction: 'lower',
      },
      ...{ resource: name, numerator: 'tasa', time: 'anio', status: 'estado' },
    })),
    targets: names.map((indicator) => ({
      indicator,
      baseline: { period: '2020', value: 12 },
      path: [{ period: '2030', value: 2 }],
      plan: 'Plan de prueba',
      planHref: 'https://plan.example/',
      responsible: 'Oficina de prueba',
    })),
  });
}
const csv = (rows: string): string => reply(freshPath(), `anio,tasa,estado\n${rows}`);
const observatory = (...files: readonly string[]): string =>
  `observatory="${reply(freshPath('json'), manifestOf(...files))}"`;

const ON_TRACK = '2020,12.0,\n2021,11.0,\n2022,9.9,p\n';
const BROKEN = '2020,12.0,\n2021,11.0,b\n2022,9.9,\n';

describe('obs-targets', () => {
  afterEach(() => {
    unmount();
    forgetReplies();
  });

  it('[A11Y-01] breaks no accessibility rule, in light and in dark, its tables open', async () => {
    const widget = await ready(`<obs-targets ${observatory(csv(ON_TRACK), csv(BROKEN))}></obs-targets>`);
    for (const each of allInside(widget, 'details')) (each as HTMLDetailsElement).open = true;
    await expectAccessible(widget);
    widget.theme = 'dark';
    await widget.updateComplete;
    await expectAccessible(widget);
  });

  it('[STAT-13] tells of each target of the plan how far it is, by whose plan, and who answers for it', async () => {
    const widget = await ready(`<obs-targets ${observatory(csv(ON_TRACK), csv(BROKEN))}></obs-targets>`);
    expect(text(inside(widget, '.summary'))).to.equal(
      '2 metas: En camino a la meta: 1 · Aún no se puede decir: 1',
    );
    const [first, second] = allInside(widget, '.target');
    expect(first && text(first)).to.include('En 2022 el valor fue 9.9; el camino a la meta preveía 10.0.');
    expect(first && text(first)).to.include('Oficina de prueba');
    expect(first?.querySelector('a')?.href).to.equal('https://plan.example/');
    expect(second && text(second)).to.include('Cambió la forma de medir después del punto de partida');
  });

  it('tells in words what it draws, and year by year in a table that keys can open', async () => {
    const widget = await ready(`<obs-targets ${observatory(csv(ON_TRACK))}></obs-targets>`);
    expect(inside(widget, 'svg').getAttribute('aria-hidden')).to.equal('true');
    const details = inside<HTMLDetailsElement>(widget, 'details');
    inside(widget, 'summary').focus();
    expect(widget.shadowRoot?.activeElement).to.equal(inside(widget, 'summary'));
    inside(widget, 'summary').click();
    expect(details.open).to.equal(true);
    expect(allInside(widget, 'tbody tr').map(text)[2]).to.equal('2022 10.0 * 9.9 p -0.1');
  });

  it('shows on paper the tables that are closed on the screen', async () => {
    const widget = await ready(`<obs-targets ${observatory(csv(ON_TRACK))}></obs-targets>`);
    const details = inside<HTMLDetailsElement>(widget, 'details');
    expect(details.open).to.equal(false);
    dispatchEvent(new Event('beforeprint'));
    expect(details.open).to.equal(true);
    dispatchEvent(new Event('afterprint'));
    expect(details.open).to.equal(false);
  });

  it('shows the others where the values of one cannot be read, and says of which', async () => {
    const widget = await ready(`<obs-targets ${observatory(csv(ON_TRACK), '/no-hay.csv')}></obs-targets>`);
    const [first, second] = allInside(widget, '.status').map(text);
    expect(first).to.include('En camino a la meta');
    expect(second).to.include('Aún no se puede decir');
    expect(text(inside(widget, '.target:nth-child(2)'))).to.include('No se pudieron leer los valores');
  });

  it('asks one question for an indicator alone, and names it in its heading', async () => {
    const [first, second] = [csv(ON_TRACK), csv(BROKEN)];
    const widget = await ready(
      `<obs-targets indicator="tasa-2" ${observatory(first, second)}></obs-targets>`,
    );
    expect(text(inside(widget, '.heading'))).to.equal('Metas y avance: Tasa 2');
    expect(allInside(widget, '.target')).to.have.length(1);
    expect(asked.filter(({ url }) => url.endsWith(first))).to.deep.equal([]);
  });

  it('keeps within a place of 160 pixels, its words whole', async () => {
    const place = mount<HTMLElement>(`<div><obs-targets ${observatory(csv(ON_TRACK))}></obs-targets></div>`);
    place.style.width = '160px';
    const widget = place.firstElementChild as Widget;
    await next(widget, 'obs-load');
    await until(() => widget.shadowRoot?.querySelector('.target') !== null);
    expect(inside(widget, '.frame').scrollWidth).to.be.at.most(160);
  });
});
