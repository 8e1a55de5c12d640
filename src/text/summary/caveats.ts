import type { Observation } from '../../query/observations.js';
import type { Series } from '../../query/series.js';
import { ABSENT, STATUS, type StatusSet } from '../../table/status.js';
import { seriesName } from '../series-name.js';
import type { Sentence } from './fit.js';
import { MOST_NAMED, type Writer } from './writer.js';

/** What qualifies a value or tells why there is none, in the order in which it is told. */
const MARKS = [
  'provisional',
  'incomplete',
  'estimated',
  'revised',
  'unreliable',
  'missing',
  'suppressed',
  'notApplicable',
] as const;

type Mark = (typeof MARKS)[number] | 'forecast' | 'break';

/** Periods in which the same series have a mark. */
interface Group {
  readonly places: number[];
  /** `[]` where all series have it. */
  readonly names: readonly string[];
}

const hasValue = ({ value }: Observation): boolean => !Number.isNaN(value);

/** What is to be told of an observation; of one without a value only why, for one reason, and a break. */
function tellable(observation: Observation): StatusSet {
  const { status } = observation;
  if (hasValue(observation)) return status & ~ABSENT;
  const why = [STATUS.suppressed, STATUS.notApplicable].find((each) => status & each) ?? STATUS.missing;
  return why | (status & STATUS.break);
}

function groupsOf(all: readonly Series[], mark: Mark, { grid, messages }: Writer): Group[] {
  const isOfValues = !(STATUS[mark] & ABSENT);
  const groups = new Map<string, Group>();
  grid.forEach((_, place) => {
    const here = all.flatMap(({ name, observations }) => {
      const observation = observations[place];
      return observation
        ? [{ name, observation, isMarked: (tellable(observation) & STATUS[mark]) !== 0 }]
        : [];
    });
    const marked = here.filter(({ isMarked }) => isMarked);
    if (marked.length === 0) return;
    // A series without a value there cannot have a mark of values.
    const isAll = here.every((each) => each.isMarked || (isOfValues && !hasValue(each.observation)));
    const names = isAll ? [] : marked.map(({ name }) => seriesName(name, messages.noCategory));
    const key = JSON.stringify(names);
    const group = groups.get(key) ?? { places: [], names };
    group.places.push(place);
    groups.set(key, group);
  });
  return [...groups.values()];
}

function withNames(periods: string, names: readonly string[], writer: Writer): string {
  return names.length === 0 ? periods : `${periods} (${writer.names(names)})`;
}

function tellMark(all: readonly Series[], mark: Exclude<Mark, 'break'>, writer: Writer): Sentence[] {
  const { messages } = writer;
  const groups = groupsOf(all, mark, writer);
  if (groups.length === 0) return [];
  const head = messages.marks[mark];
  const named = groups.map(({ places, names }) => {
    const periods = writer.periods(places);
    return periods === undefined ? '' : withNames(periods, names, writer);
  });
  if (groups.length <= MOST_NAMED && !named.includes('')) {
    return [{ kind: mark, text: messages.marked(head, named.join('; ')) }];
  }
  const count = groups.reduce((sum, { places }) => sum + places.length, 0);
  const isOfSome = groups.every(({ names }) => names.length > 0);
  const names = isOfSome ? [...new Set(groups.flatMap((group) => group.names))] : [];
  return [{ kind: mark, text: withNames(`${head} ${messages.inPeriods(count)}`, names, writer) }];
}

function tellBreaks(all: readonly Series[], writer: Writer): Sentence[] {
  const { messages, grid } = writer;
  const breaks = groupsOf(all, 'break', writer)
    .flatMap(({ places, names }) => places.map((place) => ({ place, names })))
    .sort((a, b) => a.place - b.place)
    .map(({ place, names }) => {
      const period = grid[place];
      return period ? withNames(writer.during(period), names, writer) : '';
    });
  const last = breaks.at(-1);
  if (last === undefined) return [];
  const isNamed = breaks.length <= MOST_NAMED;
  const text = isNamed ? messages.broken(writer.list(breaks)) : messages.brokenOften(breaks.length, last);
  return [{ kind: 'break', text }];
}

/** Breaks, what may still change, is not whole or not there, in any series: when, and of which where not of all. */
export function tellCaveats(all: readonly Series[], writer: Writer): Sentence[] {
  // The projected values of a single series are told with its course.
  const projected = all.length > 1 ? tellMark(all, 'forecast', writer) : [];
  return [...projected, ...tellBreaks(all, writer), ...MARKS.flatMap((mark) => tellMark(all, mark, writer))];
}
