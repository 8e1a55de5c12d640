import type { ErrorCode } from '../errors.js';
import type { NoticeCode } from '../table/notice.js';
import type { PeriodLength } from '../table/period.js';
import type { StatusName } from '../table/status.js';
import type { BarsMessages } from './bars-messages.js';
import type { DownloadMessages } from './download-messages.js';
import type { FilterMessages, ProfileMessages } from './filter-messages.js';
import type { MapMessages } from './map-messages.js';
import type { ComparisonMessages, MarksMessages } from './marks-messages.js';
import type { MeasureMessages } from './measure-messages.js';
import type { MethodMessages } from './method-messages.js';
import type { RateSwitchMessages } from './rate-switch-messages.js';
import type { TargetsMessages } from './targets-messages.js';

export type { BarsMessages, ComparisonMessages, MarksMessages, MeasureMessages };

/** What a sentence about a change needs, already written out. */
export interface ChangeWords {
  /** The difference without sign and with its unit where it has one: `0.4`, `1.2 puntos porcentuales`. */
  readonly difference: string;
  /** `12.3%` without sign, where a percentage is honest. */
  readonly percent: string | undefined;
  /** The period compared with. */
  readonly base: string;
}

/** What qualifies figures, in words: loaded where there is something to say. */
export interface RemarkMessages {
  readonly status: Readonly<Record<StatusName, string>>;
  readonly late: (months: number) => string;
  /** `total`: where the source says how many there are. */
  readonly partial: (received: string, total: string | undefined) => string;
  readonly undated: (rows: string) => string;
  /** Rows that are made of the others, and not added to them. */
  readonly totals: (rows: string) => string;
  /** Counts from 1 to `most` are not told, nor what would give them away. */
  readonly smallCounts: (most: string) => string;
  /** Values are not as those of this source have been so far. */
  readonly unexpected: string;
  readonly stale: (date: string) => string;
  /** Why there is no change to tell. */
  readonly 'not-comparable': (base: string) => string;
  readonly 'not-whole': (base: string) => string;
  /** A change that chance alone may explain, with both values. */
  readonly unclear: (base: string, first: string, last: string) => string;
  /** A change of part of a period, or one that is projected: which part or what it is, and what is told of it. */
  readonly ofPart: (part: string, change: string) => string;
  /** The unit of a rate, where the page names none. */
  readonly perScale: (scale: string) => string;
  /** The number of events behind a rate. */
  readonly events: (count: string) => string;
  /** How many units sent data, of how many; `share` with its per cent sign, `units`: what they are, `''` where not said. */
  readonly reported: (reported: string, expected: string, share: string, units: string) => string;
  /** It is not known how many did. */
  readonly unreported: string;
  /** How many parts of an incomplete sum have a value, of how many. */
  readonly parts: (present: string, parts: string) => string;
  /** Why there is no change to tell: far more, or fewer, units sent data. */
  readonly uneven: (base: string) => string;
  /** `level`: with its per cent sign. */
  readonly interval: (level: string, low: string, high: string) => string;
  /** What shows the interval in a chart. */
  readonly intervalMark: Readonly<Record<'line' | 'column', (level: string) => string>>;
  /**
   * What columns beside a measure are called: the ends of its interval, what it was before and when it changed, the
   * units that sent data and those that should.
   */
  readonly besides: Readonly<
    Record<
      'lower' | 'upper' | 'previous' | 'revised' | 'until' | 'reported' | 'expected' | 'present' | 'parts',
      (level: string) => string
    >
  >;
}

/** What few answers have to say beside. */
export interface RareRemarkMessages {
  /**
   * What is told of a notice by itself: by the inhabitants of which years a rate is and whose figures those are; for
   * which there is none, `—` being no known year; how many frozen figures are others in the copy of a day.
   */
  readonly told: Readonly<
    Record<'per-population' | 'no-population' | 'changed-since', (value: string, other: string) => string>
  >;
  /** `what`: the period, the part of a breakdown; `day`: `''` where it is not known. */
  readonly revision: (what: string, before: string, day: string) => string;
  /** What the copy of an observatory had before, and until which day. */
  readonly formerly: (what: string, before: string, day: string) => string;
  /** More revisions than are told. */
  readonly otherRevisions: (count: string) => string;
}

/** What every widget says: states, statuses, sources, changes. */
export interface FigureMessages {
  /** BCP 47, in order of preference: what numbers and dates are written in. */
  readonly locales: readonly string[];
  readonly loading: string;
  readonly slow: string;
  readonly retry: string;
  /** What stands where a value would, in a cell's width; `status` has the long form. */
  readonly absent: Readonly<Record<'missing' | 'suppressed' | 'notApplicable', string>>;
  readonly quarter: (part: number, year: number) => string;
  readonly half: (part: number, year: number) => string;
  readonly periodHeader: string;
  /** What `count()` counts. */
  readonly rows: string;
  /** Of what rounds to nothing: less than the smallest percentage that is shown. */
  readonly under: (percent: string) => string;
  readonly percentagePoints: (count: string) => string;
  /** Stands for a value that is not there, in full. */
  readonly noValue: string;
  readonly source: string;
  readonly sourceUndeclared: string;
  readonly dataThrough: (period: string) => string;
  readonly published: (date: string) => string;
  readonly fileDated: (date: string) => string;
  readonly fetched: (date: string) => string;
  readonly license: (name: string) => string;
  readonly about: string;
  readonly rose: (change: ChangeWords) => string;
  readonly fell: (change: ChangeWords) => string;
  readonly same: (base: string) => string;
  /** Why there is no change to tell; `RemarkMessages` has other reasons. */
  readonly 'no-base': (base: string) => string;
  /** From where to where a small line without an axis goes. */
  readonly range: (first: string, last: string) => string;
  /** Where the cause cannot be put in words, since those could not be loaded either. */
  readonly unavailable: string;
  readonly offline: string;
}

/** Why there are no figures, for the reader: plain, without blame. `host` is the source's address. */
export type ErrorMessages = Readonly<Record<ErrorCode | 'empty', (host: string) => string>>;

/** What stands one action away: meaning, method, how to cite. */
export interface AboutMessages {
  readonly definition: string;
  readonly method: string;
  readonly comparability: string;
  readonly contact: string;
  readonly freshness: string;
  readonly live: string;
  readonly ofSnapshot: (date: string) => string;
  readonly frozen: (date: string) => string;
  readonly cite: string;
  readonly citePlain: string;
  readonly retrieved: (date: string) => string;
  readonly undated: string;
}

/** What a chart is told with, in parts of sentences: without a full stop. */
export interface SummaryMessages {
  /** The word before the last of a list. */
  readonly and: (last: string) => string;
  /** A part of a breakdown that has no word. */
  readonly noCategory: string;
  /** `en 2024`, `el 5 dic. 2024` */
  readonly during: (period: string, length: PeriodLength) => string;
  readonly since: (period: string, length: PeriodLength) => string;
  readonly inPeriods: (count: number) => string;
  readonly went: (first: string, firstWhen: string, last: string, lastWhen: string) => string;
  readonly only: (value: string, when: string) => string;
  readonly stayed: (value: string, firstWhen: string, lastWhen: string) => string;
  readonly extremes: (most: string, least: string) => string;
  readonly extremesSince: (since: string, most: string, least: string) => string;
  readonly broken: (when: string) => string;
  readonly brokenOften: (count: number, lastWhen: string) => string;
  readonly series: (count: number) => string;
  /** Why there is no rate. */
  readonly tooFew: string;
  readonly ranked: (when: string, most: string, least: string) => string;
  /** `isRounded`: they are the same only as they are shown. */
  readonly allEqual: (value: string, when: string, isRounded: boolean) => string;
}

export interface TrendMessages {
  readonly chart: string;
  readonly asTable: string;
  readonly asChart: string;
  readonly walk: string;
  /** The axes in words: unit, lowest and highest value, first and last period. */
  readonly axes: (unit: string, low: string, high: string, first: string, last: string) => string;
  readonly notZero: string;
  readonly breakLabel: string;
  readonly leftOut: (shown: number, all: number) => string;
  readonly summary: SummaryMessages;
  readonly measures: MeasureMessages;
}

export interface TableMessages {
  readonly filter: string;
  readonly rows: (count: string, all: string) => string;
  readonly page: (page: string, pages: string) => string;
  readonly previous: string;
  readonly next: string;
  readonly sortBy: (column: string) => string;
  /** Before the choice of a column, and the choice of none. */
  readonly sort: string;
  readonly unsorted: string;
  /** Said after sorting: by which column, in which of `orders`. */
  readonly sorted: (column: string, order: string) => string;
  /** Ascending, descending. */
  readonly orders: Readonly<Record<'number' | 'text' | 'period', readonly [string, string]>>;
  readonly nothingFound: string;
  readonly scrolls: string;
  readonly statusOf: (measure: string) => string;
  readonly statusHeader: string;
  readonly measures: MeasureMessages;
}

/** For whoever put the widget on the page: what to mend, and where. */
export interface OwnerMessages {
  /** Above what is for the page's owner. */
  readonly intro: string;
  readonly error: Readonly<Record<ErrorCode, string>>;
  readonly notice: Readonly<Record<NoticeCode, string>>;
  /** Where a code has more than one cause, as `describeError` tells them apart. */
  readonly cause: Readonly<Record<'no-address' | 'no-such-id' | 'cut' | 'excel' | 'redirected', string>>;
  /** Why an answer has no rows; `asked`: the attributes that leave rows out, where there are any. */
  readonly noRows: (asked: string) => string;
  readonly expected: (choices: string) => string;
  readonly nearest: (name: string) => string;
  readonly position: (character: number) => string;
  readonly serverSaid: (message: string) => string;
}

/**
 * Every word of one language. A missing key does not compile, so that no language is half there.
 * Spanish is kept in parts, so that a page loads the words it shows; another language is one file.
 */
export interface Messages {
  readonly figure: FigureMessages;
  readonly remarks: RemarkMessages & RareRemarkMessages;
  readonly error: ErrorMessages;
  readonly about: AboutMessages;
  readonly rateSwitch: RateSwitchMessages;
  readonly trend: TrendMessages;
  readonly comparison: ComparisonMessages;
  readonly marks: MarksMessages;
  readonly bars: BarsMessages;
  readonly map: MapMessages;
  readonly table: TableMessages;
  readonly download: DownloadMessages;
  readonly method: MethodMessages;
  readonly targets: TargetsMessages;
  readonly filter: FilterMessages;
  readonly profile: ProfileMessages;
  readonly owner: OwnerMessages;
}
