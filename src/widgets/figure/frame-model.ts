import type { Answer } from '../../engine/engine.js';
import { safeUrl } from '../../request/safe-url.js';
import { at, type Column, type NumberColumn, type PeriodColumn } from '../../table/column.js';
import { STATUS } from '../../table/status.js';
import { comparePeriods, type Period } from '../../table/period.js';
import { columnsOf, type Table } from '../../table/table.js';
import { joined } from '../../text/joined.js';
import type { Words } from '../../text/words.js';

/** What the page says about the figure, as its attributes have it; `''` is not said. */
export interface FrameOptions {
  readonly heading: string;
  readonly place: string;
  readonly unit: string;
  readonly per: string;
  readonly sourceName: string;
  readonly sourceHref: string;
  readonly license: string;
  readonly updatedOn: string;
  /** Months after its end within which a period is usually published. */
  readonly expectedLag: string;
  /** The page's own address. */
  readonly baseURI: string;
}

/** What stands around every figure, so that a number never travels alone. */
export interface Frame {
  readonly heading: string;
  /** Place, period, unit. */
  readonly subtitle: string;
  readonly unit: string;
  readonly source: { readonly name: string; readonly href: string | undefined } | undefined;
  /** The three dates, apart, and the licence. */
  readonly facts: readonly string[];
  /** What the reader must know before using the figure. */
  readonly cautions: readonly string[];
  readonly legend: readonly string[];
  readonly monthsLate: number;
}

/** The first and last period for which there is a value, shown or hidden. */
export function shownSpan(table: Table): { first: Period; last: Period } | undefined {
  const [time] = columnsOf(table, 'time') as PeriodColumn[];
  if (!time) return undefined;
  const measures = columnsOf(table, 'measure') as NumberColumn[];
  const periods: Period[] = [];
  time.codes.forEach((code, row) => {
    const period = time.periods[code];
    // What is hidden is there.
    const isThere = ({ values, statuses }: NumberColumn): boolean =>
      !Number.isNaN(at(values, row)) || (at(statuses, row) & STATUS.suppressed) > 0;
    if (period && (!measures[0] || measures.some(isThere))) periods.push(period);
  });
  const [first] = periods.sort(comparePeriods);
  const last = periods.at(-1);
  return first && last ? { first, last } : undefined;
}

function unitOf(measure: Column | undefined, { unit, per }: FrameOptions, words: Words): string {
  const scale = parseInt(per);
  return unit || (scale && words.perScale?.(words.number(scale))) || (measure?.unit ?? '');
}

/** Those of the texts that say something. */
const said = (texts: readonly (string | number | false | undefined)[]): string[] =>
  texts.filter((text) => !!text) as string[];

function factsOf(answer: Answer, last: Period | undefined, options: FrameOptions, words: Words): string[] {
  const { metadata, lastModified, fetchedAt } = answer.provenance;
  const updated = options.updatedOn || metadata.updated;
  const license = options.license || metadata.license;
  const fileDate = Date.parse(lastModified ?? '');
  return said([
    last && words.dataThrough(words.period(last)),
    updated
      ? words.published(words.date(updated))
      : fileDate && words.fileDated(words.date(new Date(fileDate).toISOString())),
    words.fetched(words.dateTime(fetchedAt)),
    license && words.license(license),
  ]);
}

/**
 * The frame of a figure. `shown`: what the symbols in it mean, and its period where that is not the whole span.
 */
export function makeFrame(
  answer: Answer,
  options: FrameOptions,
  words: Words,
  shown: { readonly legend?: readonly string[]; readonly period?: string },
): Frame {
  const { table, provenance } = answer;
  const { metadata } = provenance;
  const span = shownSpan(table);
  const [measure] = columnsOf(table, 'measure');
  const unit = unitOf(measure, options, words);
  const period = shown.period ?? (span ? words.span(span.first, span.last) : '');
  const name = options.sourceName || metadata.publisher;
  const last = span?.last.through ?? span?.last;
  const late = words.monthsLate?.(last, options.expectedLag) ?? 0;
  return {
    heading:
      options.heading ||
      (metadata.title ?? measure?.label ?? measure?.name.replace('count()', words.rows) ?? ''),
    subtitle: joined([options.place, period, unit], ' · '),
    unit,
    source: name
      ? { name, href: safeUrl(options.sourceHref || (metadata.href ?? ''), options.baseURI)?.href }
      : undefined,
    facts: factsOf(answer, last, options, words),
    cautions: words.cautions(answer, late),
    legend: shown.legend ?? [],
    monthsLate: late,
  };
}
