import type { Manifest } from '../../observatory/manifest.js';
import { asTextColumn } from '../../query/as-text.js';
import { parseUnpivot } from '../../query/unpivot.js';
import { at } from '../../table/column.js';
import { takeTable } from '../../table/take-rows.js';
import { findColumn, type Table } from '../../table/table.js';

type Resource = Manifest['resources'][number];

/** Rows that say something, and where each stands in the file, from 1. */
export interface ValuedRows {
  readonly table: Table;
  readonly rowOf: (row: number) => number;
}

/**
 * Where columns of the file stand one below the other, an empty cell is no row: a column of a month that is to come is
 * in the file already. Of any other resource every row is one.
 */
export function valuedRows(table: Table, { unpivot }: Resource): ValuedRows {
  if (unpivot === undefined) return { table, rowOf: (row) => row };
  const { key, value } = parseUnpivot(unpivot);
  const [keys, values] = [findColumn(table, key), findColumn(table, value)];
  if (!keys || !values) return { table, rowOf: (row) => row };
  const width = new Set(asTextColumn(keys).codes).size;
  const isThere = (row: number): boolean =>
    values.kind === 'number' ? !Number.isNaN(at(values.values, row)) : at(values.codes, row) >= 0;
  const rows = Array.from({ length: table.length }, (_, row) => row).filter(isThere);
  return { table: takeTable(table, rows), rowOf: (row) => Math.floor((rows[row - 1] ?? 0) / width) + 1 };
}
