import type { TwinTable } from '../figure/twin-table-model.js';
import type { TrendModel } from './trend-model.js';

/** The same values as the chart, a row for each period. */
export function twinOf({ frame, all, periods, periodHeader }: TrendModel): TwinTable {
  const header = (name: string): string => (name === '' ? frame.unit || frame.heading : name);
  return {
    caption: frame.heading,
    headers: [periodHeader, ...all.map(({ name }) => header(name))],
    rows: periods.map(({ label }, row) => ({
      header: label,
      cells: all.map(({ points }) => points[row]?.text ?? ''),
    })),
  };
}
