import { at, type Column, type NumberColumn, type TextColumn } from '../table/column.js';
import type { Notice } from '../table/notice.js';
import { replaceColumns } from '../table/replace-columns.js';
import { columnsOf, findColumn, withNotices, type Table } from '../table/table.js';
import { takeTable } from '../table/take-rows.js';
import { groupRows } from './group.js';
import { conditionColumns, measuredColumns } from './partials.js';
import type { Query } from './query.js';
import { dimensionsOf } from './select.js';
import { totalWords } from './total-rows.js';

/** The columns that the question speaks of itself: their totals are groups of their own, or chosen. */
function namedIn(table: Table, { time, by, where }: Query): Set<Column | undefined> {
  const names = [...time, ...by, ...(where ? conditionColumns(where) : [])];
  return new Set(names.map((name) => findColumn(table, name)));
}

/** The rows that are no totals; of a group that has nothing else, all. */
function parts(table: Table, column: TextColumn, query: Query): number[] {
  const isTotal = totalWords(column);
  const isPart = (row: number): boolean => !isTotal[at(column.codes, row)];
  const keys = [...columnsOf(table, 'time'), ...dimensionsOf(table, query)];
  const { ids, firstRows } = groupRows(table.length, keys);
  const hasParts = new Uint8Array(firstRows.length);
  ids.forEach((id, row) => {
    if (isPart(row)) hasParts[id] = 1;
  });
  return Array.from(ids.keys()).filter((row) => isPart(row) || !hasParts[at(ids, row)]);
}

/** How many decimals these values need, up to as many as their source wrote. */
function neededDecimals({ values, decimals }: NumberColumn): number {
  let needed = 0;
  for (const value of values) {
    while (needed < decimals && Number(value.toFixed(needed)) !== value && !Number.isNaN(value)) needed++;
  }
  return needed;
}

/** Decimals that only the rows left out have, such as percentages among counts, are not those of the others. */
function withOwnDecimals(rest: Table, table: Table, query: Query): Table {
  const measured = measuredColumns(query).flatMap((name): Column[] => {
    const [all, own] = [findColumn(table, name), findColumn(rest, name)];
    if (all?.kind !== 'number' || own?.kind !== 'number') return [];
    const decimals = neededDecimals(own);
    return decimals < neededDecimals(all) ? [Object.freeze({ ...own, decimals })] : [];
  });
  return replaceColumns(rest, measured);
}

/**
 * The rows that may be put together: totals and percentages among the others of a group would count twice, and are
 * left out, those of each column that the question does not name; readers are told. `found`: what `totalRows` tells.
 */
export function leaveTotals(table: Table, query: Query, found: readonly Notice[]): Table {
  const named = namedIn(table, query);
  let rest = table;
  const told = found.map((notice): Notice => {
    const column = findColumn(rest, notice.column ?? '');
    if (column?.kind !== 'text' || named.has(findColumn(table, column.name))) return notice;
    const rows = parts(rest, column, query);
    const count = rest.length - rows.length;
    if (count === 0) return notice;
    rest = takeTable(rest, rows);
    return { ...notice, code: 'totals-left-out', isForReaders: true, count };
  });
  return withNotices(rest === table ? rest : withOwnDecimals(rest, table, query), told);
}
