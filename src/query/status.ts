import type { Notice } from '../table/notice.js';
import { withStatuses } from '../table/with-statuses.js';
import { readStatus } from '../table/status-notation.js';
import { replaceColumns } from '../table/replace-columns.js';
import { findColumn, makeTable, type Table } from '../table/table.js';
import { getColumn } from '../table/get-column.js';
import { asTextColumn } from './as-text.js';
import { COUNTED } from './group.js';
import { numbersOf } from './numbers-of.js';
import type { Query } from './query.js';

/** Rows that are counted keep their statuses in a column of their own: there may be none that is measured. */
function withCounted(table: Table, { measures, per }: Query, statuses: Uint16Array): Table {
  if (![...measures, per?.of].some((measure) => measure?.aggregate === 'count')) return table;
  const values = new Float64Array(table.length).fill(1);
  const rows = Object.freeze({ name: COUNTED, kind: 'number', values, statuses, decimals: 0 } as const);
  return makeTable(table.length, [...table.columns, rows], table.notices);
}

/** Reads the status column that the question names into the statuses of what it measures. */
export function readStatuses(table: Table, query: Query): Table {
  if (query.status === undefined) return table;
  const column = asTextColumn(getColumn(table, query.status, 'status'));
  const notices: Notice[] = [];
  const bitsOf = column.words.map((word) => {
    const bits = readStatus(word);
    if (bits === undefined) notices.push({ code: 'unknown-status', column: column.name, value: word });
    return bits ?? 0;
  });
  const bits = Uint16Array.from(column.codes, (code) => bitsOf[code] ?? 0);
  const measured = query.measures.map((measure) => findColumn(table, measure.column ?? ''));
  const columns = numbersOf(table, query).filter((each) => measured.length === 0 || measured.includes(each));
  const read = replaceColumns(
    table,
    columns.map((measure) => withStatuses(measure, bits)),
    notices,
  );
  return withCounted(read, query, bits);
}
