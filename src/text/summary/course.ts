import type { Observation } from '../../query/observations.js';
import { STATUS } from '../../table/status.js';
import type { Sentence } from './fit.js';
import type { Writer } from './writer.js';

/** Fewer values than this have no extremes besides the ends of their course. */
const FEWEST_FOR_EXTREMES = 3;

/** Whether a value may be compared: it is there, whole and of the past. */
export function isSettled({ value, status }: Observation): boolean {
  return !Number.isNaN(value) && !(status & (STATUS.incomplete | STATUS.forecast));
}

/** Where what can be compared with the last value begins: at the last break. */
function startOf(series: readonly Observation[]): number {
  const at = series.findLastIndex(({ status }) => status & STATUS.break && !(status & STATUS.forecast));
  return Math.max(0, at);
}

function course(settled: readonly Observation[], writer: Writer): Sentence[] {
  const [first, last] = [settled[0], settled.at(-1)];
  if (!first || !last) return [];
  const { went, stayed, only } = writer.messages;
  const [from, to] = [writer.number(first.value), writer.number(last.value)];
  const [start, end, value] = [
    writer.during(first.period),
    writer.during(last.period),
    writer.measured(last.value),
  ];
  if (first === last) return [{ kind: 'course', text: only(value, end) }];
  return [{ kind: 'course', text: from === to ? stayed(value, start, end) : went(from, start, value, end) }];
}

/** The last break parts what is told from what came before it: that is said. */
function extremes(series: readonly Observation[], start: number, writer: Writer): Sentence[] {
  const settled = series.slice(start).filter(isSettled);
  const values = settled.map(({ value }) => value);
  const [most, least] = [Math.max(...values), Math.min(...values)].map((value) => writer.number(value));
  if (settled.length < FEWEST_FOR_EXTREMES || most === undefined || least === undefined || most === least) {
    return [];
  }
  const { messages, words } = writer;
  const told = (number: string): string => {
    const places = settled
      .filter(({ value }) => writer.number(value) === number)
      .map((each) => series.indexOf(each));
    return `${number} (${writer.periods(places) ?? messages.inPeriods(places.length)})`;
  };
  const [high, low] = [told(most), told(least)];
  const since = series.slice(0, start).some(({ value }) => !Number.isNaN(value))
    ? series[start]?.period
    : undefined;
  if (!since) return [{ kind: 'extremes', text: messages.extremes(high, low) }];
  const when = messages.since(words.period(since), since.length);
  return [{ kind: 'extremes', text: messages.extremesSince(when, high, low) }];
}

/** `Proyectado: 10.9 (2025)`; what is projected is no part of the course. */
function projected(series: readonly Observation[], writer: Writer): Sentence[] {
  const { words, messages } = writer;
  const told = series
    .filter(({ value, status }) => !Number.isNaN(value) && status & STATUS.forecast)
    .map(({ value, period }) => `${writer.number(value)} (${words.period(period)})`);
  const [first, last] = [told[0], told.at(-1)];
  if (first === undefined || last === undefined) return [];
  const values = told.length === 1 ? first : words.range(first, last);
  return [{ kind: 'forecast', text: messages.marked(messages.marks.forecast, values) }];
}

/** One series: from where to where it went, what is projected, and its extremes; nothing across a break. */
export function tellCourse(
  series: readonly Observation[],
  writer: Writer,
): { readonly course: Sentence[]; readonly extremes: Sentence[] } {
  const start = startOf(series);
  return {
    course: [...course(series.slice(start).filter(isSettled), writer), ...projected(series, writer)],
    extremes: extremes(series, start, writer),
  };
}
