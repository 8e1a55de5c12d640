import { expect } from 'chai';
import '../../src/widgets/card/card.js';
import '../../src/widgets/filter/filter.js';
import type { ObsFilter } from '../../src/widgets/filter/filter.js';
import { expectAccessible } from './axe.js';
import { cardMarkup, choose, filterMarkup, filterReady, optionsOf, ROWS, select, value } from './choose.js';
import { inside, mount, text, unmount, until } from './mount.js';
import { forgetReplies, freshPath, reply } from './replies.js';

const start = location.href;

describe('obs-filter in a page', () => {
  let data = '';
  beforeEach(() => (data = reply(freshPath(), ROWS)));
  afterEach(() => {
    unmount();
    forgetReplies();
    history.replaceState(null, '', start);
  });
  const filterOf = (more?: string): string => filterMarkup(data, more);
  const card = (more?: string): string => cardMarkup(data, more);

  it('keeps the choice in the address where it is told to, and leaves the rest of the address alone', async () => {
    history.replaceState(null, '', '?dep=PIURA&x=a%20b#abajo');
    const shown = mount(card());
    const filter = mount(filterOf('in-url'));
    await filterReady(filter);
    await until(() => value(shown) === '11');
    expect(select(filter).value).to.equal('PIURA');
    await choose(filter, "L'Aquila");
    expect([location.search, location.hash]).to.deep.equal(['?dep=L%27Aquila&x=a%20b', '#abajo']);
    await until(() => value(shown) === '15');
    history.pushState(null, '', '?dep=LIMA');
    history.pushState(null, '', '?nada');
    history.back();
    await until(() => value(shown) === '32');
    expect(select(filter).value).to.equal('LIMA');
    history.back();
    await until(() => value(shown) === '15');
  });

  it('[SEC-14] takes nothing from the address that is not an option: no quote, no condition, no markup', async () => {
    for (const text of ["PIURA' or '1'='1", 'x or 1=1', '<img src=x onerror=alert(1)>', "' --", 'piura']) {
      history.replaceState(null, '', `?dep=${encodeURIComponent(text)}`);
      const shown = mount(card());
      const filter = mount(filterOf('in-url'));
      await filterReady(filter);
      await until(() => value(shown) !== '');
      expect([value(shown), select(filter).value, filter.shadowRoot?.querySelector('img')]).to.deep.equal([
        '58',
        '',
        null,
      ]);
      unmount();
    }
  });

  it('works from a plain element, and with options that the page writes', async () => {
    const shown = mount(card());
    const filter = mount(
      `<obs-filter data-obs-name="dep" data-obs-by="dep" data-obs-options="LIMA: Lima; PIURA: Piura" data-obs-required></obs-filter>`,
    );
    await filterReady(filter);
    expect(optionsOf(filter)).to.deep.equal(['Lima', 'Piura']);
    await until(() => value(shown) === '32');
    expect(text(inside(shown, '.subtitle'))).to.include('Lima');
  });

  it('is missed by name: a figure that follows nobody says so, and works once the filter is there', async () => {
    const shown = mount(card('filter-by="depto"'));
    const filter = mount(filterOf());
    await filterReady(filter);
    await until(() => !!shown.shadowRoot?.querySelector('.owner'));
    expect(text(inside(shown, '.owner')))
      .to.include('filter-by="depto"')
      .and.to.include('dep');
    filter.setAttribute('name', 'depto');
    await until(() => value(shown) === '58');
  });

  it('says what is wrong, and lets figures show what they show by themselves', async () => {
    const shown = mount(card());
    const filter = mount<ObsFilter>(
      `<obs-filter name="dep" kind="lugar" src="${data}" by="dep">Elija en la tabla</obs-filter>`,
    );
    await filterReady(filter);
    await until(() => value(shown) === '58');
    await until(() => !!filter.shadowRoot?.querySelector('.owner'));
    expect(text(inside(filter, '.owner')))
      .to.include('kind="lugar"')
      .and.to.include('place');
    await expectAccessible(filter);
  });

  it('says so of a kind that there is not, with options that the page writes as well', async () => {
    const filter = mount(`<obs-filter name="dep" kind="lugar" options="a; b"></obs-filter>`);
    await until(() => !!filter.shadowRoot?.querySelector('.owner'));
    expect(text(inside(filter, '.owner'))).to.include('kind="lugar"');
  });
});
