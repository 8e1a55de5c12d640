import type { Observation } from '../../query/observations.js';
import type { Series } from '../../query/series.js';
import { absenceOf } from '../../table/absence.js';
import { ABSENT, STATUS, type StatusSet } from '../../table/status.js';
import { capital } from '../capital.js';
import type { Sentence } from './fit.js';
import { MARKS, type Mark } from './marks.js';
import { MOST_NAMED, type Writer } from './writer.js';

/** A rate that is withheld is told as such: no status, but why there is none. */
const BITS: Readonly<Record<Mark, StatusSet>> = { ...STATUS, tooFew: 1 << 15 };
const GONE: StatusSet = ABSENT | BITS.tooFew;

/** What is to be told of an observation; of one without a value only why, for one reason, and a break. */
function tellable(observation: Observation | undefined): StatusSet {
  if (!observation) return STATUS.missing;
  const absence = absenceOf(observation);
  return absence ? BITS[absence] | (observation.status & STATUS.break) : observation.status;
}

/** The names of the series with a mark at a place of the grid, `[]` where all have it; `undefined` where none. */
function namesAt(all: readonly Series[], place: number, mark: Mark): readonly string[] | undefined {
  const wanted = BITS[mark];
  // A series without a value cannot have a mark of values.
  const enough = wanted & GONE ? wanted : wanted | GONE;
  const told = all.map(({ name, observations }) => ({ name, set: tellable(observations[place]) }));
  const marked = told.filter(({ set }) => set & wanted).map(({ name }) => name);
  if (marked.length === 0) return undefined;
  return told.every(({ set }) => set & enough) ? [] : marked;
}

/** Periods in which the same series have a mark. */
interface Group {
  readonly places: number[];
  readonly names: readonly string[];
}

function groupsOf(all: readonly Series[], mark: Mark, { grid }: Writer): Group[] {
  const groups = new Map<string, Group>();
  grid.forEach((_, place) => {
    const names = namesAt(all, place, mark);
    if (!names) return;
    const key = JSON.stringify(names);
    const group = groups.get(key) ?? { places: [], names };
    group.places.push(place);
    groups.set(key, group);
  });
  return [...groups.values()];
}

function tellMark(
  all: readonly Series[],
  mark: 'forecast' | (typeof MARKS)[number],
  writer: Writer,
): Sentence[] {
  const groups = groupsOf(all, mark, writer);
  if (groups.length === 0) return [];
  const head = writer.mark(mark);
  const named = groups.map(({ places, names }) => {
    const periods = writer.periods(places);
    return periods && writer.of(periods, names);
  });
  if (groups.length <= MOST_NAMED && named.every(Boolean)) {
    return [{ kind: mark, text: `${head}: ${named.join('; ')}` }];
  }
  const count = groups.reduce((sum, { places }) => sum + places.length, 0);
  const isOfSome = groups.every(({ names }) => names.length > 0);
  const names = isOfSome ? [...new Set(groups.flatMap((group) => group.names))] : [];
  return [{ kind: mark, text: writer.of(`${head} ${writer.messages.inPeriods(count)}`, names) }];
}

function tellBreaks(all: readonly Series[], writer: Writer): Sentence[] {
  const { messages, grid } = writer;
  const breaks = grid.flatMap((period, place) => {
    const names = namesAt(all, place, 'break');
    return names ? [writer.of(writer.during(period), names)] : [];
  });
  const last = breaks.at(-1);
  if (last === undefined) return [];
  const isNamed = breaks.length <= MOST_NAMED;
  const text = isNamed ? messages.broken(writer.list(breaks)) : messages.brokenOften(breaks.length, last);
  return [{ kind: 'break', text }];
}

/** `En 2026 informaron 41 de 52 comisarías`, where the last value of the only series is not whole for want of them. */
function tellUnreported([only, other]: readonly Series[], writer: Writer): Sentence[] {
  const last = other ? undefined : only?.observations.findLast(({ value }) => !Number.isNaN(value));
  const told = writer.words.beside?.({ reported: last?.reported });
  return last && told ? [{ kind: 'incomplete', text: `${capital(writer.during(last.period))} ${told}` }] : [];
}

/** Breaks, what may still change, is not whole or not there, in any series: when, and of which where not of all. */
export function tellCaveats(all: readonly Series[], writer: Writer): Sentence[] {
  // The projected values of a single series are told with its course.
  const projected = all.length > 1 ? tellMark(all, 'forecast', writer) : [];
  const marks = MARKS.flatMap((mark) => tellMark(all, mark, writer));
  return [...projected, ...tellBreaks(all, writer), ...marks, ...tellUnreported(all, writer)];
}
