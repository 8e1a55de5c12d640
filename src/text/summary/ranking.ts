import type { Series } from '../../query/series.js';
import { isSettled } from './course.js';
import type { Sentence } from './fit.js';
import type { Writer } from './writer.js';

/** Several series: how many, and which are highest and lowest in the last period that all have. */
export function tellRanking(all: readonly Series[], writer: Writer): Sentence[] {
  const { messages, grid } = writer;
  const count: Sentence = { kind: 'series', text: messages.series(all.length) };
  const settledAt = (place: number): { name: string; value: number }[] =>
    all.flatMap(({ name, observations }) => {
      const each = observations[place];
      return each && isSettled(each) ? [{ name, value: each.value }] : [];
    });
  const place = grid.findLastIndex((_, each) => settledAt(each).length === all.length);
  const period = grid[place];
  if (!period) return [count];
  const there = settledAt(place);
  const values = there.map(({ value }) => value);
  const [most, least] = [Math.max(...values), Math.min(...values)];
  const [high, low] = [writer.number(most), writer.number(least)];
  const namesOf = (number: string): string =>
    writer.names(there.filter(({ value }) => writer.number(value) === number).map(({ name }) => name));
  const when = writer.during(period);
  const text =
    high === low
      ? messages.allEqual(writer.measured(most), when, most !== least)
      : messages.ranked(when, `${namesOf(high)} (${writer.measured(most)})`, `${namesOf(low)} (${low})`);
  return [count, { kind: 'course', text }];
}
