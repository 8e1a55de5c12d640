import type { RawCell, TableBuilder } from '../table/builder.js';
import { isObject, own, type JsonObject } from './json-text.js';

/** A JSON value as a cell: what has parts of its own stays readable as JSON text. */
function cellOf(value: unknown): RawCell {
  if (value === null || value === undefined) return undefined;
  return typeof value === 'object' ? JSON.stringify(value) : (value as string | number | boolean);
}

/** Adds JSON records to a table. Columns come from all records: portals leave out a key whose value is null. */
export class RecordAdder {
  readonly #builder: TableBuilder;
  readonly #place = new Map<string, number>();

  constructor(builder: TableBuilder) {
    this.#builder = builder;
    // A further page of the same table goes into the columns of the first.
    builder.names.forEach((name, index) => this.#place.set(name, index));
  }

  /** Makes sure that a column is there, in this order, even where no record has it. */
  column(name: string): number {
    const known = this.#place.get(name);
    if (known !== undefined) return known;
    const index = this.#builder.addColumn(name);
    this.#place.set(name, index);
    return index;
  }

  /** Objects within a record become columns `outer.inner`, one level deep. */
  addObject(record: JsonObject, keep?: ReadonlySet<string>): void {
    const cells: RawCell[] = [];
    for (const key of Object.keys(record)) {
      if (keep && !keep.has(key)) continue;
      const value = own(record, key);
      if (!isObject(value)) cells[this.column(key)] = cellOf(value);
      else
        for (const part of Object.keys(value))
          cells[this.column(`${key}.${part}`)] = cellOf(own(value, part));
    }
    this.#builder.add(cells);
  }

  addArray(values: readonly unknown[], columns: readonly number[]): void {
    const cells: RawCell[] = [];
    for (const [index, column] of columns.entries()) if (column >= 0) cells[column] = cellOf(values[index]);
    this.#builder.add(cells);
  }
}
