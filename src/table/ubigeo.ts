import type { TextColumn } from './column.js';
import type { Notice } from './notice.js';

/** Department, province, district: two digits each. */
const LONGEST = 6;

/**
 * A UBIGEO column with the leading zero that a spreadsheet took: `10202` becomes `010202`. Only where the
 * column's own digits show one level, some of them one digit short; a code written both ways becomes one.
 * A column with nothing to mend stays as it is.
 */
export function repairUbigeo(column: TextColumn): { column: TextColumn; notices: readonly Notice[] } {
  const isDigits = (word: string): boolean => /^\d+$/.test(word);
  // `10101.0` is what a program writes that took the codes for numbers.
  const given = column.words.map((word) => word.replace(/^(\d+)\.0$/, '$1'));
  const digits = given.filter(isDigits);
  const longest = digits.reduce((most, word) => Math.max(most, word.length), 0);
  const size = longest + (longest % 2);
  const oneLevel = digits.every((word) => word.length === size || word.length === size - 1);
  const changed = given.filter(
    (word, index) => (word.length === size - 1 && isDigits(word)) || word !== column.words[index],
  );
  if (size > LONGEST || changed.length === 0 || !oneLevel) return { column, notices: [] };
  const words: string[] = [];
  const place = new Map<string, number>();
  const codeOf = given.map((word) => {
    const whole = isDigits(word) ? word.padStart(size, '0') : word;
    const code = place.get(whole) ?? words.push(whole) - 1;
    place.set(whole, code);
    return code;
  });
  const codes = column.codes.map((code) => codeOf[code] ?? -1);
  return {
    column: Object.freeze({ ...column, codes, words: Object.freeze(words) }),
    notices: [{ code: 'codes-padded', column: column.name, count: changed.length }],
  };
}
