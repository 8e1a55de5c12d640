import { observedBy } from './may-be-unknown.js';

/** Attributes of HTML itself or of the page, beside those that are properties of every element as well. */
const GLOBAL = /^(class|role|tabindex|exportparts|data-(?!obs-).*|aria-.*)$/;

/** Attributes that neither the widget nor HTML has. */
export function unknownAttributes(element: Element): string[] {
  const known = observedBy(element);
  return element
    .getAttributeNames()
    .filter((name) => !known.includes(name) && !(name in HTMLElement.prototype) && !GLOBAL.test(name));
}
