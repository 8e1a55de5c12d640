import { DataError } from '../../errors.js';
import { pageSelection } from '../../controllers/page-selection.js';
import type { Standing } from '../../selection/selection.js';
import type { FigureAttributes } from './figure-attributes.js';

const FILTERS = 'obs-filter, [data-obs="filter"], [data-obs="obs-filter"]';

/** Milliseconds after which the code of a filter is taken for one that does not come. */
const PATIENCE = 8000;

/** Filters that do not work yet, with when they were first missed. */
const missed = new WeakMap<Element, number>();

/** Widgets that will look again. */
const looking = new WeakSet<FigureAttributes>();

const nameOf = (filter: Element): string =>
  (filter.getAttribute('name') ?? filter.getAttribute('data-obs-name') ?? '').trim();

function lookAgain(widget: FigureAttributes): void {
  if (looking.has(widget)) return;
  looking.add(widget);
  const look = (): void => {
    looking.delete(widget);
    widget.requestUpdate();
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', look, { once: true });
  else setTimeout(look, PATIENCE);
}

/**
 * Where a name stands that no working filter has: waited for while the page is being read and while the filter's own
 * code is on its way; all, where that does not come. Fails with a DataError where the page has no such filter.
 */
export function awaited(widget: FigureAttributes, name: string): Standing {
  const roots = new Set([document, widget.getRootNode() as Document | ShadowRoot]);
  const filters = [...roots].flatMap((root) => [...root.querySelectorAll(FILTERS)]);
  const filter = filters.find((each) => nameOf(each) === name);
  if (!filter && document.readyState !== 'loading') {
    const expected = [...new Set([...pageSelection.names, ...filters.map(nameOf)])];
    throw new DataError('bad-attribute', { attribute: 'filter-by', value: name, expected });
  }
  const now = performance.now();
  const since = filter && (missed.get(filter) ?? now);
  if (filter && since !== undefined) missed.set(filter, since);
  if (since !== undefined && now - since >= PATIENCE) return { isWaiting: false, choice: undefined };
  lookAgain(widget);
  return { isWaiting: true };
}
