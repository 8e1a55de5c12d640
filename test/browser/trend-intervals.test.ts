import { setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import { Chart } from 'chart.js';
import '../../src/widgets/trend/trend.js';
import { expectAccessible } from './axe.js';
import { chartOf, drawn, pixelAt, placeOf } from './drawn.js';
import { inside, text, unmount, until } from './mount.js';
import { forgetReplies, freshPath, reply } from './replies.js';

const csv = (...lines: string[]): string => reply(freshPath(), `${lines.join('\n')}\n`);

const trend = (more: string, lines = ['2021,40', '2022,50', '2023,60', '2024,55']): string =>
  `<obs-trend src="${csv('anio,casos', ...lines)}" value="sum(casos)" time="anio" source-name="PNP" heading="Robos" ${more}></obs-trend>`;

/** How much is inked above a point, where nothing of its line or its marker is. */
const above = (widget: Element, point: number, pixels: number): number => {
  const chart = chartOf(widget);
  const { x, y } = placeOf(chart, point);
  return pixelAt(chart, { x, y: y - pixels })[3] ?? 0;
};

describe('intervals on a trend', () => {
  beforeEach(() => setViewport({ width: 1000, height: 800 }));
  afterEach(() => {
    unmount();
    forgetReplies();
  });

  it('[STAT-04] are a band around the line, named in the legend and in words', async () => {
    const widget = await drawn(trend('interval="95"'));
    await until(() => above(widget, 1, 12) > 0);
    expect(above(widget, 1, 12)).to.be.within(20, 90);
    expect(text(inside(widget, '.legend'))).to.include('banda: intervalo de confianza del 95%');
    expect(text(inside(widget, 'table'))).to.include('50 (de 37 a 66)');
    await expectAccessible(widget);
  });

  it('[STAT-04] are a stroke on each column', async () => {
    const widget = await drawn(trend('interval="95" shape="column"'));
    await until(() => above(widget, 1, 12) > 0);
    expect(text(inside(widget, '.legend'))).to.include('trazo en cada columna');
  });

  it('leave a hole where there is none, and come and go with the attribute', async () => {
    const widget = await drawn(trend('interval="95"', ['2021,40', '2022,50', '2023,', '2024,55']));
    await until(() => above(widget, 0, 12) > 0);
    const chart = chartOf(widget);
    const [a, b] = [placeOf(chart, 1), placeOf(chart, 3)];
    expect(pixelAt(chart, { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 })[3]).to.equal(0);
    const plain = await drawn(trend(''));
    expect(above(plain, 1, 12)).to.equal(0);
    plain.setAttribute('interval', '95');
    const isDrawn = (): boolean => {
      const canvas = plain.shadowRoot?.querySelector('canvas');
      return canvas ? Chart.getChart(canvas) !== undefined : false;
    };
    await until(() => text(inside(plain, '.root')).includes('banda'));
    await until(() => isDrawn() && above(plain, 1, 12) > 0);
  });
});
