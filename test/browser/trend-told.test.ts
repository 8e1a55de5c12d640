import { setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import '../../src/widgets/download/download.js';
import '../../src/widgets/trend/trend.js';
import { accessibilityTree, type Spoken } from './ask-browser.js';
import { expectAccessible } from './axe.js';
import { drawn } from './drawn.js';
import { allInside, inside, mount, text, unmount, until, type Widget } from './mount.js';

const RATE = `src="/examples/data/homicidios.csv" value="tasa" time="anio" status="estado" place="Perú"
  unit="por 100 mil habitantes" heading="Tasa de homicidios" source-name="INEI"`;

const YEARS = Array.from({ length: 15 }, (_, index) => String(2011 + index));
const VALUES = '5.4 6.5 6.6 s/d 7.2 7.7 7.8 s/d 7.4 5.8 8.6 s/d 9.3 10.1'.split(' ').concat('10.7 p');

const names = (tree: readonly Spoken[], role: string): string[] =>
  tree.filter((each) => each.role === role).map(({ name }) => name);

/** The cells of the table that the reader can see. */
const rows = (widget: Widget): string[][] =>
  allInside(widget, '.scroll tbody tr').map((row) => [...row.children].map((cell) => text(cell)));

async function asTable(widget: Widget): Promise<void> {
  allInside(widget, 'button')[0]?.click();
  await widget.updateComplete;
}

describe('what obs-trend tells', () => {
  beforeEach(() => setViewport({ width: 1000, height: 800 }));
  afterEach(unmount);

  it('[A11Y-41] gives assistive technology title, summary, axes and every one of its points, in reading order', async () => {
    const widget = await drawn(`<obs-trend ${RATE} heading-level="3"></obs-trend>`);
    const tree = await accessibilityTree();
    expect(names(tree, 'heading')).to.deep.equal(['Tasa de homicidios']);
    expect(names(tree, 'rowheader')).to.deep.equal(YEARS);
    expect(names(tree, 'cell')).to.deep.equal(VALUES);
    expect(names(tree, 'columnheader')).to.deep.equal(['Periodo', 'por 100 mil habitantes']);
    const all = tree.map(({ name }) => name);
    expect(all).to.include(
      'Eje vertical, por 100 mil habitantes: de 0.0 a 12.5. Eje horizontal: de 2011 a 2025.',
    );
    expect(all).to.include(text(inside(widget, '.summary')));
    expect(tree.filter(({ role }) => role === 'image' || role === 'Canvas')).to.have.length(0);
  });

  it('[A11Y-41] connects the chart with its summary and with how it is walked', async () => {
    const widget = await drawn(`<obs-trend ${RATE}></obs-trend>`);
    const chart = (await accessibilityTree()).find(({ role }) => role === 'application');
    expect(chart?.name).to.equal('Tasa de homicidios');
    expect(inside(widget, '[role=application]').getAttribute('aria-roledescription')).to.equal('gráfico');
    const summary = text(inside(widget, '.summary'));
    expect(summary)
      .to.include('Tasa de homicidios, Perú, 2011–2025.')
      .and.to.include('Sin dato: 2014, 2018 y 2022.');
    expect(chart?.description).to.include(summary).and.to.include('Con las flechas');
  });

  it('[A11Y-42] shows in the table what the chart shows: the same periods, values, marks and rounding', async () => {
    const widget = await drawn(`<obs-trend ${RATE} decimals="0"></obs-trend>`);
    const heard = names(await accessibilityTree(), 'cell');
    await asTable(widget);
    expect(rows(widget).map(([, value]) => value)).to.deep.equal(heard);
    expect(rows(widget).at(-1)).to.deep.equal(['2025', '11 p']);
    expect(names(await accessibilityTree(), 'cell')).to.deep.equal(heard);
    expect(text(inside(widget, 'caption'))).to.equal('Tasa de homicidios');
    expect(allInside(widget, 'tbody th').every((each) => each.getAttribute('scope') === 'row')).to.equal(
      true,
    );
    await expectAccessible(widget);
  });

  it('[A11Y-42] can be downloaded, exactly as it is shown', async () => {
    await drawn(`<obs-trend id="tasa" ${RATE} period="2021..2025"></obs-trend>`);
    const download = mount<Widget>('<obs-download for="tasa" formats="csv"></obs-download>');
    await until(() => allInside(download, 'a.file').length === 2);
    const [shown] = allInside(download, 'a.file') as HTMLAnchorElement[];
    const content = await (await fetch(shown?.href ?? '')).text();
    expect(content).to.equal(
      'anio,tasa,estado\r\n2021,8.6,\r\n2022,,:\r\n2023,9.3,\r\n2024,10.1,\r\n2025,10.7,p\r\n',
    );
  });

  it('[A11Y-02] changes its language at once: chart, table, summary and what is said', async () => {
    const widget = await drawn(`<obs-trend ${RATE}></obs-trend>`);
    expect(inside(widget, '.root').lang).to.equal('es-PE');
    expect(getComputedStyle(inside(widget, '.root')).direction).to.equal('ltr');
    widget.lang = 'en';
    await until(() => inside(widget, '.root').lang === 'en');
    expect(text(allInside(widget, 'button')[0])).to.equal('View as table');
    expect(text(inside(widget, '.summary')))
      .to.include('Tasa de homicidios, Perú, 2011–2025.')
      .and.to.include('No data');
    expect(allInside(widget, 'tbody td').map(text)[3]).to.equal('n/d');
    widget.lang = '';
    await until(() => inside(widget, '.root').lang === 'es-PE');
    expect(text(allInside(widget, 'button')[0])).to.equal('Ver como tabla');
  });
});
