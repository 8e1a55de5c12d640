import { makeDay, shiftPeriod } from '../table/period.js';

/** The day of the year as a date; the text as it was where the year has no such day. */
function dayOfYear(year: number, day: number): string | undefined {
  const first = makeDay(year, 1, 1);
  if (!first || day < 1) return undefined;
  const date = shiftPeriod(first, day - 1);
  return date?.year === year ? date.text : undefined;
}

/** An interval that starts a whole period: `2010-01-01/P1Y`. */
function interval(year: string, month: string, day: string, length: string): string | undefined {
  if (length === 'P1D') return `${year}-${month}-${day}`;
  if (day !== '01') return undefined;
  if (length === 'P1M') return `${year}-${month}`;
  if (length === 'P3M' && Number(month) % 3 === 1) return `${year}-Q${(Number(month) + 2) / 3}`;
  if (length === 'P6M' && Number(month) % 6 === 1) return `${year}-S${(Number(month) + 5) / 6}`;
  return length === 'P1Y' && month === '01' ? year : undefined;
}

/**
 * A period of SDMX 2.1 and 3.0 (ObservationalTimePeriod) as it is written here: `2024-A1` is `2024`, `2024-M03` is
 * `2024-03`, a date loses its time of day. Weeks and trimesters have no period here, and keep a text that nobody
 * takes for another: `2024-T1` is four months, not a quarter.
 */
export function sdmxPeriod(text: string): string {
  const reporting = /^(\d{4})-?([AMDT])(\d{1,3})$/.exec(text);
  if (reporting) {
    const [, year = '', kind, part = ''] = reporting;
    if (kind === 'A') return part === '1' ? year : text;
    if (kind === 'M') return `${year}-${part.slice(-2).padStart(2, '0')}`;
    if (kind === 'D') return dayOfYear(Number(year), Number(part)) ?? text;
    return `${year} trimester ${part}`;
  }
  const compact = /^(\d{4})([QSH])([1-4])$/.exec(text);
  if (compact) return `${compact[1] ?? ''}-${compact[2] === 'Q' ? 'Q' : 'S'}${compact[3] ?? ''}`;
  const timed = /^(\d{4})-(\d\d)-(\d\d)(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?(?:\/(P\d+[YMD]))?$/.exec(text);
  if (!timed) return text;
  const [, year = '', month = '', day = '', length] = timed;
  return length === undefined ? `${year}-${month}-${day}` : (interval(year, month, day, length) ?? text);
}
