import { ABSENCES, type Absence } from '../../table/absence.js';
import { joined } from '../../text/joined.js';
import { summarisePlaces } from '../../text/summary/places.js';
import { withUnit } from '../../text/value.js';
import type { Words } from '../../text/words.js';
import { headingOf } from '../figure/heading.js';
import { makeFrame, type Frame, type FrameOptions } from '../figure/frame-model.js';
import { classAt, statesAt, type MapModel, type MapTexts } from './map-model.js';
import { NONE, type PlaceState } from './place-state.js';
import { rankPlaces, type Ranked } from './ranking.js';

/** One line of the legend. */
export interface LegendEntry {
  /** The class from 0, why there is no value, or values that may change; `undefined` for a remark. */
  readonly mark: number | Absence | 'open' | undefined;
  readonly text: string;
  /** How many places have it; not told of what overlaps with the classes. */
  readonly count: number | undefined;
}

export interface RankingRow {
  readonly rank: string;
  readonly name: string;
  /** Index of the place; -1 for one that is not on the map. */
  readonly place: number;
  readonly text: string;
  readonly meaning: string;
}

/** A map in one period: what is drawn, told and listed. */
export interface StepModel {
  readonly frame: Frame;
  readonly map: MapModel;
  readonly step: number;
  readonly states: readonly PlaceState[];
  /** Whether values that may change or rest on few cases are marked: where others are not so. */
  readonly marksOpen: boolean;
  readonly legend: readonly LegendEntry[];
  readonly ranking: readonly RankingRow[];
  readonly summary: string;
  /** What is read of each place: its name, value, class, rank and what qualifies it. */
  readonly readout: (place: number) => string;
}

/** What each class holds, in words. */
function classTexts(model: MapModel, { words, map: { classes } }: MapTexts): string[] {
  const { breaks, decimals, least, most } = model;
  const write = (value: number): string => words.number(value, decimals);
  const isGiven = typeof model.classes !== 'string';
  const [first, last] = [breaks[0], breaks.at(-1)];
  if (first === undefined || last === undefined) {
    if (!Number.isFinite(least)) return [];
    return [least === most ? classes.only(write(least)) : classes.upTo(write(least), write(most))];
  }
  const inner = breaks.slice(1).map((end, place) => classes.between(write(breaks[place] ?? end), write(end)));
  const low = isGiven ? classes.below(write(first)) : classes.between(write(least), write(first));
  const isOne = last === most && !isGiven;
  const high = isGiven ? classes.from(write(last)) : classes.upTo(write(last), write(most));
  return [low, ...inner, isOne ? classes.only(write(last)) : high];
}

/** Values that may change or rest on few cases are marked where others are not so. */
function marksOpen(states: readonly PlaceState[]): boolean {
  const valued = states.filter(({ absence }) => absence === undefined);
  return valued.some(({ isOpen }) => isOpen) && valued.some(({ isOpen }) => !isOpen);
}

function openEntry(onMap: readonly PlaceState[], { open, allOpen }: MapTexts['map']): LegendEntry[] {
  if (!onMap.some(({ isOpen }) => isOpen)) return [];
  const isMixed = marksOpen(onMap);
  return [{ mark: isMixed ? 'open' : undefined, text: isMixed ? open : allOpen, count: undefined }];
}

/** What has no circle: an area cannot be less than nothing. */
function belowZero(model: MapModel, onMap: readonly PlaceState[], text: string): LegendEntry[] {
  const count = onMap.filter(({ value }) => value < 0).length;
  return model.as === 'symbols' && count > 0 ? [{ mark: undefined, text, count }] : [];
}

function legendOf(model: MapModel, states: readonly PlaceState[], texts: MapTexts): LegendEntry[] {
  const { words, map, measures } = texts;
  const onMap = states.slice(0, model.sizeOfMap);
  const counts = new Map<number | Absence, number>();
  for (const { value, absence } of onMap) {
    const mark = absence ?? classAt(model, value);
    counts.set(mark, (counts.get(mark) ?? 0) + 1);
  }
  const absence = (mark: Absence): string => (mark === 'tooFew' ? measures.tooFew : words.status[mark]);
  const classes = model.as === 'colour' ? classTexts(model, texts) : [];
  return [
    ...classes.map((text, mark): LegendEntry => ({ mark, text, count: counts.get(mark) ?? 0 })),
    ...belowZero(model, onMap, map.negative),
    ...(model.isWritten ? [] : openEntry(onMap, map)),
    ...ABSENCES.filter((mark) => counts.has(mark)).map((mark): LegendEntry => ({
      mark,
      text: absence(mark),
      count: counts.get(mark),
    })),
  ];
}

/** Those that the map has, or all where there is none. What only the data have may be a total: it has no rank. */
function comparedIn(model: MapModel): number {
  return model.match ? model.sizeOfMap : model.places.length;
}

function rankingOf(
  model: MapModel,
  step: number,
  states: readonly PlaceState[],
  words: Words,
): { readonly rows: readonly RankingRow[]; readonly ranked: readonly Ranked<{ place: number }>[] } {
  const entries = model.places.map(({ name, observations }, place) => ({
    ...(observations?.[step] ?? NONE),
    name,
    place,
  }));
  const compared = comparedIn(model);
  const ranked = rankPlaces(entries.slice(0, compared));
  const others = entries.slice(compared).map((entry) => ({ entry, rank: undefined }));
  const rows = [...ranked, ...others].map(({ entry: { place, name }, rank }): RankingRow => {
    const { text = '', spoken = '', qualified = '', absence } = states[place] ?? {};
    return {
      rank: rank ? `${words.number(rank.rank)}${rank.tied ? ' =' : ''}` : '',
      name,
      place: place < model.sizeOfMap ? place : -1,
      text,
      meaning: absence ? spoken : qualified,
    };
  });
  return { rows, ranked };
}

/** What is read of a place, the most important first. */
function readoutOf(
  model: MapModel,
  states: readonly PlaceState[],
  ranked: readonly Ranked<{ place: number }>[],
  { unit, period }: { readonly unit: string; readonly period: string },
  texts: MapTexts,
): (place: number) => string {
  const { words, map } = texts;
  const classes = classTexts(model, texts);
  const rankOf = new Map(ranked.map(({ entry, rank }) => [entry.place, rank]));
  const total = words.number(ranked.filter(({ rank }) => rank !== undefined).length);
  return (place) => {
    const [state, { name = '' } = {}, rank] = [states[place], model.places[place], rankOf.get(place)];
    if (!state) return '';
    const { absence, spoken, qualified, value } = state;
    const range = absence || model.as === 'symbols' ? '' : (classes[classAt(model, value)] ?? '');
    const told = [
      joined([absence ? spoken : withUnit(spoken, unit), qualified], ', '),
      range && map.inClass(range),
      rank ? map.rank(words.number(rank.rank), total, rank.tied) : absence ? '' : map.unranked,
      rank?.range ? map.rankRange(rank.range.best, rank.range.worst) : '',
      period,
    ];
    return `${name}: ${joined(told, '; ')}`;
  };
}

/** The places of the map in one period. */
export function stepModel(model: MapModel, step: number, said: FrameOptions, texts: MapTexts): StepModel {
  const { words, map, measures } = texts;
  const states = statesAt(model, step, texts);
  const period = model.periods[step] ?? '';
  const base = makeFrame(model.answer, said, words, { legend: model.symbols, ...(period && { period }) });
  const frame: Frame = { ...base, heading: headingOf(model.answer, said.heading, words, measures) };
  const { rows, ranked } = rankingOf(model, step, states, words);
  const told = model.places.slice(0, comparedIn(model));
  const what = joined([frame.heading, said.place], ', ');
  const places = told.map(({ name, observations }) => ({ name, observation: observations?.[step] }));
  const { decimals } = model;
  return {
    frame,
    map: model,
    step,
    states,
    marksOpen: !model.isWritten && marksOpen(states.slice(0, model.sizeOfMap)),
    legend: legendOf(model, states, texts),
    ranking: rows,
    summary: summarisePlaces({ what, unit: frame.unit, decimals, period, places }, words, map),
    readout: readoutOf(model, states, ranked, { unit: frame.unit, period }, texts),
  };
}
