import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import '../../src/widgets/table/table.js';
import type { ObsTable } from '../../src/widgets/table/table.js';
import { takeFocus } from './ask-browser.js';
import { expectAccessible } from './axe.js';
import { allInside, frames, inside, next, ready, text, unmount, until } from './mount.js';
import { forgetReplies, freshPath, reply } from './replies.js';
import { cells, header, long, press, SAID, search, status } from './table-parts.js';

describe('the rows of obs-table', () => {
  afterEach(() => {
    unmount();
    forgetReplies();
  });

  it('[A11Y-30] sorts by the button in a header, tells the order there and aloud, and keeps the focus', async () => {
    const widget = await long();
    const button = header(widget, 'casos').querySelector('button');
    button?.focus();
    await press(widget, button);
    expect(header(widget, 'casos').getAttribute('aria-sort')).to.equal('descending');
    expect(cells(widget)[0]).to.deep.equal(['2024', 'Tumbes', '9,024']);
    expect(status(widget)).to.equal('Ordenado por casos, de mayor a menor.');
    await press(widget, button);
    expect(header(widget, 'casos').getAttribute('aria-sort')).to.equal('ascending');
    expect(cells(widget)[0]).to.deep.equal(['2021', 'Áncash', '3,021']);
    expect(status(widget)).to.equal('Ordenado por casos, de menor a mayor.');
    expect(widget.shadowRoot?.activeElement).to.equal(button);
    await press(widget, header(widget, 'lugar').querySelector('button'));
    expect(status(widget)).to.equal('Ordenado por lugar, de la A a la Z.');
    expect(allInside(widget, '[aria-sort]')).to.deep.equal([header(widget, 'lugar')]);
  });

  it('finds rows whatever their capitals and accents, says how many, and says when there are none', async () => {
    const widget = await long();
    await search(widget, 'ANCASH');
    expect(cells(widget).map(([, place]) => place)).to.deep.equal(Array(4).fill('Áncash'));
    expect(status(widget)).to.equal('4 de 28 filas');
    await search(widget, 'Arequipa');
    expect(text(inside(widget, 'tbody'))).to.equal('Ninguna fila contiene lo que busca.');
    expect(status(widget)).to.equal('0 de 28 filas');
    await expectAccessible(widget);
    await search(widget, '');
    expect(status(widget)).to.equal('28 filas');
  });

  it('finds the rows that hold every word, whichever the columns and their order', async () => {
    const widget = await long();
    await search(widget, '2023 ancash');
    expect(cells(widget)).to.deep.equal([['2023', 'Áncash', '3,023']]);
    await search(widget, '  áncash   2023 3,023 ');
    expect(cells(widget)).to.have.length(1);
    await search(widget, 'ancash lima');
    expect(status(widget)).to.equal('0 de 28 filas');
  });

  it('keeps the order through a search, and the search through an order', async () => {
    const widget = await long();
    await press(widget, header(widget, 'casos').querySelector('button'));
    await search(widget, 'lima');
    expect(cells(widget).map(([year]) => year)).to.deep.equal(['2024', '2023', '2022', '2021']);
    await press(widget, header(widget, 'casos').querySelector('button'));
    expect(cells(widget).map(([year]) => year)).to.deep.equal(['2021', '2022', '2023', '2024']);
    expect(widget.shown?.table.length).to.equal(4);
  });

  it('turns pages, says which one it is, and keeps the focus at the end of the way', async () => {
    const widget = await long();
    const [previous, forward] = allInside(widget, '.pages button');
    expect(previous?.getAttribute('aria-disabled')).to.equal('true');
    forward?.focus();
    forward?.click();
    await widget.updateComplete;
    expect(status(widget)).to.equal('Página 2 de 3');
    forward?.click();
    await widget.updateComplete;
    expect(cells(widget)).to.have.length(8);
    expect(text(inside(widget, '.pages span'))).to.equal('Página 3 de 3');
    expect(forward?.getAttribute('aria-disabled')).to.equal('true');
    expect(widget.shadowRoot?.activeElement).to.equal(forward);
    forward?.click();
    await widget.updateComplete;
    expect(status(widget)).to.equal('Página 3 de 3');
  });

  it('[A11Y-08] is worked by keyboard alone, in the order in which it is read', async () => {
    const widget = await long();
    await takeFocus();
    inside(widget, 'input').focus();
    await sendKeys({ type: 'lima' });
    await until(() => status(widget) === '4 de 28 filas');
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Tab' });
    expect(widget.shadowRoot?.activeElement?.closest('th')).to.equal(header(widget, 'casos'));
    await sendKeys({ press: 'Enter' });
    await until(() => status(widget).startsWith('Ordenado'));
    await sendKeys({ press: 'Space' });
    await until(() => status(widget).includes('menor a mayor'));
    expect(cells(widget)[0]).to.deep.equal(['2021', 'Lima', '5,021']);
    await sendKeys({ press: 'Tab' });
    expect(text(widget.shadowRoot?.activeElement)).to.equal('Sobre estos datos');
  });

  it('keeps only one page of 100 000 rows in the document, and sorts and searches them all', async () => {
    const rows = Array.from({ length: 100_000 }, (_, row) => `lugar ${row % 1874},${row}`);
    const path = reply(freshPath(), `lugar,casos\n${rows.join('\n')}\n`);
    const widget = await ready<ObsTable>(`<obs-table src="${path}" page-size="500" ${SAID}></obs-table>`);
    expect(widget.shown?.table.length).to.equal(100_000);
    expect(allInside(widget, 'tbody tr')).to.have.length(100);
    await press(widget, header(widget, 'casos').querySelector('button'));
    expect(cells(widget)[0]).to.deep.equal(['lugar 677', '99,999']);
    await search(widget, 'lugar 1873');
    const found = Array.from({ length: 100_000 }, (_, row) => `${row % 1874} ${row}`).filter((row) =>
      row.includes('1873'),
    );
    expect(status(widget)).to.equal(`${found.length} de 100,000 filas`);
    expect(allInside(widget, 'tbody tr')).to.have.length(found.length);
  });

  it('shows the new data in their own order when they change while rows are being sorted', async () => {
    const widget = await long();
    const path = reply(freshPath(), 'lugar,casos\nLima,1\nCusco,2\n');
    header(widget, 'casos').querySelector('button')?.click();
    for (const name of ['time', 'by']) widget.removeAttribute(name);
    const loaded = next(widget, 'obs-load');
    widget.setAttribute('src', path);
    await loaded;
    await frames();
    expect(
      cells(widget)
        .map((row) => row.at(-1))
        .sort(),
    ).to.deep.equal(['1', '2']);
    expect(widget.shown?.table.length).to.equal(2);
  });

  it('changes its language at once, and keeps page, order and search', async () => {
    const widget = await long();
    await search(widget, '202');
    await press(widget, header(widget, 'casos').querySelector('button'));
    allInside(widget, '.pages button')[1]?.click();
    widget.lang = 'en';
    await until(() => text(inside(widget, '.pages')).includes('Page'));
    expect(text(inside(widget, '.pages span'))).to.equal('Page 2 of 3');
    expect(inside<HTMLInputElement>(widget, 'input').value).to.equal('202');
    expect(header(widget, 'casos').getAttribute('aria-sort')).to.equal('descending');
    expect(inside(widget, '.root').lang).to.equal('en');
  });
});
