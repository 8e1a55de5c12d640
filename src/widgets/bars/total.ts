import { ABSENT, STATUS } from '../../table/status.js';
import type { Cell } from './entries.js';

/** How many of the parts have no value. */
export const absentAmong = (cells: readonly Cell[]): number =>
  cells.filter(({ value }) => Number.isNaN(value)).length;

/** The sum of parts. It has what qualifies any of them; with a part missing it is not whole, and says so. */
export function totalOf(cells: readonly Cell[], decimals: number): Cell {
  const [only] = cells;
  if (only && cells.length === 1) return only;
  const present = cells.filter(({ value }) => !Number.isNaN(value));
  const statuses = cells.reduce((set, { status }) => set | status, 0);
  if (present.length === 0) return { value: NaN, status: statuses & ABSENT || STATUS.missing };
  const sum = present.reduce((all, { value }) => all + value, 0);
  const isWhole = present.length === cells.length;
  // A sum has no more decimals than its parts: what is beyond is noise of the computation.
  const value = Number(sum.toFixed(Math.min(decimals, 20)));
  return { value, status: isWhole ? statuses : (statuses & ~ABSENT) | STATUS.incomplete };
}
