import { expect } from 'chai';
import { csvFor, needsOf, WIDGET_NAMES, WIDGET_TAGS } from '../support/widget-needs.js';
import { globalListeners } from './ask-browser.js';
import { frames, inside, mount, unmount, until, type Widget } from './mount.js';
import { forgetReplies, freshPath, reply } from './replies.js';

const SAID = 'source-name="PNP" heading="Extorsión"';

const CSV = 'anio,denuncias\n2024,22361\n2025,26585\n';
const TAGS = WIDGET_TAGS;

/** Every widget with its figures. */
const all = (): string =>
  TAGS.map((tag) => {
    const src = reply(freshPath(), csvFor(tag, CSV));
    return `<${tag} src="${src}" ${SAID} ${needsOf(tag, 'denuncias')}></${tag}>`;
  }).join('');

/** Forty objects that every page has and relies on. */
const BUILT_IN = [
  ...[Object, Function, Array, String, Number, Boolean, Symbol, Date, RegExp, Error, Promise, Map, Set],
  ...[WeakMap, WeakSet, Float64Array, Uint8Array, ArrayBuffer, JSON, Math, Reflect, Intl, URL, Blob],
  ...[Response, Request, Headers, AbortController, Event, EventTarget, Node, Element, HTMLElement],
  ...[ShadowRoot, Document, DocumentFragment, CSSStyleSheet, History, Storage, customElements],
];

function keysOf(object: object): string[] {
  const { prototype } = object as { prototype?: object };
  const all = [object, ...(prototype ? [prototype] : [])].flatMap((each) =>
    Reflect.ownKeys(each).map(String),
  );
  // Lit gives a browser that lacks it the standard's own `Symbol.metadata`.
  return all.filter((key) => object !== Symbol || key !== 'metadata');
}

const outside = (): unknown => [
  ...[location.href, history.length, document.title, document.cookie, scrollX, scrollY],
  ...[localStorage.length, sessionStorage.length, document.activeElement?.id],
  document.head.innerHTML,
  document.adoptedStyleSheets.length,
  getComputedStyle(document.body).cssText,
];

/** Another copy of a module of ours, as a second script in the page brings it. */
async function bring(path: string, copy: number): Promise<void> {
  const script = document.createElement('script');
  script.type = 'module';
  script.src = `/src/${path}?copy=${copy}`;
  const loaded = new Promise((resolve) => script.addEventListener('load', resolve));
  document.body.append(script);
  await loaded;
  script.remove();
}

function watchErrors(): { readonly errors: string[]; readonly end: () => void } {
  const errors: string[] = [];
  const hear = (event: ErrorEvent | PromiseRejectionEvent): void =>
    void errors.push('message' in event ? event.message : String(event.reason));
  const names = ['error', 'unhandledrejection'] as const;
  for (const name of names) window.addEventListener(name, hear);
  return { errors, end: () => names.forEach((name) => window.removeEventListener(name, hear)) };
}

const areShown = (): boolean =>
  TAGS.every((tag) => document.querySelector(tag)?.shadowRoot?.querySelector('.source'));

describe('the page around the widgets', () => {
  afterEach(() => {
    unmount();
    forgetReplies();
  });

  // First: it looks at the page before anything of ours is there.
  it('[EMB-12] is left as it was: its objects, address, title, focus, place, style and storage', async () => {
    const long = mount<HTMLElement>('<div id="long"><input id="field" /></div>');
    long.style.height = '3000px';
    document.getElementById('field')?.focus();
    scrollTo(0, 200);
    const [keys, names, before] = [BUILT_IN.map(keysOf), Object.keys(window), outside()];
    await import('../../src/auto.js');
    mount(`<section>${all()}</section>`);
    await until(areShown);
    await frames();
    expect(BUILT_IN).to.have.length.at.least(40);
    expect(BUILT_IN.map(keysOf)).to.deep.equal(keys);
    // What Lit shares between two copies of itself.
    const added = Object.keys(window).filter(
      (name) => !names.includes(name) && !/^(lit|reactiveElement)[A-Z]/.test(name),
    );
    expect(added).to.deep.equal([]);
    expect(outside()).to.deep.equal(before);
    scrollTo(0, 0);
  });

  it('[EMB-12] keeps no listener of the widgets when they are gone', async () => {
    const before = await globalListeners();
    mount(`<section>${all()}</section>`);
    await until(areShown);
    unmount();
    await frames();
    expect(await globalListeners()).to.deep.equal(before);
  });

  it('[EMB-07] takes the same script ten times and each widget twice without an error or a second widget, and says so once', async () => {
    const { errors, end } = watchErrors();
    const first = TAGS.map((tag) => customElements.get(tag));
    const said: unknown[] = [];
    const { info } = console;
    console.info = (line: unknown) => void said.push(line);
    for (let copy = 1; copy <= 10; copy++) await bring('auto.ts', copy);
    for (const name of WIDGET_NAMES) await bring(`widgets/${name}/${name}.ts`, 1);
    const plain = mount('<div data-obs="card" data-obs-src="/examples/data/extorsion.csv"></div>');
    const link = mount(
      '<a data-obs="download" data-obs-src="/examples/data/extorsion.csv" href="/x.csv">CSV</a>',
    );
    await until(() => !!plain.querySelector('obs-card')?.shadowRoot?.querySelector('.value'));
    await until(() => !!link.parentElement?.shadowRoot?.querySelector('a.file'));
    await frames();
    expect(plain.querySelectorAll('obs-card')).to.have.length(1);
    expect(link.closest('div')?.querySelectorAll('obs-download')).to.have.length(1);
    expect(TAGS.map((tag) => customElements.get(tag))).to.deep.equal(first);
    expect(errors).to.deep.equal([]);
    const { version } = (await (await fetch('/package.json')).json()) as { version: string };
    expect(said).to.deep.equal([`observatorio-widgets: se usa ${version}, no ${version}`]);
    console.info = info;
    end();
  });

  it('[EMB-09] keeps free, before the script is there, the height that each widget then has', async () => {
    const style = document.createElement('link');
    Object.assign(style, { rel: 'stylesheet', href: '/src/embed/obs.css' });
    const loaded = new Promise((resolve) => style.addEventListener('load', resolve));
    document.head.append(style);
    await loaded;
    for (const tag of TAGS) {
      const place = mount(`<div data-obs="${tag.slice(4)}"></div>`);
      const { display, minHeight } = getComputedStyle(place);
      // On its way: a figure that failed, or has little to show, takes less.
      const widget = mount<Widget>(`<${tag} src="/examples/data/homicidios.csv" ${needsOf(tag)}></${tag}>`);
      await widget.updateComplete;
      expect(display, tag).to.equal('block');
      expect(minHeight, tag).to.equal(getComputedStyle(inside(widget, '.root')).minBlockSize);
      expect(parseFloat(minHeight), tag).to.be.greaterThan(100);
    }
    style.remove();
  });
});
