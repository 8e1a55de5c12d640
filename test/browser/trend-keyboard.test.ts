import { sendKeys, sendMouse, setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import '../../src/widgets/trend/trend.js';
import { takeFocus } from './ask-browser.js';
import { chartOf, drawn, drawnOn, placeOf } from './drawn.js';
import { allInside, inside, text, unmount, until, type Widget } from './mount.js';
import { forgetReplies, freshPath, reply } from './replies.js';

const RATE = `src="/examples/data/homicidios.csv" value="tasa" time="anio" status="estado" place="Perú"
  unit="por 100 mil habitantes" heading="Tasa de homicidios" source-name="INEI" source-href="https://www.gob.pe/inei"`;

function places(): string {
  const rows = ['Lima', 'Cusco'].flatMap((name, at) =>
    [2022, 2023, 2024].map((year) => `${name},${year},${(at + 1) * 100 + year - 2022}`),
  );
  const path = reply(freshPath(), `lugar,anio,casos\n${rows.join('\n')}\n`);
  return `<obs-trend src="${path}" value="casos" time="anio" by="lugar" source-name="PNP" heading="Denuncias"></obs-trend>`;
}

const spoken = (widget: Widget): string => text(inside(widget, '.body > [role=status]'));

/** Presses keys one after the other and tells what is said after each. */
async function said(widget: Widget, ...keys: string[]): Promise<string[]> {
  const all: string[] = [];
  for (const press of keys) {
    await sendKeys({ press });
    await widget.updateComplete;
    all.push(spoken(widget));
  }
  return all;
}

async function focused(markup: string): Promise<Widget> {
  const widget = await drawn(markup);
  inside(widget, '.plot').focus();
  return widget;
}

/** Whether a key that the page presses is left to the browser. */
function isLeft(widget: Widget, init: KeyboardEventInit): boolean {
  return inside(widget, '.plot').dispatchEvent(new KeyboardEvent('keydown', { ...init, cancelable: true }));
}

describe('obs-trend by keyboard', () => {
  beforeEach(async () => {
    await setViewport({ width: 1000, height: 800 });
    await takeFocus();
  });
  afterEach(() => {
    unmount();
    forgetReplies();
  });

  it('[A11Y-08] [A11Y-41] walks the points with arrows, Home and End, and says each with its status', async () => {
    const widget = await focused(`<obs-trend ${RATE}></obs-trend>`);
    expect(spoken(widget)).to.equal('');
    expect(
      await said(widget, 'ArrowRight', 'ArrowRight', 'End', 'ArrowRight', 'ArrowLeft', 'Home'),
    ).to.deep.equal([
      '2011: 5.4',
      '2012: 6.5',
      '2025: 10.7, provisional',
      '2025: 10.7, provisional',
      '2024: 10.1',
      '2011: 5.4',
    ]);
    expect(inside(widget, '.body > [role=status]').getAttribute('aria-live')).not.to.equal('assertive');
  });

  it('begins at the last point when it goes left, and says where there is no value', async () => {
    const widget = await focused(`<obs-trend ${RATE}></obs-trend>`);
    const all = await said(widget, 'ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft');
    expect(all).to.deep.equal(['2025: 10.7, provisional', '2024: 10.1', '2023: 9.3', '2022: sin dato']);
  });

  it('[A11Y-41] goes from series to series with up and down, in the same period', async () => {
    const widget = await focused(places());
    const all = await said(widget, 'ArrowDown', 'ArrowLeft', 'ArrowDown', 'ArrowDown', 'ArrowUp');
    expect(all).to.deep.equal([
      'Lima, 2024: 102',
      'Lima, 2023: 101',
      'Cusco, 2023: 201',
      'Lima, 2023: 101',
      'Cusco, 2023: 201',
    ]);
  });

  it('[A11Y-08] ends the reading with Escape and when the focus goes; the focus is not caught', async () => {
    const widget = await focused(`<obs-trend ${RATE}></obs-trend>`);
    expect(await said(widget, 'End', 'Escape')).to.deep.equal(['2025: 10.7, provisional', '']);
    expect(allInside(widget, '.readout')).to.have.length(0);
    await said(widget, 'End', 'Tab');
    await widget.updateComplete;
    expect(spoken(widget)).to.equal('');
    expect(text(widget.shadowRoot?.activeElement)).to.equal('Ver como tabla');
  });

  it('leaves to the browser every key that is not its own', async () => {
    const widget = await drawn(`<obs-trend ${RATE}></obs-trend>`);
    expect(isLeft(widget, { key: 'ArrowRight' })).to.equal(false);
    inside(widget, '.plot').dispatchEvent(new FocusEvent('blur'));
    expect(isLeft(widget, { key: 'ArrowLeft', altKey: true })).to.equal(true);
    expect(isLeft(widget, { key: 'Home', ctrlKey: true })).to.equal(true);
    // Nothing is being read: Escape is for the dialogue that the chart may stand in.
    await widget.updateComplete;
    expect(isLeft(widget, { key: 'Escape' })).to.equal(true);
    // One series: up and down scroll the page.
    expect(isLeft(widget, { key: 'ArrowDown' })).to.equal(true);
    expect(isLeft(widget, { key: 'a' })).to.equal(true);
  });

  it('[A11Y-08] is three stops of the Tab key at most: the chart, its buttons, its source', async () => {
    const widget = await drawn(`<obs-trend ${RATE}></obs-trend>`);
    const before = document.createElement('button');
    widget.before(before);
    const after = document.createElement('button');
    widget.after(after);
    before.focus();
    const stops: (Element | null | undefined)[] = [];
    for (;;) {
      await sendKeys({ press: 'Tab' });
      if (document.activeElement === after) break;
      stops.push(widget.shadowRoot?.activeElement);
    }
    const [first, ...others] = stops;
    expect(first?.className).to.equal('plot');
    expect(others.map(text)).to.deep.equal(['Ver como tabla', 'INEI']);
    await sendKeys({ down: 'Shift' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ up: 'Shift' });
    expect(text(widget.shadowRoot?.activeElement)).to.equal('Ver como tabla');
    await sendKeys({ press: 'ArrowRight' });
    expect(text(widget.shadowRoot?.activeElement)).to.equal('Sobre estos datos');
  });

  it('[A11Y-42] is a table one action away, with the focus where it was, and a chart again', async () => {
    const widget = await focused(`<obs-trend ${RATE}></obs-trend>`);
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await widget.updateComplete;
    const button = widget.shadowRoot?.activeElement;
    expect(text(button)).to.equal('Ver como gráfico');
    expect(allInside(widget, 'canvas')).to.have.length(0);
    expect(inside(widget, '.scroll table').offsetWidth).to.be.greaterThan(200);
    expect(inside(widget, 'section.scroll').tabIndex).to.equal(0);
    await sendKeys({ press: 'Space' });
    await until(() => allInside(widget, 'canvas').length === 1);
    expect(text(button)).to.equal('Ver como tabla');
    expect(widget.shadowRoot?.activeElement).to.equal(button);
    const chart = await drawnOn(widget);
    await until(() => placeOf(chart, 0).x > 0);
  });

  it('shows beside the pointer what keys read aloud', async () => {
    const widget = await drawn(`<obs-trend ${RATE}></obs-trend>`);
    const { left, top } = inside(widget, 'canvas').getBoundingClientRect();
    const { x, y } = placeOf(chartOf(widget), 14);
    await sendMouse({ type: 'move', position: [Math.round(left + x), Math.round(top + y)] });
    await until(() => allInside(widget, '.readout').length === 1);
    expect(text(inside(widget, '.readout'))).to.equal('2025 10.7 p');
    await sendMouse({ type: 'move', position: [1, 1] });
    await until(() => allInside(widget, '.readout').length === 0);
  });
});
