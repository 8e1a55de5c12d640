import { computable, type Relation } from './audit-cells.js';
import type { CubeCells } from './cube-cells.js';

const NONE: Relation = new Map();

/** Hides counts beside hidden ones until none can be computed. */
class Hiding {
  readonly #relations: readonly Relation[];
  readonly #isPublished: readonly boolean[];
  /** The sums that each cell is in, by their places. */
  readonly #relationsOf = new Map<number, number[]>();
  /** The sums in which something was hidden since they were looked at. */
  readonly #open: Set<number>;
  readonly #values: Float64Array;
  readonly #hidden: Uint8Array;

  readonly #limit: number;

  constructor(cells: CubeCells, values: Float64Array, hidden: Uint8Array, limit: number) {
    this.#limit = limit;
    this.#relations = cells.relations;
    this.#isPublished = cells.isPublished;
    [this.#values, this.#hidden] = [values, hidden];
    this.#relations.forEach((relation, index) => {
      for (const cell of relation.keys()) {
        const of = this.#relationsOf.get(cell);
        if (of) of.push(index);
        else this.#relationsOf.set(cell, [index]);
      }
    });
    this.#open = new Set(this.#relations.keys());
  }

  #around(cell: number): readonly number[] {
    return this.#relationsOf.get(cell) ?? [];
  }

  #valueOf(cell: number): number {
    return this.#values[cell] ?? 0;
  }

  isHidden(cell: number): boolean {
    return this.#hidden[cell] === 1 && this.#isPublished[cell] === true;
  }

  isSmall(cell: number): boolean {
    return this.isHidden(cell) && this.#valueOf(cell) < this.#limit;
  }

  /** Nobody is shown it: whoever wants it must compute it. */
  isUnknown(cell: number): boolean {
    return this.#hidden[cell] === 1 || !this.#isPublished[cell];
  }

  /** Hides the smallest count among these that is shown; `undefined` where there is none. */
  #hideOneOf(cells: Iterable<number>): number | undefined {
    let smallest: number | undefined;
    for (const cell of cells) {
      if (this.isUnknown(cell) || !(this.#valueOf(cell) > 0)) continue;
      if (smallest === undefined || this.#valueOf(cell) < this.#valueOf(smallest)) smallest = cell;
    }
    if (smallest === undefined) return undefined;
    this.#hidden[smallest] = 1;
    for (const relation of this.#around(smallest)) this.#open.add(relation);
    return smallest;
  }

  /** Whether one sum alone tells what is hidden in it: a single count, or several that can only be 1 each. */
  #isTold(relation: Relation): boolean {
    const unknown = [...relation.keys()].filter((cell) => this.isUnknown(cell));
    if (!unknown.some((cell) => this.isSmall(cell))) return false;
    const isWholeShown = unknown.every((cell) => relation.get(cell) === 1);
    const hasRoom = unknown.some((cell) => this.#valueOf(cell) > 1);
    return unknown.length === 1 || (isWholeShown && !hasRoom);
  }

  /** Line by line: no sum may tell what is hidden in it. */
  hideInLines(): void {
    for (const index of this.#open) {
      this.#open.delete(index);
      const relation = this.#relations[index] ?? NONE;
      while (this.#isTold(relation) && this.#hideOneOf(relation.keys()) !== undefined);
    }
  }

  /** The smallest part in the sums of a cell; a total only where no part is left. */
  #hideAround(told: number): number | undefined {
    const around = this.#around(told).map((index) => this.#relations[index] ?? NONE);
    const parts = around.flatMap((relation) =>
      [...relation.keys()].filter((cell) => relation.get(cell) === 1),
    );
    return this.#hideOneOf(parts) ?? this.#hideOneOf(around.flatMap((relation) => [...relation.keys()]));
  }

  /** Hides a count in the sums that tell a cell, the nearest first, by way of others that nobody is shown. */
  #hideNear(told: number): number | undefined {
    const seen = new Set([told]);
    // What is found on the way is looked at in its turn.
    for (const cell of seen) {
      const found = this.#hideAround(cell);
      if (found !== undefined) return found;
      for (const index of this.#around(cell))
        for (const each of this.#relations[index]?.keys() ?? []) if (this.isUnknown(each)) seen.add(each);
    }
    return undefined;
  }

  /** The small counts that all sums together tell. */
  get told(): number[] {
    const found = computable(this.#relations, (cell) => this.isUnknown(cell));
    return [...found].filter((cell) => this.isSmall(cell));
  }

  /** Hides one count beside each of these, or, `all`, whatever is in a sum with them. */
  hideBeside(told: readonly number[], all: boolean): void {
    const helped = new Set<number>();
    for (const cell of told) {
      if (all) {
        const near = this.#around(cell).flatMap((index) => [...(this.#relations[index] ?? NONE).keys()]);
        for (const each of near) this.#hideOneOf([each]);
      }
      if (all || this.#around(cell).some((index) => helped.has(index))) continue;
      const hidden = this.#hideNear(cell);
      // What it is hidden for may help others of the same sums.
      for (const index of [...this.#around(cell), ...this.#around(hidden ?? cell)]) helped.add(index);
    }
  }

  /** Larger counts that can be computed all the same hide nothing: they are shown. */
  showTold(): void {
    const found = computable(this.#relations, (cell) => this.isUnknown(cell));
    for (const cell of found) if (this.isHidden(cell) && !this.isSmall(cell)) this.#hidden[cell] = 0;
  }
}

/** After so many rounds more is hidden at once, and after as many again nothing further is tried. */
const ROUNDS = 6;

/**
 * Hides further counts until no small one can be computed from those that are shown, neither by one sum nor by any
 * sequence of sums: cubes of several indicators meet in ways that no single line of a table tells. Counts that can be
 * computed all the same are shown. Gives the small ones for which nothing helped: their cubes must be left out.
 */
export function hideComputable(
  cells: CubeCells,
  values: Float64Array,
  hidden: Uint8Array,
  limit: number,
): readonly number[] {
  const hiding = new Hiding(cells, values, hidden, limit);
  hiding.hideInLines();
  let { told } = hiding;
  for (let round = 0; told.length > 0 && round < 2 * ROUNDS; round++) {
    hiding.hideBeside(told, round >= ROUNDS);
    hiding.hideInLines();
    ({ told } = hiding);
  }
  if (told.length === 0) hiding.showTold();
  return told;
}
