import { at, type Column } from './column.js';
import type { Period } from './period.js';
import { STATUS, type StatusSet } from './status.js';

/** One cell of any column, as a value and a status. */
export interface Cell {
  readonly value: string | number | Period | undefined;
  readonly status: StatusSet;
}

export function cellAt(column: Column, row: number): Cell {
  if (column.kind === 'number') {
    const value = at(column.values, row);
    return { value: Number.isNaN(value) ? undefined : value, status: at(column.statuses, row) };
  }
  const code = at(column.codes, row);
  const value = column.kind === 'text' ? column.words[code] : column.periods[code];
  return { value, status: value === undefined ? STATUS.missing : 0 };
}

/** The cell as the source would write it: numbers with a point, periods ISO-like, `''` where there is none. */
export function textAt(column: Column, row: number): string {
  const { value } = cellAt(column, row);
  return value === undefined ? '' : typeof value === 'object' ? value.text : String(value);
}

/** The cell as a reader knows it: the name of what a code stands for, where the source gives one. */
export function labelAt(column: Column, row: number): string {
  const label = column.kind === 'text' ? column.wordLabels?.[at(column.codes, row)] : undefined;
  return label ?? textAt(column, row);
}
