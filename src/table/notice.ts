/**
 * Something repaired, assumed or left out while reading: nothing is changed in silence.
 * Told to the page's owner; the reader is told where it changes what the figure means.
 */
export type NoticeCode =
  | 'column-renamed'
  | 'rows-short'
  | 'rows-long'
  | 'lines-left-out'
  | 'empty-cells-left-out'
  | 'quote-unclosed'
  | 'header-joined'
  | 'other-sheets'
  | 'codes-padded'
  | 'codes-not-repaired'
  | 'codes-converted'
  | 'codes-unmatched'
  | 'total-rows'
  | 'totals-left-out'
  | 'levels-unconfirmed'
  | 'rows-without-time'
  | 'date-order-assumed'
  | 'units-mixed'
  | 'decimal-assumed'
  | 'decimal-mixed'
  | 'unreadable-number'
  | 'unreadable-period'
  | 'unknown-status'
  | 'shapes-left-out'
  | 'map-key-guessed'
  | 'no-area'
  | 'places-unmatched'
  | 'read-as-windows-1252'
  | 'nul-removed'
  | 'encoding-unfit'
  | 'partial'
  | 'rows-repeated'
  | 'source-undeclared'
  | 'unknown-attribute'
  | 'odd-value'
  | 'unknown-language'
  | 'several-measures'
  | 'no-interval'
  | 'per-population'
  | 'no-population'
  | 'changed-since'
  | 'small-counts-hidden'
  | 'no-such-value'
  | 'portal-has-none'
  | 'late'
  | 'server-warning'
  | 'totals-among-parts'
  | 'averaged-by-portal'
  | 'denominator-repeated'
  // The source is no longer as the page expects it.
  | 'column-by-alias'
  | 'column-gone'
  | 'column-empty'
  | 'kind-changed'
  | 'unit-changed'
  | 'not-a-count'
  | 'out-of-range'
  | 'level-jump'
  | 'parts-differ'
  | 'period-repeated'
  | 'period-missing'
  | 'period-unsorted'
  | 'period-ahead';

export interface Notice {
  readonly code: NoticeCode;
  /** It changes what the figures mean: readers are told as well. */
  readonly isForReaders?: boolean;
  readonly column?: string;
  /** The attribute of the page that says `value`, and what it may say. */
  readonly attribute?: string;
  readonly expected?: readonly string[];
  readonly value?: string;
  /** Whose figures are meant that are not the source's own. */
  readonly source?: string;
  /** How many cells, rows or series. */
  readonly count?: number;
  readonly total?: number;
  /** The first line of the file, or row of the reply, where it was seen; from 1. */
  readonly line?: number;
  readonly nearest?: string;
}
