import { expect } from 'chai';
import '../../src/widgets/trend/trend.js';
import { blockRequests } from './ask-browser.js';
import { expectAccessible } from './axe.js';
import { allInside, ready, text, unmount, until, type Widget } from './mount.js';

const RATE = `src="/examples/data/homicidios.csv" value="tasa" time="anio" status="estado" place="Perú"
  unit="por 100 mil habitantes" heading="Tasa de homicidios" source-name="INEI"`;

const SHOWN = '5.4 6.5 6.6 s/d 7.2 7.7 7.8 s/d 7.4 5.8 8.6 s/d 9.3 10.1'.split(' ').concat('10.7 p');

const values = (widget: Widget): string[] =>
  allInside(widget, '.scroll tbody tr').map((row) => text(row.children[1]));

// A page of its own: a browser may remember for the page's whole life that this code could not be loaded.
describe('obs-trend whose chart cannot be loaded', () => {
  afterEach(async () => {
    await blockRequests();
    unmount();
  });

  it('shows the same data as a table, and stays accessible when it is asked again', async () => {
    await blockRequests('*/widgets/trend/chart.*');
    const widget = await ready(`<obs-trend ${RATE}></obs-trend>`);
    await until(() => allInside(widget, '.scroll table').length === 1);
    expect(values(widget)).to.deep.equal(SHOWN);
    allInside(widget, 'button')[0]?.click();
    await widget.updateComplete;
    await until(() => allInside(widget, '.scroll table').length === 1);
    await expectAccessible(widget);
  });
});
