import type { Series } from '../../query/series.js';
import { seriesName } from '../series-name.js';
import { isSettled } from './course.js';
import type { Sentence } from './fit.js';
import type { Writer } from './writer.js';

/** The last period in which every series has a whole value of the past; -1 where there is none. */
function lastCommon(all: readonly Series[], length: number): number {
  for (let place = length - 1; place >= 0; place--) {
    const isCommon = all.every(({ observations }) => {
      const observation = observations[place];
      return observation && isSettled(observation);
    });
    if (isCommon) return place;
  }
  return -1;
}

/** Several series: how many, and which are highest and lowest in the last period that all have. */
export function tellRanking(all: readonly Series[], writer: Writer): Sentence[] {
  const { messages, grid } = writer;
  const count: Sentence = { kind: 'series', text: messages.series(all.length) };
  const place = lastCommon(all, grid.length);
  const period = grid[place];
  if (!period) return [count];
  const values = all.map(({ observations }) => observations[place]?.value ?? NaN);
  const [most, least] = [Math.max(...values), Math.min(...values)];
  const when = writer.during(period);
  const isSame = (a: number, b: number): boolean => writer.number(a) === writer.number(b);
  if (isSame(most, least))
    return [count, { kind: 'course', text: messages.allEqual(writer.measured(most), when) }];
  const named = (value: number, number: string): string => {
    const names = all.filter((_, index) => isSame(values[index] ?? NaN, value));
    return `${writer.names(names.map(({ name }) => seriesName(name, messages.noCategory)))} (${number})`;
  };
  const [high, low] = [named(most, writer.measured(most)), named(least, writer.number(least))];
  return [count, { kind: 'course', text: messages.ranked(when, high, low) }];
}
