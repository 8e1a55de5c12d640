import type { FigureElement } from '../../src/widgets/figure/figure-element.js';
import type { Frame } from '../../src/widgets/figure/frame-model.js';

export type Widget = FigureElement<{ readonly frame: Frame }>;

const mounted: Element[] = [];

/** Puts markup into the page; gives its first element. Everything is taken out again by `unmount`. */
export function mount<T extends Element = Widget>(markup: string): T {
  const place = document.createElement('div');
  place.innerHTML = markup; // eslint-disable-line no-unsanitized/property -- markup of the test itself
  document.body.append(place);
  mounted.push(place);
  const element = place.firstElementChild;
  if (!element) throw new Error('There is nothing to mount.');
  return element as T;
}

export function unmount(): void {
  for (const place of mounted.splice(0)) place.remove();
}

/** The next event of that name from the widget. */
export function next<K extends keyof GlobalEventHandlersEventMap>(
  widget: Element,
  name: K,
): Promise<GlobalEventHandlersEventMap[K]> {
  return new Promise((resolve) => {
    widget.addEventListener(name, (event) => resolve(event as GlobalEventHandlersEventMap[K]), {
      once: true,
    });
  });
}

/** Resolves when the page has had time to draw twice: observers have spoken, updates are rendered. */
export async function frames(count = 2): Promise<void> {
  for (let index = 0; index < count; index++) await new Promise((resolve) => requestAnimationFrame(resolve));
}

/** Waits for something to become true. */
export async function until(check: () => boolean): Promise<void> {
  while (!check()) await frames(1);
}

/** Mounts a widget and waits until its figures are shown. */
export async function ready<T extends Widget = Widget>(markup: string): Promise<T> {
  const widget = mount<T>(markup);
  await next(widget, 'obs-load');
  await widget.updateComplete;
  await frames();
  return widget;
}

/** Inside the widget. */
export function inside<T extends Element = HTMLElement>(widget: Element, selector: string): T {
  const found = widget.shadowRoot?.querySelector<T>(selector);
  if (!found) throw new Error(`The widget has no ${selector}.`);
  return found;
}

export function allInside(widget: Element, selector: string): HTMLElement[] {
  return [...(widget.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])];
}

/** What a reader sees of an element, spaces folded. */
export function text(element: Element | undefined | null): string {
  return (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
}
