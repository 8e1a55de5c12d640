import { type Column, type NumberColumn } from '../table/column.js';
import { takeRows } from '../table/take-rows.js';
import { columnsOf, makeTable, type Table } from '../table/table.js';
import { getColumn } from '../table/get-column.js';
import { countName } from './beside.js';
import { aggregate, countFilled, countRows, groupRows, type Groups } from './group.js';
import { measureNames } from './measure-names.js';
import { presentCodes } from './present-words.js';
import type { Measure, Query } from './query.js';
import { rate } from './rate.js';
import { reportedColumns } from './reported-columns.js';
import { dimensionsOf } from './select.js';

/**
 * One row for each time and breakdown, with its measures aggregated. With `per` the first measure becomes a
 * rate, and the count it was made of stays beside it.
 */
export function summarise(table: Table, query: Query): Table {
  const keys = [...columnsOf(table, 'time'), ...dimensionsOf(table, query)];
  const groups: Groups = groupRows(table.length, keys);
  const measured = ({ aggregate: how, column }: Measure, name: string, attribute: string): NumberColumn => {
    if (column === null || how === null) return countRows(groups, name);
    const numbers = getColumn(table, column, attribute);
    if (how === 'count' && numbers.kind === 'text') return countFilled(presentCodes(numbers), groups, name);
    if (how === 'count' && numbers.kind === 'period') return countFilled(numbers.codes, groups, name);
    if (numbers.kind !== 'number') throw new TypeError('measures are converted before they are summarised');
    return aggregate(numbers, groups, how, name);
  };
  const names = measureNames(query);
  const measures = query.measures.map((measure, index) => measured(measure, names[index] ?? '', 'value'));
  const columns: Column[] = [...keys.map((column) => takeRows(column, groups.firstRows)), ...measures];
  const [events] = measures;
  if (query.per?.of && events) {
    const denominator = measured(query.per.of, '', 'per');
    columns[keys.length] = rate(events, denominator, query.per.scale);
    columns.push(Object.freeze({ ...events, name: countName(events.name), role: 'attribute' }));
  }
  columns.push(...reportedColumns(query, (measure, name) => measured(measure, name, 'reporting')));
  return makeTable(groups.firstRows.length, columns, table.notices);
}
