/** Registers a widget, unless the page has one of that name: a second copy of the library never throws. */
export function defineWidget(name: `obs-${string}`, widget: CustomElementConstructor): void {
  if (!customElements.get(name)) customElements.define(name, widget);
}
