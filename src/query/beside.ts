import type { NumberColumn, PeriodColumn } from '../table/column.js';
import type { Period } from '../table/period.js';
import { columnsOf, type Table } from '../table/table.js';
import { observationsOf, type Observation } from './observations.js';

type Bound = NonNullable<NumberColumn['bound']>;

/** What the count behind a rate is called, whose own name is that of the measure. */
export const countName = (measure: string): string => `n (${measure})`;

/**
 * Of fewer units than this share a value is incomplete. It is the line of the United Nations Demographic Yearbook
 * between data that are virtually complete (code C, at least 90 % of the events) and those that are not (code U).
 */
export const COMPLETE_FROM = 0.9;

/** How many units sent data, of how many; NaN where that is not known. */
export interface Reported {
  readonly reported: number;
  readonly expected: number;
  /** Whether they are no units, but the parts of a sum. */
  readonly areParts?: boolean;
}

/**
 * Who sent data, where too few units are known to have, or which parts of a sum are there; nothing where that is not
 * asked for, or where all are.
 */
export const shortOf = (
  of: NumberColumn | undefined,
  reported?: number,
  expected?: number,
  areParts = of?.part === 'present',
): { readonly reported?: Reported } =>
  reported === undefined ||
  expected === undefined ||
  (areParts ? Number.isNaN(reported) : reported / expected >= COMPLETE_FROM)
    ? {}
    : { reported: { reported, expected, areParts } };

/** What an answer has beside a measure: the events behind a rate, the ends of an interval, who sent data. */
export interface Beside {
  readonly count: NumberColumn | undefined;
  readonly lower: NumberColumn | undefined;
  readonly upper: NumberColumn | undefined;
  readonly reported: NumberColumn | undefined;
  readonly expected: NumberColumn | undefined;
}

/** What stands beside a measure has its name: a rate's count, the ends of an interval. Other measures have none of it. */
export function besideOf(table: Table, { name }: NumberColumn): Beside {
  const attributes = columnsOf(table, 'attribute').filter((column) => column.kind === 'number');
  const end = (which: Bound): NumberColumn | undefined =>
    attributes.find(({ bound, name: named }) => bound === which && named.endsWith(`% (${name})`));
  const part = (units: string, parts: string): NumberColumn | undefined =>
    attributes.find((each) => each.part === units || each.name === `${parts} (${name})`);
  return {
    count: attributes.find((column) => column.name === countName(name)),
    lower: end('lower'),
    upper: end('upper'),
    reported: part('reported', 'present'),
    expected: part('expected', 'parts'),
  };
}

/** The observations of a measure with what the answer has beside it, from the same rows and on the same grid. */
export function withBeside(
  observations: readonly Observation[],
  beside: Beside,
  time: PeriodColumn,
  rows: readonly number[],
  grid: readonly Period[],
): Observation[] {
  const valuesOf = (column: NumberColumn | undefined): number[] | undefined =>
    column && observationsOf(time, column, rows, grid).map(({ value }) => value);
  const { count, lower, upper, reported, expected } = beside;
  const [counts, lows, highs, sent, due] = [count, lower, upper, reported, expected].map(valuesOf);
  return observations.map((each, index) => {
    const [low = NaN, high = NaN] = [lows?.[index], highs?.[index]];
    return {
      ...each,
      ...(counts && { count: counts[index] ?? NaN }),
      ...(!Number.isNaN(low) && { interval: { low, high } }),
      ...(!Number.isNaN(each.value) && shortOf(reported, sent?.[index], due?.[index])),
    };
  });
}
