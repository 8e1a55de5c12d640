import { DataError } from '../errors.js';

/** More of any of these is an attack or a mistake, not a table for a page. */
const MAX_ROWS = 2_000_000;
const MAX_COLUMNS = 500;
const MAX_CELL = 10_000;
const MAX_DEPTH = 64;

export function checkRows(rows: number): void {
  if (rows > MAX_ROWS) throw new DataError('too-big', { what: 'rows', limit: MAX_ROWS });
}

export function checkWidth(columns: number): void {
  if (columns > MAX_COLUMNS) throw new DataError('too-big', { what: 'columns', limit: MAX_COLUMNS });
}

export function checkCell(cell: string, line: number): void {
  if (cell.length > MAX_CELL) throw new DataError('too-big', { what: 'characters', limit: MAX_CELL, line });
}

/** Looks at brackets outside strings before anything walks the levels. */
export function checkDepth(json: string): void {
  let depth = 0;
  let quoted = false;
  for (let index = 0; index < json.length; index++) {
    const code = json.charCodeAt(index);
    if (quoted) {
      if (code === 0x5c) index++;
      else if (code === 0x22) quoted = false;
    } else if (code === 0x22) quoted = true;
    else if (code === 0x5b || code === 0x7b) {
      if (++depth > MAX_DEPTH) throw new DataError('too-big', { what: 'levels', limit: MAX_DEPTH });
    } else if (code === 0x5d || code === 0x7d) depth--;
  }
}
