import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import '../../src/widgets/bars/bars.js';
import '../../src/widgets/card/card.js';
import '../../src/widgets/download/download.js';
import '../../src/widgets/map/map.js';
import '../../src/widgets/table/table.js';
import '../../src/widgets/trend/trend.js';
import { expectAccessible } from './axe.js';
import { allInside, inside, mount, next, ready, text, unmount, until, type Widget } from './mount.js';
import { forgetReplies, freshPath, reply } from './replies.js';

const ROWS = [
  'anio,lugar,muertes,poblacion',
  ...['2022,LIMA,500,10000000', '2022,TUMBES,60,250000'],
  ...['2023,LIMA,600,10000000', '2023,TUMBES,2,250000'],
].join('\n');
const BOTH =
  'value="sum(muertes)" per="100000 of sum(poblacion)" heading="Tasa de homicidios" unit="por 100 mil hab." decimals="1" count-heading="Homicidios" count-unit="víctimas" method="Por cada 100 mil habitantes" source-name="PNP"';
const data = (): string => reply(freshPath(), ROWS);
const TUMBES = 'time="anio" where="lugar = \'TUMBES\'"';

const card = (more = ''): string => `<obs-card src="${data()}" ${BOTH} ${TUMBES} ${more}></obs-card>`;
const heading = (widget: Widget): string => text(inside(widget, '.heading'));
const buttons = (widget: Widget): HTMLElement[] => allInside(widget, '[part=switch] button');
const pressed = (widget: Widget): (string | null)[] =>
  buttons(widget).map((button) => button.getAttribute('aria-pressed'));

/** Presses one of the two buttons and waits for what it asks for. */
async function choose(widget: Widget, index: 0 | 1): Promise<void> {
  const shown = next(widget, 'obs-shown');
  buttons(widget)[index]?.click();
  await shown;
  await widget.updateComplete;
}

describe('the choice between a rate and its count', () => {
  afterEach(() => {
    unmount();
    forgetReplies();
  });

  it('[STAT-04] starts with the rate, and changes title, unit, decimals and what must be known', async () => {
    const widget = await ready(card('period="2022"'));
    expect(heading(widget)).to.equal('Tasa de homicidios');
    expect(text(inside(widget, '.value'))).to.equal('24.0');
    expect(pressed(widget)).to.deep.equal(['true', 'false']);
    expect(text(inside(widget, '.root'))).not.to.include('no se comparan entre lugares');
    await choose(widget, 1);
    expect(heading(widget)).to.equal('Homicidios');
    expect(text(inside(widget, '.subtitle'))).to.equal('2022 · víctimas');
    expect(text(inside(widget, '.value'))).to.equal('60');
    expect(pressed(widget)).to.deep.equal(['false', 'true']);
    expect(text(inside(widget, '.cautions'))).to.include('no se comparan entre lugares');
    expect(text(inside(widget, '[role=status].hidden'))).to.equal('Se muestra: Homicidios');
    await expectAccessible(widget);
    await choose(widget, 0);
    expect(heading(widget)).to.equal('Tasa de homicidios');
    expect(text(inside(widget, '.value'))).to.equal('24.0');
    expect(text(inside(widget, '.subtitle'))).to.equal('2022 · por 100 mil hab.');
  });

  it('[STAT-04] shows the count of a rate that is withheld for few cases', async () => {
    const widget = await ready(card('period="2023"'));
    expect(text(inside(widget, '.value'))).to.equal('n. a.');
    await choose(widget, 1);
    expect(text(inside(widget, '.value'))).to.equal('2');
  });

  it('keeps the focus on the button, also while the count is on its way', async () => {
    const widget = await ready(card());
    buttons(widget)[1]?.focus();
    const shown = next(widget, 'obs-shown');
    await sendKeys({ press: 'Enter' });
    await shown;
    expect(widget.shadowRoot?.activeElement).to.equal(buttons(widget)[1]);
  });

  it('is not there without a name for the count, and refuses one without a rate', async () => {
    const plain = await ready(card('data-obs-x="" count-heading="" count-unit=""'));
    expect(buttons(plain)).to.have.length(2);
    for (const name of ['count-heading', 'count-unit']) plain.removeAttribute(name);
    await plain.updateComplete;
    expect(buttons(plain)).to.have.length(0);
    const wrong = mount<Widget>(
      `<obs-card src="${data()}" value="sum(muertes)" ${TUMBES} heading="Homicidios" count-heading="Homicidios"></obs-card>`,
    );
    await next(wrong, 'obs-error');
    await until(() => text(inside(wrong, '.root')).includes('count-heading="Homicidios"'));
    expect(text(inside(wrong, '.root'))).to.include('per="100000 of sum(poblacion)"');
  });

  it('goes back to the rate where the page says something else', async () => {
    const widget = await ready(card('period="2022"'));
    await choose(widget, 1);
    const shown = next(widget, 'obs-shown');
    widget.setAttribute('heading', 'Otra tasa');
    await shown;
    await widget.updateComplete;
    expect(heading(widget)).to.equal('Otra tasa');
    expect(text(inside(widget, '.value'))).to.equal('24.0');
    expect(pressed(widget)).to.deep.equal(['true', 'false']);
  });

  it('does not tell of the count how the rate is calculated', async () => {
    const widget = await ready(card());
    await choose(widget, 1);
    allInside(widget, '.actions:not([part=switch]) button')[0]?.click();
    await until(() => widget.shadowRoot?.querySelector('.about') !== null);
    expect(text(inside(widget, '.about'))).not.to.include('Por cada 100 mil');
  });

  it('changes the axis, the table and the summary of a trend', async () => {
    const widget = await ready(`<obs-trend src="${data()}" ${BOTH} time="anio" by="lugar"></obs-trend>`);
    expect(text(inside(widget, 'table'))).to.include('24.0');
    await choose(widget, 1);
    expect(text(inside(widget, 'table'))).to.include('600');
    expect(text(inside(widget, 'table'))).not.to.include('24.0');
    expect(text(inside(widget, '.summary'))).to.match(/Homicidios.*víctimas/);
    expect(allInside(widget, 'p.hidden').map(text).join(' ')).to.include(
      'Eje vertical, víctimas: de 0 a 600',
    );
  });

  it('changes bars and tables', async () => {
    const asked = `src="${data()}" ${BOTH} by="lugar" where="anio = 2022"`;
    const bars = await ready(`<obs-bars ${asked}></obs-bars>`);
    const table = await ready(`<obs-table ${asked}></obs-table>`);
    expect(text(inside(bars, '.plot'))).to.match(/TUMBES.*LIMA/);
    await Promise.all([choose(bars, 1), choose(table, 1)]);
    expect(text(inside(bars, '.plot'))).to.match(/LIMA.*TUMBES/);
    expect(allInside(table, 'tbody tr').map(text)).to.deep.equal([
      'lugarLIMAmuertes500',
      'lugarTUMBESmuertes60',
    ]);
    expect(text(inside(table, 'thead'))).to.include('víctimas');
  });

  it('shows counts on a map as circles, never in colour', async () => {
    const widget = await ready(
      `<obs-map src="${data()}" ${BOTH} by="lugar" time="anio" grid="pe"></obs-map>`,
    );
    await until(() => allInside(widget, 'svg.drawing').length > 0);
    expect(allInside(widget, 'circle.circle[data-place]')).to.have.length(0);
    await choose(widget, 1);
    await until(() => allInside(widget, 'circle.circle[data-place]').length === 2);
    expect(allInside(widget, '.plot [data-place][class*=" k"]')).to.have.length(0);
    await choose(widget, 0);
    await until(() => allInside(widget, 'circle.circle[data-place]').length === 0);
  });

  it('[STAT-10] gives a download what is shown', async () => {
    const src = data();
    const shown = await ready(
      `<obs-table id="tabla" src="${src}" ${BOTH} by="lugar" where="anio = 2022"></obs-table>`,
    );
    const download = mount<Widget>('<obs-download for="tabla" formats="csv"></obs-download>');
    const content = async (): Promise<string> => {
      const [file] = allInside(download, 'a.file') as HTMLAnchorElement[];
      return file ? (await fetch(file.href).catch(() => new Response(''))).text() : '';
    };
    let now = '';
    const has = async (words: string): Promise<void> => {
      while (!(now = await content()).includes(words))
        await new Promise((resolve) => setTimeout(resolve, 20));
    };
    await has('n (muertes)');
    await choose(shown, 1);
    await has('LIMA,500\r\n');
    expect(now).to.match(/^\ufeff?lugar,muertes\r\n/);
    expect((allInside(download, 'a.file')[0] as HTMLAnchorElement).download).to.equal('homicidios.csv');
  });
});
