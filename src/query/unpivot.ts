import { DataError } from '../errors.js';
import { MOST } from '../table/builder.js';
import { at, type Column, type NumberColumn, type TextColumn } from '../table/column.js';
import { getColumn } from '../table/get-column.js';
import type { Notice } from '../table/notice.js';
import { makeTable, type Table } from '../table/table.js';
import { takeRows } from '../table/take-rows.js';
import { toNumbers } from '../table/to-numbers.js';
import { typeColumns } from '../table/typing.js';
import { withStatuses } from '../table/with-statuses.js';
import { asTextColumn } from './as-text.js';
import { splitAtCommas, unquoteName } from './parse-list.js';

const EXPECTED = ['Enero..Diciembre as mes, casos', '2018..2024 as anio, casos', 'Ene, Feb as mes, casos'];

/** Columns to put one below the other, and the names of the two that they become. */
export interface Unpivot {
  /** Each the only name, or the first and the last of neighbours. */
  readonly ranges: readonly (readonly [first: string, last: string])[];
  readonly key: string;
  readonly value: string;
}

function refuse(value: string): never {
  throw new DataError('bad-attribute', { attribute: 'unpivot', value, expected: EXPECTED });
}

/** The two ends of `Enero..Diciembre`, of which each may be in quotes; a single name is both. */
function rangeIn(part: string): readonly [string, string] {
  const ends = /^("[^"]*"|`[^`]*`|\[[^\]]*\]|.+?)\s*\.\.\s*(.+)$/.exec(part);
  const [first, last] = ends ? [ends[1] as string, ends[2] as string] : [part, part];
  return [unquoteName(first), unquoteName(last)];
}

/** Reads `Enero..Diciembre as mes, casos`; `como` does as well. */
export function parseUnpivot(text: string): Unpivot {
  const parts = /^(.+)\s(?:as|como)\s(.+)$/is.exec(text);
  const ranges = splitAtCommas(parts?.[1] ?? '').map(rangeIn);
  const [key, value, ...more] = splitAtCommas(parts?.[2] ?? '').map(unquoteName);
  if (ranges.length === 0 || !key || !value || more.length > 0 || key === value) return refuse(text);
  return { ranges, key, value };
}

/** The columns of these ranges, in the order of the table, each once. */
function chosen(table: Table, ranges: Unpivot['ranges'], text: string): Column[] {
  const wanted = new Set<Column>();
  for (const ends of ranges) {
    const [from, to] = ends.map((name) => table.columns.indexOf(getColumn(table, name, 'unpivot')));
    if (from === undefined || to === undefined || from > to) return refuse(text);
    for (const column of table.columns.slice(from, to + 1)) wanted.add(column);
  }
  return table.columns.filter((column) => wanted.has(column));
}

/** What is left of names that all begin and end alike, where that is a year: `Casos 2018` and `Casos 2019`. */
function keysOf(columns: readonly Column[]): string[] {
  const names = columns.map(({ name }) => name);
  const years = names.map((name) => /^(\D*)((?:19|20)\d\d)(\D*)$/.exec(name));
  const frames = new Set(years.map((year) => (year ? JSON.stringify([year[1], year[3]]) : '')));
  const isFramed = frames.size === 1 && !frames.has('') && !frames.has('["",""]');
  return isFramed ? years.map((year) => year?.[2] ?? '') : names;
}

/** A column as numbers: nothing in it is nothing for each row; words are read as numbers only beside numbers. */
function numbersIn(column: Column, notices: Notice[]): NumberColumn {
  if (column.kind === 'number') return column;
  const text = asTextColumn(column);
  const typed = toNumbers(text, text.notation ?? { decimal: '.', decimalGiven: false });
  notices.push(...typed.notices);
  return typed.column;
}

/** Row after row, the cells of all columns. */
function woven<A extends Int32Array | Float64Array | Uint16Array>(from: readonly A[], to: A): A {
  from.forEach((cells, place) => {
    for (let row = 0; row < cells.length; row++) to[row * from.length + place] = at(cells, row);
  });
  return to;
}

function wovenNumbers(columns: readonly NumberColumn[], name: string, length: number): NumberColumn {
  const units = new Set(columns.flatMap(({ unit }) => unit ?? []));
  const [unit] = units;
  return Object.freeze({
    kind: 'number',
    name,
    values: woven(
      columns.map(({ values }) => values),
      new Float64Array(length),
    ),
    statuses: woven(
      columns.map(({ statuses }) => statuses),
      new Uint16Array(length),
    ),
    decimals: Math.max(...columns.map(({ decimals }) => decimals)),
    ...(unit !== undefined && units.size === 1 && { unit }),
  });
}

function wovenTexts(columns: readonly TextColumn[], name: string, length: number): TextColumn {
  const place = new Map<string, number>();
  for (const { words } of columns)
    for (const word of words) if (!place.has(word)) place.set(word, place.size);
  const codes = columns.map((column) =>
    column.codes.map((code) => place.get(column.words[code] ?? '') ?? -1),
  );
  return Object.freeze({
    kind: 'text',
    name,
    codes: woven(codes, new Int32Array(length)),
    words: [...place.keys()],
  });
}

/** Whether the columns hold numbers: one does, and none is of words that say something else. */
function areNumbers(columns: readonly Column[]): boolean {
  return columns.some(({ kind }) => kind === 'number') && columns.every(({ kind }) => kind !== 'period');
}

/**
 * The table with some of its columns one below the other: the name of each becomes a cell of the column `key`, its
 * cells go into the column `value`. Cells without a value stay: a month that has not happened is missing.
 */
export function unpivot(table: Table, text: string): Table {
  const { ranges, key, value } = parseUnpivot(text);
  const columns = chosen(table, ranges, text);
  const kept = table.columns.filter((column) => !columns.includes(column));
  if (kept.some(({ name }) => name === key || name === value)) return refuse(text);
  const length = table.length * columns.length;
  if (length > MOST.rows) throw new DataError('too-big', { what: 'rows', limit: MOST.rows });
  const notices: Notice[] = [];
  const words = keysOf(columns);
  const codes = Int32Array.from({ length }, (_, row) => row % columns.length);
  const isNamed = columns.some(({ label }) => label);
  const wordLabels = columns.map(({ name, label }) => label ?? name);
  const keys: TextColumn = { kind: 'text', name: key, codes, words, ...(isNamed && { wordLabels }) };
  const [typed] = typeColumns([Object.freeze(keys)], undefined, '.');
  const told = typed?.rowStatuses;
  const values = areNumbers(columns)
    ? wovenNumbers(
        columns.map((column) => numbersIn(column, notices)),
        value,
        length,
      )
    : wovenTexts(columns.map(asTextColumn), value, length);
  const rows = Uint32Array.from({ length }, (_, row) => Math.floor(row / columns.length));
  const last = told && values.kind === 'number' ? withStatuses(values, told) : values;
  return makeTable(
    length,
    [...kept.map((column) => takeRows(column, rows)), ...(typed ? [typed.column] : []), last],
    [...table.notices, ...notices, ...(typed?.notices ?? [])],
  );
}
