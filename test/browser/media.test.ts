import { setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import '../../src/widgets/bars/bars.js';
import '../../src/widgets/card/card.js';
import '../../src/widgets/download/download.js';
import '../../src/widgets/map/map.js';
import '../../src/widgets/table/table.js';
import '../../src/widgets/trend/trend.js';
import { departmentRates, needsOf, needsPlaces, WIDGET_TAGS } from '../support/widget-needs.js';
import { emulateMedia, takeFocus } from './ask-browser.js';
import { expectAccessible } from './axe.js';
import { chartOf, drawn, pixelAt, placeOf } from './drawn.js';
import { allInside, frames, inside, ready, text, unmount, until, type Widget } from './mount.js';
import { forgetReplies, freshPath, reply } from './replies.js';

const RATE = `value="tasa" time="anio" status="estado" place="Perú"
  unit="por 100 mil habitantes" heading="Tasa de homicidios" source-name="INEI" source-href="https://www.gob.pe/inei"`;

const show = async (tag: string): Promise<Widget> => {
  const src = needsPlaces(tag) ? reply(freshPath(), departmentRates()) : '/examples/data/homicidios.csv';
  const markup = `<${tag} src="${src}" ${RATE} ${needsOf(tag)}></${tag}>`;
  const widget = await (tag === 'obs-trend' ? drawn(markup) : ready(markup));
  if (tag === 'obs-download') await until(() => allInside(widget, 'a.file').length > 0);
  return widget;
};

const lines = (): string => {
  const rows = ['Lima', 'Cusco'].flatMap((name, at) => [
    `${name},2023,${at * 9 + 5}`,
    `${name},2024,${at * 9 + 9}`,
  ]);
  const path = reply(freshPath(), `lugar,anio,casos\n${rows.join('\n')}\n`);
  return `src="${path}" value="casos" time="anio" by="lugar" source-name="PNP" heading="Denuncias"`;
};

/** What a colour is in the page at this moment. */
function systemColour(name: string): string {
  const probe = document.createElement('i');
  probe.style.color = name;
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

const rgb = (pixel: number[]): string => `rgb(${pixel.slice(0, 3).join(', ')})`;

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = (colour.match(/[\d.]+/g) ?? []).map((part) => {
    const value = Number(part) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

describe('what the reader’s system asks for', () => {
  beforeEach(() => setViewport({ width: 1000, height: 800 }));
  afterEach(async () => {
    unmount();
    forgetReplies();
    document.documentElement.style.colorScheme = '';
    await emulateMedia();
  });

  for (const tag of WIDGET_TAGS) {
    it(`[A11Y-07] moves nothing in ${tag}, whether the reader asks for less motion or not`, async () => {
      for (const motion of ['reduce', 'no-preference']) {
        await emulateMedia({ 'prefers-reduced-motion': motion });
        const widget = await show(tag);
        allInside(widget, 'button')[0]?.click();
        await frames();
        expect(widget.shadowRoot?.getAnimations()).to.deep.equal([]);
        const moving = allInside(widget, '*').filter((each) => {
          const { transitionDuration, animationName } = getComputedStyle(each);
          return transitionDuration !== '0s' || animationName !== 'none';
        });
        expect(moving).to.deep.equal([]);
      }
    });

    it(`[A11Y-07] writes everything in ${tag} as dark as its text where the reader asks for more contrast`, async () => {
      const widget = await show(tag);
      const source = inside(widget, '.source');
      const surface = getComputedStyle(inside(widget, '.root')).backgroundColor;
      const usual = contrast(getComputedStyle(source).color, surface);
      await emulateMedia({ 'prefers-contrast': 'more' });
      await frames();
      const more = contrast(getComputedStyle(source).color, surface);
      expect(more).to.be.greaterThan(usual).and.to.be.at.least(7);
      expect(contrast(getComputedStyle(source).borderTopColor, surface)).to.be.at.least(3);
      await expectAccessible(widget);
    });

    it(`[A11Y-06] shows the text, borders and focus of ${tag} in the system’s colours where it forces them`, async () => {
      await emulateMedia({ 'forced-colors': 'active' });
      await takeFocus();
      const widget = await show(tag);
      const { color, backgroundColor, borderTopStyle, borderTopColor } = getComputedStyle(
        inside(widget, '.root'),
      );
      expect([color, backgroundColor]).to.deep.equal([systemColour('CanvasText'), systemColour('Canvas')]);
      expect([borderTopStyle, borderTopColor]).to.deep.equal(['solid', systemColour('CanvasText')]);
      const button = allInside(widget, 'button, a.file')[0];
      button?.focus();
      const focused = getComputedStyle(button as HTMLElement);
      expect(focused.outlineStyle).to.equal('solid');
      expect(parseFloat(focused.outlineWidth)).to.be.at.least(2);
    });

    it(`[A11Y-01] follows the page’s dark colours in ${tag}`, async () => {
      document.documentElement.style.colorScheme = 'dark';
      const widget = await show(tag);
      expect(luminance(getComputedStyle(inside(widget, '.root')).backgroundColor)).to.be.lessThan(0.05);
      await expectAccessible(widget);
    });
  }

  it('[A11Y-06] draws a trend in the system’s colours, its open values hollow, also when they are forced later', async () => {
    const widget = await show('obs-trend');
    await emulateMedia({ 'forced-colors': 'active' });
    const chart = chartOf(widget);
    await until(() => rgb(pixelAt(chart, placeOf(chart, 13))) === systemColour('CanvasText'));
    expect(rgb(pixelAt(chart, placeOf(chart, 14)))).to.equal(systemColour('Canvas'));
  });

  it('[A11Y-06] tells series apart where all have one colour: by marker, in the chart and in its key', async () => {
    await emulateMedia({ 'forced-colors': 'active' });
    await setViewport({ width: 400, height: 800 });
    const widget = await drawn(`<obs-trend ${lines()}></obs-trend>`);
    const swatches = allInside(widget, '.key .swatch');
    expect(swatches.map((each) => getComputedStyle(each).color)).to.deep.equal(
      Array(2).fill(systemColour('CanvasText')),
    );
    expect(swatches.map((each) => getComputedStyle(each, '::before').content)).to.deep.equal(['"●"', '"■"']);
    const styles = chartOf(widget).data.datasets as unknown as { pointStyle: string }[];
    expect(styles.map(({ pointStyle }) => pointStyle)).to.deep.equal(['circle', 'rect']);
  });

  it('[A11Y-06] puts its sign above each column of several series', async () => {
    await emulateMedia({ 'forced-colors': 'active' });
    const widget = await drawn(`<obs-trend ${lines()} shape="column"></obs-trend>`);
    const chart = chartOf(widget);
    const { x, y } = placeOf(chart, 0, 1);
    const above = Array.from({ length: 9 }, (_, up) => pixelAt(chart, { x, y: y - 3 - up }));
    // Lines of the grid are grey, and where nothing is drawn there is no ink.
    const ink = above.filter((pixel) => pixel[3] === 255).map(rgb);
    expect(ink).to.include(systemColour('CanvasText'));
    expect(allInside(widget, '.key li').map(text)).to.deep.equal(['Lima', 'Cusco']);
  });

  it('draws a trend again when the page turns dark with the reader’s system, and for paper', async () => {
    document.documentElement.style.colorScheme = 'light dark';
    const widget = await show('obs-trend');
    const chart = chartOf(widget);
    const light = rgb(pixelAt(chart, placeOf(chart, 13)));
    await emulateMedia({ 'prefers-color-scheme': 'dark' });
    await until(() => rgb(pixelAt(chart, placeOf(chart, 13))) !== light);
    await emulateMedia({ 'prefers-color-scheme': 'dark' }, 'print');
    await until(() => rgb(pixelAt(chart, placeOf(chart, 13))) === light);
  });
});
