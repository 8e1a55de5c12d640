import { at } from '../table/column.js';
import type { Dimension } from './parts-of-totals.js';

/** Rows by what they have in common, in their order. */
function grouped<K>(rows: readonly number[], keyOf: (row: number) => K): Map<K, number[]> {
  const groups = new Map<K, number[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}

/** The cells of a table of any number of breakdowns, found by their codes, with the sums that they are in. */
export class CellGrid {
  readonly values: Float64Array;
  readonly #dimensions: readonly Dimension[];
  /** What one step along each dimension adds to the key of a cell. */
  readonly #strides: readonly number[];
  /** What tells cells apart: their codes as one number. */
  readonly #keys: Float64Array;
  readonly #rowOf = new Map<number, number>();
  readonly #wholes = new Set<number>();
  /** Cells with a count that stand in a line along each dimension, the smallest first. */
  readonly #lines: readonly Map<number, number[]>[];
  readonly #neighbours: readonly Map<string, number[]>[];

  constructor(values: Float64Array, dimensions: readonly Dimension[]) {
    this.values = values;
    this.#dimensions = dimensions;
    let size = 1;
    this.#strides = dimensions.map(({ codes }) => {
      const stride = size;
      size *= codes.reduce((most, code) => Math.max(most, code), 0) + 2;
      return stride;
    });
    if (!Number.isSafeInteger(size)) throw new RangeError('more cells than have a key each');
    this.#keys = Float64Array.from(values.keys(), (row) =>
      dimensions.reduce(
        (key, { codes }, dimension) => key + (at(codes, row) + 1) * (this.#strides[dimension] ?? 0),
        0,
      ),
    );
    for (const [row, key] of this.#keys.entries()) {
      if (!this.#rowOf.has(key)) this.#rowOf.set(key, row);
    }
    for (const row of this.#rowOf.values()) for (const whole of this.wholesOf(row)) this.#wholes.add(whole);
    const parts = this.parts.filter((row) => at(values, row) > 0);
    parts.sort((a, b) => at(values, a) - at(values, b));
    const places = [...dimensions.keys()];
    this.#lines = places.map((dimension) => grouped(parts, (row) => this.#lineOf(row, dimension)));
    this.#neighbours = places.map((dimension) =>
      grouped(parts, (row) => `${this.#lineOf(row, dimension)} ${this.groupOf(row, dimension)}`),
    );
  }

  /** What the cells have in common that differ along one dimension alone. */
  #lineOf(row: number, dimension: number): number {
    const code = this.#dimensions[dimension]?.codes[row] ?? -1;
    return at(this.#keys, row) - (code + 1) * (this.#strides[dimension] ?? 0);
  }

  /** Cells that are made of no other ones. */
  get parts(): number[] {
    return [...this.#rowOf.values()].filter((row) => !this.#wholes.has(row));
  }

  get size(): number {
    return this.#dimensions.length;
  }

  isWhole(row: number): boolean {
    return this.#wholes.has(row);
  }

  /** Of how much a cell is the total is not known. */
  isVague(row: number): boolean {
    return this.#dimensions.some(({ codes, isVague }) => isVague(at(codes, row)));
  }

  /** What a cell has in common with those that its total along a dimension is made of as well. */
  groupOf(row: number, dimension: number): string | undefined {
    const along = this.#dimensions[dimension];
    return along?.groupOf(at(along.codes, row));
  }

  /** How far it is from one cell to another along a dimension, in keys. */
  distance(from: number, to: number, dimension: number): number {
    const codes = this.#dimensions[dimension]?.codes;
    return codes ? (at(codes, to) - at(codes, from)) * (this.#strides[dimension] ?? 0) : 0;
  }

  /** The cell that far from another. */
  cellAt(row: number, distance: number): number | undefined {
    return this.#rowOf.get(at(this.#keys, row) + distance);
  }

  /** The cells that hold a sum over this one, along any of the dimensions. */
  wholesOf(row: number): number[] {
    let keys = [at(this.#keys, row)];
    this.#dimensions.forEach(({ codes, wholesOf }, dimension) => {
      const code = at(codes, row);
      const steps = wholesOf(code).map((whole) => (whole - code) * (this.#strides[dimension] ?? 0));
      if (steps.length > 0) keys = keys.flatMap((key) => [key, ...steps.map((step) => key + step)]);
    });
    return keys.slice(1).flatMap((key) => this.#rowOf.get(key) ?? []);
  }

  /**
   * Parts with a count that could change in turns with a part of a cell while the total of the cell's line stays: its
   * own neighbours, and for a sum the parts of its neighbours.
   */
  partners(row: number, part: number, dimension: number): readonly number[] {
    const along = this.#dimensions[dimension];
    if (!along) return [];
    const group = this.groupOf(row, dimension);
    const own = at(along.codes, row);
    if (own === along.codes[part]) {
      const line = this.#neighbours[dimension]?.get(`${this.#lineOf(part, dimension)} ${group}`) ?? [];
      return line.filter((each) => each !== part);
    }
    const line = this.#lines[dimension]?.get(this.#lineOf(part, dimension)) ?? [];
    return line.filter((each) => {
      const code = at(along.codes, each);
      const wholes = along.wholesOf(code);
      return !wholes.includes(own) && [code, ...wholes].some((link) => along.groupOf(link) === group);
    });
  }
}
