import { at } from '../table/column.js';
import { CellGrid } from './cell-grid.js';
import type { Dimension } from './parts-of-totals.js';

/** More partners than this are not tried along each of one, two, three, four and more dimensions. */
const MOST_TRIED = [Infinity, Infinity, 40, 12, 8];
/** Where there are many small counts: otherwise a table of a whole country takes hours. */
export const FEW_TRIED: readonly number[] = [Infinity, 20, 5, 3, 2];

/** Cells that can go up and down in turns, so that every sum over any of their lines stays what it is. */
interface Shift {
  readonly corners: readonly number[];
  /** Whether each goes up where the first does. */
  readonly isLike: readonly boolean[];
  /** How far the first can go up, and down, before another would be under 1. */
  readonly up: number;
  readonly down: number;
  /** What would be hidden for it that is not hidden yet. */
  readonly cost: number;
}

type Enough = (shift: Shift) => boolean;

const isAny: Enough = ({ up, down }) => up > 0 || down > 0;

/** Whether a small count can become any other under the limit. */
const isWide =
  (value: number, limit: number): Enough =>
  (shift) =>
    isAny(shift) && shift.up >= limit - 1 - value && shift.down >= value - 1;

/** Finds what must be hidden beside small counts. Counts from 1 up may be hidden; zeros are not. */
class Hiding {
  readonly #grid: CellGrid;
  readonly #hidden: Uint8Array;
  readonly #mostTried: readonly number[];
  /** What some shift changes that leaves all else as it is. */
  readonly #safe = new Set<number>();

  constructor(grid: CellGrid, hidden: Uint8Array, mostTried: readonly number[]) {
    this.#grid = grid;
    this.#hidden = hidden;
    this.#mostTried = mostTried;
  }

  /**
   * The block that partners make with a part, each so far along another dimension; `undefined` where a corner is not
   * there, or zero, or it costs no less than another.
   */
  #shift(part: number, distances: readonly number[], most: number): Shift | undefined {
    const corners = [part];
    const isLike = [true];
    const offsets = [0];
    let [up, down] = [Infinity, at(this.#grid.values, part) - 1];
    let cost = this.#hidden[part] ? 0 : at(this.#grid.values, part);
    for (const distance of distances) {
      for (let index = 0, { length } = offsets; index < length; index++) {
        const offset = (offsets[index] ?? 0) + distance;
        const corner = this.#grid.cellAt(part, offset);
        const value = corner === undefined ? 0 : at(this.#grid.values, corner);
        if (corner === undefined || !(value > 0)) return undefined;
        if (!this.#hidden[corner]) cost += value;
        if (cost >= most) return undefined;
        const isOdd = isLike[index] === true;
        if (isOdd) up = Math.min(up, value - 1);
        else down = Math.min(down, value - 1);
        offsets.push(offset);
        corners.push(corner);
        isLike.push(!isOdd);
      }
    }
    return { corners, isLike, up, down, cost };
  }

  /** The first of those that are hidden already, then of the others, the smallest first. */
  #firstOf(partners: Iterable<number>, most: number): number[] {
    const hidden: number[] = [];
    const others: number[] = [];
    for (const row of partners) {
      if (this.#hidden[row]) hidden.push(row);
      else if (others.length < most) others.push(row);
      if (hidden.length >= most) return hidden;
    }
    return [...hidden, ...others].slice(0, most);
  }

  /** The shift of a part that hides least, of those that will do and leave the total of the cell's lines as it is. */
  #cheapest(row: number, part: number, along: readonly number[], isEnough: Enough): Shift | undefined {
    const most = this.#mostTried[Math.min(along.length, this.#mostTried.length - 1)] ?? Infinity;
    const choices = along.map((dimension) => this.#firstOf(this.#grid.partners(row, part, dimension), most));
    let best: Shift | undefined;
    const distances: number[] = [];
    const choose = (index: number, cost: number): void => {
      const most = best?.cost ?? Infinity;
      if (cost >= most) return;
      const dimension = along[index];
      if (dimension === undefined) {
        const shift = this.#shift(part, distances, most);
        if (shift && isEnough(shift)) best = shift;
        return;
      }
      for (const each of choices[index] ?? []) {
        distances[index] = this.#grid.distance(part, each, dimension);
        choose(index + 1, cost + (this.#hidden[each] ? 0 : at(this.#grid.values, each)));
        if (best?.cost === 0) return;
      }
    };
    choose(0, 0);
    return best;
  }

  /** All that a shift changes: its corners, and the sums that they do not cancel out in. */
  #changedBy({ corners, isLike }: Shift): Set<number> {
    const changes = new Map<number, number>();
    corners.forEach((corner, index) => {
      for (const whole of this.#grid.wholesOf(corner)) {
        const change = this.#grid.isVague(whole) ? NaN : isLike[index] ? 1 : -1;
        changes.set(whole, (changes.get(whole) ?? 0) + change);
      }
    });
    return new Set([...corners, ...[...changes].flatMap(([whole, by]) => (by === 0 ? [] : [whole]))]);
  }

  /** Along what a cell has neighbours that its total is made of as well. */
  #linesOf(row: number): number[] {
    return Array.from({ length: this.#grid.size }, (_, dimension) => dimension).filter(
      (dimension) => this.#grid.groupOf(row, dimension) !== undefined,
    );
  }

  /** Hides what would give one small count away. `parts`: those that change it where they change. */
  #protectOne(row: number, parts: readonly number[], limit: number): void {
    const enough = [isWide(at(this.#grid.values, row), limit), isAny];
    /** Hides what changes in turns with a part, if that changes the cell. */
    const hide = (target: number, part: number, along: readonly number[]): boolean =>
      enough.some((isEnough) => {
        const shift = this.#cheapest(target, part, along, isEnough);
        const changed = shift && this.#changedBy(shift);
        if (!changed?.has(row)) return false;
        for (const each of changed) {
          this.#hidden[each] = 1;
          this.#safe.add(each);
        }
        return true;
      });
    // Among its own neighbours; where it has none to hide behind, among those of a sum that it is in.
    if (parts.some((part) => hide(row, part, this.#linesOf(row))) || this.#safe.has(row)) return;
    const isDone = parts.some((part) =>
      this.#grid.wholesOf(part).some((whole) => hide(whole, part, this.#linesOf(whole))),
    );
    if (!isDone) parts.some((part) => subsets(this.#linesOf(row)).some((along) => hide(row, part, along)));
  }

  /** Hides what would give away the counts under the limit, which are hidden already: a step for each of them. */
  *protect(limit: number): Generator<void> {
    const grid = this.#grid;
    const { values } = grid;
    const partsOf = new Map<number, number[]>();
    for (const part of grid.parts) {
      if (!(at(values, part) > 0)) continue;
      for (const whole of grid.wholesOf(part)) {
        const parts = partsOf.get(whole);
        if (parts) parts.push(part);
        else partsOf.set(whole, [part]);
      }
    }
    const small = Array.from(values.keys())
      .filter((row) => at(values, row) > 0 && at(values, row) < limit)
      .sort((a, b) => at(values, a) - at(values, b))
      // Sums first: what is hidden for them hides their parts as well.
      .sort((a, b) => Number(grid.isWhole(b)) - Number(grid.isWhole(a)));
    // A sum changes by any of its parts; a cell that is none, or whose parts are not there, by itself.
    for (const row of small) yield this.#protectOne(row, partsOf.get(row) ?? [row], limit);
  }
}

/** All choices of these, the largest first. */
function subsets(all: readonly number[]): number[][] {
  const chosen = all.reduce<number[][]>(
    (found, each) => [...found, ...found.map((some) => [...some, each])],
    [[]],
  );
  return chosen.sort((a, b) => b.length - a.length);
}

/**
 * Hides, beside cells that are hidden for their small counts, what would tell them: `hidden` is changed, by a step for
 * each small count, so that a page can breathe between. `values`: the counts of one measure, NaN where there is none.
 */
export function* hidingSteps(
  values: Float64Array,
  dimensions: readonly Dimension[],
  hidden: Uint8Array,
  limit: number,
  mostTried: readonly number[] = MOST_TRIED,
): Generator<void> {
  yield* new Hiding(new CellGrid(values, dimensions), hidden, mostTried).protect(limit);
}

/** The same in one go, for what no page waits for. */
export function hideBeside(...given: Parameters<typeof hidingSteps>): void {
  const steps = hidingSteps(...given);
  while (!steps.next().done);
}
