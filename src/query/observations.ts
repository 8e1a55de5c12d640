import { DataError } from '../errors.js';
import { at, type NumberColumn, type PeriodColumn } from '../table/column.js';
import { comparePeriods, periodsBetween, type Period } from '../table/period.js';
import { STATUS, type StatusSet } from '../table/status.js';

/** A value at a time, with its status; NaN where there is none. */
export interface Observation {
  readonly period: Period;
  readonly value: number;
  readonly status: StatusSet;
  /** The number of events behind a rate. */
  readonly count?: number;
  /** What its true value may be, at the level that the question asks for. */
  readonly interval?: { readonly low: number; readonly high: number };
  /** How many units sent data, of how many, where too few did for the value to be whole; NaN where that is not known. */
  readonly reported?: { readonly reported: number; readonly expected: number };
}

/** More empty periods than this, and than ten for each row, are not gaps but a mistake in a date. */
const MOST_EMPTY = 5000;

/** Every period from the first to the last, gaps included; as given where they are not all of one length. */
export function gridOf(time: PeriodColumn): Period[] {
  const used = new Set(time.codes);
  const sorted = time.periods.filter((_, code) => used.has(code)).sort(comparePeriods);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (!first || !last || sorted.some((period) => period.length !== first.length)) return sorted;
  const most = MOST_EMPTY + 10 * sorted.length;
  const grid = periodsBetween(first, last, most);
  return grid.length < most ? grid : sorted;
}

/**
 * The observations of these rows on a grid of periods. Two rows for one period are refused: which one is meant
 * cannot be known.
 */
export function observationsOf(
  time: PeriodColumn,
  measure: NumberColumn,
  rows: Iterable<number>,
  grid: readonly Period[],
): Observation[] {
  const rowOf = new Map<string, number>();
  for (const row of rows) {
    const text = time.periods[at(time.codes, row)]?.text ?? '';
    if (rowOf.has(text)) {
      const value = measure.name + (text && ` (${text})`);
      const expected = [`sum(${measure.name})`, 'where="…"', text ? 'by="…"' : 'time="…"'];
      throw new DataError('several-rows', { attribute: 'value', value, expected });
    }
    rowOf.set(text, row);
  }
  return grid.map((period) => {
    const row = rowOf.get(period.text);
    if (row === undefined) return { period, value: NaN, status: STATUS.missing };
    return { period, value: at(measure.values, row), status: at(measure.statuses, row) };
  });
}
