/** Loads each widget when the page first uses it. */
export type WidgetLoaders = Readonly<Record<string, () => Promise<unknown>>>;

const PREFIX = 'data-obs-';

/** The widget that stands for a plain element: inside it, or, for a link, around it. */
function widgetFor(element: Element, name: string): Element {
  const widget = element.ownerDocument.createElement(`obs-${name}`);
  for (const { name: attribute, value } of element.attributes) {
    if (attribute.startsWith(PREFIX)) widget.setAttribute(attribute, value);
  }
  return widget;
}

/** Keeps the widget's attributes and fallback those of the plain element, also what the parser adds later. */
function follow(element: Element, widget: Element): void {
  new MutationObserver((records) => {
    for (const { type, attributeName, addedNodes } of records) {
      if (type === 'childList') for (const node of addedNodes) node !== widget && widget.append(node);
      if (!attributeName?.startsWith(PREFIX)) continue;
      const value = element.getAttribute(attributeName);
      if (value === null) widget.removeAttribute(attributeName);
      else widget.setAttribute(attributeName, value);
    }
  }).observe(element, { attributes: true, childList: true });
}

/** `<div data-obs="card" data-obs-src="…">` becomes a widget; what it holds becomes the widget's fallback. */
function upgrade(element: Element, loaders: WidgetLoaders): void {
  const name = element.getAttribute('data-obs') ?? '';
  const known = Object.hasOwn(loaders, name);
  const isDone =
    element.parentElement?.localName === `obs-${name}` || element.querySelector(`:scope > obs-${name}`);
  if (!known) return console.warn(`data-obs="${name}"`, Object.keys(loaders), element);
  if (isDone) return;
  const widget = widgetFor(element, name);
  if (element.localName === 'a') {
    element.before(widget);
    widget.append(element);
    return;
  }
  widget.append(...element.childNodes);
  element.append(widget);
  follow(element, widget);
}

/** Upgrades the plain elements within `root` and loads the widgets that it uses. */
function scan(root: Element | Document, loaders: WidgetLoaders, load: (name: string) => void): void {
  const all = (selector: string): Element[] => [
    ...(root instanceof Element && root.matches(selector) ? [root] : []),
    ...root.querySelectorAll(selector),
  ];
  for (const element of all('[data-obs]')) upgrade(element, loaders);
  for (const name of Object.keys(loaders)) if (all(`obs-${name}`).length > 0) load(name);
}

/**
 * Makes the page's widgets work, those there now and those added later. Each kind is loaded once, when first
 * used; one that cannot be loaded leaves its fallback as it is, and is tried again with the next one.
 */
export function watch(page: Document, loaders: WidgetLoaders): void {
  const loaded = new Set<string>();
  const load = (name: string): void => {
    if (loaded.has(name)) return;
    loaded.add(name);
    loaders[name]?.().catch((reason: unknown) => {
      loaded.delete(name);
      console.warn(`obs-${name}`, reason);
    });
  };
  scan(page, loaders, load);
  new MutationObserver((records) => {
    for (const { addedNodes } of records) {
      for (const node of addedNodes) if (node instanceof Element) scan(node, loaders, load);
    }
  }).observe(page, { childList: true, subtree: true });
}
