import { firstDay, type Period } from '../table/period.js';
import type { Column } from '../table/column.js';
import type { Notice } from '../table/notice.js';
import { readIsoPeriod } from '../table/period-iso.js';
import { figure as es } from './es/figure.js';
import type { FigureMessages, RemarkMessages } from './messages.js';

/** What cautions are made of, of an answer. */
export interface Cautionable {
  readonly table: { readonly notices: readonly Notice[]; readonly columns?: readonly Column[] };
  readonly provenance: {
    readonly partial?: { readonly received: number; readonly total?: number };
    readonly metadata: { readonly notes?: readonly string[] };
  };
}

/** How many units sent data, of how many; NaN where that is not known. */
export interface Reported {
  readonly reported: number;
  readonly expected: number;
  /** They are no units, but the parts of a sum. */
  readonly areParts?: boolean;
}

/** What stands beside a value. */
export interface BesideValue {
  /** The events behind a rate. */
  readonly count?: number | undefined;
  /** Who sent data, where too few did for the value to be whole. */
  readonly reported?: Reported | undefined;
}

/** One language, ready to write: its words, numbers, periods and dates. */
export interface Words extends FigureMessages, Partial<Omit<RemarkMessages, 'status' | 'stale'>> {
  /** What each status is called. Until `withRemarks` has given the others, only that there is no value. */
  readonly status: RemarkMessages['status'];
  /** What the reader must know before using the figure; nothing until `withRemarks` has given the words. */
  readonly cautions: (answer: Cautionable, monthsLate: number) => string[];
  /** How many months later than allowed the data are that end with this period; a remark too. */
  readonly monthsLate?: (last: Period | undefined, allowed: string) => number;
  /** What is told beside a value: the cases behind a rate, who sent data for one that is not whole; a remark too. */
  readonly beside?: (value: BesideValue) => string;
  /** The same of who sent data alone, with their share. `units`: what they are called. */
  readonly whoReported?: (value: Reported, units: string) => string;
  /** The same words, in which the units that send data are called so; always the same ones for one name. */
  readonly naming?: (units: string) => Words;
  /** That the figures are from that date, and the source no longer answers; likewise. */
  readonly stale: RemarkMessages['stale'];
  /** The language of the words, for the `lang` attribute; numbers and dates may be those of another. */
  readonly lang: string;
  /** With exactly that many decimals. */
  readonly number: (value: number, decimals?: number) => string;
  /** `12.3%`; a part that rounds to nothing is not nothing: `menos de 0.1%`. */
  readonly percent: (value: number) => string;
  readonly period: (period: Period) => string;
  /** `2011–2025` */
  readonly span: (first: Period, last: Period) => string;
  /** A date or period as an attribute or portal gives it; what is none stays as written. */
  readonly date: (text: string) => string;
  readonly dateTime: (milliseconds: number) => string;
}

function numberWriter(locales: readonly string[]): Words['number'] {
  const formats = new Map<number, Intl.NumberFormat>();
  return (value, decimals = 0) => {
    let format = formats.get(decimals);
    if (!format) {
      const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
      formats.set(decimals, (format = new Intl.NumberFormat([...locales], digits)));
    }
    // -0.04 with one decimal is zero, not «-0.0».
    const text = format.format(value);
    return /[1-9]/.test(text) ? text : text.replace(/^[-−]/, '');
  };
}

/** Made when first used: a format takes a browser longer than many dates. */
function dateWriter(locales: readonly string[], options: Intl.DateTimeFormatOptions): (date: Date) => string {
  let format: Intl.DateTimeFormat | undefined;
  return (date) => (format ??= new Intl.DateTimeFormat([...locales], options)).format(date);
}

/** `locales`: what numbers and dates are written in, where it is not the messages' own. */
export function makeWords(
  messages: FigureMessages = es,
  locales: readonly string[] = messages.locales,
): Words {
  const number = numberWriter(locales);
  const month = dateWriter(locales, { month: 'short', year: 'numeric', timeZone: 'UTC' });
  const day = dateWriter(locales, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  const dateTime = dateWriter(locales, { dateStyle: 'medium', timeStyle: 'short' });
  const period = (of: Period): string => {
    if (of.length === 'year') return of.text;
    if (of.length === 'quarter') return messages.quarter(of.part, of.year);
    if (of.length === 'half') return messages.half(of.part, of.year);
    return (of.length === 'month' ? month : day)(firstDay(of));
  };
  return {
    ...messages,
    // The others are there before a figure is made that has any.
    status: { missing: messages.noValue } as Words['status'],
    cautions: () => [],
    stale: String,
    lang: messages.locales[0] ?? 'es-PE',
    number,
    percent: (value) => {
      const write = (each: number): string => `${number(each, 1)}%`;
      return value > 0 && value < 0.05 ? messages.under(write(0.1)) : write(value);
    },
    period,
    span: (first, last) => {
      const [from, to] = [period(first), period(last)];
      if (from === to) return from;
      return first.length === 'year' ? `${from}–${to}` : `${from} – ${to}`;
    },
    date: (text) => {
      const known = readIsoPeriod(text.replace(/T\d\d:.*$/, ''));
      return known ? period(known) : text;
    },
    dateTime: (milliseconds) => dateTime(new Date(milliseconds)),
  };
}
