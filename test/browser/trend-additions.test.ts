import { setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import '../../src/widgets/card/card.js';
import '../../src/widgets/trend/trend.js';
import { expectAccessible } from './axe.js';
import { chartOf, drawn, drawnOn, pixelAt, placeOf } from './drawn.js';
import { inside, mount, ready, text, unmount, until } from './mount.js';
import { forgetReplies, freshPath, reply } from './replies.js';

const LINES = [
  'lugar,anio,tasa',
  ...['2021,9.1', '2022,9.8', '2023,10.4', '2024,10.1'].map((line) => `LIMA,${line}`),
  ...['2021,8.6', '2022,8.4', '2023,8.3', '2024,8.1'].map((line) => `PERU,${line}`),
];

const figure = (name: 'card' | 'trend', more: string): string =>
  `<obs-${name} src="${reply(freshPath(), `${LINES.join('\n')}\n`)}" value="tasa" time="anio" where="lugar = 'LIMA'" place="Lima" unit="por 100 mil habitantes" source-name="INEI" heading="Tasa" ${more}></obs-${name}>`;

/** How much of the way between the first two points of a series is drawn, from 0 to 1: less than all where it is dashed. */
function solid(chart: ReturnType<typeof chartOf>, series: number): number {
  const [a, b] = [placeOf(chart, 0, series), placeOf(chart, 1, series)];
  const steps = Array.from({ length: 80 }, (_, index) => 0.1 + (index / 79) * 0.8);
  const alphas = steps.map(
    (part) => pixelAt(chart, { x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part })[3],
  );
  return alphas.filter((alpha = 0) => alpha > 60).length / steps.length;
}

const REFERENCE = `reference="Perú" reference-where="lugar = 'PERU'"`;

describe('what is added to a trend', () => {
  beforeEach(() => setViewport({ width: 1000, height: 900 }));
  afterEach(() => {
    unmount();
    forgetReplies();
  });

  it('[STAT-07] [A11Y-43] is a reference with its own line, name, column and words', async () => {
    const widget = await drawn(figure('trend', REFERENCE));
    await until(() => text(inside(widget, 'table')).includes('Perú (referencia)'));
    await until(() => chartOf(widget).data.datasets.length === 2);
    expect(solid(chartOf(widget), 1)).to.be.within(0.3, 0.95);
    expect(solid(chartOf(widget), 0)).to.equal(1);
    expect(text(inside(widget, '.summary'))).to.include('En 2024, Perú: 8.1; 2.0 por encima.');
    expect(text(inside(widget, '.legend'))).to.include('línea de rayas y puntos: Perú (referencia)');
    await expectAccessible(widget);
  });

  it('is a path to the horizon of a plan, with nothing drawn of the series after its end', async () => {
    const widget = await drawn(figure('trend', 'targets="base 2022: 9.8; 2030: 6.0" target-source="Plan"'));
    const chart = chartOf(widget);
    expect(chart.scales['x']?.max).to.be.greaterThan((2030 - 1970) * 365);
    const row = [...inside(widget, 'table').querySelectorAll('tr')].at(-1);
    expect([...(row?.children ?? [])].map((cell) => text(cell))).to.deep.equal(['2030', 'por venir', '6.0']);
    expect(text(inside(widget, '.summary'))).to.include('Meta 2030: 6.0.');
    expect(placeOf(chart, 9, 1).x).to.be.greaterThan(placeOf(chart, 3).x);
    await expectAccessible(widget);
  });

  it('is what happened, behind the data and as a list', async () => {
    const widget = await drawn(figure('trend', 'annotations="2022..2023: Aislamiento; 2021: Empieza"'));
    const items = [...inside(widget, '[part=annotations]').querySelectorAll('li')].map((item) => text(item));
    expect(items).to.deep.equal(['① 2021: Empieza', '② 2022–2023: Aislamiento']);
    const chart = chartOf(widget);
    const { x } = placeOf(chart, 1);
    expect(pixelAt(chart, { x, y: chart.chartArea.bottom - 3 })[3]).to.be.within(10, 80);
    await expectAccessible(widget);
  });

  it('is all over columns as well, and comes and goes with the attributes', async () => {
    const widget = await drawn(figure('trend', 'shape="column"'));
    widget.setAttribute('reference', 'Perú');
    widget.setAttribute('reference-where', "lugar = 'PERU'");
    await until(() => text(inside(widget, '.summary')).includes('Perú: 8.1'));
    await drawnOn(widget);
    await until(() => chartOf(widget).data.datasets.length === 2);
    widget.removeAttribute('reference');
    widget.removeAttribute('reference-where');
    await until(() => chartOf(widget).data.datasets.length === 1);
  });

  it('[REL-02] [EMB-06] never takes the figure away: a reference that fails is told', async () => {
    const widget = await ready(figure('trend', `reference="Perú" reference-where="region = 'PERU'"`));
    await until(() => widget.shadowRoot?.querySelector('.cautions') !== null);
    expect(text(inside(widget, '.cautions'))).to.equal(
      'No se pudieron mostrar los datos de Perú para comparar.',
    );
    expect(text(inside(widget, 'table'))).to.include('10.1');
  });

  it('[EMB-06] that cannot be read is an error that names the part', async () => {
    const widget = mount(figure('trend', 'targets="2024: 12; 2027"'));
    await until(() => widget.shadowRoot?.querySelector('.owner') !== null);
    expect(text(inside(widget, '.owner'))).to.include('targets="2027"');
  });
});

describe('a card beside another place', () => {
  afterEach(() => {
    unmount();
    forgetReplies();
  });

  it('[STAT-07] tells it in a line of its own, once it is there', async () => {
    const widget = await ready(figure('card', REFERENCE));
    await until(() => widget.shadowRoot?.querySelector('[part=reference]') !== null);
    expect(text(inside(widget, '[part=reference]'))).to.equal('Perú: 8.1; 2.0 por encima');
    await expectAccessible(widget);
  });
});
