import { DataError } from '../errors.js';

/** How values are put into classes: equally many in each, alike within each, or at given values. */
export type ClassMethod = 'quantiles' | 'jenks' | readonly number[];

const FEWEST_CLASSES = 3;
const MOST_CLASSES = 6;
const USUAL_CLASSES = 5;

/** Reads `quantiles`, `jenks` or two to five values in rising order: `4, 8, 12`. */
export function parseClasses(text: string): ClassMethod {
  const said = text.trim().toLowerCase();
  if (said === '' || said === 'quantiles') return 'quantiles';
  if (said === 'jenks') return 'jenks';
  const breaks = said.split(',').map((part) => (part.trim() === '' ? NaN : Number(part)));
  const isRising = breaks.every(
    (each, place) => Number.isFinite(each) && !(each <= (breaks[place - 1] ?? -Infinity)),
  );
  if (isRising && breaks.length >= FEWEST_CLASSES - 1 && breaks.length < MOST_CLASSES) return breaks;
  const expected = ['quantiles', 'jenks', '4, 8, 12'];
  throw new DataError('bad-attribute', { attribute: 'classes', value: text, expected });
}

/** How many classes, 3 to 6; 5 where the page does not say. */
export function parseClassCount(text: string): number {
  if (text.trim() === '') return USUAL_CLASSES;
  const count = Number(text);
  if (Number.isInteger(count) && count >= FEWEST_CLASSES && count <= MOST_CLASSES) return count;
  throw new DataError('bad-attribute', {
    attribute: 'class-count',
    value: text,
    expected: ['3', '4', '5', '6'],
  });
}

/** Where each class but the first begins, so that each has as many values as the others, as far as ties allow. */
function quantiles(sorted: readonly number[], count: number): number[] {
  const wanted = Array.from(
    { length: count - 1 },
    (_, step) => sorted[Math.ceil(((step + 1) * sorted.length) / count)],
  );
  return wanted.filter((each) => each !== undefined);
}

/** Sums that give the squared distance to the mean of any run of the values. */
function scatterOf(
  values: readonly number[],
  weights: readonly number[],
): (from: number, to: number) => number {
  const [count, sum, square] = [[0], [0], [0]];
  const middle = values[Math.floor(values.length / 2)] ?? 0;
  values.forEach((value, place) => {
    // Near zero the sums of squares lose nothing to rounding.
    const [weight, moved] = [weights[place] ?? 0, value - middle];
    count.push((count[place] ?? 0) + weight);
    sum.push((sum[place] ?? 0) + weight * moved);
    square.push((square[place] ?? 0) + weight * moved * moved);
  });
  const between = (sums: readonly number[], from: number, to: number): number =>
    (sums[to] ?? 0) - (sums[from] ?? 0);
  return (from, to) => {
    const total = between(sum, from, to);
    return between(square, from, to) - (total * total) / between(count, from, to);
  };
}

/**
 * Natural breaks (Jenks 1967, by the dynamic programme of Fisher 1958): the classes whose values are nearest to their
 * means. Exact; the best start of a last class never moves back as values are added, which saves most of the work.
 */
function naturalBreaks(distinct: readonly number[], weights: readonly number[], count: number): number[] {
  const scatter = scatterOf(distinct, weights);
  const { length } = distinct;
  let least = Float64Array.from({ length: length + 1 }, (_, to) => (to === 0 ? 0 : scatter(0, to)));
  const starts: Int32Array[] = [];
  for (let classes = 2; classes <= count; classes++) {
    const next = new Float64Array(length + 1).fill(Infinity);
    const start = new Int32Array(length + 1);
    const solve = (from: number, to: number, first: number, last: number): void => {
      if (from > to) return;
      const middle = (from + to) >> 1;
      for (let at = Math.max(first, classes - 1); at <= Math.min(last, middle - 1); at++) {
        const cost = (least[at] ?? Infinity) + scatter(at, middle);
        if (cost < (next[middle] ?? Infinity)) [next[middle], start[middle]] = [cost, at];
      }
      const best = start[middle] ?? first;
      solve(from, middle - 1, first, best);
      solve(middle + 1, to, best, last);
    };
    solve(classes, length, classes - 1, length - 1);
    starts.push(start);
    least = next;
  }
  const breaks: number[] = [];
  let end = length;
  for (const start of starts.reverse()) {
    end = start[end] ?? 0;
    breaks.unshift(distinct[end] ?? NaN);
  }
  return breaks;
}

/**
 * Where each class but the first begins. Every class has a value, and no two begin alike: few different values give
 * fewer classes. Given breaks stay as they are.
 */
export function classBreaks(
  values: readonly number[],
  method: ClassMethod,
  count: number,
): readonly number[] {
  if (typeof method !== 'string') return method;
  const sorted = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  const distinct = [...new Set(sorted)];
  const most = Math.min(count, distinct.length);
  if (most < 2) return [];
  if (method === 'quantiles') {
    const found = distinct.length <= count ? distinct.slice(1) : quantiles(sorted, count);
    return [...new Set(found)].filter((each) => each > (sorted[0] ?? each));
  }
  const times = new Map<number, number>();
  for (const value of sorted) times.set(value, (times.get(value) ?? 0) + 1);
  return naturalBreaks(
    distinct,
    distinct.map((value) => times.get(value) ?? 0),
    most,
  );
}

/** The class of a value, from 0: how many breaks it has reached. */
export function classOf(value: number, breaks: readonly number[]): number {
  return breaks.filter((each) => value >= each).length;
}
