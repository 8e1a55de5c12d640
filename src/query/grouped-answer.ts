import type { Column, NumberColumn } from '../table/column.js';
import { takeRows } from '../table/take-rows.js';
import { makeTable, type Table } from '../table/table.js';
import { countName } from './beside.js';
import type { Groups } from './group.js';
import { measureNames } from './measure-names.js';
import type { Measure, Query, Reporting } from './query.js';

/** What makes rates of counts; loaded for questions that ask for them. */
export type Divide = typeof import('./rate.js').rate;

/** A measure of each group. `attribute`: the one of the page that asks for it. */
type Measured = (measure: Measure, name: string, attribute: string) => NumberColumn;

/** How many units sent data and how many should, beside the measures. */
function reportedColumns({ reporting }: Query, measured: Measured): NumberColumn[] {
  const asked = Object.entries(reporting ?? {}) as [keyof Reporting, Measure][];
  return asked.map(([part, measure]) => {
    const column = measured(measure, `${part} (${measure.column ?? ''})`, 'reporting');
    return Object.freeze({ ...column, role: 'attribute', part });
  });
}

/**
 * One row for each group: what it has in common, and its measures. With `per` the first measure becomes a rate, and
 * the count it was made of stays beside it.
 */
export function groupedAnswer(
  { notices }: Table,
  { firstRows }: Groups,
  keys: readonly Column[],
  query: Query,
  measured: Measured,
  divide?: Divide,
): Table {
  const names = measureNames(query);
  const measures = query.measures.map((measure, index) => measured(measure, names[index] ?? '', 'value'));
  const columns: Column[] = [...keys.map((column) => takeRows(column, firstRows)), ...measures];
  const [events] = measures;
  if (divide && query.per?.of && events) {
    columns[keys.length] = divide(events, measured(query.per.of, '', 'per'), query.per.scale);
    columns.push(Object.freeze({ ...events, name: countName(events.name), role: 'attribute' }));
  }
  return makeTable(firstRows.length, [...columns, ...reportedColumns(query, measured)], notices);
}
