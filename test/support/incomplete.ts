import { textAt } from '../../src/table/cell.js';
import { STATUS } from '../../src/table/status.js';
import { columnsOf, type Table } from '../../src/table/table.js';

/** The periods of an answer that are marked as not whole. */
export function incompleteIn(table: Table): string[] {
  const [measure] = columnsOf(table, 'measure');
  const [time] = columnsOf(table, 'time');
  if (measure?.kind !== 'number' || !time) throw new Error('nothing is measured in time');
  return [...measure.statuses.keys()]
    .filter((row) => (measure.statuses[row] ?? 0) & STATUS.incomplete)
    .map((row) => textAt(time, row));
}
