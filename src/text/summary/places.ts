import type { Observation } from '../../query/observations.js';
import { isTooFew } from '../../table/too-few.js';
import { STATUS, type StatusName } from '../../table/status.js';
import type { PlacesMessages } from '../map-messages.js';
import type { SummaryMessages } from '../messages.js';
import type { Words } from '../words.js';
import { isSettled } from './course.js';
import { fit, shorten, type Sentence } from './fit.js';
import { Writer } from './writer.js';

/** A longer title leaves no room for what is told of it. */
const MOST_WORDS_OF_TITLE = 30;

/** More places than this are counted, not named. */
const MOST_TOLD = 2;

export interface ToldPlace {
  readonly name: string;
  /** `undefined` for a place that the data do not have. */
  readonly observation: Observation | undefined;
}

export interface SummarisedPlaces {
  readonly what: string;
  readonly unit: string;
  readonly decimals: number;
  /** As it is written after what it is; `''` without a time. */
  readonly period: string;
  readonly places: readonly ToldPlace[];
}

/** What is told of places by how many have it. */
const MARKS = ['provisional', 'incomplete', 'estimated', 'forecast', 'unreliable'] as const;
type Reason = 'missing' | 'suppressed' | 'notApplicable' | 'tooFew';
const REASONS: readonly Reason[] = ['suppressed', 'missing', 'tooFew', 'notApplicable'];

/** Why a place has no value; `undefined` where it has one. */
function reasonOf(observation: Observation | undefined): Reason | undefined {
  if (!observation) return 'missing';
  if (!Number.isNaN(observation.value)) return undefined;
  if (isTooFew(observation)) return 'tooFew';
  if (observation.status & STATUS.suppressed) return 'suppressed';
  return observation.status & STATUS.notApplicable ? 'notApplicable' : 'missing';
}

/** The highest and the lowest of the values that can be compared and rest on more than a few cases. */
function tellExtremes(
  places: readonly ToldPlace[],
  writer: Writer,
  { ranked, allEqual }: PlacesMessages,
): Sentence[] {
  const there = places.flatMap(({ name, observation }) =>
    observation && isSettled(observation) && !(observation.status & STATUS.unreliable)
      ? [{ name, value: observation.value }]
      : [],
  );
  if (there.length < 2) return [];
  const values = there.map(({ value }) => value);
  const [most, least] = [Math.max(...values), Math.min(...values)];
  const [high, low] = [writer.number(most), writer.number(least)];
  const namesOf = (number: string): string =>
    writer.names(there.filter(({ value }) => writer.number(value) === number).map(({ name }) => name));
  if (high === low) return most === least ? [{ kind: 'course', text: allEqual(writer.measured(most)) }] : [];
  const [top, bottom] = [`${namesOf(high)} (${writer.measured(most)})`, `${namesOf(low)} (${low})`];
  return [{ kind: 'course', text: ranked(top, bottom) }];
}

/**
 * A map in at most 60 words: what, when, the highest and the lowest place, how many have no value and why, and what
 * qualifies the others.
 */
export function summarisePlaces(
  { what, unit, decimals, period, places }: SummarisedPlaces,
  words: Words,
  summary: SummaryMessages,
  messages: PlacesMessages,
): string {
  const writer = new Writer(
    words,
    { ...summary, series: (count) => messages.places(words.number(count)) },
    [],
    unit,
    decimals,
  );
  const title = shorten(what, MOST_WORDS_OF_TITLE);
  const told = (kind: StatusName | 'tooFew', names: readonly string[]): Sentence[] => {
    if (names.length === 0) return [];
    const which =
      names.length > MOST_TOLD ? messages.places(words.number(names.length)) : writer.names(names);
    return [{ kind, text: `${writer.mark(kind)}: ${which}` }];
  };
  const without = (reason: Reason): string[] =>
    places.filter(({ observation }) => reasonOf(observation) === reason).map(({ name }) => name);
  const marked = (mark: StatusName): string[] =>
    places
      .filter(({ observation }) => {
        if (!observation || Number.isNaN(observation.value)) return false;
        return (observation.status & STATUS[mark]) !== 0;
      })
      .map(({ name }) => name);
  return fit([
    { kind: 'what', text: period === '' ? title : `${title}, ${period}` },
    ...tellExtremes(places, writer, messages),
    ...REASONS.flatMap((reason) => told(reason, without(reason))),
    ...MARKS.flatMap((mark) => told(mark, marked(mark))),
  ]);
}
