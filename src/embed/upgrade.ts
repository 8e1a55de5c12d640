import { askEarly } from './ask-early.js';

/** Loads each widget when the page first uses it; `isNear` tells whether it is about to be seen. */
export type WidgetLoaders = Readonly<Record<string, (isNear: boolean) => Promise<unknown>>>;

const PREFIX = 'data-obs-';

/** The words for what a page has written wrongly are loaded where it has. */
function tell(element: Element, loaders: WidgetLoaders): void {
  import('./mistakes.js').then(
    ({ tellMistake }) => tellMistake(element, Object.keys(loaders)),
    () => undefined,
  );
}

/** Gives the widget what the plain element says, now and when the page changes it, and what the parser adds. */
function follow(element: Element, widget: Element): void {
  const copy = (name: string): void => {
    const value = element.getAttribute(name);
    if (!name.startsWith(PREFIX)) return;
    if (value === null) widget.removeAttribute(name);
    else widget.setAttribute(name, value);
  };
  element.getAttributeNames().forEach(copy);
  new MutationObserver((records) => {
    for (const { attributeName, addedNodes } of records) {
      if (attributeName) copy(attributeName);
      for (const node of addedNodes) if (node !== widget) widget.append(node);
    }
    // A link keeps what it holds: it stands in the widget, not around it.
  }).observe(element, { attributes: true, childList: widget.parentElement === element });
}

/** `<div data-obs="card" data-obs-src="…">` becomes a widget; what it holds becomes the widget's fallback. */
function upgrade(element: Element, loaders: WidgetLoaders): void {
  // Who writes the name of the tag is understood.
  const name = element.getAttribute('data-obs')?.replace(/^obs-/, '') ?? '';
  const tag = `obs-${name}`;
  const isKnown = Object.hasOwn(loaders, name);
  if (!isKnown || element.matches('[src],[data-src]')) tell(element, loaders);
  if (!isKnown) return;
  // It has its widget, around it or within: from before it was moved, or from another copy of the script.
  if (element.parentElement?.localName === tag || element.firstElementChild?.localName.startsWith('obs-'))
    return;
  const widget = document.createElement(tag);
  // A link may hold no buttons: it goes into its widget, every other element around it.
  if (element.localName === 'a') {
    element.before(widget);
    widget.append(element);
  } else {
    widget.append(...element.childNodes);
    element.append(widget);
  }
  follow(element, widget);
}

/** Upgrades the plain elements within `root` and loads the widgets that it uses. */
function scan(
  root: Element | Document,
  loaders: WidgetLoaders,
  load: (name: string, first: Element) => void,
): void {
  const all = (selector: string): Element[] => [
    ...(root instanceof Element && root.matches(selector) ? [root] : []),
    ...root.querySelectorAll(selector),
  ];
  for (const element of all('[data-obs]')) upgrade(element, loaders);
  for (const element of all(':not(:defined)')) {
    if (/^obs-/.test(element.localName) && !Object.hasOwn(loaders, element.localName.slice(4)))
      tell(element, loaders);
  }
  for (const name of Object.keys(loaders)) {
    const [first] = all(`obs-${name}`);
    if (first) load(name, first);
  }
}

/**
 * Makes the page's widgets work, those there now and those added later. Each kind is loaded once, when first
 * used; one that cannot be loaded leaves its fallback as it is, and is tried again with the next one.
 */
export function watch(page: Document | undefined, loaders: WidgetLoaders): void {
  if (!page) return;
  const loaded = new Set<string>();
  const load = (name: string, first: Element): void => {
    if (loaded.has(name)) return;
    loaded.add(name);
    const isNear = first.getBoundingClientRect().top < innerHeight;
    if (isNear && !customElements.get(first.localName)) askEarly(first);
    loaders[name]?.(isNear).catch((reason: unknown) => {
      loaded.delete(name);
      console.warn(name, reason);
    });
  };
  scan(page, loaders, load);
  new MutationObserver((records) => {
    for (const { addedNodes, target, attributeName } of records) {
      for (const node of attributeName ? [target] : addedNodes)
        if (node instanceof Element) scan(node, loaders, load);
    }
  }).observe(page, { childList: true, subtree: true, attributeFilter: ['data-obs'] });
}
