/** How long a period is. */
export type PeriodLength = 'year' | 'half' | 'quarter' | 'month' | 'day';

/**
 * A calendar period without a time zone: a year is the same year everywhere.
 * `start` and `end` are days since 1970-01-01, `end` not included.
 */
export interface Period {
  /**
   * ISO-like and sortable within one length: `2024`, `2024-S1`, `2024-Q3`, `2024-09`, `2024-09-05`. A fiscal or
   * academic year is `2024/25`; when in 2024 it starts, nobody says: it is put where 2024 is.
   */
  readonly text: string;
  readonly length: PeriodLength;
  readonly year: number;
  /** Which half, quarter or month of the year (1 for a year); the month, for a day. */
  readonly part: number;
  readonly start: number;
  readonly end: number;
  /** Until when there are data, where it is not whole. */
  readonly through?: Period;
}

const MS_PER_DAY = 86_400_000;
const MONTHS: Readonly<Record<PeriodLength, number>> = { year: 12, half: 6, quarter: 3, month: 1, day: 1 };

/** The first moment of a proleptic Gregorian date, UTC; months past 12 run into the next year. */
function dateOf(year: number, month: number, day: number): Date {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date;
}

const dayNumber = (date: Date): number => date.getTime() / MS_PER_DAY;
const padded = (value: number): string => String(value).padStart(2, '0');
const exists = (year: number, part: number, months: number): boolean =>
  Number.isInteger(year) &&
  Number.isInteger(part) &&
  year > 0 &&
  year <= 9999 &&
  part > 0 &&
  part <= 12 / months;

/** The `part`-th period of that length in the year; `undefined` where the year has no such part. `isSplit`: `2024/25`. */
export function makePeriod(
  length: Exclude<PeriodLength, 'day'>,
  year: number,
  part = 1,
  isSplit = false,
): Period | undefined {
  const months = MONTHS[length];
  if (!exists(year, part, months)) return undefined;
  const first = (part - 1) * months + 1;
  const split = isSplit ? `/${padded((year + 1) % 100)}` : '';
  const suffix = { year: split, half: `-S${part}`, quarter: `-Q${part}`, month: `-${padded(part)}` }[length];
  return Object.freeze({
    text: String(year).padStart(4, '0') + suffix,
    length,
    year,
    part,
    start: dayNumber(dateOf(year, first, 1)),
    end: dayNumber(dateOf(year, first + months, 1)),
  });
}

/** A day; `undefined` for a date that no calendar has, such as 30 February. */
export function makeDay(year: number, month: number, day: number): Period | undefined {
  const date = dateOf(year, month, day);
  // A day past the end of its month is another one of the next.
  if (!exists(year, month, 1) || date.getUTCDate() !== day) return undefined;
  const start = dayNumber(date);
  const text = date.toISOString().slice(0, 10);
  return Object.freeze({ text, length: 'day', year, part: month, start, end: start + 1 });
}

/** The calendar parts of the first day: for writing it out in words. */
export function firstDay(period: Pick<Period, 'start'>): Date {
  return new Date(period.start * MS_PER_DAY);
}

/** The period that is `steps` after this one, of the same length. */
export function shiftPeriod(period: Period, steps: number): Period | undefined {
  const { length, year, part, start, text } = period;
  if (length === 'day') {
    const date = new Date((start + steps) * MS_PER_DAY);
    return makeDay(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
  }
  const perYear = 12 / MONTHS[length];
  const index = year * perYear + (part - 1) + steps;
  return makePeriod(length, Math.floor(index / perYear), (index % perYear) + 1, text[4] === '/');
}

/** The same part of another year: `2024-09` moved by -1 year is `2023-09`. */
export function shiftYears(period: Period, years: number): Period | undefined {
  return period.length === 'day'
    ? makeDay(period.year + years, period.part, firstDay(period).getUTCDate())
    : shiftPeriod(period, (years * 12) / MONTHS[period.length]);
}

/** Earlier first; of two that start together the longer first. */
export function comparePeriods(a: Period, b: Period): number {
  return a.start - b.start || b.end - a.end;
}

/** All periods of that length from the first to the last, both included; at most `limit` of them. */
export function periodsBetween(first: Period, last: Period, limit: number): Period[] {
  const list: Period[] = [];
  for (let at: Period | undefined = first; at && at.start <= last.start; at = shiftPeriod(at, 1)) {
    if (list.push(at) >= limit) break;
  }
  return list;
}
