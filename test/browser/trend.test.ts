import { setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import '../../src/widgets/trend/trend.js';
import { expectAccessible } from './axe.js';
import { chartOf, drawn, inked, pixelAt, placeOf } from './drawn.js';
import { allInside, frames, inside, text, unmount, until } from './mount.js';
import { forgetReplies, freshPath, reply } from './replies.js';

const RATE = `src="/examples/data/homicidios.csv" value="tasa" time="anio" status="estado" place="Perú"
  unit="por 100 mil habitantes" heading="Tasa de homicidios" source-name="INEI"`;

/** Rows of a small file, as an address. */
const csv = (...lines: string[]): string => reply(freshPath(), `${lines.join('\n')}\n`);

const trend = (path: string, more = ''): string =>
  `<obs-trend src="${path}" value="casos" time="anio" source-name="PNP" heading="Denuncias" ${more}></obs-trend>`;

/** Three places over three years; `by` draws one line for each. */
const places = (): string =>
  csv(
    'lugar,anio,casos',
    ...['Lima', 'Cusco', 'Piura'].flatMap((name, at) =>
      [2022, 2023, 2024].map((year) => `${name},${year},${(at + 1) * 100 + year - 2022}`),
    ),
  );

describe('what obs-trend draws', () => {
  beforeEach(() => setViewport({ width: 1000, height: 800 }));
  afterEach(() => {
    unmount();
    forgetReplies();
  });

  it('[A11Y-01] breaks no accessibility rule, in light and in dark', async () => {
    const widget = await drawn(`<obs-trend ${RATE}></obs-trend>`);
    await expectAccessible(widget);
    widget.theme = 'dark';
    await widget.updateComplete;
    await expectAccessible(widget);
  });

  it('[STAT-06] leaves gaps where there is no value, also where the file has no row', async () => {
    const chart = chartOf(await drawn(`<obs-trend ${RATE}></obs-trend>`));
    const at = (year: number): number => year - 2011;
    expect(chart.data.datasets[0]?.data).to.have.length(15);
    expect(inked(chart, at(2015), at(2016))).to.be.greaterThan(0.95);
    // No row for 2014; a row without a value for 2022.
    expect(inked(chart, at(2013), at(2015))).to.equal(0);
    expect(inked(chart, at(2021), at(2023))).to.equal(0);
  });

  it('[STAT-06] puts periods where they are in time', async () => {
    const chart = chartOf(await drawn(`<obs-trend ${RATE}></obs-trend>`));
    const [a, b, c] = [0, 1, 4].map((point) => placeOf(chart, point).x);
    expect(((c ?? 0) - (a ?? 0)) / ((b ?? 0) - (a ?? 0))).to.be.closeTo(4, 0.01);
  });

  it('[STAT-08] dashes the line to a provisional value, draws it hollow, and names it', async () => {
    const widget = await drawn(`<obs-trend ${RATE}></obs-trend>`);
    const chart = chartOf(widget);
    expect(inked(chart, 12, 13)).to.be.greaterThan(0.95);
    expect(inked(chart, 13, 14)).to.be.within(0.2, 0.85);
    const surface = [255, 255, 255, 255];
    expect(pixelAt(chart, placeOf(chart, 14))).to.deep.equal(surface);
    expect(pixelAt(chart, placeOf(chart, 13))).not.to.deep.equal(surface);
    expect(text(inside(widget, '.legend'))).to.include('p: provisional');
    expect(text(inside(widget, '.summary'))).to.include('Provisional: 2025.');
  });

  it('[STAT-03] draws no line across a change in how things are measured, and says where it is', async () => {
    const path = csv('anio,casos', '2021,10', '2022,12', '2023,30', '2024,31');
    const widget = await drawn(trend(path, 'breaks="2023"'));
    const chart = chartOf(widget);
    expect(inked(chart, 0, 1)).to.be.greaterThan(0.95);
    expect(inked(chart, 1, 2)).to.equal(0);
    expect(inked(chart, 2, 3)).to.be.greaterThan(0.95);
    expect(text(inside(widget, '.summary'))).to.include('En 2023 cambió la forma de medir');
  });

  it('[STAT-06] begins columns at zero, always', async () => {
    const path = csv('anio,casos', '2022,1000', '2023,1010', '2024,1020');
    const widget = await drawn(trend(path, 'shape="column"'));
    const chart = chartOf(widget);
    expect(chart.getDatasetMeta(0).type).to.equal('bar');
    expect(chart.scales['y']?.min).to.equal(0);
    expect(allInside(widget, '.body > .small')).to.have.length(0);
    const { x, y } = placeOf(chart, 0);
    const foot = chart.scales['y']?.getPixelForValue(50) ?? 0;
    expect(pixelAt(chart, { x, y: foot })).to.deep.equal(pixelAt(chart, { x, y: y + 6 }));
  });

  it('[STAT-06] may begin lines elsewhere, and then says so', async () => {
    const path = csv('anio,casos', '2022,1000', '2023,1010', '2024,1020');
    const widget = await drawn(trend(path));
    expect(chartOf(widget).scales['y']?.min).to.be.greaterThan(0);
    expect(allInside(widget, '.body > .small').map(text)).to.deep.equal(['El eje no empieza en cero']);
    widget.setAttribute('shape', 'column');
    await until(() => chartOf(widget).scales['y']?.min === 0);
    expect(allInside(widget, '.body > .small')).to.have.length(0);
  });

  it('[A11Y-43] names each line at its end where there is room, and in a key where there is none', async () => {
    const widget = await drawn(trend(places(), 'by="lugar"'));
    await until(() => allInside(widget, '.key').length === 0);
    await frames();
    const chart = chartOf(widget);
    const end = placeOf(chart, 2, 2);
    const { right } = chart.chartArea;
    const name = Array.from({ length: 40 }, (_, index) => right + 10 + index).some((x) =>
      [-4, -2, 0, 2, 4].some((beside) => (pixelAt(chart, { x, y: end.y + beside })[3] ?? 0) > 100),
    );
    expect(name).to.equal(true);
    await setViewport({ width: 400, height: 800 });
    await until(() => allInside(widget, '.key li').length === 3);
    expect(allInside(widget, '.key li').map(text)).to.deep.equal(['Lima', 'Cusco', 'Piura']);
    expect(chartOf(widget).chartArea.right).to.be.greaterThan(chartOf(widget).width - 20);
    await expectAccessible(widget);
  });

  it('[A11Y-43] tells series apart by marker as well, in the chart and in its key', async () => {
    await setViewport({ width: 400, height: 800 });
    const widget = await drawn(trend(places(), 'by="lugar"'));
    const styles = chartOf(widget).data.datasets.map(
      (each) => `${String((each as { pointStyle?: unknown }).pointStyle)}`,
    );
    expect(styles).to.deep.equal(['circle', 'rect', 'triangle']);
    const signs = allInside(widget, '.key .swatch').map((each) => getComputedStyle(each, '::before').content);
    expect(signs).to.deep.equal(['"●"', '"■"', '"▲"']);
  });

  it('draws at most six series, says so, and keeps all of them in the table', async () => {
    const rows = Array.from({ length: 9 }, (_, at) => [`L${at},2023,${at}`, `L${at},2024,${at + 1}`]).flat();
    const widget = await drawn(trend(csv('lugar,anio,casos', ...rows), 'by="lugar"'));
    expect(chartOf(widget).data.datasets).to.have.length(6);
    expect(text(inside(widget, '.cautions'))).to.equal(
      'Se muestran 6 de 9 series; la tabla las incluye todas.',
    );
    expect(allInside(widget, 'thead th')).to.have.length(10);
  });

  it('[EMB-15] is drawn when it is shown, not before, and again in every new size', async () => {
    const hidden = trend(csv('anio,casos', '2023,1', '2024,2'));
    const widget = await drawn(hidden);
    const place = widget.parentElement as HTMLElement;
    place.style.width = '300px';
    await until(() => chartOf(widget).width < 300);
    place.hidden = true;
    await frames();
    place.hidden = false;
    place.style.width = '600px';
    await until(() => chartOf(widget).width > 500);
    expect(inked(chartOf(widget), 0, 1)).to.be.greaterThan(0.95);
  });
});
