import type { NumberColumn } from '../table/column.js';
import { STATUS, type StatusSet } from '../table/status.js';
import { joined } from './joined.js';
import type { Words } from './words.js';

/** More decimals than this were computed, not measured: two are shown. */
const MOST_DECIMALS = 4;
const DECIMALS_OF_COMPUTED = 2;

/** How many decimals a reader sees: as many as the source wrote, unless the page says. */
export function shownDecimals(column: NumberColumn, given?: number): number {
  if (given !== undefined) return given;
  return column.decimals > MOST_DECIMALS ? DECIMALS_OF_COMPUTED : column.decimals;
}

/** A value as a reader sees it, without marks; where there is none, why: `s/d`, `oculto`, `n. a.`. */
export function valueText(words: Words, value: number, status: StatusSet, decimals: number): string {
  if (!Number.isNaN(value)) return words.number(value, decimals);
  if (status & STATUS.suppressed) return words.absent.suppressed;
  return status & STATUS.notApplicable ? words.absent.notApplicable : words.absent.missing;
}

/** A number with its unit: `27.7%`, `6.3 por 100 mil habitantes`. */
export function withUnit(number: string, unit: string): string {
  return unit.startsWith('%') ? number + unit : joined([number, unit], ' ');
}
