import { askEarly } from '../../src/embed/ask-early.js';
import { putGlobal } from './page.js';

/** A widget as far as its early request looks at it. */
function widgetWith(attributes: Readonly<Record<string, string>>, baseURI: string): Element {
  return { getAttribute: (name: string) => attributes[name] ?? null, baseURI } as unknown as Element;
}

/**
 * The page's one script sees a widget with these attributes, in a page that has a list of hosts or none; gives what
 * would happen once it waited too long.
 */
export function seeWidget(
  attributes: Readonly<Record<string, string>>,
  baseURI: string,
  hasList = false,
): () => void {
  const { setTimeout } = globalThis;
  const page = {
    querySelector: (lists: string) => (hasList && lists.includes('[data-obs-hosts]') ? {} : null),
  };
  const leave = putGlobal('document', page);
  let later = (): void => undefined;
  globalThis.location = new URL(baseURI) as unknown as Location;
  // The request itself may have timers as well: the last one is the widget's.
  globalThis.setTimeout = ((run: () => void, wait: number) => {
    later = run;
    return setTimeout(run, wait);
  }) as typeof setTimeout;
  try {
    askEarly(widgetWith(attributes, baseURI));
  } finally {
    globalThis.setTimeout = setTimeout;
    Reflect.deleteProperty(globalThis, 'location');
    leave();
  }
  return later;
}
