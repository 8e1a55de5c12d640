import type { Column } from '../table/column.js';

/** Whether a column tells of how many parts an incomplete sum is, or of how many it should be. */
export const tellsParts = (column: Column): boolean =>
  column.kind === 'number' && (column.part === 'present' || column.part === 'parts');
