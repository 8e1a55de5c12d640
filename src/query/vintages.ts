import { labelAt } from '../table/cell.js';
import { at, type NumberColumn } from '../table/column.js';
import type { Period } from '../table/period.js';
import { columnsOf, withNotices, type Table } from '../table/table.js';
import { withEarlier, type Earlier } from './revisions.js';

/** The answer to the same question as it was until a day. */
export interface EarlierAnswer {
  readonly table: Table;
  readonly until: Period;
}

function measureOf(table: Table): NumberColumn | undefined {
  return columnsOf(table, 'measure').find((column) => column.kind === 'number');
}

/** Each value by its period and breakdown. */
function valuesOf(table: Table): {
  readonly keyOf: (row: number) => string;
  readonly values: Map<string, number>;
} {
  const measure = measureOf(table);
  const keys = table.columns.filter(({ role }) => role === 'time' || role === 'dimension');
  const keyOf = (row: number): string => JSON.stringify(keys.map((column) => labelAt(column, row)));
  const rows = Array.from({ length: measure ? table.length : 0 }, (_, row) => row);
  return { keyOf, values: new Map(rows.map((row) => [keyOf(row), measure ? at(measure.values, row) : NaN])) };
}

const isOther = (one: number, other: number, decimals: number): boolean =>
  !Number.isNaN(one) && !Number.isNaN(other) && one.toFixed(decimals) !== other.toFixed(decimals);

/**
 * The answer with what its values were in earlier vintages, the latest first: of each the last one that was another,
 * and until when. A period that was not there, or was hidden, was no other value. Where the page or the source tells of
 * revisions itself, that stands.
 */
export function withVintages(answer: Table, earlier: readonly EarlierAnswer[]): Table {
  const measure = measureOf(answer);
  const isTold = answer.columns.some((column) => column.kind === 'number' && column.part === 'previous');
  if (!measure || isTold || earlier.length === 0) return answer;
  const { keyOf } = valuesOf(answer);
  const before = earlier.map(({ table, until }) => ({ until, values: valuesOf(table).values }));
  const decimals = Math.min(20, measure.decimals);
  const rows: Earlier = Array.from(measure.values, (value, row) => {
    const key = keyOf(row);
    const found = before.find(({ values }) => isOther(values.get(key) ?? NaN, value, decimals));
    return found && { before: found.values.get(key) ?? NaN, until: found.until };
  });
  return withEarlier(answer, measure, rows, 'until');
}

/** The answer, which stays as it is, with how many of its values are others in what came after, on that day. */
export function withChangedSince(answer: Table, later: Table, day: string): Table {
  const measure = measureOf(answer);
  if (!measure) return answer;
  const { keyOf } = valuesOf(answer);
  const { values } = valuesOf(later);
  const decimals = Math.min(20, measure.decimals);
  const changed = Array.from(measure.values).filter((value, row) =>
    isOther(values.get(keyOf(row)) ?? NaN, value, decimals),
  );
  if (changed.length === 0) return answer;
  return withNotices(answer, [
    { code: 'changed-since', value: day, count: changed.length, isForReaders: true },
  ]);
}
