import type { TextColumn } from './column.js';
import type { Notice } from './notice.js';

/** Department, province, district: two digits each. */
const LONGEST = 6;
/** How SINADEF writes RENIEC's code of a district of Peru: `92-33-14-01-42-000` is 140142. */
const SINADEF = /^92-33-(\d\d)-(\d\d)-(\d\d)-\d{3}$/;
/** The whole country, and what is in none of its districts: of no level, however long. */
const FILLER = /^(0+|99+)$/;

const isDigits = (word: string): boolean => /^\d+$/.test(word);

/** The column with these words in place of its own; equal ones become one. */
function withWords(column: TextColumn, given: readonly string[]): TextColumn {
  const words: string[] = [];
  const place = new Map<string, number>();
  const codeOf = given.map((word) => {
    const code = place.get(word) ?? words.push(word) - 1;
    place.set(word, code);
    return code;
  });
  const codes = column.codes.map((code) => codeOf[code] ?? -1);
  const { wordLabels } = column;
  const labels = wordLabels && words.map((_, place) => wordLabels[codeOf.indexOf(place)] ?? '');
  return Object.freeze({
    ...column,
    codes,
    words: Object.freeze(words),
    ...(labels && { wordLabels: labels }),
  });
}

/** A column of SINADEF's long codes with the six digits in them, which are RENIEC's; any other as it is. */
export function readSinadef(column: TextColumn): TextColumn {
  if (!column.words.some((word) => SINADEF.test(word))) return column;
  const words = column.words.map((word) => word.replace(SINADEF, '$1$2$3'));
  return Object.freeze({ ...withWords(column, words), codeSystem: 'reniec' });
}

/**
 * A UBIGEO column with the leading zero that a spreadsheet took: `10202` becomes `010202`. Only where the
 * column's own digits show one level, some of them one digit short; a code written both ways becomes one.
 * A column with nothing to mend stays as it is; where it is not certain what to mend, that is told.
 */
export function repairUbigeo(given: TextColumn): { column: TextColumn; notices: readonly Notice[] } {
  const column = readSinadef(given);
  // `10101.0` is what a program writes that took the codes for numbers.
  const words = column.words.map((word) => word.replace(/^(\d+)\.0$/, '$1'));
  const digits = words.filter((word) => isDigits(word) && !FILLER.test(word));
  const longest = digits.reduce((most, word) => Math.max(most, word.length), 0);
  const size = longest + (longest % 2);
  const oneLevel = digits.every((word) => word.length === size || word.length === size - 1);
  const isShort = (word: string): boolean => isDigits(word) && word.length === size - 1;
  const changed = words.filter((word, index) => isShort(word) || word !== column.words[index]);
  const name = column.name;
  if (size <= LONGEST && oneLevel) {
    if (changed.length === 0) return { column, notices: [] };
    const whole = words.map((word) => (isShort(word) || /^0+$/.test(word) ? word.padStart(size, '0') : word));
    const notices: Notice[] = [{ code: 'codes-padded', column: name, count: changed.length }];
    return { column: withWords(column, whole), notices };
  }
  const odd = digits.filter((word) => word.length % 2 === 1 && word.length < LONGEST);
  const [value] = odd;
  if (value === undefined) return { column, notices: [] };
  return { column, notices: [{ code: 'codes-not-repaired', column: name, value, count: odd.length }] };
}
