import type { Address } from '../selection/address.js';
import { Selection } from '../selection/selection.js';

/** The address of this page. Where a page may not change its own, as in some frames, the choice is only not kept. */
const pageAddress: Address = {
  read: () => location.search,
  write(search) {
    const { pathname, hash } = location;
    try {
      history.replaceState(history.state, '', `${pathname}${search}${hash}`);
    } catch {
      // Browsers refuse too many changes at once, too.
    }
  },
  watch(changed) {
    window.addEventListener('popstate', changed);
    return () => window.removeEventListener('popstate', changed);
  },
};

/** One for a page, whoever loads it. */
export const pageSelection = new Selection(typeof location === 'undefined' ? undefined : pageAddress);
