import { sendMouse, setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import '../../src/widgets/map/map.js';
import { takeFocus } from './ask-browser.js';
import { expectAccessible } from './axe.js';
import { SHAPES, shapes } from './map-shapes.js';
import { allInside, inside, mount, next, ready, text, unmount, until, type Widget } from './mount.js';
import { asked, forgetReplies, freshPath, reply } from './replies.js';

const SAID = 'unit="por 100 mil habitantes" heading="Tasa" source-name="PNP"';

const rates = (): string =>
  reply(
    freshPath(),
    [
      'anio,lugar,tasa,estado',
      ...['2023,A1,4.0,', '2023,A2,8.0,', '2023,A3,12.0,', '2024,A1,5.0,', '2024,A2,9.0,p', '2024,A3,,c'],
    ].join('\n'),
  );

const map = (more = '', src = rates()): string =>
  `<obs-map src="${src}" value="tasa" time="anio" by="lugar" status="estado" ${SAID} ${more}></obs-map>`;

const withShapes = (more = ''): Promise<Widget> =>
  ready(map(`geometry="${shapes()}" geometry-key="COD" classes="5, 10" ${more}`));

const tiles = (): Promise<Widget> => {
  const src = reply(freshPath(), 'lugar,tasa\nICA,3\nLIMA,6\nPUNO,9\nPIURA,12\n');
  return ready(`<obs-map src="${src}" value="tasa" by="lugar" grid="pe" ${SAID}></obs-map>`);
};

const areas = (widget: Widget): HTMLElement[] => allInside(widget, '.plot [data-place]');
const classesOf = (widget: Widget): string[] =>
  areas(widget).map((each) => each.getAttribute('fill') ?? each.getAttribute('class') ?? '');
const spoken = (widget: Widget): string => text(inside(widget, '.body > [role=status]'));

function choose(widget: Widget, name: string): Promise<boolean> {
  const select = inside<HTMLSelectElement>(widget, 'select');
  select.value = [...select.options].find((each) => text(each) === name)?.value ?? '';
  select.dispatchEvent(new Event('change'));
  return widget.updateComplete;
}

describe('obs-map', () => {
  beforeEach(async () => {
    await setViewport({ width: 1000, height: 900 });
    await takeFocus();
  });
  afterEach(() => {
    unmount();
    forgetReplies();
  });

  it('[A11Y-01] breaks no accessibility rule: squares, shapes and table, in light and in dark', async () => {
    for (const widget of [await tiles(), await withShapes()]) {
      await expectAccessible(widget);
      widget.theme = 'dark';
      await widget.updateComplete;
      await expectAccessible(widget);
      inside(widget, '.actions button').click();
      await widget.updateComplete;
      await expectAccessible(widget);
    }
  });

  it('draws a square for each department without asking for any file but the data', async () => {
    const widget = await tiles();
    expect(areas(widget)).to.have.length(25);
    expect(asked).to.have.length(1);
    const sizes = areas(widget).map((each) => {
      const { width, height } = each.getBoundingClientRect();
      return `${width.toFixed(1)} ${height.toFixed(1)}`;
    });
    expect(new Set(sizes).size).to.equal(1);
  });

  it('[A11Y-50] gives every place that is not measured a mark of its own', async () => {
    const widget = await withShapes();
    expect(classesOf(widget)).to.deep.equal([
      'area k3',
      'url(#map-open-3)',
      'url(#map-suppressed)',
      'url(#map-missing)',
    ]);
    for (const id of ['map-suppressed', 'map-missing', 'map-open-3']) inside(widget, `#${id}`);
    expect(allInside(widget, '.classes li').map(text)).to.include.members([
      'sin dato (1 lugar)',
      'oculto para proteger a las personas (1 lugar)',
    ]);
  });

  it('[A11Y-50] chooses a place from a list, reads it aloud and outlines it', async () => {
    const widget = await withShapes();
    expect(spoken(widget)).to.equal('');
    await choose(widget, 'Distrito A2');
    expect(spoken(widget)).to.equal(
      'Distrito A2: 9.0 por 100 mil habitantes, provisional; grupo: de 5.0 a menos de 10.0; puesto 1 de 2; 2024',
    );
    expect(inside(widget, '.active').getAttribute('d')).to.equal(areas(widget)[1]?.getAttribute('d'));
    await choose(widget, 'Distrito A4');
    expect(spoken(widget)).to.equal('Distrito A4: sin dato; 2024');
  });

  it('[A11Y-50] chooses a place by its shape as well, and shows it beside the pointer’s', async () => {
    const widget = await withShapes();
    const { x, y, width, height } = areas(widget)[0]?.getBoundingClientRect() ?? new DOMRect();
    const position: [number, number] = [Math.round(x + width / 2), Math.round(y + height / 2)];
    await sendMouse({ type: 'move', position });
    await until(() => text(inside(widget, '.readout')).startsWith('Distrito A1'));
    await sendMouse({ type: 'click', position });
    await until(() => spoken(widget).startsWith('Distrito A1: 5.0'));
    expect(inside<HTMLSelectElement>(widget, 'select').selectedOptions[0]?.text).to.equal('Distrito A1');
    await sendMouse({ type: 'move', position: [1, 1] });
  });

  it('changes only the classes when the period changes, and says so', async () => {
    const widget = await withShapes();
    const before = areas(widget);
    const paths = before.map((each) => each.getAttribute('d'));
    const slider = inside<HTMLInputElement>(widget, 'input[type=range]');
    expect(slider.getAttribute('aria-valuetext')).to.equal('2024');
    slider.value = '0';
    slider.dispatchEvent(new InputEvent('input'));
    await widget.updateComplete;
    expect(slider.getAttribute('aria-valuetext')).to.equal('2023');
    expect(spoken(widget)).to.equal('2023: 3 lugares con dato');
    expect(text(inside(widget, '.subtitle'))).to.contain('2023');
    expect(areas(widget)).to.deep.equal(before);
    expect(areas(widget).map((each) => each.getAttribute('d'))).to.deep.equal(paths);
    expect(classesOf(widget).slice(0, 3)).to.deep.equal(['area k0', 'area k3', 'area k5']);
  });

  it('[A11Y-42] is a ranking one action away, with the same values and statuses', async () => {
    const widget = await withShapes();
    inside(widget, '.actions button').click();
    await widget.updateComplete;
    expect(allInside(widget, 'tbody tr').map(text)).to.deep.equal([
      '1 Distrito A2 9.0 p',
      '2 Distrito A1 5.0',
      'Distrito A3 oculto',
      'Distrito A4 s/d',
    ]);
    expect(allInside(widget, 'svg')).to.have.length(0);
  });

  it('tells how many places it shows, and which ones are missing on either side', async () => {
    const src = reply(freshPath(), 'lugar,tasa\nA1,3\nA2,6\nZ9,9\n');
    const path = shapes();
    const widget = await ready(
      `<obs-map src="${src}" value="tasa" by="lugar" geometry="${path}" geometry-key="COD" ${SAID}></obs-map>`,
    );
    const report = text(inside(widget, '[part=report]'));
    expect(report).to.contain('Este mapa muestra 2 de 3 lugares de los datos.');
    expect(report).to.contain('Están en los datos y no en el mapa: Z9.');
    expect(report).to.contain('Sin fila en los datos (2 lugares): Distrito A3, Distrito A4.');
  });

  it('[REL-01] shows the data as a table where the shapes cannot be had, says so, and tries again', async () => {
    const path = freshPath('geojson');
    reply(path, () => new Response('', { status: 404 }));
    const widget = mount<Widget>(map(`geometry="${path}" geometry-key="COD"`));
    const failed = await next(widget, 'obs-error');
    expect(failed.code).to.equal('http');
    await until(() => allInside(widget, '.cautions details').length > 0);
    expect(text(inside(widget, '.cautions'))).to.contain('No se pudo dibujar el mapa.');
    expect(text(inside(widget, '.cautions details')))
      .to.contain('geometry=')
      .and.to.contain('404');
    expect(allInside(widget, 'tbody tr')).to.have.length(3);
    reply(path, SHAPES);
    inside(widget, '[part=retry]').click();
    await until(() => areas(widget).length === 4);
    expect(allInside(widget, '.cautions')).to.have.length(0);
  });

  it('[STAT-12] shows no count in colour, and tells the page’s owner what to write', async () => {
    const widget = mount<Widget>(map('grid="pe"').replace(/unit="[^"]*"/, 'unit="casos"'));
    await next(widget, 'obs-error');
    await until(() => allInside(widget, '.owner').length > 0);
    expect(text(inside(widget, '.owner'))).to.contain('as="symbols"');
  });

  it('[STAT-12] shows counts as circles whose area is as the value', async () => {
    const src = reply(freshPath(), 'lugar,casos\nICA,25\nLIMA,100\nPUNO,-50\nTACNA,0\n');
    const widget = await ready(
      `<obs-map src="${src}" value="casos" by="lugar" grid="pe" as="symbols" unit="casos" heading="Casos" source-name="PNP"></obs-map>`,
    );
    const radii = allInside(widget, '.plot .circle').map((each) => Number(each.getAttribute('r')));
    expect(radii).to.have.length(2);
    expect((radii[0] ?? 0) / (radii[1] ?? 1)).to.be.closeTo(2, 0.01);
    expect(allInside(widget, '.classes li').map(text)).to.include('valor negativo, sin círculo (1 lugar)');
  });

  it('takes one map, no two, and parts that it has', async () => {
    const part = `geometry="${shapes()}" geometry-key="COD" insets="Z9"`;
    for (const more of ['', 'grid="pe" geometry="/a.geojson"', part]) {
      const widget = mount<Widget>(map(more));
      expect((await next(widget, 'obs-error')).code).to.equal('bad-attribute');
    }
  });
});
