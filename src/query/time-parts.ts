import { DataError } from '../errors.js';
import { readAbsent } from '../table/absent.js';
import { at, type Column, type PeriodColumn } from '../table/column.js';
import { makePeriod, type Period, type PeriodLength } from '../table/period.js';
import type { Notice } from '../table/notice.js';
import { asTextColumn } from './as-text.js';
import { yearPart, type YearPart } from './year-part.js';

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
export function unreadMonths(column: Column): Notice[] {
  const text = asTextColumn(column);
  const { read } = yearPart(column.name);
  const isUnread = (code: number): boolean => {
    const word = text.words[code];
    return word !== undefined && read(word) === undefined && readAbsent(word) === undefined;
  };
  const first = text.codes.findIndex(isUnread);
  if (first < 0) return [];
  const value = text.words[at(text.codes, first)] ?? '';
  const count = text.codes.filter(isUnread).length;
  return [{ code: 'unreadable-period', column: column.name, value, count, line: first + 1 }];
}

/** Collects periods into a dictionary. */
class PeriodCodes {
  readonly periods: Period[] = [];
  readonly #place = new Map<string, number>();

  code(period: Period | undefined): number {
    if (!period) return -1;
    const known = this.#place.get(period.text);
    if (known !== undefined) return known;
    this.#place.set(period.text, this.periods.length);
    return this.periods.push(period) - 1;
  }
}

/** Months of a column of years and one of months, by number or by name; quarters and halves alike. */
export function joinYearAndMonth(years: PeriodColumn, monthColumn: Column): PeriodColumn {
  const part = yearPart(monthColumn.name);
  const numbers = partNumbers(monthColumn, part);
  const dictionary = new PeriodCodes();
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
  const dictionary = new PeriodCodes();
  const codeOf = column.periods.map((period) => dictionary.code(widen(period, length)));
  const codes = column.codes.map((code) => codeOf[code] ?? -1);
  return { ...column, codes, periods: dictionary.periods };
}
