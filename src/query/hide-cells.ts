import { at } from '../table/column.js';
import { codesAt, type Dimension } from './parts-of-totals.js';

/** More partners than this are not tried in one line of a table with two breakdowns, or with more. */
const MOST_TRIED = [Infinity, Infinity, 200, 30];

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

/** Finds what must be hidden beside small counts. Counts from 1 up may be hidden; zeros are not. */
class Hiding {
  readonly hidden: Uint8Array;
  readonly #values: Float64Array;
  readonly #dimensions: readonly Dimension[];
  readonly #rowOf = new Map<string, number>();
  readonly #lines: Map<string, number[]>[] = [];
  readonly #wholes = new Set<number>();
  /** What some shift changes that leaves all else as it is. */
  readonly #safe = new Set<number>();

  constructor(values: Float64Array, dimensions: readonly Dimension[], hidden: Uint8Array) {
    this.#values = values;
    this.#dimensions = dimensions;
    this.hidden = hidden;
    for (const row of values.keys()) {
      const key = codesAt(dimensions, row).join();
      if (!this.#rowOf.has(key)) this.#rowOf.set(key, row);
    }
    for (const row of this.#rowOf.values()) for (const whole of this.#wholesOf(row)) this.#wholes.add(whole);
    this.#lines = dimensions.map((_, dimension) => this.#linesAlong(dimension));
  }

  /** The rows that hold a sum over this one, of any of the dimensions. */
  #wholesOf(row: number): number[] {
    let keys: number[][] = [[]];
    codesAt(this.#dimensions, row).forEach((code, dimension) => {
      const up = [code, ...(this.#dimensions[dimension]?.wholesOf(code) ?? [])];
      keys = keys.flatMap((key) => up.map((each) => [...key, each]));
    });
    return keys.slice(1).flatMap((key) => this.#rowOf.get(key.join()) ?? []);
  }

  /** Whether a row is a part of a total along a dimension, shown or not. */
  #isInLine(row: number, dimension: number): boolean {
    const along = this.#dimensions[dimension];
    return along?.groupOf(at(along.codes, row)) !== undefined;
  }

  /** What the rows have in common that differ along one dimension alone. */
  #lineKey(row: number, dimension: number): string {
    return codesAt(this.#dimensions, row).with(dimension, 0).join();
  }

  /** The cells with a count that stand in a line, the smallest first; without those that are made of others. */
  #linesAlong(dimension: number): Map<string, number[]> {
    const lines = new Map<string, number[]>();
    for (const row of this.#rowOf.values()) {
      if (!(at(this.#values, row) > 0) || this.#wholes.has(row)) continue;
      const key = this.#lineKey(row, dimension);
      const line = lines.get(key);
      if (line) line.push(row);
      else lines.set(key, [row]);
    }
    for (const line of lines.values()) line.sort((a, b) => at(this.#values, a) - at(this.#values, b));
    return lines;
  }

  /**
   * Cells that could change in turns with one while the total of its line stays: its own neighbours, and for a sum
   * the parts of its neighbours. Those first that are hidden already.
   */
  #partners(row: number, part: number, dimension: number, most: number): number[] {
    const along = this.#dimensions[dimension];
    const line = this.#lines[dimension]?.get(this.#lineKey(part, dimension)) ?? [];
    if (!along) return [];
    const [own, group] = [at(along.codes, row), along.groupOf(at(along.codes, row))];
    const others = line.filter((each) => {
      const code = at(along.codes, each);
      const wholes = along.wholesOf(code);
      if (each === part || wholes.includes(own)) return false;
      const chain = row === part ? [code] : [code, ...wholes];
      return chain.some((link) => link !== own && along.groupOf(link) === group);
    });
    const isHidden = (each: number): boolean => this.hidden[each] === 1;
    return [...others.filter(isHidden), ...others.filter((each) => !isHidden(each))].slice(0, most);
  }

  /** The corners that one partner in each dimension makes with a cell; `undefined` where one is not there, or zero. */
  #shift(row: number, along: readonly number[], partners: readonly number[]): Shift | undefined {
    const [own, codes] = [
      codesAt(this.#dimensions, row),
      partners.map((each) => codesAt(this.#dimensions, each)),
    ];
    const corners: number[] = [];
    const isLike: boolean[] = [];
    let [up, down, cost] = [Infinity, Infinity, 0];
    for (let mask = 0; mask < 2 ** along.length; mask++) {
      const key = [...own];
      let isOdd = false;
      along.forEach((dimension, index) => {
        if (!(mask & (1 << index))) return;
        key[dimension] = codes[index]?.[dimension] ?? -1;
        isOdd = !isOdd;
      });
      const corner = mask === 0 ? row : this.#rowOf.get(key.join());
      if (corner === undefined || !(at(this.#values, corner) > 0)) return undefined;
      const room = at(this.#values, corner) - 1;
      if (isOdd) up = Math.min(up, room);
      else down = Math.min(down, room);
      if (!this.hidden[corner]) cost += at(this.#values, corner);
      corners.push(corner);
      isLike.push(!isOdd);
    }
    return { corners, isLike, up, down, cost };
  }

  /** The shift that hides least, of those that will do. */
  #cheapest(
    row: number,
    part: number,
    along: readonly number[],
    isEnough: (shift: Shift) => boolean,
  ): Shift | undefined {
    const most = MOST_TRIED[along.length] ?? 30;
    const choices = along.map((dimension) => this.#partners(row, part, dimension, most));
    let best: Shift | undefined;
    const choose = (partners: number[]): void => {
      if (best?.cost === 0) return;
      if (partners.length === along.length) {
        const shift = this.#shift(part, along, partners);
        if (shift && isEnough(shift) && shift.cost < (best?.cost ?? Infinity)) best = shift;
        return;
      }
      for (const each of choices[partners.length] ?? []) choose([...partners, each]);
    };
    choose([]);
    return best;
  }

  /** All that a shift changes: its corners, and the sums that they do not cancel out in. */
  #changedBy({ corners, isLike }: Shift): Set<number> {
    const changes = new Map<number, number>();
    corners.forEach((corner, index) => {
      for (const whole of this.#wholesOf(corner)) {
        const isVague = codesAt(this.#dimensions, whole).some((code, dimension) =>
          this.#dimensions[dimension]?.isVague(code),
        );
        const change = isVague ? NaN : isLike[index] ? 1 : -1;
        changes.set(whole, (changes.get(whole) ?? 0) + change);
      }
    });
    return new Set([...corners, ...[...changes].flatMap(([whole, by]) => (by === 0 ? [] : [whole]))]);
  }

  /** Hides what would give small counts away that are hidden already: those under `limit`. */
  protect(limit: number): void {
    const partsOf = new Map<number, number[]>();
    for (const row of this.#rowOf.values()) {
      if (this.#wholes.has(row)) continue;
      for (const whole of this.#wholesOf(row)) {
        const parts = partsOf.get(whole);
        if (parts) parts.push(row);
        else partsOf.set(whole, [row]);
      }
    }
    const small = Array.from(this.#values.keys())
      .filter((row) => at(this.#values, row) > 0 && at(this.#values, row) < limit)
      .sort((a, b) => at(this.#values, a) - at(this.#values, b))
      // Sums first: what is hidden for them hides their parts as well.
      .sort((a, b) => Number(this.#wholes.has(b)) - Number(this.#wholes.has(a)));
    for (const row of small) {
      // A sum changes by any of its parts; a cell that is none, or whose parts are not there, by itself.
      const parts = (partsOf.get(row) ?? []).filter((part) => at(this.#values, part) > 0);
      this.#protectOne(row, parts.length > 0 ? parts : [row], limit);
    }
  }

  /** Along what a cell has neighbours that its total is made of as well. */
  #linesOf(row: number): number[] {
    return [...this.#dimensions.keys()].filter((dimension) => this.#isInLine(row, dimension));
  }

  #protectOne(row: number, parts: readonly number[], limit: number): void {
    const value = at(this.#values, row);
    const isAny = ({ up, down }: Shift): boolean => up > 0 || down > 0;
    const isWide = (shift: Shift): boolean =>
      isAny(shift) && shift.up >= limit - 1 - value && shift.down >= value - 1;
    /** Hides what changes in turns with a part, if that changes the cell. */
    const hide = (target: number, part: number, along: readonly number[]): boolean =>
      [isWide, isAny].some((isEnough) => {
        const shift = this.#cheapest(target, part, along, isEnough);
        const changed = shift && this.#changedBy(shift);
        if (!changed?.has(row)) return false;
        for (const each of changed) {
          this.hidden[each] = 1;
          this.#safe.add(each);
        }
        return true;
      });
    // Among its own neighbours; where it has none to hide behind, among those of a sum that it is in.
    if (parts.some((part) => hide(row, part, this.#linesOf(row))) || this.#safe.has(row)) return;
    const isDone = parts.some((part) =>
      this.#wholesOf(part).some((whole) => hide(whole, part, this.#linesOf(whole))),
    );
    if (!isDone) parts.some((part) => subsets(this.#linesOf(row)).some((along) => hide(row, part, along)));
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
 * Hides, beside cells that are hidden for their small counts, what would tell them: `hidden` is changed. `values`: the
 * counts of one measure, NaN where there is none.
 */
export function hideBeside(
  values: Float64Array,
  dimensions: readonly Dimension[],
  hidden: Uint8Array,
  limit: number,
): void {
  new Hiding(values, dimensions, hidden).protect(limit);
}
