import { DataError } from '../errors.js';
import { Pauses } from '../pause.js';
import { MOST, type RawCell, type TableBuilder } from '../table/builder.js';
import type { ColumnDescription } from '../table/describe.js';
import { distinctNames } from '../table/distinct-names.js';
import type { Notice } from '../table/notice.js';
import { periodsOf } from './statistical-time.js';
import { statusLegend } from './status-legend.js';

/** One dimension of a cube, with its categories in their order. */
export interface Dimension {
  readonly id: string;
  readonly label: string;
  readonly codes: readonly string[];
  readonly labels: readonly string[];
  readonly isTime: boolean;
}

/** A table of statistics as offices keep it: a value for each combination of categories, the last dimension fastest. */
export interface Cube {
  readonly dimensions: readonly Dimension[];
  readonly valueAt: (cell: number) => RawCell;
  /** `''` where there is none. */
  readonly statusAt: (cell: number) => string;
  /** The cells that have anything in them, told where most have nothing; none where that is not known. */
  readonly filled: () => readonly number[];
  /** Whether all values are numbers, or words for there being none. */
  readonly isNumeric: boolean;
  readonly value: Omit<ColumnDescription, 'name'>;
  /** What the statuses mean, in the source's words. */
  readonly statusLabels: ReadonlyMap<string, string>;
}

export interface AddedCube {
  readonly columns: readonly ColumnDescription[];
  readonly notices: readonly Notice[];
  /** What readers must know of the statuses in it. */
  readonly notes: readonly string[];
}

export function cellsOf(sizes: readonly number[]): number {
  return sizes.reduce((product, size) => product * size, 1);
}

/** What a cell of a dimension is in the table: its period, where all are periods, else its code. */
function wordsOf(dimension: Dimension): { words: readonly string[]; description: ColumnDescription } {
  const { id: name, label, codes, labels, isTime } = dimension;
  const said = label === name || label === '' ? { name } : { name, label };
  const periods = isTime ? periodsOf(codes, labels) : undefined;
  if (periods) return { words: periods.map(({ text }) => text), description: { ...said, kind: 'period' } };
  const isTold = labels.some((each, index) => each !== codes[index]);
  const wordLabels = new Map(codes.map((code, index) => [code, labels[index] ?? code]));
  return { words: codes, description: { ...said, kind: 'text', ...(isTold && { wordLabels }) } };
}

/** Counts through the cells, the last dimension fastest. */
class CellWalk {
  readonly #sizes: readonly number[];

  constructor(sizes: readonly number[]) {
    this.#sizes = sizes;
  }

  /** The category of each dimension for this cell. */
  at(cell: number, categories: number[]): void {
    let rest = cell;
    for (let index = this.#sizes.length - 1; index >= 0; index--) {
      const size = this.#sizes[index] ?? 1;
      categories[index] = rest % size;
      rest = Math.floor(rest / size);
    }
  }
}

/** Of a cube with more cells than a page takes, those that hold something; of any other, all. */
function chosenCells({ filled }: Cube, cells: number, notices: Notice[]): readonly number[] | undefined {
  if (cells <= MOST.rows) return undefined;
  const chosen = [...new Set(filled())].sort((a, b) => a - b);
  if (chosen.length === 0 || chosen.length > MOST.rows)
    throw new DataError('too-big', { what: 'rows', limit: MOST.rows });
  notices.push({ code: 'empty-cells-left-out', count: cells - chosen.length });
  return chosen;
}

/** Where the columns of a cube are in the table: those of an earlier part of it are there already. */
function placesOf(names: readonly string[], builder: TableBuilder): number[] {
  const known = new Map(builder.names.map((name, index) => [name, index]));
  return names.map((name) => known.get(name) ?? builder.addColumn(name));
}

/** Adds a row for each cell: a column for each dimension, the value, and where there are any, the statuses. */
export async function addCube(cube: Cube, builder: TableBuilder): Promise<AddedCube> {
  const { dimensions, valueAt, statusAt } = cube;
  const sizes = dimensions.map(({ codes }) => codes.length);
  const distinct = distinctNames([...dimensions.map(({ id }) => id), 'value', 'status']);
  const { names } = distinct;
  const [value = '', status = ''] = names.slice(-2);
  const notices: Notice[] = distinct.notices.filter(({ column }) => column !== status);
  const chosen = chosenCells(cube, cellsOf(sizes), notices);
  const count = chosen?.length ?? cellsOf(sizes);
  const told = dimensions.map(wordsOf);
  const places = placesOf(names.slice(0, -1), builder);
  const valuePlace = places[dimensions.length] ?? 0;
  let statusPlace = -1;
  const used = new Set<string>();
  const walk = new CellWalk(sizes);
  const pauses = new Pauses();
  const categories: number[] = [];
  const cells: RawCell[] = [];
  for (let row = 0; row < count; row++) {
    const cell = chosen?.[row] ?? row;
    walk.at(cell, categories);
    for (const [index, { words }] of told.entries())
      cells[places[index] ?? 0] = words[categories[index] ?? 0];
    cells[valuePlace] = valueAt(cell);
    const said = statusAt(cell);
    if (said !== '') {
      used.add(said);
      if (statusPlace < 0) [statusPlace = 0] = placesOf([status], builder);
    }
    if (statusPlace >= 0) cells[statusPlace] = said;
    builder.add(cells);
    if (row % 500 === 0) await pauses.breathe();
  }
  const { legend, notes, notices: unknown } = statusLegend(used, cube.statusLabels, value);
  const kind = cube.isNumeric ? 'number' : 'text';
  const marked = cube.isNumeric && used.size > 0;
  const columns: ColumnDescription[] = [
    ...told.map(({ description }, index) => ({ ...description, name: names[index] ?? '' })),
    { ...cube.value, name: value, kind, ...(marked && { status, legend }) },
  ];
  return { columns, notices: [...notices, ...unknown], notes };
}
