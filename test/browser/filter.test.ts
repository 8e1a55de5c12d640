import { expect } from 'chai';
import '../../src/widgets/card/card.js';
import '../../src/widgets/download/download.js';
import '../../src/widgets/filter/filter.js';
import type { ObsFilter } from '../../src/widgets/filter/filter.js';
import '../../src/widgets/table/table.js';
import { expectAccessible } from './axe.js';
import { allInside, frames, inside, mount, next, text, unmount, until } from './mount.js';
import { cardMarkup, choose, filterMarkup, filterReady, optionsOf, ROWS, select, value } from './choose.js';
import { asked, forgetReplies, freshPath, reply } from './replies.js';

describe('obs-filter', () => {
  let data = '';
  beforeEach(() => (data = reply(freshPath(), ROWS)));
  afterEach(() => {
    unmount();
    forgetReplies();
  });

  const filterOf = (more?: string): string => filterMarkup(data, more);
  const card = (more?: string): string => cardMarkup(data, more);

  it('[A11Y-70] is a native list with a label, its options from the data, and breaks no rule', async () => {
    const filter = mount<ObsFilter>(filterOf());
    await filterReady(filter);
    expect(optionsOf(filter)).to.deep.equal(['Todos los lugares', "L'Aquila", 'LIMA', 'PIURA']);
    expect(select(filter).labels[0]?.textContent).to.equal('Lugar');
    await expectAccessible(filter);
    filter.theme = 'dark';
    filter.as = 'radio';
    await filter.updateComplete;
    expect(allInside(filter, 'input').length).to.equal(4);
    expect(text(inside(filter, 'legend'))).to.equal('Lugar');
    await expectAccessible(filter);
  });

  it('changes figures anywhere in the page, those before it and those added later', async () => {
    const first = mount(card());
    const filter = mount(filterOf());
    await filterReady(filter);
    await until(() => value(first) === '58');
    await choose(filter, 'PIURA');
    await until(() => value(first) === '11');
    expect(text(inside(first, '.subtitle'))).to.include('PIURA');
    const later = mount(card());
    const aside = mount(card(''));
    await until(() => value(later) === '11' && value(aside) === '58');
    await choose(filter, "L'Aquila");
    await until(() => value(first) === '15' && value(later) === '15');
    await choose(filter, 'Todos los lugares');
    await until(() => value(first) === '58' && value(later) === '58');
    expect(text(inside(first, '.subtitle'))).not.to.include('PIURA');
  });

  it('is waited for by a figure while its options are on their way: nothing is shown that is not chosen', async () => {
    let answer = (): void => undefined;
    const slow = reply(
      freshPath(),
      () =>
        new Promise(
          (resolve) =>
            (answer = () => resolve(new Response(ROWS, { headers: { 'content-type': 'text/csv' } }))),
        ),
    );
    const shown = mount(card());
    const filter = mount(`<obs-filter name="dep" src="${slow}" by="dep" initial="PIURA"></obs-filter>`);
    await frames(20);
    expect(value(shown)).to.equal('');
    answer();
    await filterReady(filter);
    await until(() => value(shown) !== '');
    expect(value(shown)).to.equal('11');
    expect(asked.filter(({ url }) => url.endsWith(data))).to.have.length(1);
  });

  it('leaves the last figure as it is until that of another choice is there, and tells once', async () => {
    const first = mount(card());
    const filter = mount(filterOf());
    await filterReady(filter);
    await until(() => value(first) === '58');
    let loads = 0;
    first.addEventListener('obs-load', () => loads++);
    let go = (): void => undefined;
    const usual = first.engine;
    const waits = new Promise<void>((resolve) => (go = resolve));
    first.engine = { ask: (question, options) => waits.then(() => usual.ask(question, options)) };
    await choose(filter, 'PIURA');
    await frames(4);
    expect([value(first), inside(first, '.root').ariaBusy]).to.deep.equal(['58', 'true']);
    expect(text(inside(first, '.subtitle'))).not.to.include('PIURA');
    go();
    await until(() => value(first) === '11');
    await frames(2);
    expect(inside(first, '.root').ariaBusy).to.equal('false');
    expect(loads).to.equal(1);
  });

  it('combines with others, and with what the page itself asks', async () => {
    const filter = mount(filterOf());
    const kinds = mount(
      `<obs-filter name="tipo" kind="breakdown" src="${data}" by="tipo" label="Delito"></obs-filter>`,
    );
    const years = mount(`<obs-filter name="anio" kind="period" src="${data}" time="anio"></obs-filter>`);
    for (const each of [filter, kinds, years]) await filterReady(each);
    expect(optionsOf(kinds)).to.deep.equal(['Todas las categorías', 'Hurto', 'Robo']);
    expect(optionsOf(years)).to.deep.equal(['Todos los periodos', '2024', '2023']);
    const shown = mount(card(`filter-by="dep tipo anio" where="casos > 3"`));
    await until(() => value(shown) === '58');
    await choose(filter, 'PIURA');
    await choose(kinds, 'Hurto');
    await until(() => value(shown) === '6');
    await choose(years, '2023');
    await until(() => value(shown) === '4');
    shown.setAttribute('where', 'casos > 100');
    await until(() => !!shown.shadowRoot?.querySelector('.problem'));
    shown.setAttribute('where', '');
    shown.removeAttribute('filter-by');
    await until(() => value(shown) === '58');
  });

  it('is followed by the files of the figure that follows it', async () => {
    const table = mount(
      `<obs-table id="tabla" src="${data}" by="tipo" value="sum(casos)" source-name="PNP" filter-by="dep"></obs-table>`,
    );
    const download = mount('<obs-download for="tabla" formats="csv"></obs-download>');
    const filter = mount(filterOf());
    await filterReady(filter);
    const file = (): HTMLAnchorElement | undefined => allInside(download, 'a.file')[0] as HTMLAnchorElement;
    await until(() => !!file());
    await choose(filter, 'PIURA');
    await next(table, 'obs-shown');
    await until(() => !!file());
    await frames(10);
    const written = await (await fetch(file()?.href ?? '')).text();
    expect(written).to.include('Robo,8').and.to.include('Hurto,10');
  });

  it('can be taken back, and who took it back is left at the list', async () => {
    const filter = mount<ObsFilter>(filterOf());
    await filterReady(filter);
    expect(allInside(filter, 'button')).to.deep.equal([]);
    await choose(filter, 'LIMA');
    inside<HTMLButtonElement>(filter, 'button').focus();
    inside<HTMLButtonElement>(filter, 'button').click();
    await filter.updateComplete;
    await frames(2);
    expect(select(filter).value).to.equal('');
    expect(filter.shadowRoot?.activeElement).to.equal(select(filter));
  });

  it('[A11Y-70] tells once, after a while, how many figures a choice changes', async () => {
    mount(card());
    mount(card());
    const filter = mount<ObsFilter>(filterOf());
    await filterReady(filter);
    const said: string[] = [];
    new MutationObserver(() => said.push(text(inside(filter, '[role=status]')))).observe(
      inside(filter, '[role=status]'),
      { characterData: true, childList: true, subtree: true },
    );
    await choose(filter, 'LIMA');
    await choose(filter, 'PIURA');
    await until(() => said.length > 0);
    await frames(10);
    expect(said).to.deep.equal(['PIURA: cambian 2 cuadros']);
  });

  it('says so where there is nothing to choose from, and figures show what they show by themselves', async () => {
    const shown = mount(card('filter-by="clase"'));
    const filter = mount<ObsFilter>(
      `<obs-filter name="clase" kind="breakdown" src="${reply(freshPath(), 'clase,casos\n,1\n')}" by="clase"></obs-filter>`,
    );
    await until(() => text(filter.shadowRoot?.querySelector('.root')).includes('nada entre lo que elegir'));
    await until(() => value(shown) === '58');
    await expectAccessible(filter);
  });

  it('can be taken out of the page and put back: figures miss it, then follow it again', async () => {
    const shown = mount(card());
    const filter = mount<ObsFilter>(filterOf());
    await filterReady(filter);
    await choose(filter, 'PIURA');
    await until(() => value(shown) === '11');
    const place = filter.parentElement;
    filter.remove();
    await until(() => !!shown.shadowRoot?.querySelector('.problem'));
    place?.append(filter);
    await until(() => value(shown) === '58');
    await choose(filter, 'LIMA');
    await until(() => value(shown) === '32');
  });

  it('tells the page’s scripts', async () => {
    const filter = mount(filterOf());
    await filterReady(filter);
    const told = next(filter, 'obs-choice');
    await choose(filter, 'LIMA');
    expect({ ...{ name: (await told).name, value: (await told).value } }).to.deep.equal({
      name: 'dep',
      value: 'LIMA',
    });
  });
});
