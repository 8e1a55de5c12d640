import { at, type Column, type NumberColumn } from '../table/column.js';
import type { Table } from '../table/table.js';
import { groupRows } from './group.js';

/** Rounded parts add up to about their whole: to a thousandth of it. */
const TOLERANCE = 0.001;
/** Of the groups, how many may differ: sources have mistakes, and late corrections. */
const MAY_DIFFER = 0.05;
/** That so many figures add up by luck is less likely than one in 2¹⁰. */
const ENOUGH_BITS = 10;
/** Cells that are held at once: 32 MB. */
const MOST_CELLS = 4_000_000;

/** What each number of a column has in each group of the other columns. */
export interface Cells {
  readonly groups: number;
  readonly nodes: number;
  readonly values: Float64Array;
  /** 0 without a row, 1 with a value, 2 where a value is missing. */
  readonly states: Uint8Array;
  readonly decimals: number;
}

/** The values by group and number. `nodeOf`: the number of each row, -1 for none; `nodes`: how many numbers there are. */
export function cellsOf(
  table: Table,
  keys: readonly Column[],
  { values, decimals }: NumberColumn,
  nodes: number,
  nodeOf: Int32Array,
): Cells {
  const { ids, firstRows } = groupRows(table.length, keys);
  const groups = Math.min(firstRows.length, Math.floor(MOST_CELLS / nodes));
  const sums = new Float64Array(groups * nodes);
  const states = new Uint8Array(groups * nodes);
  ids.forEach((group, row) => {
    const node = at(nodeOf, row);
    if (node < 0 || group >= groups) return;
    const cell = group * nodes + node;
    const value = at(values, row);
    if (Number.isNaN(value)) states[cell] = 2;
    else {
      sums[cell] = at(sums, cell) + value;
      states[cell] ||= 1;
    }
  });
  return { groups, nodes, values: sums, states, decimals };
}

/** How a whole stands to its parts. */
export interface Comparison {
  /** It is their sum, in nearly all groups, of so many figures that this is no luck. */
  readonly isSum: boolean;
  /** They are no more than it in nearly all groups, of which there is one at least. */
  readonly isWithin: boolean;
}

/**
 * Compares a whole with its parts in every group that has it and some of them, all with a value. They agree where they
 * differ by no more than a thousandth, or than the rounding of as many decimals. The whole is the sum where 95 % of the
 * groups agree, and these are of enough figures: one of about 1000 has ten bits, where it is met exactly. The same
 * figure again is no further proof. `ways`: among how many sets of parts this one is looked for, which takes more luck
 * to be excluded.
 */
export function compare(cells: Cells, whole: number, parts: readonly number[], ways = 1): Comparison {
  const { groups, nodes, values, states, decimals } = cells;
  const unit = 10 ** -decimals;
  const seen = new Set<number>();
  let [compared, apart, over, bits] = [0, 0, 0, 0];
  for (let start = 0; start < groups * nodes; start += nodes) {
    const present = parts.filter((part) => at(states, start + part) > 0);
    const isKnown = present.every((part) => at(states, start + part) === 1);
    if (ways > 1 && apart > MAY_DIFFER * groups) break;
    if (at(states, start + whole) !== 1 || present.length === 0 || !isKnown) continue;
    const all = at(values, start + whole);
    const sum = present.reduce((total, part) => total + at(values, start + part), 0);
    const difference = Math.abs(all - sum);
    const rounding = decimals > 0 ? (unit / 2) * (present.length + 1) : unit / 2;
    compared++;
    if (difference > Math.max(rounding, TOLERANCE * Math.abs(all))) {
      apart++;
      if (sum > all) over++;
    } else if (!seen.has(all)) {
      seen.add(all);
      bits += Math.log2(1 + Math.abs(all) / unit / (2 * Math.round(difference / unit) + 1));
    }
  }
  const isEnough = bits >= ENOUGH_BITS + Math.log2(ways);
  return {
    isSum: isEnough && apart <= MAY_DIFFER * compared,
    isWithin: compared > 0 && over <= MAY_DIFFER * compared,
  };
}

/** Whether any group has rows of both. */
export function areTogether({ groups, nodes, states }: Cells, one: number, other: number): boolean {
  for (let start = 0; start < groups * nodes; start += nodes) {
    if (at(states, start + one) > 0 && at(states, start + other) > 0) return true;
  }
  return false;
}
