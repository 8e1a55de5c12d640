/** What many pages give any element. */
const USUAL = /^(class|id|style|slot|aria-|data-(?!obs-))/;

/** The attributes that an element may have and heeds. */
export const observedBy = (element: Element): readonly string[] =>
  (element.constructor as { observedAttributes?: readonly string[] }).observedAttributes ?? [];

/** Whether an element may have attributes that neither it nor HTML has: whether it does, `unknownAttributes` knows. */
export function mayHaveUnknown(element: Element): boolean {
  const known = observedBy(element);
  return element.getAttributeNames().some((name) => !known.includes(name) && !USUAL.test(name));
}
