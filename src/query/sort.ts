import { DataError } from '../errors.js';
import { at, type Column } from '../table/column.js';
import { comparePeriods, type Period } from '../table/period.js';
import { findColumn, type Table } from '../table/table.js';
import { getColumn } from '../table/get-column.js';
import { takeTable } from '../table/take-rows.js';
import { measureNames } from './measure-names.js';
import { measureOfKey } from './parse-options.js';
import type { Query, SortKey } from './query.js';

const collator = new Intl.Collator('es', { numeric: true });

/** Where each word or period stands in order, so that rows compare by number. */
function ranks(column: Exclude<Column, { kind: 'number' }>): Int32Array {
  const size = column.kind === 'text' ? column.words.length : column.periods.length;
  const order = Array.from({ length: size }, (_, index) => index);
  if (column.kind === 'text') {
    order.sort((a, b) => collator.compare(column.words[a] ?? '', column.words[b] ?? ''));
  } else {
    order.sort((a, b) => comparePeriods(column.periods[a] as Period, column.periods[b] as Period));
  }
  const rank = new Int32Array(size);
  order.forEach((index, place) => (rank[index] = place));
  return rank;
}

/** What to compare of each row: its number or its word's rank; NaN where the cell is empty. */
function sortValues(column: Column): Float64Array {
  if (column.kind === 'number') return column.values;
  const rank = ranks(column);
  return Float64Array.from(column.codes, (code) => rank[code] ?? NaN);
}

/** Row numbers in the order of the keys; equal rows keep their order, empty cells come last either way. */
export function sortedRows(table: Table, keys: readonly (readonly [Column, boolean])[]): Uint32Array {
  const compared = keys.map(([column, descending]) => ({
    values: sortValues(column),
    sign: descending ? -1 : 1,
  }));
  const rows = Uint32Array.from({ length: table.length }, (_, row) => row);
  return rows.sort((a, b) => {
    for (const { values, sign } of compared) {
      const [x, y] = [at(values, a), at(values, b)];
      if (Number.isNaN(x) || Number.isNaN(y)) {
        if (Number.isNaN(x) !== Number.isNaN(y)) return Number.isNaN(x) ? 1 : -1;
      } else if (x !== y) return (x - y) * sign;
    }
    return a - b;
  });
}

/** What follows the name of a column is no direction that there is: `Robo descendente`. */
function refuseDirection(table: Table, { column }: SortKey): void {
  const name = column.replace(/\s\S+$/, '');
  if (name === column || !findColumn(table, name)) return;
  const expected = [`${name} desc`, `${name} asc`];
  throw new DataError('bad-expression', { attribute: 'sort', value: column, expected });
}

/** The column a sort key names: by its name, or as the measure was written, `sum(cantidad)`. */
function sortColumn(table: Table, query: Query, key: SortKey): Column {
  const known = findColumn(table, key.column);
  const wanted = known ? undefined : measureOfKey(key.column);
  const index = query.measures.findIndex(
    ({ aggregate, column }) => aggregate === wanted?.aggregate && column === wanted.column,
  );
  const found = known ?? findColumn(table, measureNames(query)[index] ?? key.column);
  if (!found) refuseDirection(table, key);
  return found ?? getColumn(table, key.column, 'sort');
}

/** The rows in the order asked for, and only the first of them where a limit is set. */
export function sortAndLimit(table: Table, query: Query): Table {
  const keys = query.sort.map((key) => [sortColumn(table, query, key), key.descending] as const);
  const rows =
    keys.length > 0 ? sortedRows(table, keys) : Uint32Array.from({ length: table.length }, (_, row) => row);
  return takeTable(table, rows.subarray(0, query.limit ?? rows.length));
}
