import { Chart } from 'chart.js';
import { expect } from 'chai';
import type { Engine } from '../../src/engine/engine.js';
import '../../src/widgets/bars/bars.js';
import '../../src/widgets/card/card.js';
import '../../src/widgets/download/download.js';
import '../../src/widgets/map/map.js';
import '../../src/widgets/table/table.js';
import '../../src/widgets/trend/trend.js';
import { answerOf } from '../support/answer.js';
import { seriesTable } from '../support/make-table.js';
import { makeTable } from '../../src/table/table.js';
import { attributesFor, placesFor, WIDGET_TAGS } from '../support/widget-needs.js';
import { collectGarbage, globalListeners, heapSize } from './ask-browser.js';
import { allInside, frames, inside, mount, unmount, until, type Widget } from './mount.js';

/** More bytes than this for each time that a widget comes and goes are a leak. */
const MOST_KEPT = 1024;

const series = seriesTable({ '2021': 1, '2022': 2, '2023': 3, '2024': 4 });

function make(tag: string): Widget {
  const widget = document.createElement(tag) as Widget;
  const columns = [...series.columns, ...placesFor(tag, ['LIMA', 'CUSCO', 'LIMA', 'LIMA'])];
  const engine: Engine = { ask: () => Promise.resolve(answerOf(makeTable(series.length, columns))) };
  Object.assign(widget, { engine, src: '/a.csv', sourceName: 'PNP', heading: 'Denuncias' });
  for (const [name, value] of Object.entries(attributesFor(tag))) widget.setAttribute(name, value);
  return widget;
}

/** Whether all that the widget loads and draws is there. */
function isWhole(widget: Widget): boolean {
  if (widget.localName === 'obs-download') return allInside(widget, 'a.file').length > 0;
  if (widget.localName === 'obs-map') return allInside(widget, '.plot svg').length > 0;
  if (widget.localName !== 'obs-trend') return allInside(widget, '.source').length > 0;
  return (
    allInside(widget, 'canvas').length > 0 && !!Chart.getChart(inside<HTMLCanvasElement>(widget, 'canvas'))
  );
}

const charts = (): number => Object.keys(Chart.instances).length;

for (const tag of WIDGET_TAGS) {
  describe(`${tag} coming and going`, function () {
    this.timeout(60_000);
    afterEach(unmount);

    it('[REL-16] keeps nothing of a thousand times that it comes and goes', async () => {
      const place = mount<HTMLElement>('<div></div>');
      const widget = make(tag);
      const comeAndGo = async (times: number): Promise<void> => {
        for (let time = 1; time <= times; time++) {
          place.append(widget);
          // Now and then it stays until all is there; otherwise it leaves in the middle of its work.
          if (time % 25 === 0) await until(() => isWhole(widget));
          else await Promise.resolve();
          widget.remove();
        }
        await frames();
      };
      await comeAndGo(100);
      const [heap, listeners] = [await heapSize(), await globalListeners()];
      await comeAndGo(1000);
      expect(((await heapSize()) - heap) / 1000).to.be.at.most(MOST_KEPT);
      expect(await globalListeners()).to.deep.equal(listeners);
      expect(charts()).to.equal(0);
      place.append(widget);
      await until(() => isWhole(widget));
    });

    it('[REL-16] is forgotten altogether once the page lets go of it', async () => {
      const gone: WeakRef<Widget>[] = [];
      const place = mount<HTMLElement>('<div></div>');
      for (let count = 0; count < 20; count++) {
        const widget = make(tag);
        place.append(widget);
        await until(() => isWhole(widget));
        allInside(widget, 'button')[0]?.click();
        await widget.updateComplete;
        gone.push(new WeakRef(widget));
        widget.remove();
      }
      expect(charts()).to.equal(0);
      // Observers let go of what they watched in the frames that follow.
      await frames(4);
      await collectGarbage();
      expect(gone.filter((each) => each.deref()).length).to.be.at.most(1);
    });
  });
}
