import { nearestName } from '../../table/nearest.js';
import type { Notice } from '../../table/notice.js';
import { findColumn, makeTable, type Table } from '../../table/table.js';
import type { Expectations } from './expectations.js';

/** The names that are expected, each once. */
function namesOf({ columns, totals, unique }: Expectations): Set<string> {
  return new Set([
    ...columns.map(({ name }) => name),
    ...totals.flatMap(({ total, parts }) => [total, ...parts]),
    ...unique,
  ]);
}

/**
 * The table with its columns under the names that the page knows: one that the source has renamed is found by its
 * other names. What is not there at all is told.
 */
export function findExpected(
  table: Table,
  expected: Expectations,
): { readonly table: Table; readonly notices: readonly Notice[] } {
  const notices: Notice[] = [];
  const renamed = new Map<string, string>();
  for (const name of namesOf(expected)) {
    if (findColumn(table, name)) continue;
    const aliases = expected.columns.find((column) => column.name === name)?.aliases ?? [];
    const found = aliases.flatMap((alias) => findColumn(table, alias) ?? [])[0];
    if (found) {
      renamed.set(found.name, name);
      notices.push({ code: 'column-by-alias', column: name, value: found.name });
      continue;
    }
    const names = table.columns.map((column) => column.name);
    const nearest = nearestName(name, names);
    notices.push({ code: 'column-gone', column: name, ...(nearest !== undefined && { nearest }) });
  }
  if (renamed.size === 0) return { table, notices };
  const columns = table.columns.map((column) => {
    const name = renamed.get(column.name);
    return name === undefined ? column : Object.freeze({ ...column, name });
  });
  return { table: makeTable(table.length, columns, table.notices), notices };
}
