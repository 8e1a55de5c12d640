/** From one row of a file to another, both with them, from 1. */
export type RowRange = readonly [first: number, last: number];

/**
 * How a file is written, as a page or a description of it declares. The words are Table Dialect's (Frictionless Data
 * Package 2), which has those of CSV Dialect (1) and of CSV on the Web.
 */
export interface Dialect {
  readonly delimiter?: string;
  /** `''` where no mark stands around cells. */
  readonly quoteChar?: string;
  /** False where a quote within a cell is not written twice. */
  readonly doubleQuote?: boolean;
  readonly escapeChar?: string;
  readonly skipInitialSpace?: boolean;
  /** Rows of the file, from 1; an empty list where it has no header. */
  readonly headerRows?: readonly number[];
  readonly headerJoin?: string;
  readonly commentRows?: readonly RowRange[];
  readonly commentChar?: string;
  readonly encoding?: string;
  /** What a cell holds that has no value. */
  readonly nullSequence?: string;
  /** Which sheet of a workbook, by name or number from 1. */
  readonly sheetName?: string;
  /** The names of the columns, in their order, by which a header that has others is renamed. */
  readonly names?: readonly string[];
  /** Names for columns that the header calls otherwise. */
  readonly renames?: ReadonlyMap<string, string>;
  /** Addresses of the further parts of a file that is in several. */
  readonly parts?: readonly string[];
  /** What is still to be read of a description that is in several files, and then the data. */
  readonly pending?: readonly Pending[];
}

/** One file of a description that is in several: what it says of the data, or the data themselves. */
export interface Pending {
  readonly url: string;
  readonly what: 'schema' | 'dialect' | 'data';
  readonly protocol: string | undefined;
}
