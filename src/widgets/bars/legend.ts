import { isTooFew } from '../../table/too-few.js';
import { ABSENT } from '../../table/status.js';
import type { BarsMessages } from '../../text/messages.js';
import { statusLegend } from '../../text/status-symbols.js';
import type { Words } from '../../text/words.js';
import type { Cell } from './entries.js';

/** What the symbols behind values mean. Why there is no value stands in its place, in full. */
export function legendOf(cells: readonly Cell[], words: Words, { measures }: BarsMessages): string[] {
  const statuses = cells.reduce((set, { status }) => set | (status & ~ABSENT), 0);
  return [...statusLegend(words, statuses), ...(cells.some(isTooFew) ? [measures.tooFew] : [])];
}
