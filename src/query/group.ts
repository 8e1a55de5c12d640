import { at, type Column, type NumberColumn } from '../table/column.js';
import { ABSENT, STATUS } from '../table/status.js';
import { computedDecimals } from './computed-decimals.js';
import type { AggregateName } from './query.js';

/** Which group each row is in, and a row of each group to read its words from. */
export interface Groups {
  readonly ids: Int32Array;
  readonly firstRows: Uint32Array;
}

/** Number of distinct keys up to which a plain array finds the group: 16 MB. */
const DENSE_LIMIT = 4_000_000;

function keySize(column: Column): number {
  if (column.kind === 'number') throw new TypeError('no codes');
  return (column.kind === 'text' ? column.words.length : column.periods.length) + 1;
}

/** Groups rows by the codes of these columns, in order of first appearance; no column is one group. */
export function groupRows(length: number, columns: readonly Column[]): Groups {
  let ids = new Int32Array(length);
  let count = Math.min(1, length);
  for (const column of columns) {
    if (column.kind === 'number') continue;
    const size = keySize(column);
    const dense = count * size <= DENSE_LIMIT ? new Int32Array(count * size) : undefined;
    const sparse = new Map<number, number>();
    const next = new Int32Array(length);
    let found = 0;
    for (let row = 0; row < length; row++) {
      const key = at(ids, row) * size + at(column.codes, row) + 1;
      let id = dense ? at(dense, key) : (sparse.get(key) ?? 0);
      if (id === 0) {
        id = ++found;
        if (dense) dense[key] = id;
        else sparse.set(key, id);
      }
      next[row] = id - 1;
    }
    [ids, count] = [next, found];
  }
  const firstRows = new Uint32Array(count);
  for (let row = length - 1; row >= 0; row--) firstRows[at(ids, row)] = row;
  return { ids, firstRows };
}

/** 0.1 and 0.2 are 0.3: a sum has no more decimals than its parts; what is beyond is noise, if it is as small. */
export function withoutNoise(sum: number, decimals: number): number {
  const rounded = Number(sum.toFixed(Math.min(decimals, 20)));
  return Math.abs(rounded - sum) < 10 ** -decimals * 1e-6 ? rounded : sum;
}

/** Values of one group, so far. */
class Totals {
  readonly sums: Float64Array;
  readonly least: Float64Array;
  readonly most: Float64Array;
  readonly present: Uint32Array;
  readonly absent: Uint32Array;
  readonly statuses: Uint16Array;

  constructor(groups: number) {
    this.sums = new Float64Array(groups);
    this.least = new Float64Array(groups).fill(Infinity);
    this.most = new Float64Array(groups).fill(-Infinity);
    this.present = new Uint32Array(groups);
    this.absent = new Uint32Array(groups);
    this.statuses = new Uint16Array(groups);
  }

  add(group: number, value: number, status: number): void {
    this.statuses[group] = at(this.statuses, group) | status;
    if (Number.isNaN(value)) {
      this.absent[group] = (this.absent[group] as number) + 1;
      return;
    }
    this.present[group] = (this.present[group] as number) + 1;
    this.sums[group] = at(this.sums, group) + value;
    if (value < at(this.least, group)) this.least[group] = value;
    if (value > at(this.most, group)) this.most[group] = value;
  }

  result(group: number, aggregate: AggregateName, decimals: number): number {
    const present = this.present[group] as number;
    if (aggregate === 'count') return present;
    if (present === 0) return NaN;
    if (aggregate === 'sum' || aggregate === 'avg') {
      const sum = withoutNoise(at(this.sums, group), decimals);
      return aggregate === 'sum' ? sum : sum / present;
    }
    return at(aggregate === 'min' ? this.least : this.most, group);
  }

  /** A total over a missing part has a value and says that it is incomplete; over nothing else it has none. */
  status(group: number): number {
    const status = at(this.statuses, group);
    if (this.present[group] === 0) return status & ABSENT ? status : status | STATUS.missing;
    return this.absent[group] === 0 ? status : (status & ~ABSENT) | STATUS.incomplete;
  }
}

/** One measure, aggregated over each group; statuses of the parts are kept by the whole. */
export function aggregate(
  measure: NumberColumn,
  groups: Groups,
  how: AggregateName,
  name: string,
): NumberColumn {
  const count = groups.firstRows.length;
  const totals = new Totals(count);
  for (let row = 0; row < groups.ids.length; row++) {
    totals.add(at(groups.ids, row), at(measure.values, row), at(measure.statuses, row));
  }
  const values = new Float64Array(count);
  const statuses = new Uint16Array(count);
  for (let group = 0; group < count; group++) {
    values[group] = totals.result(group, how, measure.decimals);
    statuses[group] = how === 'count' ? at(totals.statuses, group) & ~ABSENT : totals.status(group);
  }
  const { label, unit } = measure;
  return Object.freeze({
    ...(label && { label }),
    ...(unit && how !== 'count' && { unit }),
    name,
    kind: 'number',
    role: 'measure',
    values,
    statuses,
    decimals:
      how === 'avg' ? computedDecimals(values, measure.decimals + 1) : how === 'count' ? 0 : measure.decimals,
  });
}

/** The column of the status of each row, where the question has one and counts rows. */
export const COUNTED = 'obs_counted';

/**
 * The number of rows of each group in which a column of words or periods, whose codes these are, has one. `rows`: the
 * column that has their statuses. A count keeps what they say of a row, as a sum does, but not that its value is
 * hidden, missing or not applicable: the row is there, and how many there are is known.
 */
export function countFilled(
  codes: Int32Array,
  groups: Groups,
  name: string,
  rows: Column | undefined,
): NumberColumn {
  const values = new Float64Array(codes).map((code) => (code < 0 ? NaN : 1));
  const statuses = rows?.kind === 'number' ? rows.statuses : new Uint16Array(values.length);
  return aggregate({ name, kind: 'number', values, statuses, decimals: 0 }, groups, 'count', name);
}
