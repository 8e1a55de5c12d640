import { setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import '../../src/widgets/table/table.js';
import { accessibilityTree } from './ask-browser.js';
import { expectAccessible } from './axe.js';
import { allInside, frames, inside, ready, text, unmount, until } from './mount.js';
import { forgetReplies, freshPath, reply } from './replies.js';
import { header, long, SAID, STATUSES } from './table-parts.js';

describe('obs-table', () => {
  afterEach(async () => {
    unmount();
    forgetReplies();
    await setViewport({ width: 1000, height: 800 });
  });

  it('[A11Y-01] breaks no accessibility rule, in light and in dark, wide and narrow', async () => {
    const widget = await long();
    await expectAccessible(widget);
    widget.theme = 'dark';
    await widget.updateComplete;
    await expectAccessible(widget);
    await setViewport({ width: 320, height: 800 });
    await frames();
    await expectAccessible(widget);
  });

  it('[A11Y-30] is a native table with caption, column headers with units, and row headers', async () => {
    const widget = await ready(`<obs-table ${STATUSES}></obs-table>`);
    const table = inside<HTMLTableElement>(widget, 'table');
    expect(text(table.caption)).to.equal('Tasa de homicidios. 2021–2025 · por 100 mil habitantes');
    expect(allInside(widget, 'thead th').map((each) => each.getAttribute('scope'))).to.deep.equal([
      'col',
      'col',
    ]);
    expect(text(header(widget, 'Tasa'))).to.include('por 100 mil habitantes');
    expect(allInside(widget, 'tbody th').map((each) => each.getAttribute('scope'))).to.deep.equal(
      Array(5).fill('row'),
    );
  });

  it('[A11Y-30] shows what is missing as such and explains it; numbers stand in columns of equal digits', async () => {
    const widget = await ready(`<obs-table ${STATUSES}></obs-table>`);
    const missing = inside(widget, 'tbody tr:nth-child(2) abbr');
    expect([text(missing), missing.title]).to.deep.equal(['s/d', 'sin dato']);
    const number = inside(widget, 'tbody td');
    expect(getComputedStyle(number).textAlign).to.equal('end');
    expect(getComputedStyle(number).fontVariantNumeric).to.equal('tabular-nums');
    expect(getComputedStyle(header(widget, 'Tasa')).textAlign).to.equal('end');
  });

  it('[STAT-08] marks a provisional value, explains the mark there and in a legend', async () => {
    const widget = await ready(`<obs-table ${STATUSES}></obs-table>`);
    const mark = inside(widget, 'tbody tr:nth-child(5) abbr');
    expect([text(mark), mark.title]).to.deep.equal(['p', 'provisional']);
    expect(text(inside(widget, '.legend'))).to.equal('p: provisional · s/d: sin dato');
  });

  it('[A11Y-30] gives a table wider than its room a region that keys can reach and scroll', async () => {
    const names = Array.from({ length: 14 }, (_, index) => `columna_${index}`);
    const path = reply(freshPath(), `${names.join()}\n${names.map(() => 'largo').join()}\n`);
    const widget = await ready(`<obs-table src="${path}" ${SAID}></obs-table>`);
    await until(() => inside(widget, '.scroll').tabIndex === 0);
    const region = inside(widget, 'section.scroll');
    expect(region.getAttribute('aria-label')).to.equal('Denuncias, se desplaza hacia los lados');
    expect(document.documentElement.scrollWidth).to.be.at.most(innerWidth);
    await expectAccessible(widget);
    const narrow = await ready(`<obs-table ${STATUSES}></obs-table>`);
    expect(inside(narrow, '.scroll').hasAttribute('tabindex')).to.equal(false);
  });

  it('[A11Y-30] stays a table for those who listen where it is too narrow to be one for the eye', async () => {
    await setViewport({ width: 320, height: 800 });
    const widget = await ready(`<obs-table ${STATUSES}></obs-table>`);
    expect(getComputedStyle(inside(widget, 'tbody tr')).display).to.equal('block');
    expect(text(inside(widget, 'tbody td .name'))).to.equal('Tasa');
    const tree = await accessibilityTree();
    const named = (role: string): string[] =>
      tree.filter((each) => each.role === role).map(({ name }) => name);
    expect(named('table')).to.deep.equal(['Tasa de homicidios. 2021–2025 · por 100 mil habitantes']);
    expect(named('columnheader')).to.deep.equal(['Periodo', 'Tasa por 100 mil habitantes']);
    expect(named('rowheader')).to.deep.equal(['2021', '2022', '2023', '2024', '2025']);
    expect(named('cell')).to.deep.equal(['8.6', 's/d', '9.3', '10.1', '10.7 p']);
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
  });
});
