import { at, type NumberColumn } from '../table/column.js';
import { getColumn } from '../table/get-column.js';
import { STATUS } from '../table/status.js';
import { takeTable } from '../table/take-rows.js';
import { columnsOf, makeTable, type Table } from '../table/table.js';
import { withoutEmpty } from './combine.js';
import { aggregate, countFilled, groupRows } from './group.js';
import { partsOf, ROWS } from './partials.js';
import type { AggregateName, Query } from './query.js';
import { dimensionsOf } from './select.js';

/**
 * How many parts the sums over a column have, and how many of them have a value: of the rows, or by what a portal says
 * of those that it has put together.
 */
function counter(table: Table, query: Query, isPartial: boolean) {
  const rows = isPartial ? takeTable(table, withoutEmpty(table)) : table;
  const groups = groupRows(rows.length, [...columnsOf(rows, 'time'), ...dimensionsOf(rows, query)]);
  const of = (name: string, how: AggregateName): Float64Array => {
    const column = getColumn(rows, name, 'value');
    return column.kind === 'number' ? aggregate(column, groups, how, name).values : new Float64Array(0);
  };
  return (column: string): { readonly present: Float64Array; readonly parts: Float64Array } =>
    isPartial
      ? { present: of(partsOf(query, column).count, 'sum'), parts: of(ROWS, 'sum') }
      : { present: of(column, 'count'), parts: countFilled(groups.ids, groups, '', undefined).values };
}

/**
 * The answer, with how many parts each incomplete sum has and how many of them have a value, beside the measure: in
 * `present (…)` and `parts (…)`, empty where nothing is missing. `table`: what the answer was made of, in its order.
 */
export function withParts(answer: Table, table: Table, query: Query, isPartial: boolean): Table {
  // The page says itself which parts there are to be; or how many rows a sum is of may tell what is hidden.
  if (query.reporting || query.declared?.suppressUnder !== undefined) return answer;
  const measures = columnsOf(answer, 'measure').filter((column) => column.kind === 'number');
  const countsOf = counter(table, query, isPartial);
  const added = query.measures.flatMap(({ aggregate, column }, index): NumberColumn[] => {
    const measure = measures[index];
    if (aggregate !== 'sum' || column === null || !measure) return [];
    const counts = countsOf(column);
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
