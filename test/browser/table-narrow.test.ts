import { setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import '../../src/widgets/table/table.js';
import { expectAccessible } from './axe.js';
import { allInside, inside, mount, ready, text, unmount, until, type Widget } from './mount.js';
import { forgetReplies, freshPath, reply } from './replies.js';
import { cells, long, SAID, status } from './table-parts.js';

/** Chooses a column of the list. */
async function choose(widget: Widget, label: string): Promise<void> {
  const list = inside<HTMLSelectElement>(widget, 'select');
  list.value = [...list.options].find((each) => text(each) === label)?.value ?? 'none';
  list.dispatchEvent(new Event('change', { bubbles: true }));
  await until(() => status(widget).includes(label));
}

describe('a table on a phone', () => {
  beforeEach(() => setViewport({ width: 360, height: 800 }));
  afterEach(async () => {
    unmount();
    forgetReplies();
    await setViewport({ width: 800, height: 600 });
  });

  it('is sorted by a list of its columns, which says what it does, and by a button for up and down', async () => {
    const widget = await long();
    expect(allInside(widget, 'thead button')).to.deep.equal([]);
    const label = inside(widget, 'select').closest('label');
    expect(text(label)).to.match(/^Ordenar por/);
    await choose(widget, 'casos');
    expect(cells(widget)[0]?.[2]).to.match(/^9,024/);
    const [turn] = allInside(widget, '.tools button');
    expect(text(turn)).to.equal('▼ de mayor a menor');
    turn?.click();
    await until(() => cells(widget)[0]?.[2]?.startsWith('3,021') === true);
    expect(status(widget)).to.equal('Ordenado por casos, de menor a mayor.');
    await expectAccessible(widget);
  });

  it('says the unit beside each value, and none beside what is missing', async () => {
    const path = reply(freshPath(), 'lugar,casos\nLima,5\nCusco,\n');
    const widget = await ready(
      `<obs-table src="${path}" value="casos" by="lugar" unit="denuncias" source-name="PNP"></obs-table>`,
    );
    expect(cells(widget)).to.deep.equal([
      ['Lima', '5 denuncias'],
      ['Cusco', 's/d'],
    ]);
  });

  it('stays within its width with fifteen columns of long names', async () => {
    const names = Array.from({ length: 15 }, (_, index) => `columna_con_un_nombre_muy_largo_numero_${index}`);
    const rows = Array.from({ length: 12 }, () => names.map(() => 'un texto bastante largo').join());
    const path = reply(freshPath(), `${names.join()}\n${rows.join('\n')}\n`);
    const widget = await ready(`<obs-table src="${path}" ${SAID}></obs-table>`);
    expect(document.documentElement.scrollWidth).to.be.at.most(360);
    expect(inside<HTMLSelectElement>(widget, 'select').options).to.have.length(16);
    await expectAccessible(widget);
  });
});

describe('the room of a table', () => {
  afterEach(() => {
    unmount();
    forgetReplies();
  });
  const height = (widget: Element): number => widget.getBoundingClientRect().height;

  it('is what it needs, where it is short or there is nothing to show', async () => {
    const short = await ready(`<obs-table src="/examples/data/extorsion.csv" ${SAID}></obs-table>`);
    expect(height(short)).to.be.below(320);
    const failed = mount(`<obs-table src="${reply(freshPath(), '<html></html>')}" ${SAID}></obs-table>`);
    await failed.updateComplete;
    expect(height(failed)).to.be.at.least(640);
    await until(() => failed.shadowRoot?.querySelector('.problem') !== null);
    expect(height(failed)).to.be.below(320);
  });

  it('stays as it was kept free where there are rows for more than a page, also while they are searched', async () => {
    expect(height(await long())).to.be.at.least(640);
  });
});
