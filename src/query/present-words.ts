import { readAbsent } from '../table/absent.js';
import type { TextColumn } from '../table/column.js';

/** What stands for no value among words of any kind. `NE` or `C` may be a word: there only numbers beside it tell. */
const NO_WORD =
  /^(--?|–|—|\.{2,3}|…|\*{2,3}|s\/[di]|s\.[di]\.?|n\/[da]|n\.[da]\.?|null|nan|#n\/[ad]|sin (dato|registro)s?)$/i;
const NUMBER_LIKE = /^(s\/\.?|\$)?\s?[+\-−]?\d[\d.,\s'’]*%?$/i;

/** Which words of a column only say that there is no value. */
export function absentWords(words: readonly string[]): boolean[] {
  const said = words.filter((word) => readAbsent(word) === undefined);
  const numbers = said.filter((word) => NUMBER_LIKE.test(word.trim()));
  const isOfNumbers = numbers.length * 2 > said.length;
  return words.map((word) => NO_WORD.test(word.trim()) || (isOfNumbers && readAbsent(word) !== undefined));
}

/** The codes of a column's rows, -1 also where the word says that there is no value. */
export function presentCodes({ codes, words }: TextColumn): Int32Array {
  const isAbsent = absentWords(words);
  return isAbsent.includes(true) ? codes.map((code) => (isAbsent[code] ? -1 : code)) : codes;
}
