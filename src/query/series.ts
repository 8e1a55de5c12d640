import { DataError } from '../errors.js';
import { at, type Column, type NumberColumn, type PeriodColumn } from '../table/column.js';
import { comparePeriods, periodsBetween, type Period } from '../table/period.js';
import { STATUS } from '../table/status.js';
import { columnsOf, type Table } from '../table/table.js';
import type { Observation } from './change.js';

/** One measure of one breakdown through time, gaps included. */
export interface Series {
  /** The words of the breakdown, or the measure's name where several are asked for; `''` for a single series. */
  readonly name: string;
  readonly measure: NumberColumn;
  readonly observations: readonly Observation[];
  /** The count behind each observation of a rate. */
  readonly counts: readonly number[] | undefined;
}

/** More empty periods than this between two rows is not a gap but a mistake in a date. */
const MOST_PERIODS = 5000;

/** Every period from the first to the last; as given where they are not all of one length. */
function gridOf(periods: readonly Period[]): Period[] {
  const sorted = [...periods].sort(comparePeriods);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (!first || !last || sorted.some((period) => period.length !== first.length)) return sorted;
  const grid = periodsBetween(first, last, MOST_PERIODS);
  return grid.at(-1)?.text === last.text ? grid : sorted;
}

function wordsOf(columns: readonly Column[], row: number): string {
  return columns
    .map((column) => {
      if (column.kind === 'text') return column.words[at(column.codes, row)] ?? '';
      return column.kind === 'period' ? (column.periods[at(column.codes, row)]?.text ?? '') : '';
    })
    .join(' · ');
}

/** Two values for one period of one series: which one is meant cannot be known. */
function refuseTwice(period: Period, measure: NumberColumn): never {
  throw new DataError('several-rows', {
    attribute: 'value',
    value: `${measure.name} (${period.text})`,
    expected: [`sum(${measure.name})`, 'where="…"', 'by="…"'],
  });
}

function seriesOf(
  table: Table,
  rows: readonly number[],
  time: PeriodColumn,
  grid: readonly Period[],
  measure: NumberColumn,
  name: string,
): Series {
  const rowOf = new Map<string, number>();
  for (const row of rows) {
    const period = time.periods[at(time.codes, row)];
    if (!period) continue;
    if (rowOf.has(period.text)) refuseTwice(period, measure);
    rowOf.set(period.text, row);
  }
  const [count] = columnsOf(table, 'attribute');
  const observations = grid.map((period): Observation => {
    const row = rowOf.get(period.text);
    if (row === undefined) return { period, value: NaN, status: STATUS.missing };
    return { period, value: at(measure.values, row), status: at(measure.statuses, row) };
  });
  const counts =
    count?.kind === 'number'
      ? grid.map((period) => count.values[rowOf.get(period.text) ?? -1] ?? NaN)
      : undefined;
  return { name, measure, observations, counts };
}

/** The table as series over one common grid of periods, in the order in which they first appear. */
export function toSeries(table: Table): Series[] {
  const [time] = columnsOf(table, 'time');
  if (time?.kind !== 'period') return [];
  const dimensions = columnsOf(table, 'dimension');
  const measures = columnsOf(table, 'measure').filter((column) => column.kind === 'number');
  const rowsByName = new Map<string, number[]>();
  for (let row = 0; row < table.length; row++) {
    const name = wordsOf(dimensions, row);
    const rows = rowsByName.get(name);
    if (rows) rows.push(row);
    else rowsByName.set(name, [row]);
  }
  const used = new Set(time.codes);
  const grid = gridOf(time.periods.filter((_, code) => used.has(code)));
  return measures.flatMap((measure) =>
    [...rowsByName].map(([words, rows]) => {
      const label = measure.label ?? measure.name;
      const name = measures.length > 1 ? (words === '' ? label : `${words} · ${label}`) : words;
      return seriesOf(table, rows, time, grid, measure, name);
    }),
  );
}
