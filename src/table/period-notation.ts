import { readMonth } from './month.js';
import { readIsoPeriod } from './period-iso.js';
import { makeDay, makePeriod, type Period } from './period.js';

/** Which comes first in `05/12/2024`; the column as a whole tells, `day` where it does not. */
export type DateOrder = 'day' | 'month';

/** What only a whole column tells of how its periods are written. */
export interface PeriodStyle {
  /** What the part in `2024-I` and `2024-1` is; without it the first is no period, the second a month. */
  readonly part?: 'half' | 'quarter';
  /** `2010/11` is a fiscal or academic year, not November 2010. */
  readonly isSplit?: boolean;
}

const ROMAN: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 };
const ORDINALS = [
  ['primer', 'primero', 'first'],
  ['segundo', 'second'],
  ['tercer', 'tercero', 'third'],
  ['cuarto', 'fourth'],
];

/** Two digits are of 1950 to 2049, as spreadsheets have it: `set-24` is 2024, `dic-98` is 1998. */
function readYear(text: string): number {
  const year = Number(text);
  if (text.length !== 2) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}

function readOrdinal(text: string): number {
  const place = ORDINALS.findIndex((words) => words.includes(text));
  return place < 0 ? (ROMAN[text] ?? Number(text)) : place + 1;
}

/** `T3`, `3T`, `Q3`, `III trim`, `S1`, `I sem`, `1er semestre`: which part, and of which length. */
function readPart(text: string): { length: 'quarter' | 'half'; part: number } | undefined {
  const short = /^(?:([tqsh])\s?([1-4])|([1-4])\s?([tqsh]))$/.exec(text);
  if (short) {
    const length = /[tq]/.test(text) ? 'quarter' : 'half';
    return { length, part: Number(short[2] ?? short[3]) };
  }
  const long =
    /^([a-z]+|[1-4])(?:[°ºª.]|er|ro|do|to|st|nd|rd|th)*\s+(trim|sem|quarter|half)(?:estre|ester)?\.?$/.exec(
      text,
    );
  if (!long) return undefined;
  const part = readOrdinal(long[1] as string);
  if (Number.isNaN(part)) return undefined;
  return { length: long[2] === 'trim' || long[2] === 'quarter' ? 'quarter' : 'half', part };
}

/** The year in which `2024/25`, `2024-25` or `2024/2025` begins, where the second is the one after it. */
export function readSplitYear(text: string): number | undefined {
  const parts = /^(\d{4})\s?[-/–]\s?(\d{4}|\d{2})$/.exec(text.trim());
  if (!parts) return undefined;
  const [year, next] = [Number(parts[1]), parts[2] as string];
  return (next.length === 2 ? (year + 1) % 100 : year + 1) === Number(next) ? year : undefined;
}

/** `2024-I`, `2024-1`, `I-2024`: which year, and which part of it. */
export function readNumberedPart(text: string): { year: number; part: number } | undefined {
  const last = /^(\d{4})\s?[-/ ]\s?0?(i{1,3}|iv|[1-4])$/.exec(text);
  const first = /^(i{1,3}|iv)\s?[-/ ]\s?(\d{4})$/.exec(text);
  const [year, part] = last ? [last[1], last[2]] : [first?.[2], first?.[1]];
  return part === undefined ? undefined : { year: Number(year), part: readOrdinal(part) };
}

function readNumeric(text: string, order: DateOrder): Period | undefined {
  const known = readIsoPeriod(text.toUpperCase());
  if (known) return known;
  // `2024M05` and `2024-M05`, as banks and Eurostat write.
  const iso = /^(\d{4})(?:[-/.]m?|m)(\d{1,2})(?:[-/.](\d{1,2}))?$/.exec(text);
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
  const yearLast =
    /^(.+?)(?:\s+del?\s+|[\s\-/']+)(\d{4}|\d{2})$/.exec(text) ??
    /^([a-z]{3,}\.?|[1-4][tqs]|[tqs][1-4])(\d{4}|\d{2})$/.exec(text);
  const yearFirst = /^(\d{4})[\s\-/]*(.+)$/.exec(text);
  for (const [name, year] of [
    [yearLast?.[1], yearLast?.[2]],
    [yearFirst?.[2], yearFirst?.[1]],
  ]) {
    if (name === undefined || year === undefined) continue;
    const part = readPart(name);
    if (part) return makePeriod(part.length, readYear(year), part.part);
    const month = /^[a-z]/.test(name) ? readMonth(name) : undefined;
    if (month) return makePeriod('month', readYear(year), month);
  }
  return undefined;
}

/** What the column's style makes of a text that could be something else. */
function readStyled(text: string, { part, isSplit }: PeriodStyle): Period | undefined {
  const year = isSplit ? readSplitYear(text) : undefined;
  if (year !== undefined) return makePeriod('year', year, 1, true);
  const numbered = part && readNumberedPart(text);
  return numbered && makePeriod(part, numbered.year, numbered.part);
}

/**
 * Reads a period as Peruvian and English-language sources write it; a time of day is left out.
 * `undefined` for what is not surely a period (`45000`, `2024-02-30`, `2024-I`, which may be a half or a quarter
 * where the column does not tell).
 */
export function readPeriod(
  text: string,
  order: DateOrder = 'day',
  style: PeriodStyle = {},
): Period | undefined {
  const cell = text.trim().toLowerCase();
  if (cell.length < 4 || cell.length > 40 || !/\d/.test(cell)) return undefined;
  const date = cell.replace(
    /[t\s]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?\s*([ap]\.?\s?m\.?)?\s*(z|[+-]\d\d:?\d\d)?$/,
    '',
  );
  const plain = date.normalize('NFD').replace(/\p{M}/gu, '');
  return readStyled(date, style) ?? readNumeric(date, order) ?? readWords(plain);
}
