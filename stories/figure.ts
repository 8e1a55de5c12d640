import type { DirectiveResult } from 'lit/directive.js';
import { ref } from 'lit/directives/ref.js';
import type { Engine } from '../src/engine/engine.js';
import type { MapEngine } from '../src/engine/shapes.js';

/** What a story gives its widget: the engines, and the text of each attribute. */
export type FigureArgs = Record<string, string | Engine | MapEngine>;

/**
 * Writes each text as an attribute, as a page would, and gives the widget its engines as properties. The element
 * stays the same when the toolbar or a control changes something, and so does its state.
 */
export function figure(
  args: FigureArgs,
  { globals }: { readonly globals: Readonly<Record<string, unknown>> },
): DirectiveResult {
  const language = globals['language'] === 'en' ? 'en' : undefined;
  return ref((element) => {
    if (!element) return;
    for (const [name, value] of Object.entries<FigureArgs[string] | undefined>({ lang: language, ...args })) {
      if (typeof value === 'string') element.setAttribute(name, value);
      else if (!name.endsWith('ngine')) element.removeAttribute(name);
      else if (Reflect.get(element, name) !== value) Object.assign(element, { [name]: value });
    }
  });
}
