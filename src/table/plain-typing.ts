import { readAbsent } from './absent.js';
import { isUbigeo, looksLikeCode, looksLikeYears } from './code-column.js';
import type { Column, PeriodColumn, TextColumn } from './column.js';
import { readIsoPeriod } from './period-iso.js';
import type { Period } from './period.js';
import { STATUS } from './status.js';

/** One decimal point at most, and not before three digits, where it could part thousands. */
const PLAIN_NUMBER = /^-?\d{1,15}(\.(\d{1,2}|\d{4,}))?$/;
const ISO_PERIOD = /^\d{4}-\d{2}(-\d{2})?$/;
/** No number or period is written longer. */
const LONGEST = 40;

/** A word that no notation of numbers or periods could have. */
function isSurelyText(word: string): boolean {
  return word.length > LONGEST || (!/\d/.test(word) && readAbsent(word) === undefined);
}

/** The column with its words as periods, each read once. */
export function asPeriodColumn(text: TextColumn, read: (word: string) => Period | undefined): PeriodColumn {
  const periods: Period[] = [];
  const place = new Map<string, number>();
  const codeOf = text.words.map((word) => {
    const period = read(word);
    if (!period) return -1;
    const code = place.get(period.text) ?? periods.push(period) - 1;
    place.set(period.text, code);
    return code;
  });
  const { name, label, role } = text;
  return Object.freeze({
    name,
    ...(label && { label }),
    ...(role && { role }),
    kind: 'period',
    codes: text.codes.map((code) => codeOf[code] ?? -1),
    periods,
  });
}

function asPlainNumbers(text: TextColumn): Column {
  const numbers = text.words.map(Number);
  let decimals = 0;
  for (const word of text.words) decimals = Math.max(decimals, word.split('.')[1]?.length ?? 0);
  const values = Float64Array.from(text.codes, (code) => numbers[code] ?? NaN);
  const statuses = Uint16Array.from(values, (value) => (Number.isNaN(value) ? STATUS.missing : 0));
  const { name } = text;
  return Object.freeze({ kind: 'number', name, values, statuses, decimals });
}

/**
 * The type of a column that is written plainly: numbers with a point, years, ISO periods, words without digits.
 * Most files have no other. `undefined` where it takes the knowledge of notations to tell, which is loaded then.
 */
export function typePlainly(text: TextColumn): Column | undefined {
  const { name, words } = text;
  if (isUbigeo(name)) return undefined;
  if (words.length === 0 || looksLikeCode(name, words)) return text;
  if (looksLikeYears(name, words)) return asPeriodColumn(text, readIsoPeriod);
  if (words.every((word) => PLAIN_NUMBER.test(word))) return asPlainNumbers(text);
  if (words.every((word) => ISO_PERIOD.test(word) && readIsoPeriod(word))) {
    return asPeriodColumn(text, readIsoPeriod);
  }
  return words.some(isSurelyText) ? text : undefined;
}
