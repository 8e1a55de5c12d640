import { nameWords } from './code-column.js';
import { readNumberedPart, readSplitYear, type DateOrder, type PeriodStyle } from './period-notation.js';

/** First and second number of the dates among these words that have a day, a month and a year, in either order. */
function slashed(words: readonly string[]): [number, number][] {
  return words.flatMap((word): [number, number][] => {
    const date = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/.exec(word.trim());
    return date ? [[Number(date[1]), Number(date[3])]] : [];
  });
}

/** The order in which some of these dates can be read and others cannot; `undefined` where all can be read both ways. */
export function provenDateOrder(words: readonly string[]): DateOrder | undefined {
  const dates = slashed(words);
  const dayIsSecond = dates.some(([, second]) => second > 12);
  const dayIsFirst = dates.some(([first]) => first > 12);
  if (dayIsSecond === dayIsFirst) return undefined;
  return dayIsSecond ? 'month' : 'day';
}

/**
 * The order of dates that can all be read both ways: that of the file's other columns; else months where the second
 * number is always 1 and the first changes, as the first days of months are; else `day`, as Peru writes.
 */
function likelyDateOrder(words: readonly string[], usual?: DateOrder): DateOrder {
  if (usual) return usual;
  const dates = slashed(words);
  const firsts = new Set(dates.map(([first]) => first));
  return firsts.size > 1 && dates.every(([, second]) => second === 1) ? 'month' : 'day';
}

/** The order that fits every slashed date of a column, or is likely. */
export function dateOrderOf(words: readonly string[], usual?: DateOrder): DateOrder {
  return provenDateOrder(words) ?? likelyDateOrder(words, usual);
}

/** Whether the order of the column's dates is only likely, and would make other dates of some. */
export function isOrderAssumed(words: readonly string[], usual?: DateOrder): boolean {
  if (usual || provenDateOrder(words)) return false;
  return slashed(words).some(([first, second]) => first !== second && first <= 12 && second <= 12);
}

/**
 * Whether `2024-I` and `2024-1` are halves or quarters: by the column's name; for Roman numbers also by what it has:
 * a third or fourth, or a year that ended with its second.
 */
function partOf(words: readonly string[], name: string): PeriodStyle['part'] {
  if (/(^|[^a-z])(sem$|semes|half)/.test(name)) return 'half';
  if (/(^|[^a-z])(trim|quarter)/.test(name)) return 'quarter';
  const parts = words
    .filter((word) => /i/i.test(word))
    .flatMap((word) => readNumberedPart(word.trim().toLowerCase()) ?? []);
  if (parts.some(({ part }) => part > 2)) return 'quarter';
  const lastYear = Math.max(...parts.map(({ year }) => year));
  return parts.some(({ year, part }) => part === 2 && year < lastYear) ? 'half' : undefined;
}

const SPLIT_NAME = /acad|escolar|fiscal|campan|temporada|curso|school|season/;

/** Whether the column is of fiscal or academic years: all of them are two years that follow, and it is no list of months. */
function isSplit(words: readonly string[], name: string): boolean {
  const pairs = words.filter((word) => /^\d{4}\s?[-/–]\s?\d{2,4}$/.test(word.trim()));
  if (pairs.length === 0 || !pairs.every((word) => readSplitYear(word) !== undefined)) return false;
  const isSaid = SPLIT_NAME.test(name) || pairs.length > 1;
  // `2024-05` is also how ISO 8601 writes a month; `2010/11` is written by nobody who has read it.
  return isSaid || !/^\d{4}-\d\d$/.test(pairs[0] ?? '');
}

/** What the column tells of how its periods are written. */
export function periodStyleOf(words: readonly string[], name: string): PeriodStyle {
  const plain = nameWords(name);
  const part = partOf(words, plain);
  return { isSplit: isSplit(words, plain), ...(part && { part }) };
}
