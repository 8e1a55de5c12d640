import { sendKeys, setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import '../../src/widgets/map/map.js';
import { takeFocus } from './ask-browser.js';
import { expectAccessible } from './axe.js';
import { shapes } from './map-shapes.js';
import { allInside, inside, ready, text, unmount, type Widget } from './mount.js';
import { forgetReplies, freshPath, reply } from './replies.js';

const withShapes = (): Promise<Widget> => {
  const src = reply(freshPath(), 'lugar,tasa\nA1,5.0\nA2,9.0\nA3,12.0\n');
  return ready(
    `<obs-map src="${src}" value="tasa" by="lugar" geometry="${shapes()}" geometry-key="COD" unit="por 100 mil habitantes" heading="Tasa" source-name="PNP"></obs-map>`,
  );
};

const view = (widget: Widget): number[] =>
  (inside(widget, '.plot svg').getAttribute('viewBox') ?? '').split(' ').map(Number);

describe('obs-map, seen nearer', () => {
  beforeEach(async () => {
    await setViewport({ width: 1000, height: 900 });
    await takeFocus();
  });
  afterEach(() => {
    unmount();
    forgetReplies();
  });

  it('[A11Y-08] [A11Y-50] is made larger by keys and buttons, moved by arrows, and leaves the wheel to the page', async () => {
    const widget = await withShapes();
    const whole = view(widget);
    const plot = inside(widget, '.plot');
    plot.focus();
    const isLeft = (key: string): boolean =>
      plot.dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true, bubbles: true }));
    expect(isLeft('ArrowRight')).to.equal(true);
    await sendKeys({ press: '+' });
    await widget.updateComplete;
    expect(view(widget)[2]).to.be.closeTo((whole[2] ?? 0) / 2, 0.1);
    const [x = 0] = view(widget);
    expect(isLeft('ArrowRight')).to.equal(false);
    await widget.updateComplete;
    expect(view(widget)[0]).to.be.above(x);
    await sendKeys({ press: '0' });
    await widget.updateComplete;
    expect(view(widget)).to.deep.equal(whole);
    const wheel = new WheelEvent('wheel', { deltaY: 100, bubbles: true, cancelable: true, composed: true });
    expect(plot.dispatchEvent(wheel)).to.equal(true);
    const button = allInside(widget, '.actions button').find((each) => text(each) === 'Acercar');
    button?.click();
    await widget.updateComplete;
    expect(view(widget)[2]).to.be.below(whole[2] ?? 0);
  });

  it('[A11Y-08] has buttons that are off at the limits of the map, and keep the focus', async () => {
    const widget = await withShapes();
    const button = (label: string): HTMLElement =>
      allInside(widget, '.actions button').find((each) => text(each) === label) ?? widget;
    const isOff = (): (string | null)[] =>
      ['Acercar', 'Alejar', 'Mapa completo'].map((label) => button(label).getAttribute('aria-disabled'));
    const whole = view(widget);
    expect(isOff()).to.deep.equal(['false', 'true', 'true']);
    button('Alejar').click();
    await widget.updateComplete;
    expect(view(widget)).to.deep.equal(whole);
    button('Acercar').focus();
    for (let times = 0; times < 6; times++) {
      expect(isOff()[0]).to.equal('false');
      button('Acercar').click();
      await widget.updateComplete;
    }
    expect(isOff()).to.deep.equal(['true', 'false', 'false']);
    expect(widget.shadowRoot?.activeElement).to.equal(button('Acercar'));
    const nearest = view(widget);
    button('Acercar').click();
    await widget.updateComplete;
    expect(view(widget)).to.deep.equal(nearest);
    await expectAccessible(widget);
  });
});
