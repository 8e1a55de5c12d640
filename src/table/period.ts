/** How long a period is. */
export type PeriodLength = 'year' | 'half' | 'quarter' | 'month' | 'day';

/**
 * A calendar period without a time zone: a year is the same year everywhere.
 * `start` and `end` are days since 1970-01-01, `end` not included.
 */
export interface Period {
  /** ISO-like and sortable within one length: `2024`, `2024-S1`, `2024-Q3`, `2024-09`, `2024-09-05`. */
  readonly text: string;
  readonly length: PeriodLength;
  readonly year: number;
  /** Which half, quarter or month of the year (1 for a year); the month, for a day. */
  readonly part: number;
  readonly start: number;
  readonly end: number;
}

const MS_PER_DAY = 86_400_000;
const MONTHS: Readonly<Record<PeriodLength, number>> = { year: 12, half: 6, quarter: 3, month: 1, day: 0 };

/** Days since 1970-01-01 of a proleptic Gregorian date; months past 12 run into the next year. */
function dayNumber(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime() / MS_PER_DAY;
}

const padded = (value: number, size: number): string => String(value).padStart(size, '0');

function periodText(length: PeriodLength, year: number, part: number): string {
  const yearText = padded(year, 4);
  if (length === 'year') return yearText;
  if (length === 'half') return `${yearText}-S${part}`;
  return length === 'quarter' ? `${yearText}-Q${part}` : `${yearText}-${padded(part, 2)}`;
}

/** The `part`-th period of that length in the year; `undefined` where the year has no such part. */
export function makePeriod(length: Exclude<PeriodLength, 'day'>, year: number, part = 1): Period | undefined {
  const months = MONTHS[length];
  const whole = Number.isInteger(year) && Number.isInteger(part);
  if (!whole || year < 1 || year > 9999 || part < 1 || part > 12 / months) return undefined;
  const first = (part - 1) * months + 1;
  return Object.freeze({
    text: periodText(length, year, part),
    length,
    year,
    part,
    start: dayNumber(year, first, 1),
    end: dayNumber(year, first + months, 1),
  });
}

/** A day; `undefined` for a date that no calendar has, such as 30 February. */
export function makeDay(year: number, month: number, day: number): Period | undefined {
  const start = dayNumber(year, month, day);
  const date = new Date(start * MS_PER_DAY);
  const exists =
    year >= 1 && year <= 9999 && date.getUTCMonth() + 1 === month && date.getUTCDate() === day && day > 0;
  if (!exists) return undefined;
  const text = `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
  return Object.freeze({ text, length: 'day', year, part: month, start, end: start + 1 });
}

function dayOf(start: number): Period {
  const date = new Date(start * MS_PER_DAY);
  return makeDay(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()) as Period;
}

/** The period that is `steps` after this one, of the same length. */
export function shiftPeriod(period: Period, steps: number): Period | undefined {
  if (period.length === 'day') return dayOf(period.start + steps);
  const perYear = 12 / MONTHS[period.length];
  const index = period.year * perYear + (period.part - 1) + steps;
  return makePeriod(period.length, Math.floor(index / perYear), (index % perYear) + 1);
}

/** The same part of another year: `2024-09` moved by -1 year is `2023-09`. */
export function shiftYears(period: Period, years: number): Period | undefined {
  if (period.length !== 'day') return makePeriod(period.length, period.year + years, period.part);
  return makeDay(period.year + years, period.part, Number(period.text.slice(-2)));
}

/** Earlier first; of two that start together the longer first. */
export function comparePeriods(a: Period, b: Period): number {
  return a.start - b.start || b.end - a.end;
}

/** Whether `outer` spans the whole of `inner`. */
export function containsPeriod(outer: Period, inner: Period): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The calendar parts of the first day: for writing it out in words. */
export function firstDay(period: Period): Date {
  return new Date(period.start * MS_PER_DAY);
}

/** All periods of that length from the first to the last, both included; at most `limit` of them. */
export function periodsBetween(first: Period, last: Period, limit: number): Period[] {
  const list: Period[] = [];
  for (let at: Period | undefined = first; at && at.start <= last.start; at = shiftPeriod(at, 1)) {
    list.push(at);
    if (list.length >= limit) break;
  }
  return list;
}
