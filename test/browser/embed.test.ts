import { expect } from 'chai';
import { WIDGET_NAMES } from '../support/widget-needs.js';
import { accessibilityTree } from './ask-browser.js';
import { frames, inside, mount, next, text, unmount, until, type Widget } from './mount.js';
import { asked, forgetReplies, freshPath, reply } from './replies.js';

const FILE = '/examples/data/extorsion.csv';
const CARD = `data-obs="card" data-obs-src="${FILE}" data-obs-heading="Extorsión" data-obs-source-name="PNP"`;

const widgetIn = (element: Element): Widget => {
  const found = element.querySelector<Widget>(':scope > obs-card, :scope > obs-trend, :scope > obs-table');
  if (!found) throw new Error('The element has not become a widget.');
  return found;
};

const isShown = (widget: Element): boolean => !!widget.shadowRoot?.querySelector('.value');

/** A plain element in the page that has become a card with its figures. */
async function card(attributes = CARD, inner = ''): Promise<HTMLElement> {
  const element = mount<HTMLElement>(`<div ${attributes}>${inner}</div>`);
  await until(() => element.querySelector('obs-card') !== null && isShown(widgetIn(element)));
  return element;
}

describe('the script of a page', () => {
  before(() => import('../../src/auto.js'));
  afterEach(() => {
    unmount();
    forgetReplies();
  });

  // First: later every kind has been used.
  it('[EMB-03] makes a widget of a plain element, and defines only the widgets that the page uses', async () => {
    const element = await card();
    expect(text(inside(widgetIn(element), '.value'))).to.equal('26,585');
    const defined = WIDGET_NAMES.filter((name) => customElements.get(`obs-${name}`));
    expect(defined).to.deep.equal(['card']);
  });

  it('makes the page’s own tags work as well, those added later too', async () => {
    const element = mount(`<obs-table src="${FILE}" source-name="PNP"></obs-table>`);
    await customElements.whenDefined('obs-table');
    await next(element, 'obs-load');
    expect(inside(element, 'tbody').children).to.have.length(2);
  });

  it('[EMB-08] keeps what the element holds until the figures are there', async () => {
    let answer: (response: Response) => void = () => undefined;
    const path = reply(freshPath(), () => new Promise((resolve) => (answer = resolve)));
    const link = `<a href="${path}">Extorsión en el Perú: ver los datos</a>`;
    const element = mount(
      `<div data-obs="card" data-obs-src="${path}" data-obs-source-name="PNP">${link}</div>`,
    );
    await until(() => asked.length === 1);
    await frames();
    const fallback = element.querySelector('a') as HTMLElement;
    expect(fallback.getClientRects()).not.to.have.length(0);
    answer(new Response('anio,casos\n2023,5\n2024,7\n'));
    await until(() => isShown(widgetIn(element)));
    expect(fallback.getClientRects()).to.have.length(0);
    expect(text(inside(widgetIn(element), '.value'))).to.equal('7');
  });

  it('[EMB-08] keeps it in sight where there are no figures', async () => {
    const path = reply(freshPath(), () => new Response('', { status: 404 }));
    const element = mount(
      `<div data-obs="card" data-obs-src="${path}"><a href="${path}">Ver los datos</a></div>`,
    );
    await until(() => !!element.querySelector('obs-card')?.shadowRoot?.querySelector('.problem'));
    expect(element.querySelector('a')?.getClientRects()).not.to.have.length(0);
  });

  it('[EMB-03] [A11Y-60] makes a download of a link, which stays a link until the files are there', async () => {
    const link = mount<HTMLAnchorElement>(
      `<a data-obs="download" data-obs-src="${FILE}" data-obs-source-name="PNP" href="${FILE}">Descargar CSV (1 kB)</a>`,
    );
    await until(() => link.parentElement?.localName === 'obs-download');
    const widget = link.parentElement as Widget;
    expect(text(link)).to.equal('Descargar CSV (1 kB)');
    await until(() => widget.shadowRoot?.querySelector('a.file') !== null && !!widget.shadowRoot);
    expect(link.getClientRects()).to.have.length(0);
    // What the page writes into its link stays there.
    link.textContent = 'Descargar';
    await frames();
    expect([link.textContent, widget.childNodes.length]).to.deep.equal(['Descargar', 1]);
  });

  it('[EMB-03] makes widgets of a blockquote and of what becomes one only later', async () => {
    const quote = mount(`<blockquote ${CARD}></blockquote>`);
    const plain = mount<HTMLElement>(`<p></p><div data-obs-src="${FILE}"></div>`)
      .nextElementSibling as HTMLElement;
    plain.dataset['obs'] = 'card';
    await until(() => [quote, plain].every((each) => each.querySelector('obs-card') !== null));
    await until(() => isShown(widgetIn(quote)) && isShown(widgetIn(plain)));
  });

  it('[EMB-03] gives assistive technology the same as the widget’s own tag', async () => {
    const said = `src="${FILE}" heading="Extorsión" heading-level="3" source-name="PNP" place="Perú"`;
    const heard = async (): Promise<string[]> => {
      const tree = await accessibilityTree();
      return tree.map(({ role, name, description }) => `${role}: ${name} ${description}`);
    };
    const tag = mount(`<obs-card ${said}></obs-card>`);
    await until(() => isShown(tag));
    const own = await heard();
    unmount();
    await card(`data-obs="card" ${said.replace(/([a-z-]+)="/g, 'data-obs-$1="')}`);
    expect(own.join('\n')).to.include('heading: Extorsión');
    expect((await heard()).join('\n')).to.equal(own.join('\n'));
  });

  it('follows the attributes that the page changes, adds and takes away', async () => {
    const element = await card();
    const widget = widgetIn(element);
    element.dataset['obsHeading'] = 'Denuncias por extorsión';
    element.dataset['obsPlace'] = 'Perú';
    await until(() => text(inside(widget, '.heading')) === 'Denuncias por extorsión');
    expect(text(inside(widget, '.subtitle'))).to.equal('Perú · 2025');
    delete element.dataset['obsPlace'];
    await until(() => text(inside(widget, '.subtitle')) === '2025');
    element.dataset['obsSrc'] = reply(freshPath(), 'anio,casos\n2024,3\n2025,4\n');
    // On the way there is none.
    await until(() => text(widget.shadowRoot?.querySelector('.value')) === '4');
  });

  it('[EMB-03] makes one widget, wherever the element is moved, and asks no more when it is taken out', async () => {
    const path = reply(freshPath(), () => new Promise(() => undefined));
    const element = mount(`<div data-obs="card" data-obs-src="${path}"></div>`);
    await until(() => asked.length === 1);
    const widget = widgetIn(element);
    const elsewhere = mount('<section></section>');
    elsewhere.append(element);
    await until(() => asked.length === 2);
    await frames();
    expect(elsewhere.querySelectorAll('obs-card')).to.have.length(1);
    expect(widgetIn(element)).to.equal(widget);
    element.remove();
    await frames();
    expect(asked.map(({ signal }) => signal?.aborted)).to.deep.equal([true, true]);
  });

  describe('where the page has written something wrongly', () => {
    const { warn } = console;
    let said: string[] = [];
    beforeEach(() => {
      said = [];
      console.warn = (...parts: unknown[]) => void said.push(String(parts[0]));
    });
    afterEach(() => (console.warn = warn));

    /** What the page's owner is told of this markup, by the sentence that holds a word. */
    async function told(markup: string, word: string): Promise<string> {
      mount(markup);
      const found = (): string | undefined => said.find((sentence) => sentence.includes(word));
      await until(() => found() !== undefined);
      return found() ?? '';
    }

    it('says that it does not know a kind of widget, which it knows, and leaves the element alone', async () => {
      const inner = '<a href="/datos.csv">Ver los datos</a>';
      for (const [value, guess] of [
        ['constructor', ''],
        ['Card', '¿Quiso decir «card»?'],
        ['', ''],
        ['tabel', '«table»'],
      ] as const) {
        const sentence = await told(`<div data-obs="${value}">${inner}</div>`, `data-obs="${value}" no es`);
        expect(sentence).to.include(guess).and.to.include('data-obs="card", data-obs="download"');
        const element = document.querySelector(`[data-obs="${value}"]`);
        expect(element?.innerHTML).to.equal(inner);
      }
    });

    it('understands the name of the tag as the kind of widget', async () => {
      const element = await card(CARD.replace('data-obs="card"', 'data-obs="obs-card"'));
      expect(text(inside(widgetIn(element), '.value'))).to.equal('26,585');
      expect(said).to.deep.equal([]);
    });

    it('says which attributes of a plain element lack their prefix', async () => {
      expect(
        await told(`<div data-obs="card" src="${FILE}" value="denuncias"></div>`, 'atributo src'),
      ).to.include('escriba data-obs-src');
      expect(said.join()).to.include('data-obs-value');
      expect(await told(`<div data-obs="card" data-src="${FILE}"></div>`, 'data-src')).to.include(
        'escriba data-obs-src',
      );
    });

    it('says that there is no such tag, and which is the nearest', async () => {
      expect(await told(`<obs-tend src="${FILE}"></obs-tend>`, 'obs-tend')).to.include(
        '¿Quiso decir <obs-trend>?',
      );
      expect(await told('<section><obs-gauge></obs-gauge></section>', '<obs-gauge>')).to.include('<obs-map>');
    });
  });
});
