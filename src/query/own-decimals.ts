import type { Column, NumberColumn } from '../table/column.js';
import { replaceColumns } from '../table/replace-columns.js';
import { findColumn, type Table } from '../table/table.js';
import { measuredColumns } from './partials.js';
import type { Query } from './query.js';

/** How many decimals these values need, up to as many as their source wrote. */
function neededDecimals({ values, decimals }: NumberColumn): number {
  let needed = 0;
  for (const value of values) {
    while (needed < decimals && Number(value.toFixed(needed)) !== value && !Number.isNaN(value)) needed++;
  }
  return needed;
}

/**
 * The rows that are left of a table, with decimals of their own: those that only the rows left out have, such as
 * percentages among counts, are not those of the others.
 */
export function withOwnDecimals(rest: Table, table: Table, query: Query): Table {
  const measured = measuredColumns(query).flatMap((name): Column[] => {
    const [all, own] = [findColumn(table, name), findColumn(rest, name)];
    if (all?.kind !== 'number' || own?.kind !== 'number') return [];
    const decimals = neededDecimals(own);
    return decimals < neededDecimals(all) ? [Object.freeze({ ...own, decimals })] : [];
  });
  return replaceColumns(rest, measured);
}
