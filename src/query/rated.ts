import { withNotices, type Table } from '../table/table.js';
import type { Divide } from './grouped-answer.js';
import type { Query } from './query.js';
import { rate } from './rate.js';
import { repeatedDenominator } from './repeated-denominator.js';
import type { OwnPeriods } from './time.js';

type Make = (table: Table, query: Query) => Table;

/**
 * How an answer is made of rows, where it is divided by something (`per`) or tells which units sent data
 * (`reporting`). `group`: how rows are put together. `own`: the rows in the source's own periods.
 */
export async function rated(
  { per, reporting, time }: Query,
  group: (table: Table, query: Query, divide?: Divide) => Table,
  own?: OwnPeriods,
): Promise<Make> {
  const divided: Make = (table, query) => {
    // Once: the same months of two years are the same rows.
    const isAll = query.time.length === time.length;
    return group(isAll ? withNotices(table, repeatedDenominator(table, query, own)) : table, query, rate);
  };
  const make = per?.population ? (await import('./population.js')).rated(divided) : divided;
  if (!reporting) return make;
  const { markUnreported } = await import('./reporting.js');
  return (table, query) => markUnreported(make(table, query));
}
