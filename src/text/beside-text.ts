import { joined } from './joined.js';
import type { RemarkMessages } from './messages.js';
import type { BesideValue, Reported, Words } from './words.js';

type Writing = Pick<Words, 'number' | 'percent'> &
  Pick<RemarkMessages, 'reported' | 'unreported' | 'parts' | 'events'>;

/** `informaron 84 de 97 comisarías (86.6%)`, `suma 10 de 12 datos`. `units`: what they are called. */
export function tellReported(
  { reported, expected, areParts }: Reported,
  words: Writing,
  units: string,
  hasShare = true,
): string {
  if (areParts) return words.parts(words.number(reported), words.number(expected));
  if (Number.isNaN(reported + expected)) return words.unreported;
  const share = hasShare && expected > 0 ? words.percent((100 * reported) / expected) : '';
  return words.reported(words.number(reported), words.number(expected), share, units);
}

/** `12 casos`; `informaron 41 de 52 comisarías` */
export function besideText({ count = NaN, reported }: BesideValue, words: Writing, units: string): string {
  const cases = Number.isNaN(count) ? '' : words.events(words.number(count));
  return joined([cases, reported ? tellReported(reported, words, units, false) : ''], '; ');
}
