import type { Observation } from '../../query/observations.js';
import { STATUS } from '../../table/status.js';
import type { PlacesMessages } from '../map-messages.js';
import type { Words } from '../words.js';
import { Comparing } from './compared.js';
import { fit, shorten } from './fit.js';

/** A longer title leaves no room for what is told of it. */
const MOST_WORDS_OF_TITLE = 30;

/** More places than this are counted, not named. */
const MOST_NAMED = 2;

export interface SummarisedPlaces {
  readonly what: string;
  readonly unit: string;
  readonly decimals: number;
  /** As it is written after what it is; `''` without a time. */
  readonly period: string;
  /** `undefined` for a place that the data do not have. */
  readonly places: readonly { readonly name: string; readonly observation: Observation | undefined }[];
}

/**
 * A map in at most 60 words: what, when, the highest and the lowest place, what qualifies values, how many have none
 * and why.
 */
export function summarisePlaces(
  { what, unit, decimals, period, places }: SummarisedPlaces,
  words: Words,
  { compared, places: counted }: PlacesMessages,
): string {
  const title = shorten(what, MOST_WORDS_OF_TITLE);
  const none = { value: NaN, status: STATUS.missing };
  const all = places.map(({ name, observation = none }) => ({ ...observation, name }));
  const some = (count: number): string => counted(words.number(count));
  const comparing = new Comparing({ all, unit, decimals, mostNamed: MOST_NAMED }, words, {
    ...compared,
    some,
  });
  return fit([
    { kind: 'what', text: period === '' ? title : `${title}, ${period}` },
    ...comparing.extremes(),
    ...comparing.caveats(),
  ]);
}
