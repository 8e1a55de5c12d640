/** As in package.json; a test holds them together. */
const VERSION = '0.1.0';
let isSaid = false;

/**
 * Registers a widget, unless the page has one of that name: a second copy of the library never throws. The first
 * one stays, and the page's owner is told once which versions there are.
 */
export function defineWidget(name: `obs-${string}`, widget: CustomElementConstructor): void {
  const first = customElements.get(name) as { version?: string } | undefined;
  if (!first) customElements.define(name, Object.assign(widget, { version: VERSION }));
  else if (!isSaid) {
    isSaid = true;
    console.info(`observatorio-widgets: se usa ${first.version ?? '?'}, no ${VERSION}`);
  }
}
