import type { NumberColumn } from '../table/column.js';
import type { Measure, Query, Reporting } from './query.js';

/** How many units sent data and how many should, beside the measures. */
export function reportedColumns(
  { reporting }: Query,
  measured: (measure: Measure, name: string) => NumberColumn,
): NumberColumn[] {
  const asked = Object.entries(reporting ?? {}) as [keyof Reporting, Measure][];
  return asked.map(([part, measure]) => {
    const column = measured(measure, `${part} (${measure.column ?? ''})`);
    return Object.freeze({ ...column, role: 'attribute', part });
  });
}
