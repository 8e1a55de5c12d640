import { sendKeys, setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import '../../src/widgets/bars/bars.js';
import { takeFocus } from './ask-browser.js';
import { expectAccessible } from './axe.js';
import { allInside, inside, mount, ready, text, unmount, until, type Widget } from './mount.js';
import { forgetReplies, freshPath, reply } from './replies.js';

/** Rows of a small file, as an address. */
const csv = (...lines: string[]): string => reply(freshPath(), `${lines.join('\n')}\n`);

const bars = (path: string, more: string): string =>
  `<obs-bars src="${path}" source-name="PNP" heading="Denuncias" ${more}></obs-bars>`;

/** Twelve places of falling value; the sixth is provisional, the last has no value. */
const places = (): string =>
  csv(
    'lugar,casos,estado',
    ...Array.from(
      { length: 12 },
      (_, at) => `Lugar ${at + 1},${at === 11 ? '' : 120 - at * 10},${at === 5 ? 'p' : ''}`,
    ),
  );
const RANKING = 'value="casos" by="lugar" status="estado"';

const kinds = (): string =>
  csv('lugar,tipo,casos', 'Ica,Robo,30', 'Ica,Hurto,10', 'Lima,Robo,20', 'Lima,Hurto,60', 'Puno,Robo,5');

const rows = (widget: Widget): HTMLElement[] => allInside(widget, '.row');
const box = (element: Element | undefined | null): DOMRect =>
  element?.getBoundingClientRect() ?? new DOMRect(NaN, NaN, NaN, NaN);
const barOf = (row: Element | undefined): DOMRect => box(row?.querySelector('rect'));

describe('what obs-bars draws', () => {
  beforeEach(() => setViewport({ width: 1000, height: 800 }));
  afterEach(() => {
    unmount();
    forgetReplies();
  });

  it('[A11Y-01] breaks no accessibility rule, as a ranking, of parts and as a pyramid, in light and in dark', async () => {
    for (const more of [
      RANKING,
      'value="sum(casos)" by="lugar" stack="tipo"',
      'value="sum(casos)" by="lugar" pyramid="tipo"',
    ]) {
      const widget = await ready(bars(more === RANKING ? places() : kinds(), more));
      await expectAccessible(widget);
      widget.theme = 'dark';
      await widget.updateComplete;
      await expectAccessible(widget);
      unmount();
    }
  });

  it('leaves no hole below few bars, nor below their table, and keeps room for many', async () => {
    const hole = (widget: Widget): number => {
      const frame = box(inside(widget, '.frame'));
      const last = Math.max(...allInside(widget, '.frame > *').map((each) => box(each).bottom));
      return frame.bottom - last;
    };
    for (const more of ['', 'top="2"']) {
      const widget = await ready(bars(kinds(), `value="sum(casos)" by="lugar" ${more}`));
      expect(hole(widget)).to.be.below(40);
      expect(box(inside(widget, '.root')).height).to.be.below(416);
      inside(widget, '.actions button').click();
      await widget.updateComplete;
      expect(box(inside(widget, '.root')).height).to.be.below(416);
      unmount();
    }
    const many = await ready(bars(places(), RANKING));
    expect(box(inside(many, '.root')).height).to.be.at.least(416);
  });

  it('[STAT-06] gives bars the length of their values, from one line at zero', async () => {
    const widget = await ready(bars(places(), RANKING));
    const [first, second] = [barOf(rows(widget)[0]), barOf(rows(widget)[1])];
    expect(second.width / first.width).to.be.closeTo(110 / 120, 0.01);
    expect(second.left).to.equal(first.left);
    expect(box(rows(widget)[0]?.querySelector('.zero')).left).to.be.closeTo(first.left, 1);
    expect(rows(widget)[11]?.querySelector('rect')).to.equal(null);
  });

  it('[STAT-06] gives small multiples bars of one length for one value', async () => {
    const widget = await ready(bars(kinds(), 'value="sum(casos)" by="lugar" multiples="tipo"'));
    const widthOf = (value: string): number =>
      barOf(rows(widget).find((row) => text(row.querySelector('.value') ?? row) === value)).width;
    expect(allInside(widget, '.title').map(text)).to.deep.equal(['Robo', 'Hurto']);
    expect(widthOf('30') / widthOf('60')).to.be.closeTo(0.5, 0.01);
    expect(widthOf('10') / widthOf('20')).to.be.closeTo(0.5, 0.01);
  });

  it('[STAT-08] reads each row as a sentence, with what qualifies it', async () => {
    const widget = await ready(bars(places(), `${RANKING} unit="casos"`));
    const sentences = rows(widget).map((row) => text(row.querySelector('.hidden') ?? row));
    expect(sentences[0]).to.equal('Lugar 1: 120 casos; puesto 1 de 11');
    expect(sentences[5]).to.equal('Lugar 6: 70 casos, provisional; puesto 6 de 11');
    expect(sentences[11]).to.equal('Lugar 12: sin dato');
    expect(text(inside(widget, '.legend'))).to.equal('p: provisional');
  });

  it('puts names over their bars where it is narrow, cuts none, and overflows at no width', async () => {
    const name = 'Provincia Constitucional del Callao y sus distritos';
    const path = csv('lugar,casos', `${name},1234567`, 'Ica,10');
    for (const width of [1200, 600, 400, 160]) {
      await setViewport({ width: width + 16, height: 800 });
      const widget = await ready(bars(path, 'value="casos" by="lugar" highlight="Ica"'));
      const [row] = rows(widget);
      const label = row?.querySelector<HTMLElement>('.name');
      expect(text(label ?? widget), String(width)).to.equal(name);
      expect(label?.scrollWidth, String(width)).to.be.at.most((label?.clientWidth ?? 0) + 1);
      const { left, right } = box(widget);
      for (const each of allInside(widget, '.name, .value, rect')) {
        expect(box(each).right, `${width} ${text(each)}`).to.be.at.most(right);
        expect(box(each).left, `${width} ${text(each)}`).to.be.at.least(left);
      }
      const isOver = box(label).bottom <= barOf(row).top + 1;
      expect(isOver, String(width)).to.equal(width < 480);
      unmount();
    }
  });

  it('[STAT-07] draws what all are compared with as one line across the bars, with its name', async () => {
    const path = csv('lugar,tasa', 'Nacional,50', 'Lima,100', 'Ica,20');
    const widget = await ready(bars(path, 'value="tasa" by="lugar" reference="Nacional"'));
    expect(rows(widget)).to.have.length(2);
    expect(text(inside(widget, '.compared'))).to.equal('Nacional: 50');
    const lines = allInside(widget, '.reference').map((line) => box(line).left);
    expect(lines).to.have.length(2);
    expect(lines[0]).to.equal(lines[1]);
    const lima = barOf(rows(widget)[0]);
    expect(((lines[0] ?? 0) - lima.left) / lima.width).to.be.closeTo(0.5, 0.01);
  });
});

describe('what readers do with obs-bars', () => {
  beforeEach(async () => {
    await setViewport({ width: 1000, height: 800 });
    await takeFocus();
  });
  afterEach(() => {
    unmount();
    forgetReplies();
  });

  const press = async (widget: Widget, label: string): Promise<void> => {
    const button = allInside(widget, 'button').find((each) => text(each).startsWith(label));
    if (!button) throw new Error(`No button ${label}.`);
    button.click();
    await widget.updateComplete;
  };

  it('[A11Y-08] [A11Y-41] walk the bars with arrows, Home and End, as one stop of the Tab key', async () => {
    const widget = await ready(bars(places(), RANKING));
    inside(widget, '.plot').focus();
    const said: string[] = [];
    for (const key of ['ArrowDown', 'ArrowDown', 'End', 'ArrowUp', 'Home', 'Escape']) {
      await sendKeys({ press: key });
      await widget.updateComplete;
      said.push(text(inside(widget, '.body > [role=status]')));
    }
    expect(said).to.deep.equal([
      'Lugar 1: 120; puesto 1 de 11',
      'Lugar 2: 110; puesto 2 de 11',
      'Lugar 12: sin dato',
      'Lugar 11: 20; puesto 11 de 11',
      'Lugar 1: 120; puesto 1 de 11',
      '',
    ]);
    expect(allInside(widget, '.plot [tabindex]')).to.have.length(0);
  });

  it('leave a key with another one held down to the browser', async () => {
    const widget = await ready(bars(places(), RANKING));
    const isLeft = (init: KeyboardEventInit): boolean =>
      inside(widget, '.plot').dispatchEvent(new KeyboardEvent('keydown', { ...init, cancelable: true }));
    expect(isLeft({ key: 'ArrowDown', altKey: true })).to.equal(true);
    expect(isLeft({ key: 'a' })).to.equal(true);
    expect(isLeft({ key: 'ArrowDown' })).to.equal(false);
  });

  it('read one bar where the pointer is, and no bar is covered by what is told of it', async () => {
    const widget = await ready(bars(places(), RANKING));
    rows(widget)[5]?.dispatchEvent(new PointerEvent('pointerenter'));
    await widget.updateComplete;
    expect(text(inside(widget, '.readout'))).to.equal('Lugar 6: 70, provisional; puesto 6 de 11');
    expect(box(inside(widget, '.readout')).top).to.be.at.least(box(rows(widget).at(-1)).bottom);
    expect(getComputedStyle(inside(widget, '.summary')).visibility).to.equal('hidden');
    inside(widget, '.plot').dispatchEvent(new PointerEvent('pointerleave'));
    await widget.updateComplete;
    expect(allInside(widget, '.readout')).to.have.length(0);
  });

  it('[A11Y-42] see the same figures as a table, all of them', async () => {
    const widget = await ready(bars(places(), `${RANKING} top="3"`));
    expect(rows(widget)).to.have.length(3);
    await press(widget, 'Ver como tabla');
    const cells = allInside(widget, 'tbody tr').map((row) => [...row.children].map(text));
    expect(cells).to.have.length(12);
    expect(cells[5]).to.deep.equal(['Lugar 6', '6.º', '70 p', 'provisional']);
    expect(cells[11]).to.deep.equal(['Lugar 12', '', 'sin dato', '']);
    await expectAccessible(widget);
    await press(widget, 'Ver como gráfico');
    expect(rows(widget)).to.have.length(3);
  });

  it('ask for all bars, and for fewer again', async () => {
    const widget = await ready(bars(places(), `${RANKING} limit="4"`));
    expect(rows(widget)).to.have.length(4);
    expect(allInside(widget, '.notes p').map(text)).to.deep.equal([
      'Faltan 7 en el gráfico, con valores de 20 a 80; están en la tabla.',
      'Sin barra por no tener valor: Lugar 12.',
    ]);
    await press(widget, 'Mostrar todo (12)');
    expect(rows(widget)).to.have.length(12);
    await press(widget, 'Mostrar menos');
    expect(rows(widget)).to.have.length(4);
  });

  it('are told in words what the page has set wrongly', async () => {
    for (const attribute of ['order="mayor"', 'top="diez"', 'stack="tipo"', 'period="2020"']) {
      const asked = attribute.startsWith('period') ? csv('anio,lugar,casos', '2024,Ica,1') : places();
      const time = attribute.startsWith('period') ? 'time="anio"' : '';
      const widget = mount(bars(asked, `value="casos" by="lugar" ${time} ${attribute}`));
      await until(() => text(allInside(widget, '.owner p')[0]).includes('="'));
      const [, name = '', value = ''] = /^(\w+)="(.*)"$/.exec(attribute) ?? [];
      const told = text(inside(widget, '.owner p'));
      expect(told).to.contain(`"${value}"`);
      // A column that is not there is one that bars are broken down by.
      expect(told).to.contain(name === 'stack' ? 'by=' : `${name}=`);
      unmount();
    }
    const widget = await ready(bars(places(), `${RANKING} highlight="Atlántida"`));
    expect(text(inside(widget, '.cautions'))).to.equal('Estos datos no tienen «Atlántida».');
  });
});
