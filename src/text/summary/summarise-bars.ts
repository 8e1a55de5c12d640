import { absenceOf } from '../../table/absence.js';
import type { BarsSummaryMessages } from '../bars-messages.js';
import type { Words } from '../words.js';
import { Comparing, type Compared } from './compared.js';
import { fit, shorten, type Sentence } from './fit.js';

/** More than this many are counted, not named. */
const MOST_NAMED = 4;
/** A longer title leaves no room for what is told of it. */
const MOST_WORDS_OF_TITLE = 40;

export interface BarsSummarised {
  /** What it is, where, when: `Tasa de homicidios, Perú, 2024`. */
  readonly what: string;
  readonly unit: string;
  readonly decimals: number;
  readonly bars: readonly Compared[];
  /** The reader's own with its place in words, and what all are compared with. */
  readonly own: (Compared & { readonly place: string }) | undefined;
  readonly reference: Compared | undefined;
  /** Of a composition: the largest part of the total, and its share. */
  readonly largest: { readonly name: string; readonly share: string } | undefined;
}

/** Bars in at most 60 words, made from their data; what is least important is left out. Never more precise than the data. */
export function summariseBars(
  { what, unit, decimals, bars, own, reference, largest }: BarsSummarised,
  words: Words,
  messages: BarsSummaryMessages,
): string {
  const comparing = new Comparing({ all: bars, unit, decimals, mostNamed: MOST_NAMED }, words, messages);
  const named = (kind: 'own' | 'reference', each: Compared | undefined, place: string): Sentence[] => {
    if (!each) return [];
    const absence = absenceOf(each);
    const value = absence ? comparing.mark(absence).toLowerCase() : comparing.number(each.value);
    return [{ kind, text: messages.named(each.name, value, place) }];
  };
  // The reader's own, told below, may be the only one with a value.
  const isOnly =
    own !== undefined && bars.every(({ name, value }) => name === own.name || Number.isNaN(value));
  return fit([
    { kind: 'what', text: shorten(what, MOST_WORDS_OF_TITLE) },
    { kind: 'series', text: messages.count(bars.length) },
    ...(isOnly ? [] : comparing.extremes()),
    ...(largest
      ? [{ kind: 'largest' as const, text: messages.largestPart(largest.name, largest.share) }]
      : []),
    ...named('own', own, own?.place ?? ''),
    ...named('reference', reference, ''),
    ...comparing.caveats(),
  ]);
}
