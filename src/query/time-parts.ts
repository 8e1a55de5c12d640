import { DataError } from '../errors.js';
import { readAbsent } from '../table/absent.js';
import { at, type Column, type PeriodColumn } from '../table/column.js';
import { readMonth } from '../table/month.js';
import { makePeriod, type Period, type PeriodLength } from '../table/period.js';
import type { Notice } from '../table/notice.js';
import { asTextColumn } from './as-text.js';

/** What a column beside one of years tells: which part of the year a row is of. */
export interface YearPart {
  readonly length: 'month' | 'quarter' | 'half';
  /** The number of the part; `undefined` where the text is none. */
  readonly read: (text: string) => number | undefined;
  /** How it may be written. */
  readonly expected: readonly string[];
}

/** What nearly all such columns tell. */
const MONTHS: YearPart = { length: 'month', read: readMonth, expected: ['1 … 12', 'enero', 'ene'] };

/** The number of the part of the year that each row names, 0 where it names none. */
function partNumbers(column: Column, { read, expected }: YearPart): Uint8Array {
  const text = asTextColumn(column);
  const parts = text.words.map((word) => read(word) ?? 0);
  if (text.words.length > 0 && parts.every((part) => part === 0)) {
    const value = `${column.name}: ${text.words[0] ?? ''}`;
    throw new DataError('not-a-period', { attribute: 'time', value, expected });
  }
  return Uint8Array.from(text.codes, (code) => parts[code] ?? 0);
}

/** The words of a column of months, or of other parts of a year, that name none. */
export function unreadParts(column: Column, { read }: YearPart = MONTHS): Notice[] {
  const { codes, words } = asTextColumn(column);
  const isUnread = (word?: string): boolean =>
    word !== undefined && read(word) === undefined && readAbsent(word) === undefined;
  const [first, ...others] = Array.from(codes.keys()).filter((row) => isUnread(words[at(codes, row)]));
  if (first === undefined) return [];
  const value = words[at(codes, first)] ?? '';
  return [
    { code: 'unreadable-period', column: column.name, value, count: 1 + others.length, line: first + 1 },
  ];
}

/** Collects periods into a dictionary. */
function periodCodes(): { periods: Period[]; code: (period: Period | undefined) => number } {
  const periods: Period[] = [];
  const places = new Map<string, number>();
  return {
    periods,
    code(period) {
      if (!period) return -1;
      const code = places.get(period.text) ?? periods.push(period) - 1;
      places.set(period.text, code);
      return code;
    },
  };
}

/** Months of a column of years and one of months, by number or by name; quarters and halves alike. */
export function joinParts(years: PeriodColumn, monthColumn: Column, part: YearPart = MONTHS): PeriodColumn {
  const numbers = partNumbers(monthColumn, part);
  const dictionary = periodCodes();
  const codes = years.codes.map((code, row) => {
    const year = years.periods[code];
    const number = at(numbers, row);
    return dictionary.code(year && number > 0 ? makePeriod(part.length, year.year, number) : undefined);
  });
  return { ...years, name: `${years.name} ${monthColumn.name}`, codes, periods: dictionary.periods };
}

const MONTHS_IN = { year: 12, half: 6, quarter: 3, month: 1 } as const;

/** The longer period that a period lies in; itself where it is already that long or longer. */
function widen(period: Period, length: PeriodLength): Period | undefined {
  if (length === 'day' || period.length === length) return period;
  const perPart = MONTHS_IN[length];
  const month = period.length === 'day' ? period.part : (period.part - 1) * MONTHS_IN[period.length] + 1;
  const widened = makePeriod(length, period.year, Math.ceil(month / perPart));
  return widened && widened.end >= period.end ? widened : period;
}

/** Days as months, months as years. */
export function widenPeriods(column: PeriodColumn, length: PeriodLength): PeriodColumn {
  const dictionary = periodCodes();
  const codeOf = column.periods.map((period) => dictionary.code(widen(period, length)));
  const codes = column.codes.map((code) => codeOf[code] ?? -1);
  return { ...column, codes, periods: dictionary.periods };
}
