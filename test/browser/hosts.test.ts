import { expect } from 'chai';
import type { Engine, Question } from '../../src/engine/engine.js';
import '../../src/widgets/card/card.js';
import '../../src/widgets/download/download.js';
import { watch } from '../../src/embed/upgrade.js';
import { allInside, mount, next, ready, text, unmount, until, type Widget } from './mount.js';
import { asked, forgetReplies, freshPath, reply } from './replies.js';

const CSV = 'anio,casos\n2023,1\n2024,2\n';
const SAID = 'source-name="PNP" heading="Denuncias"';

const asking: Question[] = [];
/** An engine that never answers: only the question counts. */
const engine: Engine = {
  ask: (question) => (asking.push(question), new Promise(() => undefined)),
};

/** The lists that a card asks under that is put into this place. */
async function listsIn(place: Node, attributes: Readonly<Record<string, string>> = {}): Promise<unknown> {
  const card = Object.assign(document.createElement('obs-card') as Widget, { engine });
  card.setAttribute('src', '/d.csv');
  for (const [name, value] of Object.entries(attributes)) card.setAttribute(name, value);
  place.appendChild(card);
  await card.updateComplete;
  return asking.at(-1)?.hosts;
}

describe('[SEC-07] the lists of hosts that hold for a widget', () => {
  afterEach(() => {
    unmount();
    forgetReplies();
    asking.length = 0;
    delete document.documentElement.dataset['obsHosts'];
  });

  it('are none in a page that has none', async () => {
    expect(await listsIn(mount('<div></div>'))).to.deep.equal([]);
  });

  it('are its own, as either attribute or as property, an empty one too', async () => {
    const place = mount('<div></div>');
    expect(await listsIn(place, { hosts: 'a.example' })).to.deep.equal(['a.example']);
    expect(await listsIn(place, { hosts: '' })).to.deep.equal(['']);
    expect(await listsIn(place, { 'data-obs-hosts': '' })).to.deep.equal(['']);
    expect(new Set((await listsIn(place, { 'data-obs-hosts': 'b.example' })) as string[])).to.deep.equal(
      new Set(['b.example']),
    );
    expect(
      new Set((await listsIn(place, { hosts: 'a.example', 'data-obs-hosts': 'b.example' })) as string[]),
    ).to.deep.equal(new Set(['a.example', 'b.example']));
    const card = Object.assign(document.createElement('obs-card'), {
      engine,
      src: '/d.csv',
      hosts: 'c.example',
    });
    place.append(card);
    await card.updateComplete;
    expect(asking.at(-1)?.hosts).to.deep.equal(['c.example']);
  });

  it('are those of all around it, through shadow roots, and of the page’s scripts, not of what stands beside', async () => {
    document.documentElement.dataset['obsHosts'] = 'html.example';
    const around = mount(`<section data-obs-hosts="section.example">
      <script type="text/plain" data-obs-hosts="script.example"></script>
      <p data-obs-hosts="beside.example"></p>
      <div></div>
    </section>`);
    const host = around.querySelector('div') ?? around;
    const inner = document.createElement('div');
    inner.dataset['obsHosts'] = 'inner.example';
    host.attachShadow({ mode: 'closed' }).append(inner);
    const lists = (await listsIn(inner)) as string[];
    expect([...lists].sort()).to.deep.equal([
      ...['html.example', 'inner.example', 'script.example', 'section.example'],
    ]);
  });

  it('are found also where fields of a form and pictures bear the names of what leads to them', async () => {
    const names = [
      'parentNode',
      'parentElement',
      'getRootNode',
      'closest',
      'matches',
      'dataset',
      'host',
      'hosts',
    ];
    const fields = names.map((name) => `<input name="${name}"><img name="${name}" alt="">`).join('');
    document.documentElement.dataset['obsHosts'] = 'html.example';
    const form = mount(
      `<div data-obs-hosts="outer.example"><form data-obs-hosts="form.example">${fields}<p></p></form></div>`,
    );
    const lists = (await listsIn(form.querySelector('p') ?? form)) as string[];
    expect([...lists].sort()).to.deep.equal(['form.example', 'html.example', 'outer.example']);
  });

  it('are asked under anew where the widget is moved, or its own list changes', async () => {
    const place = mount('<div></div>');
    await listsIn(place);
    const card = place.querySelector<Widget>('obs-card') ?? expect.fail('no card');
    mount<HTMLElement>('<div data-obs-hosts="b.example"></div>').append(card);
    await card.updateComplete;
    card.setAttribute('hosts', 'a.example');
    await card.updateComplete;
    const [first, ...others] = asking.map(({ hosts = [] }) => hosts.join());
    expect([first, others.at(-1)]).to.deep.equal(['', 'a.example,b.example']);
    expect(new Set(others)).to.deep.equal(new Set(['b.example', 'a.example,b.example']));
  });

  it('are those of the plain element that becomes a widget', async () => {
    watch(document, { card: () => Promise.resolve() });
    const path = reply(freshPath(), CSV);
    const element = mount(`<div data-obs="card" data-obs-src="${path}" data-obs-hosts="a.example x/"></div>`);
    await until(
      () => element.querySelector('obs-card')?.shadowRoot?.querySelector('.owner') instanceof Element,
    );
    const card = element.querySelector('obs-card') ?? element;
    expect(text(card.shadowRoot?.querySelector('.owner'))).to.include(
      'data-obs-hosts="x/": El valor del atributo no es válido. Se esperaba: datos.example, *.datos.example, localhost:8080.',
    );
    expect(asked).to.deep.equal([]);
  });

  it('of a download are those of the widget whose data it gives, and its own', async () => {
    const path = reply(freshPath(), CSV);
    const card = await ready(`<obs-card id="cifra" src="${path}" hosts="card.example" ${SAID}></obs-card>`);
    const around = mount(
      '<div data-obs-hosts="around.example"><obs-download for="cifra"></obs-download></div>',
    );
    const download = around.querySelector<Widget>('obs-download') ?? expect.fail('no download');
    download.engine = engine;
    await until(() => asking.length > 0);
    expect(new Set(asking.at(-1)?.hosts)).to.deep.equal(new Set(['card.example', 'around.example']));
    expect(card.hostLists).to.deep.equal(['card.example']);
  });
});

describe('[SEC-07] a widget under a list of hosts', () => {
  afterEach(() => {
    unmount();
    forgetReplies();
  });

  it('shows data of the page’s own host, whatever the list', async () => {
    const card = await ready(`<obs-card hosts="" src="${reply(freshPath(), CSV)}" ${SAID}></obs-card>`);
    expect(text(card.shadowRoot?.querySelector('.value'))).to.equal('2');
  });

  it('shows its figures no more where it is moved under a list that does not allow them', async () => {
    const src = reply('https://otro.example/movida.csv', CSV);
    const card = await ready(`<obs-card src="${src}" ${SAID}></obs-card>`);
    const failed = next(card, 'obs-error');
    mount('<div data-obs-hosts="datos.example"></div>').append(card);
    expect([(await failed).code, (await failed).isStale]).to.deep.equal(['bad-host', false]);
    expect(allInside(card, '.value')).to.deep.equal([]);
    expect(asked).to.have.length(1);
  });

  it('tells readers that the page does not allow the host, its owner where and why, and asks nothing', async () => {
    const src = reply('https://otro.example/ruta/d.csv', CSV);
    const around = mount(
      `<div data-obs-hosts="datos.example"><obs-card src="${src}" ${SAID}></obs-card></div>`,
    );
    const card = around.querySelector<Widget>('obs-card') ?? expect.fail('no card');
    const { code, host } = await next(card, 'obs-error');
    expect([code, host]).to.deep.equal(['bad-host', 'otro.example']);
    await until(() => allInside(card, '.owner').length === 1);
    const [problem] = allInside(card, '.problem');
    expect(text(problem)).to.match(/^Esta página no permite leer los datos de otro\.example\./);
    expect(text(allInside(card, '.owner')[0])).to.include(
      'data-obs-hosts="datos.example" · otro.example/ruta/d.csv: La lista data-obs-hosts no tiene este servidor',
    );
    // Asking again does not help.
    expect(allInside(card, 'button')).to.deep.equal([]);
    expect(asked).to.deep.equal([]);
  });
});
