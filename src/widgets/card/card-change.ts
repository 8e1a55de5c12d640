import type { Change } from '../../query/change.js';
import type { NumberColumn } from '../../table/column.js';
import type { Words } from '../../text/words.js';

/** A change in words, and which way it goes. */
export interface Moved {
  readonly change: string;
  readonly direction: 'up' | 'down' | 'none';
}

/** Two equal numbers may differ by less, computed in two ways. */
const NOISE = 1e-9;

const PERCENT = /^(%|p[oe]r ?ci?ent)/i;

/** Whether the values count events, so that a percentage of them means something. */
export function isCount(measure: NumberColumn, unit: string, per: string): boolean {
  return measure.decimals === 0 && per === '' && !/[%/]|\bp(unto|oint|[oe]r( |ci?ent))/i.test(unit);
}

/**
 * A change in words, as far as the shown decimals tell; what is projected is told as such. `base`: what readers call
 * the period compared with.
 */
export function tellChange(
  change: Change | undefined,
  decimals: number,
  unit: string,
  words: Words,
  base: string | undefined = change && words.period(change.base),
): Moved {
  if (!change || base === undefined) return { change: '', direction: 'none' };
  if (change.kind !== 'difference') return { change: words[change.kind]?.(base) ?? '', direction: 'none' };
  if (Math.abs(change.difference) < NOISE) return { change: words.same(base), direction: 'none' };
  // Our own rounding makes nothing the same.
  let size: string;
  let shown = decimals;
  do size = words.number(Math.abs(change.difference), shown++);
  while (!/[1-9]/.test(size));
  const difference = PERCENT.test(unit) ? words.percentagePoints(size) : size;
  const percent = change.percent === undefined ? undefined : words.percent(Math.abs(change.percent));
  const said = { difference, percent, base };
  const [told, direction] =
    change.difference > 0 ? ([words.rose(said), 'up'] as const) : ([words.fell(said), 'down'] as const);
  return {
    change: change.isProjected ? (words.ofPart?.(words.status.forecast, told) ?? '') : told,
    direction,
  };
}
