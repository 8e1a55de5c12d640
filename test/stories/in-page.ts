/** What runs within the page of a story: each function stands alone, since only its own text is sent there. */

/** How a story ended. */
export interface Outcome {
  readonly status: string;
  readonly message?: string;
}

declare global {
  interface Window {
    storyOutcome: Promise<Outcome>;
    __STORYBOOK_ADDONS_CHANNEL__: {
      on(event: string, listener: (told: never) => void): void;
      emit(event: string, told: unknown): void;
    };
  }
}

/** Listens to Storybook's channel from its first moment on, so that no story ends unheard. */
export function listenToStory(): void {
  let channel: Window['__STORYBOOK_ADDONS_CHANNEL__'];
  window.storyOutcome = new Promise((resolve) => {
    Object.defineProperty(window, '__STORYBOOK_ADDONS_CHANNEL__', {
      configurable: true,
      get: () => channel,
      set: (made: typeof channel) => {
        channel = made;
        const failed = ({ message }: { message: string }): void => resolve({ status: 'failed', message });
        made.on('storyFinished', ({ status }: { status: string }) => resolve({ status }));
        made.on('docsRendered', () => resolve({ status: 'success' }));
        made.on('playFunctionThrewException', failed);
        made.on('storyThrewException', failed);
        made.on('storyMissing', () => resolve({ status: 'missing' }));
        made.on('storyErrored', ({ title, description }: { title: string; description: string }) =>
          resolve({ status: 'failed', message: `${title} ${description}` }),
        );
      },
    });
  });
}

/** How the page around a story is, and which state its widgets are to reach. */
export interface Awaited {
  readonly state: string;
  readonly hasNotice: boolean;
  readonly theme: string;
  readonly width: string;
}

/**
 * Waits until the page is as wished and each widget of the story holds its state and has drawn the whole of it.
 * Tells what is still missing after so many milliseconds, `''` for nothing.
 */
export async function settle({ state, hasNotice, theme, width }: Awaited, most: number): Promise<string> {
  const hasFigure = state === 'ready' || state === 'stale';
  const SHOWN: Record<string, string> = { 'obs-filter': 'control', 'obs-profile': 'title' };
  const viewOf = (widget: Element): string | undefined =>
    (Reflect.get(widget, 'view') as { name: string } | undefined)?.name;
  const missingOf = (widget: Element): string | undefined => {
    const { localName, shadowRoot } = widget;
    const held = viewOf(widget);
    if (held !== state) return `${state} in ${localName}, which is ${held ?? 'not defined'}`;
    const needed = [
      ...(hasFigure ? [`[part~=${SHOWN[localName] ?? 'source'}]`] : []),
      ...(hasNotice ? ['[part~=cautions]'] : []),
      ...(state === 'failed' ? ['details'] : []),
      ...(hasFigure && localName === 'obs-download' ? ['[part~=file]'] : []),
    ];
    const within = [...(shadowRoot?.querySelectorAll('*') ?? [])].filter((each) =>
      each.localName.startsWith('obs-'),
    );
    const waiting = within.find((each) => [undefined, 'loading'].includes(viewOf(each)));
    if (waiting) return `the ${waiting.localName} of ${localName}`;
    const canvas = shadowRoot?.querySelector('canvas');
    if (canvas && canvas.style.width === '') return `the chart of ${localName}`;
    const missing = needed.find((selector) => !shadowRoot?.querySelector(selector));
    return missing && `${missing} in ${localName}`;
  };
  const missing = (): string => {
    const page = document.querySelector('#storybook-root .page');
    const { colorScheme = '', width: room = '' } = page ? getComputedStyle(page) : {};
    if (colorScheme !== theme) return `the theme ${theme}`;
    if (room !== `${width}px`) return `the width ${width}`;
    const widgets = [...document.querySelectorAll('#storybook-root *')].filter(({ localName }) =>
      localName.startsWith('obs-'),
    );
    return widgets.length === 0 ? 'a widget' : (widgets.map(missingOf).find(Boolean) ?? '');
  };
  const frame = (): Promise<number> => new Promise(requestAnimationFrame);
  const end = performance.now() + most;
  let last = missing();
  // Twice in a row: what observes sizes changes a widget only in the frame after.
  for (let calm = 0; calm < 2 && performance.now() < end; calm = last === '' ? calm + 1 : 0) {
    await frame();
    last = missing();
  }
  return last;
}

/**
 * The story as one tree: shadow roots in place, and in place of each slot what is slotted; one text a widget.
 * A widget within another is a root of its own, and so are its names.
 */
export function flattenWidgets(): string[] {
  const escape = (text: string): string =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  const isVoid = (name: string): boolean => /^(br|hr|img|input|link|meta|wbr)$/.test(name);
  const flatten = (node: Node, whole: Node): string => {
    if (node instanceof Text) return escape(node.data.replace(/\s+/g, ' '));
    // Comments are marks of the rendering library.
    if (!(node instanceof Element)) return '';
    if (node instanceof HTMLSlotElement) {
      const slotted = node.assignedNodes();
      return (slotted.length > 0 ? slotted : [...node.childNodes])
        .map((each) => flatten(each, whole))
        .join('');
    }
    const attributes = [...node.attributes].map(({ name, value }) =>
      value === '' ? ` ${name}` : ` ${name}="${escape(value)}"`,
    );
    const start = `<${node.localName}${attributes.join('')}>`;
    if (isVoid(node.localName)) return start;
    const { childNodes } = node === whole ? (node.shadowRoot ?? node) : node;
    return `${start}${[...childNodes].map((each) => flatten(each, whole)).join('')}</${node.localName}>`;
  };
  return [...document.querySelectorAll('#storybook-root *')]
    .filter(({ localName }) => localName.startsWith('obs-'))
    .map((widget) => flatten(widget, widget));
}

/** The parts that the widgets of the story show: `obs-card value`. */
export function shownParts(): string[] {
  return [...document.querySelectorAll('#storybook-root *')]
    .filter(({ localName }) => localName.startsWith('obs-'))
    .flatMap(({ localName, shadowRoot }) =>
      [...(shadowRoot?.querySelectorAll('[part]') ?? [])].flatMap(({ part }) =>
        [...part].map((name) => `${localName} ${name}`),
      ),
    );
}

/** The custom properties that the styles of the story's widgets read: `obs-card --obs-font`. */
export function readProperties(): string[] {
  const widgets = [...document.querySelectorAll('#storybook-root *')].filter(({ localName }) =>
    localName.startsWith('obs-'),
  );
  return widgets.flatMap(({ localName, constructor }) => {
    const styles = Reflect.get(constructor, 'elementStyles') as readonly { cssText: string }[];
    const all = styles.map(({ cssText }) => cssText).join('');
    return [...all.matchAll(/var\((--obs-[\w-]+)/g)].map(([, name]) => `${localName} ${name}`);
  });
}

/** Elements that nobody has defined: they would show nothing, and nothing has no faults. */
export function undefinedElements(): string[] {
  return [...new Set([...document.querySelectorAll(':not(:defined)')].map(({ localName }) => localName))];
}

/** Widgets that make the page scroll sideways. */
export function widerThanPlace(): string[] {
  const page = document.querySelector('#storybook-root .page');
  if (!page || page.scrollWidth <= page.clientWidth) return [];
  const widgets = [...page.querySelectorAll('*')].filter(({ localName }) => localName.startsWith('obs-'));
  return widgets
    .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
    .map(({ localName, scrollWidth, clientWidth }) => `${localName}, by ${scrollWidth - clientWidth} px`);
}
