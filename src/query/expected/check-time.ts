import { at, type PeriodColumn } from '../../table/column.js';
import type { Notice } from '../../table/notice.js';
import { periodsBetween, type Period } from '../../table/period.js';
import type { Table } from '../../table/table.js';
import { widenPeriods } from '../time-parts.js';
import { checkLevel } from './check-level.js';
import { expectedTime, rowsOfSeries } from './expected-time.js';
import type { Expectations } from './expectations.js';

/** More periods than this between the first and the last come of a mistake in a date. */
const MOST_PERIODS = 5000;

/** With more gaps than this for each period there is, the source never had one after the other. */
const MOST_MISSING = 0.25;

const periodAt = ({ codes, periods }: PeriodColumn, row: number): Period | undefined =>
  periods[at(codes, row)];

/** What is told of the rows that a check has found. */
function told(code: Notice['code'], time: PeriodColumn, rows: readonly number[]): Notice[] {
  const [first] = rows;
  if (first === undefined) return [];
  const value = periodAt(time, first)?.text ?? '';
  return [{ code, column: time.name, value, count: rows.length, line: first + 1 }];
}

/** Rows whose period stands in an earlier row of the same series. */
function repeated(time: PeriodColumn, series: readonly (readonly number[])[]): number[] {
  return series.flatMap((rows) => {
    const seen = new Set<number>();
    return rows.filter((row) => {
      const code = at(time.codes, row);
      const isKnown = code >= 0 && seen.has(code);
      seen.add(code);
      return isKnown;
    });
  });
}

/** Rows that go back where their series goes on, or on where it goes back. */
function unsorted(time: PeriodColumn, series: readonly (readonly number[])[]): number[] {
  const steps = series.flatMap((rows) =>
    rows.slice(1).map((row, index) => {
      const [from, to] = [periodAt(time, rows[index] ?? -1), periodAt(time, row)];
      return { row, step: from && to ? Math.sign(to.start - from.start) : 0 };
    }),
  );
  const [on, back] = [1, -1].map((way) => steps.filter(({ step }) => step === way).map(({ row }) => row));
  if (!on || !back) return [];
  return (on.length < back.length ? on : back).sort((a, b) => a - b);
}

/** Periods between the first and the last that no row has; of days, whole months. */
function missing(column: PeriodColumn): Notice[] {
  const time = column.periods.some(({ length }) => length === 'day') ? widenPeriods(column, 'month') : column;
  const used = new Set([...new Set(time.codes)].map((code) => time.periods[code]?.text));
  const all = time.periods.filter(({ text }) => used.has(text)).sort((a, b) => a.start - b.start);
  const [first, last] = [all[0], all.at(-1)];
  if (!first || !last || all.some(({ length }) => length !== first.length)) return [];
  const grid = periodsBetween(first, last, MOST_PERIODS);
  if (grid.length >= MOST_PERIODS) return [];
  const gaps = grid.filter(({ text }) => !used.has(text));
  const [gap] = gaps;
  return gap && gaps.length <= all.length * MOST_MISSING
    ? [{ code: 'period-missing', column: column.name, value: gap.text, count: gaps.length }]
    : [];
}

/** Rows of a period that has not begun, with a value in them. */
function ahead(table: Table, time: PeriodColumn, today: number): number[] {
  const numbers = table.columns.filter((column) => column.kind === 'number');
  return Array.from({ length: table.length }, (_, row) => row).filter(
    (row) =>
      (periodAt(time, row)?.start ?? -Infinity) > today &&
      (numbers.length === 0 || numbers.some(({ values }) => !Number.isNaN(at(values, row)))),
  );
}

/**
 * What is odd about the periods: one twice, one that no row has, rows out of order, days to come; and a measure that
 * is suddenly ten times what it was. `today`: days since 1970-01-01.
 */
export function checkTime(table: Table, expected: Expectations, today: number): Notice[] {
  const found = expectedTime(table, expected);
  if (!found) return [];
  const { time, others } = found;
  const isKeyed = expected.unique.length > 0;
  const series = isKeyed ? rowsOfSeries(table, others) : [];
  return [
    ...told('period-repeated', time, repeated(time, series)),
    ...missing(time),
    ...told('period-unsorted', time, unsorted(time, series)),
    ...told('period-ahead', time, ahead(table, time, today)),
    ...checkLevel(table, time, expected),
  ];
}
