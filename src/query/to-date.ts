import { at, type Column, type NumberColumn, type PeriodColumn } from '../table/column.js';
import { shiftYears, type Period } from '../table/period.js';
import { replaceColumns } from '../table/replace-columns.js';
import { STATUS } from '../table/status.js';
import { columnsOf, makeTable, type Table } from '../table/table.js';
import { takeTable } from '../table/take-rows.js';
import type { Query } from './query.js';
import type { OwnPeriods } from './time.js';

/** A period that is not whole, with what it has until the data end and what the year before had until the same day. */
export interface ToDate {
  readonly period: Period;
  /** One row each: the measures, the count behind a rate. */
  readonly same: Table;
  readonly before: Table;
  /** Whether both have rows of the same months, or quarters, none of which ends later than the data. */
  readonly isAlike: boolean;
}

/** The rows of one stretch of time, and which months or quarters of the year they are of; whether it ends within one. */
function stretch(
  time: PeriodColumn,
  from: Period,
  to: Period,
): { rows: number[]; parts: string; isCut: boolean } {
  const parts = new Set<number>();
  let isCut = false;
  const rows = Array.from(time.codes.keys()).filter((row) => {
    const period = time.periods[at(time.codes, row)];
    const isWithin = period !== undefined && period.start >= from.start && period.end <= to.end;
    if (isWithin) parts.add(period.part);
    else if (period && period.start >= from.start && period.start < to.end) isCut = true;
    return isWithin;
  });
  return { rows, parts: [...parts].sort((a, b) => a - b).join(), isCut };
}

/** Inhabitants of a year, for rows that have no time left to tell it. */
const ofYear = ({ per }: Query, year: number): Pick<Query, 'per'> =>
  per?.population ? { per: { ...per, population: { ...per.population, year } } } : {};

/**
 * The same months of two years: of the period that the page says is not whole (`complete-through`), and of the one a
 * year before. `make`: how rows become an answer. `undefined` where every period is whole, or the answer is broken down.
 */
export function ofSameMonths(
  own: OwnPeriods,
  query: Query,
  make: (table: Table, query: Query) => Table,
): ToDate | undefined {
  const through = query.declared?.completeThrough;
  if (!through || query.by.length > 0) return undefined;
  const table = own.rows();
  const [time] = columnsOf(table, 'time');
  if (time?.kind !== 'period') return undefined;
  const period = own.parts
    .widenPeriods(time, own.every)
    .periods.find(({ start, end }) => start < through.end && through.end < end);
  const [earlier, until] = [period && shiftYears(period, -1), shiftYears(through, -1)];
  if (!period || !earlier || !until) return undefined;
  // It may be what is counted.
  const timeless = replaceColumns(table, [Object.freeze({ ...time, role: 'attribute' })]);
  const [now, then] = [stretch(time, period, through), stretch(time, earlier, until)];
  const made = (rows: readonly number[], { year }: Period): Table =>
    make(takeTable(timeless, rows), { ...query, ...ofYear(query, year), time: [], sort: [] });
  return {
    period,
    same: made(now.rows, period),
    before: made(then.rows, earlier),
    isAlike: now.parts === then.parts && !now.isCut && !then.isCut,
  };
}

/** One number of a single period, as a column of an answer. */
function alone(
  made: Column | undefined,
  part: 'same' | 'before',
  { period, isAlike }: ToDate,
  time: PeriodColumn,
): NumberColumn[] {
  if (made?.kind !== 'number') return [];
  const values = new Float64Array(time.codes.length).fill(NaN);
  const statuses = new Uint16Array(values.length).fill(STATUS.notApplicable);
  time.codes.forEach((code, row) => {
    if (time.periods[code]?.text !== period.text || made.values.length !== 1) return;
    values[row] = at(made.values, 0);
    statuses[row] = at(made.statuses, 0) | (isAlike || Number.isNaN(values[row]) ? 0 : STATUS.incomplete);
  });
  const name = `${part === 'same' ? 'to date' : 'year before to date'} (${made.name})`;
  return [Object.freeze({ ...made, name, role: 'attribute', part, values, statuses })];
}

/** The answer with the same months of both years as columns, which have values in the row of that period alone. */
export function withToDate(table: Table, told: ToDate | undefined): Table {
  const [time] = columnsOf(table, 'time');
  if (!told || time?.kind !== 'period') return table;
  const columns = (['same', 'before'] as const).flatMap((part) =>
    [
      columnsOf(told[part], 'measure')[0],
      columnsOf(told[part], 'attribute').find((column) => column.kind === 'number' && !column.part),
    ].flatMap((column) => alone(column, part, told, time)),
  );
  return makeTable(table.length, [...table.columns, ...columns], table.notices);
}
