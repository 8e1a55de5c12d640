type WidgetName = Extract<keyof HTMLElementTagNameMap, `obs-${string}`>;

/** Those that show figures. */
type FigureName = Exclude<WidgetName, 'obs-filter' | 'obs-profile'>;

/** The story's widget of that name, once it shows its figures. */
export async function shownWidget<N extends FigureName>(
  canvas: HTMLElement,
  name: N,
): Promise<HTMLElementTagNameMap[N]> {
  const widget = canvas.querySelector(name);
  if (!widget) throw new Error(`The story has no ${name}.`);
  if (!widget.shown) {
    await new Promise((resolve) => widget.addEventListener('obs-load', resolve, { once: true }));
  }
  await widget.updateComplete;
  return widget;
}

/** An element inside the widget. */
function inside<E extends Element>(widget: Element, selector: string): E {
  const found = widget.shadowRoot?.querySelector<E>(selector);
  if (!found) throw new Error(`${widget.localName} has no ${selector}.`);
  return found;
}

/** Presses the button with that text, and waits for what it shows. */
export async function press(widget: HTMLElementTagNameMap[WidgetName], text: string): Promise<void> {
  const buttons = [...(widget.shadowRoot?.querySelectorAll('button') ?? [])];
  const button = buttons.find((each) => each.textContent.trim().startsWith(text));
  if (!button) throw new Error(`${widget.localName} has no button "${text}".`);
  button.click();
  await widget.updateComplete;
}

/** Writes in the widget's field, as a reader would. */
export async function type(widget: HTMLElementTagNameMap[WidgetName], text: string): Promise<void> {
  const field = inside<HTMLInputElement>(widget, 'input');
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await widget.updateComplete;
}

/** Waits until the widget holds an element that it loads or makes first. */
export async function appears(widget: Element, selector: string): Promise<void> {
  const root = widget.shadowRoot;
  if (!root || root.querySelector(selector)) return;
  await new Promise<void>((resolve) => {
    const observer = new MutationObserver(() => {
      if (!root.querySelector(selector)) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(root, { childList: true, subtree: true, attributes: true });
  });
}
