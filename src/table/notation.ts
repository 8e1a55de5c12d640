import type { DecimalMark } from './number-notation.js';
import type { DateOrder } from './period-notation.js';

/** What the file as a whole, or the page, says about how numbers and dates are written. */
export interface Notation {
  /** Holds where a column's own cells prove nothing. */
  readonly decimal: DecimalMark;
  /** The page said so: nothing is assumed, nothing need be told. */
  readonly decimalGiven: boolean;
  /** Another column of the file proves it. */
  readonly decimalProven?: boolean;
  /** Holds where a column's own dates can be read both ways. */
  readonly dateOrder?: DateOrder;
}
