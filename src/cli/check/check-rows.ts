import { textAt } from '../../table/cell.js';
import { findColumn, type Table } from '../../table/table.js';
import { NOTHING, rule, type Checked } from './finding.js';

/** What parts the cells of a row in a key; no file has it within a cell. */
const BETWEEN = '\u001f';

/** Whether every row is there once: by its key, where the schema declares one, else by all of its cells. */
export function checkRows(table: Table, primaryKey: readonly string[]): Checked {
  const keys = primaryKey.flatMap((name) => findColumn(table, name) ?? []);
  // Which column is gone is told already.
  if (keys.length < primaryKey.length) return NOTHING;
  const columns = keys.length > 0 ? keys : table.columns;
  const seen = new Set<string>();
  let [first, count, value] = [0, 0, ''];
  for (let row = 0; row < table.length; row++) {
    const key = columns.map((column) => textAt(column, row)).join(BETWEEN);
    if (!seen.has(key)) seen.add(key);
    else if (++count === 1) [first, value] = [row + 1, key.replaceAll(BETWEEN, ', ')];
  }
  const code = keys.length > 0 ? 'key-repeated' : 'row-repeated';
  // Without a key the row is its own name, and its place and period say enough.
  const named = keys.length > 0 && { column: primaryKey.join(', '), value };
  const finding = { code, ...named, row: first, count } as const;
  return rule('uniqueness', table.length, count > 0 ? [finding] : []);
}
