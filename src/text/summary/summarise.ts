import type { Series } from '../../query/series.js';
import type { TrendMessages } from '../messages.js';
import type { Words } from '../words.js';
import { tellCaveats } from './caveats.js';
import { tellCourse, tellExtremes } from './course.js';
import { fit, shorten, type Sentence } from './fit.js';
import { tellRanking } from './ranking.js';
import { Writer } from './writer.js';

/** A longer title leaves no room for what is told of it. */
const MOST_WORDS_OF_TITLE = 45;

export interface Summarised {
  /** What it is, where: `Tasa de homicidios, Perú`. */
  readonly what: string;
  readonly unit: string;
  readonly series: readonly Series[];
  readonly decimals: number;
  /** What else there is to tell. */
  readonly more?: readonly Sentence[];
}

/**
 * A chart in at most 60 words, made from its data: what, where, when, its course or ranking, breaks, what may
 * still change, gaps, extremes; what is least important is left out. Never more precise than the data.
 */
export function summarise(
  { what, unit, series, decimals, more = [] }: Summarised,
  words: Words,
  { summary }: TrendMessages,
): string {
  const [only] = series;
  const grid = (only?.observations ?? []).map(({ period }) => period);
  const [first, last] = [grid[0], grid.at(-1)];
  if (!only || !first || !last) return '';
  const writer = new Writer(words, summary, grid, unit, decimals);
  const title = `${shorten(what, MOST_WORDS_OF_TITLE)}, ${words.span(first, last)}`;
  const caveats = tellCaveats(series, writer);
  const { observations } = only;
  const told =
    series.length > 1
      ? [...tellRanking(series, writer), ...caveats]
      : [...tellCourse(observations, writer), ...caveats, ...tellExtremes(observations, writer)];
  return fit([{ kind: 'what', text: title }, ...told, ...more]);
}
