import { DataError } from '../../errors.js';
import { at, type NumberColumn, type PeriodColumn } from '../../table/column.js';
import { comparePeriods, type Period } from '../../table/period.js';
import { readIsoPeriod } from '../../table/period-iso.js';
import { STATUS } from '../../table/status.js';

/** Which period bars are of: bars have room for one. */
export interface ShownPeriod {
  readonly period: Period;
  /** The last one with values, where it is left out since it is not whole. */
  readonly unfinished: Period | undefined;
}

const NOT_WHOLE = STATUS.incomplete | STATUS.forecast;

/** The periods for which a row holds. */
function periodsWhere({ codes, periods }: PeriodColumn, holds: (row: number) => boolean): Period[] {
  const found = new Set<number>();
  codes.forEach((code, row) => {
    if (holds(row)) found.add(code);
  });
  return periods.filter((_, code) => found.has(code)).sort(comparePeriods);
}

/** The period that the page wants, `2024-09`; without one the last whole one that has values. */
export function shownPeriod(
  time: PeriodColumn,
  measure: NumberColumn,
  wanted: string,
): ShownPeriod | undefined {
  const all = periodsWhere(time, () => true);
  if (wanted.trim() !== '') {
    const text = readIsoPeriod(wanted)?.text;
    const period = all.find((each) => each.text === text);
    if (period) return { period, unfinished: undefined };
    const expected = all.map((each) => each.text).reverse();
    throw new DataError('bad-attribute', { attribute: 'period', value: wanted, expected });
  }
  const valued = periodsWhere(time, (row) => !Number.isNaN(at(measure.values, row)));
  const settled = periodsWhere(
    time,
    (row) => !Number.isNaN(at(measure.values, row)) && !(at(measure.statuses, row) & NOT_WHOLE),
  );
  const last = valued.at(-1);
  const whole = settled.findLast(({ through }) => !through) ?? last ?? all.at(-1);
  return whole && { period: whole, unfinished: last && last.start > whole.start ? last : undefined };
}
