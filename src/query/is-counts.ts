import type { NumberColumn } from '../table/column.js';

/** Whether all that is there are whole numbers from zero on: a rate, an average or a balance is no count. */
export function isCounts({ values }: NumberColumn): boolean {
  return values.every((value) => Number.isNaN(value) || (value >= 0 && Number.isInteger(value)));
}
