import { DataError } from '../../errors.js';
import type { Arranged, Placed } from './arrange.js';
import { cellSpoken, cellText, type Writing } from './cell-words.js';
import type { DrawnBar } from './drawn.js';
import { barOf } from './ranking.js';
import type { Scale } from './scale.js';

/** One side of a row: its bar, from the middle outwards, and what is written at its end. */
export interface PyramidSide {
  readonly bar: DrawnBar | undefined;
  readonly value: string;
  readonly at: number;
}

/** One row of a population pyramid. */
export interface PyramidRow {
  readonly kind: Placed['kind'];
  readonly name: string;
  readonly sides: readonly PyramidSide[];
  readonly spoken: string;
}

/** The two values of the column, left and right; any other number of them has no sides. */
export function sidesOf(parts: readonly string[], attribute: string): readonly string[] {
  if (parts.length === 2) return parts;
  throw new DataError('bad-attribute', {
    attribute: 'pyramid',
    value: attribute,
    expected: parts.slice(0, 2),
  });
}

export function reachOfPyramid({ rows }: Arranged): number[] {
  const values = rows.flatMap(({ cells }) => cells.map(({ value }) => value));
  if (!values.some((value) => value < 0)) return values;
  // Below zero a bar would reach into the other side.
  throw new DataError('not-a-number', {
    attribute: 'value',
    value: String(Math.min(...values)),
    expected: ['0, 1, 2…'],
  });
}

/** Rows from the top down: the first of the data, which are the youngest, stand at the bottom. */
export function drawPyramid(
  { rows }: Arranged,
  parts: readonly string[],
  scale: Scale,
  writing: Writing,
): PyramidRow[] {
  return [...rows].reverse().map(({ kind, name, cells }) => {
    const details = cells.map((cell, part) => `${parts[part] ?? ''}: ${cellSpoken(cell, writing)}`);
    return {
      kind,
      name,
      sides: cells.map((cell) => ({
        bar: Number.isNaN(cell.value) ? undefined : barOf(cell.value, cell.status, scale),
        value: cellText(cell, writing),
        at: Number.isNaN(cell.value) ? 0 : scale.share(cell.value),
      })),
      spoken: details.join('; '),
    };
  });
}
