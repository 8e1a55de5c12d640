import type { NumberColumn } from '../table/column.js';
import { STATUS, type StatusSet } from '../table/status.js';
import { joined } from './joined.js';
import type { Words } from './words.js';

/** More decimals than this were computed, not measured: two are shown, or two digits of the smallest value. */
const MOST_DECIMALS = 4;
/** What is smaller than so many decimals show is noise of the computation. */
const DECIMALS_OF_NOISE = 12;

/** How many decimals a reader sees: as many as the source wrote, unless the page says. */
export function shownDecimals({ decimals, values }: NumberColumn, given?: number): number {
  if (given !== undefined || decimals <= MOST_DECIMALS) return given ?? decimals;
  const least = values.reduce((least, value) => (value ? Math.min(least, Math.abs(value)) : least), 0.1);
  return Math.min(DECIMALS_OF_NOISE, 1 - Math.floor(Math.log10(least)));
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
