import type { NumberColumn } from '../table/column.js';
import { STATUS, type StatusSet } from '../table/status.js';
import { joined } from './joined.js';
import type { Words } from './words.js';

/** More decimals than this were computed, not measured: two are shown. */
const MOST_DECIMALS = 4;
const DECIMALS_OF_COMPUTED = 2;
/** What is smaller than these decimals show is noise of the computation. */
const DECIMALS_OF_NOISE = 12;

/** With how many decimals a small value that is not zero has two digits of its own. */
function decimalsOf(value: number): number {
  return Math.min(DECIMALS_OF_NOISE, 1 - Math.floor(Math.log10(value)));
}

/** How many decimals a reader sees: as many as the source wrote, unless the page says; more where one would be zero. */
export function shownDecimals({ decimals, values }: NumberColumn, given?: number): number {
  if (given !== undefined) return given;
  const isComputed = decimals > MOST_DECIMALS;
  const usual = isComputed ? DECIMALS_OF_COMPUTED : decimals;
  const least = values.reduce((least, value) => (value ? Math.min(least, Math.abs(value)) : least), 1);
  return least < 10 ** (isComputed ? 1 - usual : -usual) ? decimalsOf(least) : usual;
}

/** A difference with these decimals, or with more where all they show is zero. */
export function differenceText(words: Words, size: number, decimals: number): string {
  const text = words.number(size, decimals);
  return /[1-9]/.test(text) ? text : words.number(size, decimalsOf(size) - 1);
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
