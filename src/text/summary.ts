import type { Observation } from '../query/observations.js';
import type { Series } from '../query/series.js';
import { STATUS, type StatusSet } from '../table/status.js';
import { listText } from './list.js';
import type { TrendMessages } from './messages.js';
import type { Words } from './words.js';

/** More words than this are not a summary. */
export const MOST_WORDS = 60;
/** More periods than this are counted, not named. */
const MOST_NAMED = 4;

export interface Summarised {
  /** What it is, where: `Tasa de homicidios, Perú`. */
  readonly what: string;
  readonly unit: string;
  readonly series: readonly Series[];
  readonly decimals: number;
}

interface Told {
  readonly words: Words;
  readonly trend: TrendMessages;
  readonly decimals: number;
}

const hasValue = ({ value }: Observation): boolean => !Number.isNaN(value);

/** What can be compared with the last value: everything since the last break. */
function sinceBreak(series: readonly Observation[]): Observation[] {
  const at = series.findLastIndex(({ status }) => (status & STATUS.break) !== 0);
  return series.slice(Math.max(0, at));
}

function extremes(present: readonly Observation[], { words, trend, decimals }: Told): string[] {
  const [first] = present;
  if (present.length < 3 || !first) return [];
  const number = ({ value }: Observation): string => words.number(value, decimals);
  const most = present.reduce((best, each) => (each.value > best.value ? each : best), first);
  const least = present.reduce((best, each) => (each.value < best.value ? each : best), first);
  if (number(most) === number(least)) return [];
  return [
    trend.most(number(most), words.period(most.period)),
    trend.least(number(least), words.period(least.period)),
  ];
}

function course(present: readonly Observation[], unit: string, { words, trend, decimals }: Told): string[] {
  const [first, last] = [present[0], present.at(-1)];
  if (!first || !last) return [];
  const [from, to] = [words.number(first.value, decimals), words.number(last.value, decimals)];
  const [start, end] = [words.period(first.period), words.period(last.period)];
  const withUnit = unit === '' ? to : unit.startsWith('%') ? `${to}${unit}` : `${to} ${unit}`;
  if (first === last) return [trend.only(withUnit, end)];
  return [from === to ? trend.stayed(withUnit, start, end) : trend.went(from, start, withUnit, end)];
}

function gaps(series: readonly Observation[], { words, trend }: Told): string[] {
  const missing = series.filter((each) => !hasValue(each)).map(({ period }) => words.period(period));
  if (missing.length === 0) return [];
  return [
    missing.length > MOST_NAMED ? trend.manyGaps(missing.length) : trend.gaps(listText(words, missing)),
  ];
}

/** The periods of a status, named; the span of them where they are many. */
function named(series: readonly Observation[], status: StatusSet, words: Words): string {
  const marked = series.filter((each) => hasValue(each) && each.status & status);
  const [first, last] = [marked[0]?.period, marked.at(-1)?.period];
  if (!first || !last) return '';
  if (marked.length > MOST_NAMED) return words.span(first, last);
  return listText(
    words,
    marked.map(({ period }) => words.period(period)),
  );
}

/** What may still change, and what is not whole yet. */
function open(series: readonly Observation[], { words, trend }: Told): string[] {
  const provisional = named(series, STATUS.provisional, words);
  const incomplete = named(series, STATUS.incomplete, words);
  return [
    ...(provisional === '' ? [] : [trend.provisional(provisional)]),
    ...(incomplete === '' ? [] : [trend.incomplete(incomplete)]),
  ];
}

function breaks(series: readonly Observation[], { words, trend }: Told): string[] {
  const at = series.findLast(({ status }) => status & STATUS.break);
  return at ? [trend.broken(words.period(at.period))] : [];
}

/** One series: its course, its gaps, what is provisional; nothing across a break. */
function single(series: readonly Observation[], unit: string, told: Told): string[] {
  // A period that is not whole yet is neither the end of a course nor its lowest point.
  const present = sinceBreak(series).filter((each) => hasValue(each) && !(each.status & STATUS.incomplete));
  return [
    ...course(present, unit, told),
    ...breaks(series, told),
    ...open(series, told),
    ...gaps(series, told),
    ...extremes(present, told),
  ];
}

/** Several series: how many, and which is highest and lowest in the last period that all have. */
function several(all: readonly Series[], told: Told): string[] {
  const { words, trend, decimals } = told;
  const [first] = all;
  const last = first?.observations.findLastIndex((_, index) =>
    all.every(({ observations }) => observations[index] && hasValue(observations[index])),
  );
  const at = last === undefined || last < 0 ? undefined : last;
  const period = at === undefined ? undefined : first?.observations[at]?.period;
  if (at === undefined || !period) return [trend.series(all.length)];
  const ranked = all
    .map(({ name, observations }) => ({ name, value: observations[at]?.value ?? NaN }))
    .sort((a, b) => b.value - a.value);
  const [high, low] = [ranked[0], ranked.at(-1)];
  const said = (each: { value: number } | undefined): string => words.number(each?.value ?? NaN, decimals);
  return [
    trend.series(all.length),
    `${trend.highest(high?.name ?? '', said(high), words.period(period))} ${trend.lowest(low?.name ?? '', said(low))}`,
    ...breaks(first?.observations ?? [], told),
    ...open(first?.observations ?? [], told),
  ];
}

const countWords = (text: string): number =>
  text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/**
 * A chart in at most 60 words, made from its data: what, where, when, its course, breaks, provisional values,
 * gaps, extremes; what would go over is left out from the end. Never more precise than the data.
 */
export function summarise(
  { what, unit, series, decimals }: Summarised,
  words: Words,
  trend: TrendMessages,
): string {
  const told: Told = { words, trend, decimals };
  const [only] = series;
  const observations = only?.observations ?? [];
  const [first, last] = [observations[0]?.period, observations.at(-1)?.period];
  if (!only || !first || !last) return '';
  const sentences = [
    trend.spans(what, words.span(first, last)),
    ...(series.length === 1 ? single(observations, unit, told) : several(series, told)),
  ];
  let text = '';
  for (const sentence of sentences) {
    const longer = text === '' ? sentence : `${text} ${sentence}`;
    if (countWords(longer) <= MOST_WORDS) text = longer;
  }
  return text;
}
