import type { CodeSystem } from './code-system.js';
import type { Notation } from './notation.js';
import type { Period } from './period.js';

/** What a column is in a question's answer, in SDMX's words; an attribute says more about the measure. */
export type ColumnRole = 'time' | 'dimension' | 'measure' | 'attribute';

interface ColumnBase {
  readonly name: string;
  /** The name a reader sees, where the source or the page gives one. */
  readonly label?: string;
  readonly unit?: string;
  readonly role?: ColumnRole;
}

/** What the numbering of a column's words tells of them, where the values confirm it: `5.1` is a part of `5`. */
export interface Levels {
  /** Words whose values others of the column have already: wholes, and parts of one that is itself no sum of them. */
  readonly repeats: ReadonlySet<string>;
  /** The word that each is a part of. */
  readonly partOf: ReadonlyMap<string, string>;
}

/** Dictionary-encoded text; code -1 is a cell without a word. Codes of places stay as written. */
export interface TextColumn extends ColumnBase {
  readonly kind: 'text';
  readonly codes: Int32Array;
  readonly words: readonly string[];
  /** What a reader sees for each word, where the words are codes of the source: `ES` is `España`. */
  readonly wordLabels?: readonly string[];
  /** Which list of places its words are codes of, where the page or the form of the codes says so. */
  readonly codeSystem?: CodeSystem;
  /** How its file writes numbers and dates, where not as usual: a question may take it for either. */
  readonly notation?: Notation;
  /** Of a column of an answer. */
  readonly levels?: Levels;
}

/** Numbers with a status each; NaN where the status is one of absence, and nowhere else. */
export interface NumberColumn extends ColumnBase {
  readonly kind: 'number';
  readonly values: Float64Array;
  readonly statuses: Uint16Array;
  /** The most decimals the source wrote. */
  readonly decimals: number;
  /** The end of the interval of the measure that this column holds; its role is `attribute`. */
  readonly bound?: 'lower' | 'upper';
  /**
   * What it holds beside the measure: a part of periods that are not whole, what they have and what a year before had
   * by the same day; how many units sent data, and how many should; how many parts of an incomplete sum have a value,
   * and how many there are; or what the source had published before.
   */
  readonly part?: 'same' | 'before' | 'reported' | 'expected' | 'present' | 'parts' | 'previous';
}

/** Dictionary-encoded periods; code -1 is a row without one. */
export interface PeriodColumn extends ColumnBase {
  readonly kind: 'period';
  readonly codes: Int32Array;
  readonly periods: readonly Period[];
  /** The texts of periods from which the page says that values are measured otherwise, whether a row has them or not. */
  readonly breaks?: readonly string[];
}

export type Column = TextColumn | NumberColumn | PeriodColumn;

/** Typed-array reads within their length are never undefined, which the compiler cannot know. */
export function at(array: Float64Array | Int32Array | Uint16Array | Uint8Array, index: number): number {
  return array[index] as number;
}

/** Row numbers, from 0. */
export type Rows = Uint32Array | readonly number[];
