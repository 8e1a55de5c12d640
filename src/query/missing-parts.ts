import { at, type Column, type NumberColumn } from '../table/column.js';
import { getColumn } from '../table/get-column.js';
import { STATUS } from '../table/status.js';
import { takeRows } from '../table/take-rows.js';
import { columnsOf, makeTable, type Table } from '../table/table.js';
import { withoutEmpty } from './combine.js';
import { groupRows, type Groups } from './group.js';
import { partsOf, ROWS } from './partials.js';
import type { Query } from './query.js';
import { dimensionsOf } from './select.js';

/** How many parts each group has, and how many of them have a value. */
interface Counts {
  readonly present: Float64Array;
  readonly parts: Float64Array;
}

function counted(groups: Groups, present: (row: number) => number, parts: (row: number) => number): Counts {
  const counts = {
    present: new Float64Array(groups.firstRows.length),
    parts: new Float64Array(groups.firstRows.length),
  };
  groups.ids.forEach((id, row) => {
    counts.present[id] = at(counts.present, id) + present(row);
    counts.parts[id] = at(counts.parts, id) + parts(row);
  });
  return counts;
}

/** The parts of the sums over a column: rows, or what a portal says of the rows that it has put together. */
function countsOf(table: Table, query: Query, column: string, isPartial: boolean): Counts {
  const all = Uint32Array.from({ length: table.length }, (_, row) => row);
  const rows = isPartial ? withoutEmpty(table) : all;
  const keys: Column[] = [...columnsOf(table, 'time'), ...dimensionsOf(table, query)];
  const chosen = keys.map((key) => takeRows(key, rows));
  const groups = groupRows(rows.length, chosen);
  const numbers = (name: string): Float64Array => {
    const found = getColumn(table, name, 'value');
    return found.kind === 'number' ? found.values : new Float64Array(table.length).fill(NaN);
  };
  if (!isPartial) {
    const values = numbers(column);
    return counted(
      groups,
      (row) => (Number.isNaN(at(values, row)) ? 0 : 1),
      () => 1,
    );
  }
  const [present, parts] = [numbers(partsOf(query, column).count), numbers(ROWS)];
  const of =
    (values: Float64Array) =>
    (row: number): number =>
      at(values, rows[row] ?? 0) || 0;
  return counted(groups, of(present), of(parts));
}

/**
 * The answer, with how many parts each incomplete sum has and how many of them have a value, beside the measure: in
 * `present (…)` and `parts (…)`, empty where nothing is missing. `table`: what the answer was made of, in its order.
 */
export function withParts(answer: Table, table: Table, query: Query, isPartial: boolean): Table {
  // The page says itself which parts there are to be; or how many rows a sum is of may tell what is hidden.
  if (query.reporting || query.declared?.suppressUnder !== undefined) return answer;
  const measures = columnsOf(answer, 'measure').filter((column) => column.kind === 'number');
  const added = query.measures.flatMap(({ aggregate, column }, index): NumberColumn[] => {
    const measure = measures[index];
    if (aggregate !== 'sum' || column === null || !measure) return [];
    const counts = countsOf(table, query, column, isPartial);
    const isShort = measure.statuses.map((status, group) =>
      status & STATUS.incomplete && at(counts.present, group) < at(counts.parts, group) ? 1 : 0,
    );
    if (!isShort.includes(1)) return [];
    return (['present', 'parts'] as const).map((part) =>
      Object.freeze({
        ...{ kind: 'number', role: 'attribute', part, decimals: 0, name: `${part} (${measure.name})` },
        values: counts[part].map((count, group) => (isShort[group] ? count : NaN)),
        statuses: Uint16Array.from(isShort, (short) => (short ? 0 : STATUS.notApplicable)),
      }),
    );
  });
  return added.length === 0
    ? answer
    : makeTable(answer.length, [...answer.columns, ...added], answer.notices);
}
