import { at, type Column, type PeriodColumn } from '../../table/column.js';
import { textAt } from '../../table/cell.js';
import { findColumn, type Table } from '../../table/table.js';
import { toPeriods } from '../../table/to-periods.js';
import { asTextColumn } from '../as-text.js';
import { joinParts } from '../year-part.js';
import type { Expectations } from './expectations.js';

const MONTH_NAME = /^(mes|month)$/i;

/** The periods of the rows, with the columns that tell the rows of one period apart. */
export interface ExpectedTime {
  readonly time: PeriodColumn;
  readonly others: readonly Column[];
}

function asPeriods(column: Column): PeriodColumn {
  if (column.kind === 'period') return column;
  const text = asTextColumn(column);
  return toPeriods(text, text.notation?.dateOrder).column;
}

/** The periods that the page names, as one column or as years and months; `undefined` where it names none. */
export function expectedTime(table: Table, { columns, unique }: Expectations): ExpectedTime | undefined {
  const keys = unique.flatMap((name) => findColumn(table, name) ?? []);
  const declared = columns.filter(({ kind }) => kind === 'period').map(({ name }) => name);
  const isTime = (column: Column): boolean => column.kind === 'period' || declared.includes(column.name);
  const named = keys.find(isTime) ?? declared.flatMap((name) => findColumn(table, name) ?? [])[0];
  if (!named) return undefined;
  const periods = asPeriods(named);
  const isYears = periods.periods.every(({ length }) => length === 'year');
  const month = isYears ? keys.find((column) => column !== named && MONTH_NAME.test(column.name)) : undefined;
  return {
    time: month ? joinParts(periods, month) : periods,
    others: keys.filter((column) => column !== named && column !== month),
  };
}

/** The rows that differ in nothing but their period, as they came. */
export function rowsOfSeries(table: Table, others: readonly Column[]): readonly (readonly number[])[] {
  const parts = others.map((column) =>
    column.kind === 'number'
      ? (row: number) => textAt(column, row)
      : (row: number) => String(at(column.codes, row)),
  );
  const series = new Map<string, number[]>();
  for (let row = 0; row < table.length; row++) {
    const key = parts.map((part) => part(row)).join();
    const rows = series.get(key);
    if (rows) rows.push(row);
    else series.set(key, [row]);
  }
  return [...series.values()];
}
