import type { Period, PeriodLength } from '../table/period.js';
import type { Level } from './intervals.js';

/** How the values of a group become one. Without it (`null`) every row keeps its own value. */
export type AggregateName = 'sum' | 'avg' | 'min' | 'max' | 'count';

/** `sum(cantidad)`, `count()`, or a bare column. */
export interface Measure {
  readonly aggregate: AggregateName | null;
  /** `null` only in `count()`. */
  readonly column: string | null;
}

/** How many live in a place in a year; `word`: the place as the rows have it. */
export interface Inhabitants {
  readonly word?: string;
  readonly year: number;
  readonly count: number;
}

/** Inhabitants that are not in the rows: of all that the question counts, and of the places of some columns. */
export interface Population {
  /** Whose figures they are, in words. */
  readonly source: string;
  readonly whole: readonly Inhabitants[];
  /** Columns of places, the largest places first: each word of a breakdown has its own, or none. */
  readonly parts: readonly { readonly column: string; readonly of: readonly Inhabitants[] }[];
  /** Of which year all rows are, where the question has no time. */
  readonly year?: number;
}

/** `100000 of sum(poblacion)`, or of inhabitants that the page tells. */
export type Per =
  | { readonly scale: number; readonly of: Measure; readonly population?: never }
  | { readonly scale: number; readonly of?: never; readonly population: Population };

/** `sum(informaron) of sum(unidades)`: how many units sent data, of how many that should. */
export interface Reporting {
  readonly reported: Measure;
  readonly expected: Measure;
}

/** The interval of confidence of counts and rates. */
export interface Interval {
  readonly level: Level;
  /** Of events that happen one by one, or of a part of a whole. */
  readonly method: 'poisson' | 'wilson';
}

/** What a period had before its value was revised, and until which day. */
export interface Revision {
  readonly period: Period;
  readonly before: number;
  readonly until: Period;
}

/** Told by the page, or by the columns of the value before and of the day on which it was changed. */
export type Revisions =
  | { readonly listed: readonly Revision[]; readonly before?: never }
  | { readonly before: string; readonly on?: string };

export interface SortKey {
  readonly column: string;
  readonly descending: boolean;
}

export type Comparison = '=' | '<>' | '<' | '<=' | '>' | '>=';

/** A literal as the page wrote it; a number keeps its digits, so that `010101` can be compared with a code. */
export interface Literal {
  readonly text: string;
  readonly isText: boolean;
}

/** The syntax tree of `where`. Sources compile it; `filter` runs it. */
export type Condition =
  | { readonly kind: 'and' | 'or'; readonly left: Condition; readonly right: Condition }
  | { readonly kind: 'not'; readonly of: Condition }
  | { readonly kind: 'compare'; readonly column: string; readonly op: Comparison; readonly value: Literal }
  | { readonly kind: 'in'; readonly column: string; readonly values: readonly Literal[] }
  | { readonly kind: 'null'; readonly column: string };

/**
 * What is asked of a table, small and serialisable. Names are the source's own column names.
 * Without a time, a breakdown or an aggregate the answer is the rows themselves.
 */
export interface Query {
  readonly measures: readonly Measure[];
  /** One column of periods, or a column of years and one of months. */
  readonly time: readonly string[];
  /** The column of the months of its years, or of stretches of them, where a portal has one: it tells whether a year is whole. */
  readonly months?: string;
  /** Coarser periods than the source has: days added up to months. */
  readonly every?: PeriodLength;
  readonly by: readonly string[];
  readonly where?: Condition;
  readonly per?: Per;
  readonly interval?: Interval;
  readonly reporting?: Reporting;
  readonly sort: readonly SortKey[];
  /** Of a period that is not whole the same months of the year before are wanted as well. */
  readonly compared?: boolean;
  readonly limit?: number;
  /** The column that holds each row's status; sums and counts keep those of their rows. */
  readonly status?: string;
  /** The time or the measure is not named but found in the rows: a portal must send them with all their columns. */
  readonly isOpen?: boolean;
  /** What the page knows of its data and the source does not say. */
  readonly declared?: {
    /** Names for readers. */
    readonly labels: readonly (readonly [name: string, label: string])[];
    /** From these periods on values cannot be compared with earlier ones. */
    readonly breaks: readonly Period[];
    /** From this period on values may still change. */
    readonly provisionalFrom?: Period;
    /** A period that ends later is not whole yet. */
    readonly completeThrough?: Period;
    /** A period that starts earlier is not whole. No page says so: it is seen in the rows (`coverage.ts`). */
    readonly completeFrom?: Period;
    /** Counts from 1 up to under this number are hidden. */
    readonly suppressUnder?: number;
    readonly revisions?: Revisions;
    /** Only these periods, both included. */
    readonly range?: { readonly from: Period; readonly to: Period };
  };
}

export const EMPTY_QUERY: Query = Object.freeze({ measures: [], time: [], by: [], sort: [] });

/** The columns that the question takes as numbers, and the attribute that names each; what is only counted may be anything. */
export function numberColumns({
  measures,
  per,
  reporting,
  declared,
}: Query): (readonly [name: string, attribute: string])[] {
  const named = [
    ...measures.map((measure) => [measure, 'value'] as const),
    ...(per?.of ? [[per.of, 'per'] as const] : []),
    ...Object.values(reporting ?? {}).map((measure: Measure) => [measure, 'reporting'] as const),
  ];
  const measured = named.flatMap(([{ aggregate, column }, attribute]) =>
    column === null || aggregate === 'count' ? [] : [[column, attribute] as const],
  );
  const before = declared?.revisions?.before;
  return before ? [...measured, [before, 'revisions']] : measured;
}
