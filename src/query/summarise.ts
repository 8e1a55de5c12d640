import type { NumberColumn } from '../table/column.js';
import { columnsOf, findColumn, type Table } from '../table/table.js';
import { getColumn } from '../table/get-column.js';
import { aggregate, COUNTED, countFilled, groupRows } from './group.js';
import { groupedAnswer, type Divide } from './grouped-answer.js';
import { presentCodes } from './present-words.js';
import type { Measure, Query } from './query.js';
import { dimensionsOf } from './select.js';

/** One row for each time and breakdown, with its measures aggregated. */
export function summarise(table: Table, query: Query, divide?: Divide): Table {
  const keys = [...columnsOf(table, 'time'), ...dimensionsOf(table, query)];
  const groups = groupRows(table.length, keys);
  const rows = findColumn(table, COUNTED);
  const measured = ({ aggregate: how, column }: Measure, name: string, attribute: string): NumberColumn => {
    const counted = (codes: Int32Array): NumberColumn => countFilled(codes, groups, name, rows);
    if (column === null || how === null) return counted(groups.ids);
    const numbers = getColumn(table, column, attribute);
    if (how === 'count' && numbers.kind !== 'number')
      return counted(numbers.kind === 'text' ? presentCodes(numbers) : numbers.codes);
    if (numbers.kind !== 'number') throw new TypeError('not converted');
    return aggregate(numbers, groups, how, name);
  };
  return groupedAnswer(table, groups, keys, query, measured, divide);
}
