import type { Answer } from '../../engine/engine.js';
import { classBreaks, classOf, type ClassMethod } from '../../query/class-breaks.js';
import { matchPlaces, type Match } from '../../query/match-places.js';
import { placeValues, TIMELESS, type PlaceValues } from '../../query/place-values.js';
import { requireRate } from '../../query/rate-or-count.js';
import type { Observation } from '../../query/observations.js';
import type { Notice } from '../../table/notice.js';
import type { Period } from '../../table/period.js';
import type { MapDocument } from '../../table/shape.js';
import { STATUS } from '../../table/status.js';
import { isTooFew } from '../../table/too-few.js';
import type { MapMessages } from '../../text/map-messages.js';
import type { MeasureMessages } from '../../text/messages.js';
import { statusLegend } from '../../text/status-symbols.js';
import { shownDecimals } from '../../text/value.js';
import type { Words } from '../../text/words.js';
import { stateOf, type PlaceState } from './place-state.js';

/** What the page says of the map, read. */
export interface MapOptions {
  readonly by: string;
  readonly value: string;
  readonly per: string;
  readonly unit: string;
  readonly as: 'colour' | 'symbols';
  readonly measureKind: string;
  readonly classes: ClassMethod;
  readonly classCount: number;
  readonly decimalsShown: number | undefined;
  /** The attribute `interval`: `95`, `95 wilson`; `''` for none. */
  readonly interval: string;
}

/** The words of a map: its own, and those that it shares with other figures. */
export interface MapTexts {
  readonly words: Words;
  readonly map: MapMessages;
  readonly measures: MeasureMessages;
}

/** A place of the map or, for the table alone, one that only the data have. */
export interface DataPlace {
  readonly name: string;
  /** One for each period. */
  readonly observations: readonly Observation[] | undefined;
  /** Its index on the map; -1 where the map has no such place. */
  readonly onMap: number;
}

/** What a map shows over all its periods, without saying how it is drawn. */
export interface MapModel {
  readonly answer: Answer;
  readonly as: 'colour' | 'symbols';
  /** First those of the map, in its order, then those that only the data have. */
  readonly places: readonly DataPlace[];
  readonly sizeOfMap: number;
  /** Each place has its value written on it, with the letters of what qualifies it. */
  readonly isWritten: boolean;
  /** Of the intervals of its values: `95%`. */
  readonly level: string;
  readonly periods: readonly string[];
  /** The last period with a value. */
  readonly lastStep: number;
  readonly decimals: number;
  /** Where each class but the first begins, over all periods: a colour means the same in each. */
  readonly breaks: readonly number[];
  readonly classes: ClassMethod;
  /** The lowest and highest value of all periods. */
  readonly least: number;
  readonly most: number;
  readonly match: Match | undefined;
  readonly notices: readonly Notice[];
  /** What the letters beside values mean. */
  readonly symbols: readonly string[];
}

const EXAMPLES = 3;

function labelOf({ column }: PlaceValues, code: number): string {
  const word = column.words[code] ?? '';
  const label = column.wordLabels?.[code] ?? word;
  return label === word ? word : `${label} (${word})`;
}

/** The places of the map with what the data tell of them, then what the map has no place for. */
function placesOf(values: PlaceValues, map: MapDocument | undefined, match: Match | undefined): DataPlace[] {
  const wordOf = new Map<number, number>();
  match?.placeOf.forEach((place, word) => {
    if (place >= 0) wordOf.set(place, word);
  });
  const drawn = (map?.places ?? []).map(({ code, name }, onMap): DataPlace => {
    const word = wordOf.get(onMap) ?? -1;
    const known = name === code ? values.column.wordLabels?.[word] : undefined;
    return { name: known ?? name, observations: values.of[word], onMap };
  });
  const others = values.of.flatMap((observations, word): DataPlace[] =>
    observations && (match?.placeOf[word] ?? -1) < 0
      ? [{ name: labelOf(values, word), observations, onMap: -1 }]
      : [],
  );
  return [...distinctNames(drawn, map), ...others];
}

/** Two districts of one name are told apart by their codes. */
function distinctNames(places: readonly DataPlace[], map: MapDocument | undefined): DataPlace[] {
  const times = new Map<string, number>();
  for (const { name } of places) times.set(name, (times.get(name) ?? 0) + 1);
  return places.map((place) => {
    const code = map?.places[place.onMap]?.code ?? '';
    const isShared = (times.get(place.name) ?? 0) > 1 && code !== place.name;
    return isShared ? { ...place, name: `${place.name} (${code})` } : place;
  });
}

function symbolsOf(places: readonly DataPlace[], { words, measures }: MapTexts): string[] {
  const all = places.flatMap(({ observations = [] }) => observations);
  const bits = all.reduce(
    (set, each) => set | (isTooFew(each) ? each.status & ~STATUS.notApplicable : each.status),
    0,
  );
  const isAnyTooFew = all.some(isTooFew);
  const said = isAnyTooFew ? [`${words.absent.notApplicable}: ${measures.tooFew}`] : [];
  return [...statusLegend(words, bits), ...said];
}

function noticesOf(match: Match | undefined): Notice[] {
  if (!match || match.unmatched.length === 0) return [];
  const value = match.unmatched.slice(0, EXAMPLES).join(', ');
  return [{ code: 'places-unmatched', value, count: match.unmatched.length, total: match.total }];
}

/** The last period that has values and is whole; where none is, the last one that has any. */
function lastStepOf(periods: readonly Period[], places: readonly DataPlace[]): number {
  const lastWith = (bits: number): number =>
    periods.findLastIndex(({ through }, step) =>
      places.some(({ observations }) => {
        const { value = NaN, status = 0 } = observations?.[step] ?? {};
        return !Number.isNaN(value) && !(status & bits) && !(bits && through);
      }),
    );
  const whole = lastWith(STATUS.incomplete | STATUS.forecast);
  return Math.max(0, whole < 0 ? lastWith(0) : whole);
}

/** As it is shown: a value is in the class that its digits say. */
const rounded = (value: number, decimals: number): number => Number(value.toFixed(decimals));

/**
 * A map of an answer. Without `map`, which may not have come, it is the table of the same places. Fails where a count
 * would be shown in colour, and where data and map cannot be joined for sure.
 */
export function makeMap(
  answer: Answer,
  map: MapDocument | undefined,
  options: MapOptions,
  texts: MapTexts,
): MapModel {
  const { as, classes, classCount, decimalsShown, measureKind: kind } = options;
  const values = placeValues(answer.table, options);
  const { measure, periods } = values;
  const unit = options.unit || (measure.unit ?? '');
  if (as === 'colour') requireRate({ value: options.value, per: options.per, unit, kind });
  const match = map && matchPlaces(values.column, map);
  const places = placesOf(values, map, match);
  const decimals = shownDecimals(measure, decimalsShown);
  const onMap = places.filter((place) => !map || place.onMap >= 0);
  const numbers = onMap
    .flatMap(({ observations = [] }) => observations.map(({ value }) => rounded(value, decimals)))
    .filter((value) => !Number.isNaN(value));
  return {
    answer,
    as,
    places,
    sizeOfMap: map?.places.length ?? 0,
    isWritten: map?.kind === 'tiles',
    level: `${parseInt(options.interval)}%`,
    periods: periods.map((period) => (period === TIMELESS ? '' : texts.words.period(period))),
    lastStep: lastStepOf(periods, onMap),
    decimals,
    breaks: as === 'colour' ? classBreaks(numbers, classes, classCount) : [],
    classes,
    least: numbers.reduce((least, value) => Math.min(least, value), Infinity),
    most: numbers.reduce((most, value) => Math.max(most, value), -Infinity),
    match,
    notices: noticesOf(match),
    symbols: symbolsOf(places, texts),
  };
}

/** The state of each place of the map, then of those that only the data have, in one period. */
export function statesAt(
  { places, decimals, level }: MapModel,
  step: number,
  { words, measures }: MapTexts,
): PlaceState[] {
  return places.map(({ observations }) =>
    stateOf(observations?.[step], { decimals, level }, words, measures),
  );
}

/** The class of a value, from 0. */
export function classAt({ breaks, decimals }: MapModel, value: number): number {
  return classOf(rounded(value, decimals), breaks);
}
