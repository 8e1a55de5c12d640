import { ABSENT, STATUS, statusNames, type StatusName, type StatusSet } from '../table/status.js';
import { valueText } from './value.js';
import type { Words } from './words.js';

/** The letter that stands beside a value, as Eurostat prints it; the legend gives the word. */
export const STATUS_SYMBOL: Readonly<Record<StatusName, string>> = {
  missing: ':',
  suppressed: 'c',
  notApplicable: 'z',
  provisional: 'p',
  estimated: 'e',
  revised: 'r',
  break: 'b',
  unreliable: 'u',
  forecast: 'f',
  incomplete: 'i',
};

/** The symbols of a set, `''` for a normal observation: `'bp'`. */
export function statusSymbols(set: StatusSet): string {
  return statusNames(set)
    .map((name) => STATUS_SYMBOL[name])
    .join('');
}

/** The symbols that stand behind a value: absence is already told in its place. */
export function valueMarks(status: StatusSet): string {
  return statusSymbols(status & ~ABSENT);
}

/** What the symbols of these statuses mean: `p: provisional`. */
export function statusLegend(words: Words, status: StatusSet): string[] {
  return statusNames(status & ~ABSENT)
    .map((name) => `${statusSymbols(STATUS[name])}: ${words.status[name]}`)
    .concat(
      statusNames(status & ABSENT).map(
        (name) => `${valueText(words, NaN, STATUS[name], 0)}: ${words.status[name]}`,
      ),
    );
}
