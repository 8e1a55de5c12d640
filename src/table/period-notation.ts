import { readMonth } from './month.js';
import { readIsoPeriod } from './period-iso.js';
import { makeDay, makePeriod, type Period } from './period.js';

/** Which comes first in `05/12/2024`; the column as a whole tells, `day` where it does not. */
export type DateOrder = 'day' | 'month';

const ROMAN: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 };

/** Two digits are of this century: `set-24` is 2024. */
function readYear(text: string): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}

/** `T3`, `Q3`, `III trim`, `S1`, `I sem`: which part, and of which length. */
function readPart(text: string): { length: 'quarter' | 'half'; part: number } | undefined {
  const short = /^([tqsh])\s?([1-4])$/.exec(text);
  if (short) {
    const length = short[1] === 't' || short[1] === 'q' ? 'quarter' : 'half';
    return { length, part: Number(short[2]) };
  }
  const long = /^(i{1,3}|iv|[1-4])[°ºer.]*\s+(trim|sem)[a-z]*\.?$/.exec(text);
  if (!long) return undefined;
  const part = ROMAN[long[1] as string] ?? Number(long[1]);
  return { length: long[2] === 'trim' ? 'quarter' : 'half', part };
}

function readNumeric(text: string, order: DateOrder): Period | undefined {
  const known = readIsoPeriod(text.toUpperCase());
  if (known) return known;
  const iso = /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?$/.exec(text);
  if (iso) {
    const [, year, month, day] = iso;
    return day === undefined
      ? makePeriod('month', Number(year), Number(month))
      : makeDay(Number(year), Number(month), Number(day));
  }
  const monthFirst = /^(\d{1,2})[-/](\d{4})$/.exec(text);
  if (monthFirst) return makePeriod('month', Number(monthFirst[2]), Number(monthFirst[1]));
  // `202409` and `20240905`: a page asks for them as its time, a column of them alone is of numbers.
  const compact = /^((?:19|20)\d\d)(\d\d)(\d\d)?$/.exec(text);
  if (compact) return readIsoPeriod(compact.slice(1).filter(Boolean).join('-'));
  const date = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/.exec(text);
  if (!date) return undefined;
  const [first, second, year] = [Number(date[1]), Number(date[3]), readYear(date[4] as string)];
  return order === 'day' ? makeDay(year, second, first) : makeDay(year, first, second);
}

/** `enero-diciembre` is a year, `abril-junio` a quarter, `enero-junio` a half; other months are no period. */
function monthsOf(year: number, first = 0, last = 0): Period | undefined {
  const months = last - first + 1;
  const length = ({ 12: 'year', 6: 'half', 3: 'quarter', 1: 'month' } as const)[months];
  const part = last / months;
  return length && Number.isInteger(part) ? makePeriod(length, year, part) : undefined;
}

/** `setiembre 2024`, `set-24`, `III Trim 2024`, `2024-T3`, `5 de diciembre de 2024`, `enero-diciembre 2022`. */
function readWords(text: string): Period | undefined {
  const range = /^([a-z]+\.?)\s*[-–]\s*([a-z]+\.?)(?:\s+del?)?\s+(\d{4})$/.exec(text);
  if (range) return monthsOf(Number(range[3]), readMonth(range[1] as string), readMonth(range[2] as string));
  const day = /^(\d{1,2})(?:\s+de)?[\s-]([a-z]+\.?)(?:\s+del?)?[\s-](\d{4})$/.exec(text);
  const dayMonth = day && readMonth(day[2] as string);
  if (day && dayMonth) return makeDay(Number(day[3]), dayMonth, Number(day[1]));
  const yearLast = /^(.+?)(?:\s+del?\s+|[\s\-/']+)(\d{4}|\d{2})$/.exec(text);
  const yearFirst = /^(\d{4})[\s\-/]*(.+)$/.exec(text);
  for (const [name, year] of [
    [yearLast?.[1], yearLast?.[2]],
    [yearFirst?.[2], yearFirst?.[1]],
  ]) {
    if (name === undefined || year === undefined) continue;
    const part = readPart(name);
    if (part && year.length === 4) return makePeriod(part.length, Number(year), part.part);
    const month = /^[a-z]/.test(name) ? readMonth(name) : undefined;
    if (month) return makePeriod('month', readYear(year), month);
  }
  return undefined;
}

/**
 * Reads a period as Peruvian and English-language sources write it; a time of day is left out.
 * `undefined` for what is not surely a period (`45000`, `2024-02-30`, `2024-I`, which may be a half or a quarter).
 */
export function readPeriod(text: string, order: DateOrder = 'day'): Period | undefined {
  const cell = text.trim().toLowerCase();
  if (cell.length < 4 || cell.length > 40 || !/\d/.test(cell)) return undefined;
  const date = cell.replace(
    /[t\s]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?\s*([ap]\.?\s?m\.?)?\s*(z|[+-]\d\d:?\d\d)?$/,
    '',
  );
  return readNumeric(date, order) ?? readWords(date.normalize('NFD').replace(/\p{M}/gu, ''));
}

/** The order in which some of these dates can be read and others cannot; `undefined` where all can be read both ways. */
export function provenDateOrder(words: readonly string[]): DateOrder | undefined {
  const dates = words.map((word) => /^(\d{1,2})[-/.](\d{1,2})[-/.]\d{2}/.exec(word.trim()));
  const dayIsSecond = dates.some((date) => date && Number(date[2]) > 12);
  const dayIsFirst = dates.some((date) => date && Number(date[1]) > 12);
  if (dayIsSecond === dayIsFirst) return undefined;
  return dayIsSecond ? 'month' : 'day';
}

/** The order that fits every slashed date of a column; where both fit, that of the file's other columns, or `day`, as Peru writes. */
export function dateOrderOf(words: readonly string[], usual: DateOrder = 'day'): DateOrder {
  return provenDateOrder(words) ?? usual;
}
