import type { RawCell, TableBuilder } from '../table/builder.js';
import { isObject, own, type JsonObject } from './json-text.js';

/** A number that reads as thousands in another notation: `1.234`. */
const THREE_DECIMALS = /^-?[1-9]\d{0,2}\.\d{3}$/;

/** A JSON number knows no other decimal mark than the point: it is written so that nobody can take it for thousands. */
function numberCell(value: number, stays: boolean): RawCell {
  if (Number.isInteger(value) || stays || !THREE_DECIMALS.test(String(value))) return value;
  return `${String(value).replace('.', '')}e-3`;
}

/** A JSON value as a cell: texts without the space around them, what has parts of its own as JSON text. */
function cellOf(value: unknown, stays: boolean): RawCell {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number') return numberCell(value, stays);
  if (value === null || value === undefined) return undefined;
  return typeof value === 'object' ? JSON.stringify(value) : (value as boolean);
}

/** Where the values of a record are: a key, or two where it holds an object. */
export const pathOf = (key: string, part: string): string => `${key}\0${part}`;

/** The columns of each table by path: a further page of a table goes into the columns of the first. */
const placesOf = new WeakMap<TableBuilder, Map<string, number>>();

/** Adds JSON records to a table. Columns come from all records: portals leave out a key whose value is null. */
export class RecordAdder {
  readonly #builder: TableBuilder;
  readonly #places: Map<string, number>;
  readonly #wordy: ReadonlySet<string>;
  /** Columns in which a number stands among words, and is one. */
  readonly #stays = new Set<number>();

  constructor(builder: TableBuilder, wordy: ReadonlySet<string> = new Set()) {
    this.#builder = builder;
    this.#wordy = wordy;
    this.#places = placesOf.get(builder) ?? new Map<string, number>();
    placesOf.set(builder, this.#places);
  }

  /** The column of a path, of those not `taken`; a new one where there is none. */
  #find(path: string, name: string, taken: readonly unknown[]): number {
    const known = this.#places.get(path);
    if (known !== undefined && !(known in taken)) return known;
    // Names are the same without the space around them, unless one record has both.
    const trimmed = name.trim();
    const same = this.#builder.names.findIndex((each, index) => each === trimmed && !(index in taken));
    const index = same >= 0 ? same : this.#builder.addColumn(name);
    this.#places.set(path, index);
    if (this.#wordy.has(path)) this.#stays.add(index);
    return index;
  }

  /** Makes sure that columns are there, in this order, even where no record has them. Gives their places. */
  columns(names: readonly string[]): number[] {
    const taken: true[] = [];
    return names.map((name) => {
      const index = this.#find(name, name, taken);
      taken[index] = true;
      return index;
    });
  }

  #set(cells: RawCell[], index: number, value: unknown): void {
    cells[index] = cellOf(value, this.#stays.has(index));
  }

  /** Objects within a record become columns `outer.inner`, one level deep. */
  addObject(record: JsonObject, keep?: (key: string) => boolean): void {
    const cells: RawCell[] = [];
    for (const key of Object.keys(record)) {
      if (keep && !keep(key)) continue;
      const value = own(record, key);
      if (!isObject(value)) this.#set(cells, this.#find(key, key, cells), value);
      else
        for (const part of Object.keys(value))
          this.#set(cells, this.#find(pathOf(key, part), `${key}.${part}`, cells), own(value, part));
    }
    this.#builder.add(cells);
  }

  /** `columns`: the place of each value, negative for one that is left out. */
  addArray(values: readonly unknown[], columns: readonly number[]): void {
    const cells: RawCell[] = [];
    for (const [index, column] of columns.entries()) if (column >= 0) this.#set(cells, column, values[index]);
    this.#builder.add(cells);
  }
}

/** The number of rows that a portal writes, as a number or as a text. */
export function totalOf(written: unknown): number | undefined {
  const isWritten = typeof written === 'number' || (typeof written === 'string' && written.trim() !== '');
  const total = isWritten ? Number(written) : NaN;
  return Number.isFinite(total) && total >= 0 ? total : undefined;
}
