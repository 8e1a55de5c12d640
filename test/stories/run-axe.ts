import type axe from 'axe-core';
import type { Fault } from './report.js';

/**
 * Runs axe on the whole page, shadow roots included. What axe leaves to a person to decide counts as a fault too,
 * but for what is explained here. Runs within the page and stands alone, since only its own text is sent there.
 */
export async function runAxe(rules: string[]): Promise<Fault[]> {
  const isContrast = (rule: string): boolean => rule.startsWith('color-contrast');
  const parentOf = (element: Element): Element | undefined => {
    const root = element.getRootNode();
    return (
      element.assignedSlot ?? element.parentElement ?? (root instanceof ShadowRoot ? root.host : undefined)
    );
  };
  /** A reader scrolls it into view; the cells in view are checked. */
  const isScrolledAway = (element: Element): boolean => {
    const own = element.getBoundingClientRect();
    for (let box = parentOf(element); box; box = parentOf(box)) {
      const { left, right, top, bottom } = box.getBoundingClientRect();
      const { overflowX, overflowY } = getComputedStyle(box);
      const hides = (overflow: string): boolean => overflow === 'auto' || overflow === 'scroll';
      if (hides(overflowX) && (own.right > right || own.left < left)) return true;
      if (hides(overflowY) && (own.bottom > bottom || own.top < top)) return true;
    }
    return false;
  };
  /** Nothing stands over it: what reaches there is a shape of a map that is cut off where its drawing ends. */
  const isOnTop = (element: Element): boolean => {
    element.scrollIntoView({ block: 'center' });
    const { left, top, width, height } = element.getBoundingClientRect();
    const root = element.getRootNode() as ShadowRoot | Document;
    const hit = root.elementFromPoint(left + width / 2, top + height / 2);
    return hit !== null && (hit === element || element.contains(hit) || hit.contains(element));
  };
  const isExplained = (rule: string, { element, any }: axe.NodeResult): boolean => {
    // It says only that something is hidden; the stories that show it check it.
    if (rule === 'hidden-content') return true;
    // Asks whether screen readers say it: those for Windows, macOS and Android do, and without it a graph is an "application".
    if (rule === 'aria-roledescription') return element?.getAttribute('role') === 'application';
    if (!isContrast(rule) || !element) return false;
    const why = (any[0]?.data as { messageKey?: string } | undefined)?.messageKey;
    // An arrow beside the words that say the same; the contrast of its colour is tested with the tokens.
    if (why === 'nonBmp') return element.closest('[aria-hidden=true]') !== null;
    // On squares of a map and in the drawing of a target: its contrast is tested with the colours of classes and tokens.
    if (element.closest('.tiles text, [part~=picture] svg text')) return true;
    if (why !== 'bgOverlap' && why !== 'elmPartiallyObscured') return false;
    const hasMap = (element.getRootNode() as ShadowRoot).querySelector('.drawing') !== null;
    return isScrolledAway(element) || (hasMap && isOnTop(element));
  };
  const run = (Reflect.get(window, 'axe') as typeof axe).run;
  const { violations, incomplete } = await run(document, {
    runOnly: { type: 'rule', values: rules },
    resultTypes: ['violations', 'incomplete'],
    elementRef: true,
  });
  const told = (rule: string, { target }: axe.NodeResult): Fault => ({
    rule,
    target: target.flat().join(' '),
  });
  return [
    ...violations.flatMap(({ id, nodes }) => nodes.map((node) => told(id, node))),
    ...incomplete.flatMap(({ id, nodes }) =>
      nodes.filter((node) => !isExplained(id, node)).map((node) => told(`${id}, undecided`, node)),
    ),
  ];
}
