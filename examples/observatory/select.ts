import type { Cell, Column, Table } from './table.js';

/** What both portals can ask of a table: equal values, words, order. Columns by position; -1 is the row number. */
export interface Selection {
  readonly equals: readonly { readonly column: number; readonly values: readonly string[] }[];
  readonly words: readonly { readonly column: number | 'any'; readonly word: string }[];
  readonly sort: readonly { readonly column: number; readonly descending: boolean }[];
}

export const ROW_NUMBER = -1;

/** Positions of the rows that fit, in the asked order. */
export function selectRows(table: Table, selection: Selection): number[] {
  const positions: number[] = [];
  const tests = selection.equals.map(({ column, values }) => ({
    column,
    accepted: acceptedBy(table, column, values),
  }));
  for (let position = 0; position < table.rows.length; position += 1) {
    const fits =
      tests.every(({ column, accepted }) => accepted.has(cellAt(table, position, column))) &&
      selection.words.every(({ column, word }) => hasWord(table, position, column, word));
    if (fits) positions.push(position);
  }
  if (selection.sort.length > 0)
    positions.sort((one, other) => comparePositions(table, selection, one, other));
  return positions;
}

export function cellAt(table: Table, position: number, column: number): Cell {
  return column === ROW_NUMBER ? position + 1 : (table.rows[position]?.[column] ?? null);
}

export function isNumeric(columns: readonly Column[], column: number): boolean {
  return column === ROW_NUMBER || columns[column]?.type === 'numeric';
}

/** As a database does it: a number is compared as a number, so that "8.60" finds 8.6. */
function acceptedBy(table: Table, column: number, values: readonly string[]): ReadonlySet<Cell> {
  return new Set<Cell>(isNumeric(table.columns, column) ? values.map(Number) : values);
}

function hasWord(table: Table, position: number, column: number | 'any', word: string): boolean {
  const cells = column === 'any' ? (table.rows[position] ?? []) : [cellAt(table, position, column)];
  return cells.some((cell) => {
    const text = String(cell ?? '').toLowerCase();
    return text.includes(word) && wordsOf(text).includes(word);
  });
}

/** Lower-case words; accents count, as they do in a database without the unaccent dictionary. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}.]+/gu) ?? [];
}

function comparePositions(table: Table, { sort }: Selection, one: number, other: number): number {
  for (const { column, descending } of sort) {
    const order = compareCells(cellAt(table, one, column), cellAt(table, other, column));
    if (order !== 0) return descending ? -order : order;
  }
  return one - other;
}

/** Nothing comes after everything, and therefore first when the order is reversed. */
export function compareCells(one: Cell, other: Cell): number {
  if (one === other) return 0;
  if (one === null) return 1;
  if (other === null) return -1;
  return one < other ? -1 : 1;
}
