import type { ComparedMessages } from './compared-messages.js';
import type { MeasureMessages } from './measure-messages.js';

export interface BarsMessages {
  readonly chart: string;
  readonly asTable: string;
  readonly asChart: string;
  readonly walk: string;
  /** Where bars begin and how far they may go, for those who cannot see it. */
  readonly scale: (unit: string, low: string, high: string) => string;
  readonly ordinal: (place: number) => string;
  /** `puesto 3 de 25` */
  readonly place: (place: number, count: number) => string;
  readonly tied: string;
  /** Of a value from which no place follows: it is incomplete or projected. */
  readonly unplaced: string;
  /** Between which places it may be, as the intervals allow. */
  readonly placeRange: (best: number, worst: number) => string;
  /** `level`: per cent of confidence, `''` where it is not said. */
  readonly interval: (low: string, high: string, level: string) => string;
  /** The sum of so many that have no bar of their own. */
  readonly others: (count: number) => string;
  readonly othersIn: (names: string) => string;
  /** So many that have no bar, and cannot be added up; `from` and `to`: their lowest and highest value. */
  readonly rest: (count: number, from: string, to: string) => string;
  readonly restAbsent: (names: string) => string;
  readonly panelsLeftOut: (shown: number, all: number) => string;
  readonly showAll: (count: string) => string;
  readonly showLess: string;
  readonly partsMissing: (missing: number, all: number) => string;
  /** Why there are no shares of a whole that is smaller than this. */
  readonly noShares: (fewest: string) => string;
  readonly ofTotal: string;
  readonly outOf: (total: string) => string;
  readonly unfinished: (shown: string, later: string) => string;
  readonly notFound: (name: string) => string;
  readonly own: string;
  readonly headers: Readonly<Record<'place' | 'total' | 'status' | 'interval' | 'cases', string>>;
  readonly summary: BarsSummaryMessages;
  readonly measures: MeasureMessages;
}

/** What bars are told with, in parts of sentences: without a full stop. */
export interface BarsSummaryMessages extends ComparedMessages {
  readonly count: (count: number) => string;
  readonly named: (name: string, value: string, place: string) => string;
  readonly largestPart: (name: string, share: string) => string;
}
