import { at, type PeriodColumn } from '../table/column.js';
import { periodsBetween, type Period, type PeriodLength } from '../table/period.js';
import { columnsOf, type Table } from '../table/table.js';

/** More periods than this between the first and the last row come of a mistake in a date. */
const MOST_PERIODS = 100_000;

/** The periods that rows have, by their length, the earliest first. */
function usedByLength({ codes, periods }: PeriodColumn): Map<PeriodLength, Period[]> {
  const byLength = new Map<PeriodLength, Period[]>();
  for (const code of new Set(codes)) {
    const period = periods[code];
    if (!period) continue;
    const alike = byLength.get(period.length);
    if (alike) alike.push(period);
    else byLength.set(period.length, [period]);
  }
  for (const alike of byLength.values()) alike.sort((a, b) => a.start - b.start);
  return byLength;
}

/** From which of these periods, one after the other, values cannot be compared with those before. */
function affected(all: readonly Period[], { start }: Period): Period[] {
  const index = all.findIndex((period) => period.end > start);
  const first = all[index];
  if (!first) return [];
  // Measured in both ways, a period compares with neither side.
  if (first.start < start) return all.slice(index, index + 2);
  return index > 0 || first.start === start ? [first] : [];
}

/**
 * The periods at which the way of measuring changes: the first that starts at or after a break, and one that a break
 * falls within with the next one. A break before all data or after them changes nothing in them.
 */
export function breakPeriods(time: PeriodColumn, breaks: readonly Period[]): Period[] {
  if (breaks.length === 0) return [];
  return [...usedByLength(time).values()].flatMap((used) => {
    const [first, last] = [used[0], used.at(-1)];
    const between = first && last ? periodsBetween(first, last, MOST_PERIODS) : [];
    const all = between.length < MOST_PERIODS ? between : used;
    return [...new Set(breaks.flatMap((each) => affected(all, each)))];
  });
}

/** What a row is compared within: its breakdown and the length of its period. */
function seriesKeys(table: Table, time: PeriodColumn): (row: number) => string {
  const dimensions = columnsOf(table, 'dimension').flatMap((each) => (each.kind === 'number' ? [] : [each]));
  return (row) =>
    [time.periods[at(time.codes, row)]?.length, ...dimensions.map(({ codes }) => at(codes, row))].join();
}

/** The rows of each series, the earliest first. */
function rowsBySeries(table: Table, time: PeriodColumn): number[][] {
  const keyOf = seriesKeys(table, time);
  const startOf = (row: number): number => time.periods[at(time.codes, row)]?.start ?? NaN;
  const series = new Map<string, number[]>();
  for (const row of time.codes.keys()) {
    const rows = series.get(keyOf(row));
    if (rows) rows.push(row);
    else series.set(keyOf(row), [row]);
  }
  return [...series.values()].map((rows) => rows.sort((a, b) => startOf(a) - startOf(b)));
}

/**
 * The rows that come first in their series at or after a change: where the period of the change has no row, the next
 * one has the mark. A series that begins later has nothing that it could not be compared with.
 */
export function breakRows(table: Table, time: PeriodColumn, breaks: readonly Period[]): Set<number> {
  const marked = new Set<number>();
  if (breaks.length === 0) return marked;
  const periodOf = (row: number): Period | undefined => time.periods[at(time.codes, row)];
  for (const rows of rowsBySeries(table, time)) {
    for (const change of breaks) {
      if (periodOf(rows[0] ?? -1)?.length !== change.length) continue;
      const index = rows.findIndex((row) => (periodOf(row)?.start ?? NaN) >= change.start);
      const start = periodOf(rows[index] ?? -1)?.start;
      if (start === undefined || (index === 0 && start > change.start)) continue;
      for (const row of rows.slice(index)) if (periodOf(row)?.start === start) marked.add(row);
    }
  }
  return marked;
}
