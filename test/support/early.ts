import { askEarly } from '../../src/embed/ask-early.js';

/** A widget as far as its early request looks at it. */
function widgetWith(attributes: Readonly<Record<string, string>>, baseURI: string): Element {
  return { getAttribute: (name: string) => attributes[name] ?? null, baseURI } as unknown as Element;
}

/** The page's one script sees a widget with these attributes; gives what would happen once it waited too long. */
export function seeWidget(attributes: Readonly<Record<string, string>>, baseURI: string): () => void {
  const { setTimeout } = globalThis;
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
  }
  return later;
}
