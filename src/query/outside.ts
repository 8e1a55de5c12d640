import { nameWords } from '../table/code-column.js';
import { parseWhere } from './parse-where.js';
import type { Condition } from './query.js';

/** A code of digits, in which those of a place begin with that of the place it is part of. */
const CODE = /^\d+$/;
/** All places together, of no level. */
const WHOLE = /^0+$/;

/** The codes that a condition wants of each column; of alternatives and what is denied nothing is known. */
function codesIn(condition: Condition, found = new Map<string, string[]>()): Map<string, string[]> {
  if (condition.kind === 'and') {
    codesIn(condition.left, found);
    return codesIn(condition.right, found);
  }
  const values =
    condition.kind === 'in'
      ? condition.values
      : condition.kind === 'compare' && condition.op === '='
        ? [condition.value]
        : [];
  const codes = values.map(({ text }) => text.trim()).filter((text) => CODE.test(text));
  if ('column' in condition && codes.length > 0) found.set(nameWords(condition.column), codes);
  return found;
}

/**
 * Whether the codes of two conditions say that the rows of one are no part of those of the other: both ask the same
 * column for codes, and none of the first begins as one of the second. `*` is all rows. Names tell nothing.
 */
export function isOutside(part: string, whole: string): boolean {
  if ([part, whole].some((each) => each.trim() === '' || each.trim() === '*')) return false;
  const wholes = codesIn(parseWhere(whole));
  return [...codesIn(parseWhere(part))].some(([column, codes]) => {
    const among = wholes.get(column);
    return among && !codes.some((code) => among.some((each) => WHOLE.test(each) || code.startsWith(each)));
  });
}
