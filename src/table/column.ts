import type { Notation } from './notation.js';
import type { Period } from './period.js';
import { STATUS, type StatusSet } from './status.js';

/** What a column is in a question's answer, in SDMX's words; an attribute says more about the measure. */
export type ColumnRole = 'time' | 'dimension' | 'measure' | 'attribute';

interface ColumnBase {
  readonly name: string;
  /** The name a reader sees, where the source or the page gives one. */
  readonly label?: string;
  readonly unit?: string;
  readonly role?: ColumnRole;
}

/** Dictionary-encoded text; code -1 is a cell without a word. Codes of places stay as written. */
export interface TextColumn extends ColumnBase {
  readonly kind: 'text';
  readonly codes: Int32Array;
  readonly words: readonly string[];
  /** How its file writes numbers and dates, where not as usual: a question may take it for either. */
  readonly notation?: Notation;
}

/** Numbers with a status each; NaN where the status is one of absence, and nowhere else. */
export interface NumberColumn extends ColumnBase {
  readonly kind: 'number';
  readonly values: Float64Array;
  readonly statuses: Uint16Array;
  /** The most decimals the source wrote. */
  readonly decimals: number;
}

/** Dictionary-encoded periods; code -1 is a row without one. */
export interface PeriodColumn extends ColumnBase {
  readonly kind: 'period';
  readonly codes: Int32Array;
  readonly periods: readonly Period[];
}

export type Column = TextColumn | NumberColumn | PeriodColumn;

/** Typed-array reads within their length are never undefined, which the compiler cannot know. */
export function at(array: Float64Array | Int32Array | Uint16Array | Uint8Array, index: number): number {
  return array[index] as number;
}

/** One cell of any column, as a value and a status. */
export interface Cell {
  readonly value: string | number | Period | undefined;
  readonly status: StatusSet;
}

export function cellAt(column: Column, row: number): Cell {
  if (column.kind === 'number') {
    const value = at(column.values, row);
    return { value: Number.isNaN(value) ? undefined : value, status: at(column.statuses, row) };
  }
  const code = at(column.codes, row);
  const value = column.kind === 'text' ? column.words[code] : column.periods[code];
  return { value, status: value === undefined ? STATUS.missing : 0 };
}

/** The cell as the source would write it: numbers with a point, periods ISO-like, `''` where there is none. */
export function textAt(column: Column, row: number): string {
  const { value } = cellAt(column, row);
  return value === undefined ? '' : typeof value === 'object' ? value.text : String(value);
}

function pick<A extends Int32Array | Float64Array | Uint16Array>(from: A, to: A, rows: Rows): A {
  let index = 0;
  for (const row of rows) to[index++] = at(from, row);
  return to;
}

/** Row numbers, from 0. */
export type Rows = Uint32Array | readonly number[];

/** The column with only these rows, in this order. */
export function takeRows(column: Column, rows: Rows): Column {
  const length = rows.length;
  if (column.kind !== 'number') {
    return Object.freeze({ ...column, codes: pick(column.codes, new Int32Array(length), rows) });
  }
  return Object.freeze({
    ...column,
    values: pick(column.values, new Float64Array(length), rows),
    statuses: pick(column.statuses, new Uint16Array(length), rows),
  });
}
