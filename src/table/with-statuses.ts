import { at, type NumberColumn } from './column.js';
import { ABSENT, STATUS } from './status.js';

/**
 * The values with these statuses, one a row. A value that its status says is absent is no value, and the status
 * knows better than a blank cell why; a value that is not there cannot be provisional.
 */
export function withStatuses(column: NumberColumn, given: Uint16Array): NumberColumn {
  const values = column.values.slice();
  const statuses = column.statuses.map((own, row) => {
    const status = at(given, row);
    if (status & ABSENT) values[row] = NaN;
    if (status & ABSENT) return status;
    return own & ABSENT ? own | (status & STATUS.break) : own | status;
  });
  return Object.freeze({ ...column, values, statuses });
}
