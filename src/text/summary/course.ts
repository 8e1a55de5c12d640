import type { Observation } from '../../query/observations.js';
import { STATUS } from '../../table/status.js';
import type { Sentence } from './fit.js';
import type { Writer } from './writer.js';

/** Fewer values than this have no extremes besides the ends of their course. */
const FEWEST_FOR_EXTREMES = 3;

const hasValue = ({ value }: Observation): boolean => !Number.isNaN(value);

/** Whether a value may be compared: it is there, whole and of the past. */
export function isSettled(observation: Observation): boolean {
  return hasValue(observation) && !(observation.status & (STATUS.incomplete | STATUS.forecast));
}

/** Where what can be compared with the last settled value begins: at the last break until then. */
function startOf(series: readonly Observation[]): number {
  const until = series.slice(0, series.findLastIndex(isSettled) + 1);
  return Math.max(
    0,
    until.findLastIndex(({ status }) => status & STATUS.break),
  );
}

/** What can be compared with the last settled value: since the last break, and over periods as long as its own. */
function comparable(series: readonly Observation[]): Observation[] {
  const settled = series.slice(startOf(series)).filter(isSettled);
  const length = settled.at(-1)?.period.length;
  return settled.filter(({ period }) => period.length === length);
}

/** `Proyectado: 10.9 (2025)`; what is projected is no part of the course. */
function tellProjected(series: readonly Observation[], writer: Writer): Sentence[] {
  const told = series
    .filter((each) => hasValue(each) && each.status & STATUS.forecast)
    .map(({ value, period }) => `${writer.number(value)} (${writer.words.period(period)})`);
  const [first, last] = [told[0], told.at(-1)];
  if (first === undefined || last === undefined) return [];
  const values = first === last ? first : writer.words.range(first, last);
  return [{ kind: 'forecast', text: `${writer.mark('forecast')}: ${values}` }];
}

/** From where to where one series went since the last break, and what is projected. */
export function tellCourse(series: readonly Observation[], writer: Writer): Sentence[] {
  const settled = comparable(series);
  const projected = tellProjected(series, writer);
  const [first, last] = [settled[0], settled.at(-1)];
  if (!first || !last) return projected;
  const { went, stayed, only } = writer.messages;
  const [from, to] = [writer.number(first.value), writer.number(last.value)];
  const [start, end] = [writer.during(first.period), writer.during(last.period)];
  const value = writer.measured(last.value);
  const moved = from === to ? stayed(value, start, end) : went(from, start, value, end);
  return [{ kind: 'course', text: first === last ? only(value, end) : moved }, ...projected];
}

/** The highest and lowest values of one series; only since the last break, where there is one, which is said. */
export function tellExtremes(series: readonly Observation[], writer: Writer): Sentence[] {
  const { messages, words } = writer;
  const start = startOf(series);
  const settled = comparable(series);
  const told = (extreme: number): string => {
    const number = writer.number(extreme);
    const at = settled.filter(({ value }) => writer.number(value) === number);
    const places = at.map((each) => series.indexOf(each));
    return `${number} (${writer.periods(places) ?? messages.inPeriods(places.length)})`;
  };
  const values = settled.map(({ value }) => value);
  const [most, least] = [told(Math.max(...values)), told(Math.min(...values))];
  if (settled.length < FEWEST_FOR_EXTREMES || most === least) return [];
  const since = series.slice(0, start).some(hasValue) && series[start]?.period;
  const text = since
    ? messages.extremesSince(messages.since(words.period(since), since.length), most, least)
    : messages.extremes(most, least);
  return [{ kind: 'extremes', text }];
}
