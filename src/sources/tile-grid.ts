import { DataError } from '../errors.js';
import type { MapDocument, TilePlace } from '../table/shape.js';
import { isObject, own } from './json-text.js';
import { shortOf } from './peru-departments.js';

/** What a grid of one's own looks like. */
const EXPECTED = ['[{"code": "01", "name": "Amazonas", "row": 1, "column": 3}]'];
/** More rows or columns than this are a mistake, and no square would be seen. */
const MOST_LINES = 100;
const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';

const isLine = (value: unknown): value is number =>
  Number.isInteger(value) && Number(value) >= 0 && Number(value) <= MOST_LINES;

/** Squares as a page gives them: a list with the code, name, row and column of each. */
export function parseGrid(list: readonly unknown[], host: string): MapDocument {
  const refuse = (value: unknown): never => {
    const shown = JSON.stringify(value)?.slice(0, 200) ?? '';
    throw new DataError('no-shapes', { host, attribute: 'grid', value: shown, expected: EXPECTED });
  };
  const taken = new Set<string>();
  const places = list.map((each): TilePlace => {
    if (!isObject(each)) return refuse(each);
    const [code, row, column] = [textOf(own(each, 'code')), own(each, 'row'), own(each, 'column')];
    if (code === '' || !isLine(row) || !isLine(column)) return refuse(each);
    // Two places on one square would hide one another; two with one code could not be told apart.
    for (const key of [`code ${code}`, `square ${row} ${column}`]) {
      if (taken.has(key)) return refuse(each);
      taken.add(key);
    }
    const name = textOf(own(each, 'name')) || code;
    const short = textOf(own(each, 'short')) || shortOf(name);
    return { code, name, row, column, short };
  });
  if (places.length === 0) return refuse(list);
  const [firstRow, firstColumn] = [
    Math.min(...places.map(({ row }) => row)),
    Math.min(...places.map(({ column }) => column)),
  ];
  const moved = places.map((each) => ({
    ...each,
    row: each.row - firstRow,
    column: each.column - firstColumn,
  }));
  return { kind: 'tiles', places: moved, isAmbiguous: false, aliases: new Map(), notices: [] };
}
