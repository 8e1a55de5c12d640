import { expect } from 'chai';
import '../../src/widgets/card/card.js';
import '../../src/widgets/filter/filter.js';
import { expectAccessible } from './axe.js';
import { choose, filterReady, optionsOf, select, value } from './choose.js';
import { frames, inside, mount, next, text, unmount, until } from './mount.js';
import { CASES, observatory } from './provinces.js';
import { asked, forgetReplies, freshPath, reply } from './replies.js';

const start = location.href;

describe('obs-filter that follows another', () => {
  let at = '';
  beforeEach(() => (at = `observatory="${observatory()}"`));
  afterEach(() => {
    unmount();
    forgetReplies();
    history.replaceState(null, '', start);
  });

  const departments = (more = ''): Element =>
    mount(`<obs-filter name="dep" level="departamento" ${at} ${more}></obs-filter>`);
  const provinces = (more = ''): Element =>
    mount(`<obs-filter name="prov" label="Provincia" filter-by="dep" ${at} ${more}></obs-filter>`);
  const cases = (names = 'dep prov'): Element =>
    mount(`<obs-card indicator="casos" filter-by="${names}" ${at}></obs-card>`);

  it('[A11Y-70] offers the parts of the place that is chosen, and is closed while none is', async () => {
    const [dep, prov, card] = [departments(), provinces(), cases()];
    await filterReady(prov);
    expect([select(prov).disabled, optionsOf(prov)]).to.deep.equal([true, ['Todos los lugares']]);
    await until(() => value(card) === '125');
    await expectAccessible(prov);
    await choose(dep, 'La Libertad');
    await until(() => value(card) === '55' && !select(prov).disabled);
    expect(optionsOf(prov)).to.deep.equal(['La Libertad', 'Ascope', 'Trujillo']);
    await choose(prov, 'Trujillo');
    await until(() => value(card) === '50');
    expect(text(inside(card, '.subtitle'))).to.include('Trujillo');
    await choose(dep, 'Todos los lugares');
    await until(() => value(card) === '125' && select(prov).disabled);
  });

  it('narrows the figure to the part, however the page lists the two', async () => {
    const [dep, prov, card] = [departments(), provinces(), cases('prov dep')];
    await filterReady(prov);
    await choose(dep, 'La Libertad');
    await until(() => value(card) === '55' && !select(prov).disabled);
    const shown = next(card, 'obs-load');
    await choose(prov, 'Trujillo');
    await shown;
    expect(value(card)).to.equal('50');
    expect(text(inside(card, '.subtitle'))).to.include('Trujillo');
  });

  it('is closed, and nothing is wrong, where the place that is chosen has no parts', async () => {
    for (const level of ['', 'level="provincia"']) {
      const [dep, prov, card] = [departments(), provinces(`required ${level}`), cases()];
      await filterReady(prov);
      await choose(dep, 'Piura');
      await until(() => optionsOf(prov).length === 2);
      await choose(dep, 'Cusco');
      await until(() => value(card) === '3');
      expect([select(prov).disabled, optionsOf(prov)]).to.deep.equal([true, ['Cusco']]);
      unmount();
    }
  });

  it('with a level offers all places of it until a whole is chosen', async () => {
    const [dep, prov] = [departments(), provinces('level="provincia"')];
    await filterReady(prov);
    expect(optionsOf(prov)).to.deep.equal(['Todos los lugares', 'Ascope', 'Ayabaca', 'Piura', 'Trujillo']);
    await choose(dep, 'Piura');
    await until(() => optionsOf(prov).length === 3);
    expect(optionsOf(prov)).to.deep.equal(['Piura', 'Ayabaca', 'Piura']);
  });

  it('never has a figure ask for a part of another whole', async () => {
    const data = reply(freshPath(), CASES);
    const whole = mount(`<obs-filter name="d" src="${data}" by="dep"></obs-filter>`);
    const part = mount(`<obs-filter name="p" src="${data}" by="prov" filter-by="d"></obs-filter>`);
    const card = mount<HTMLElementTagNameMap['obs-card']>(
      `<obs-card src="${data}" value="sum(casos)" heading="Casos" source-name="PNP" filter-by="d p"></obs-card>`,
    );
    await filterReady(part);
    await choose(whole, '13');
    await until(() => optionsOf(part).length === 3);
    await choose(part, '1301');
    await until(() => value(card) === '50');
    const seen: string[] = [];
    const usual = card.engine;
    card.engine = {
      ask(question, options) {
        seen.push(question.where);
        return usual.ask(question, options);
      },
    };
    await choose(whole, '20');
    await until(() => value(card) === '67');
    await frames(4);
    expect(seen).to.deep.equal(["dep = '20'"]);
    expect(select(part).value).to.equal('');
  });

  it('narrows the breakdowns and the columns of data as figures do', async () => {
    const kinds = mount(
      `<obs-filter name="tipo" kind="breakdown" indicator="casos" filter-by="dep" ${at}></obs-filter>`,
    );
    const dep = departments();
    await filterReady(kinds);
    expect(optionsOf(kinds)).to.have.length(4);
    await choose(dep, 'Piura');
    await until(() => optionsOf(kinds).length === 3);
    expect(optionsOf(kinds).slice(1)).to.deep.equal(['Estafa', 'Robo']);
    const data = reply(freshPath(), CASES);
    const [whole, part] = [
      mount(`<obs-filter name="d" src="${data}" by="dep"></obs-filter>`),
      mount(`<obs-filter name="p" src="${data}" by="prov" filter-by="d"></obs-filter>`),
    ];
    await filterReady(part);
    expect(optionsOf(part)).to.have.length(5);
    await choose(whole, '13');
    await until(() => optionsOf(part).length === 3);
    expect(optionsOf(part).slice(1)).to.deep.equal(['1301', '1302']);
    expect(asked.filter(({ url }) => url.endsWith(data))).to.have.length(1);
  });

  it('keeps both choices in the address, and takes the part out of it when another whole is chosen', async () => {
    history.replaceState(null, '', '?dep=13&prov=1302');
    const [card, prov, dep] = [cases(), provinces('in-url'), departments('in-url')];
    await until(() => value(card) === '5');
    expect([select(dep).value, select(prov).value]).to.deep.equal(['13', '1302']);
    await choose(dep, 'Piura');
    await until(() => value(card) === '67');
    expect(location.search).to.equal('?dep=20');
  });

  it('does not come back to a part that the address only says of another whole', async () => {
    history.replaceState(null, '', '?dep=20&prov=1302');
    const [card, prov, dep] = [cases(), provinces('in-url'), departments('in-url')];
    await until(() => value(card) === '67' && !select(prov).disabled);
    const shown = next(card, 'obs-load');
    await choose(dep, 'La Libertad');
    await shown;
    expect([value(card), select(prov).value, location.search]).to.deep.equal(['55', '', '?dep=13']);
  });

  it('goes back and forth in the page’s history with the filter that it follows', async () => {
    history.replaceState(null, '', '?dep=13&prov=1302');
    history.pushState(null, '', '?dep=20&prov=2001');
    const [card, prov, dep] = [cases(), provinces('in-url'), departments('in-url')];
    await until(() => value(card) === '60');
    history.back();
    await until(() => value(card) === '5');
    expect([select(dep).value, select(prov).value]).to.deep.equal(['13', '1302']);
    history.forward();
    await until(() => value(card) === '60');
    expect([select(dep).value, select(prov).value]).to.deep.equal(['20', '2001']);
    expect(location.search).to.equal('?dep=20&prov=2001');
  });

  it('tells how many figures a choice changes, those behind another filter too', async () => {
    const [dep, prov] = [departments(), provinces()];
    cases('prov');
    cases();
    await filterReady(prov);
    await choose(dep, 'La Libertad');
    const status = inside(dep, '[role=status]');
    await until(() => text(status) !== '');
    expect(text(status)).to.equal('La Libertad: cambian 2 cuadros');
  });

  it('tells nothing of a choice that is no more once the whole is another', async () => {
    const [dep, prov] = [departments(), provinces()];
    cases();
    await filterReady(prov);
    await choose(dep, 'La Libertad');
    await until(() => !select(prov).disabled);
    await choose(prov, 'Trujillo');
    await choose(dep, 'Piura');
    const said = [dep, prov].map((filter) => inside(filter, '[role=status]'));
    // The last to choose is the last to tell.
    await until(() => text(said[0]) === 'Piura: cambia 1 cuadro');
    expect(text(said[1])).to.equal('');
  });

  it('says so where two follow each other, or one itself, and nothing waits for ever', async () => {
    const dep = departments('filter-by="prov"');
    const prov = provinces('level="provincia"');
    const own = mount(`<obs-filter name="solo" options="a; b" filter-by="solo"></obs-filter>`);
    const card = cases();
    await until(() => value(card) === '125');
    for (const each of [prov, own]) await until(() => !!each.shadowRoot?.querySelector('.owner'));
    expect(text(inside(prov, '.owner'))).to.include('filter-by="dep"');
    expect(text(inside(own, '.owner'))).to.include('filter-by="solo"');
    await filterReady(dep);
    expect(optionsOf(dep)).to.have.length(4);
    dep.removeAttribute('filter-by');
    await until(() => !!prov.shadowRoot?.querySelector('select'));
  });

  it('keeps the focus of who is in it while other options are on their way', async () => {
    const [dep, prov] = [departments(), provinces()];
    await filterReady(prov);
    await choose(dep, 'La Libertad');
    await until(() => !select(prov).disabled);
    select(prov).focus();
    await choose(dep, 'Piura');
    expect(prov.shadowRoot?.activeElement).to.equal(select(prov));
    await until(() => optionsOf(prov).length === 3);
    expect(prov.shadowRoot?.activeElement).to.equal(select(prov));
  });
});
