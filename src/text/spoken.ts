import { statusNames, type StatusSet } from '../table/status.js';
import type { Words } from './words.js';

/** The statuses in words: `provisional, pocos casos: interpretar con cuidado`. */
export function statusText(words: Words, status: StatusSet): string {
  return statusNames(status)
    .map((name) => words.status[name])
    .join(', ');
}

/** A value for the ear: `6.3, provisional`; `sin dato`. */
export function spokenValue(words: Words, value: number, status: StatusSet, decimals: number): string {
  const said = statusText(words, status);
  if (Number.isNaN(value)) return said === '' ? words.status.missing : said;
  const number = words.number(value, decimals);
  return said === '' ? number : `${number}, ${said}`;
}
