import type { NumberColumn } from './column.js';
import type { Table } from './table.js';

/** Names for columns of statuses that no column of the table has. */
export function freeNames(
  table: Table,
  statusName: (measure: string) => string,
): (measure: string) => string {
  const taken = new Set(table.columns.map(({ name }) => name));
  return (measure) => {
    const wanted = statusName(measure);
    let name = wanted;
    for (let count = 2; taken.has(name); count++) name = `${wanted} (${count})`;
    taken.add(name);
    return name;
  };
}

/** Whether a column of statuses stands beside it: why an interval has no end stands beside its measure. */
export function tellsStatus({ bound, part, statuses }: NumberColumn): boolean {
  return !bound && part !== 'previous' && statuses.some((status) => status !== 0);
}
