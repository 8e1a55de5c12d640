import { DataError } from '../errors.js';
import { at, type NumberColumn } from '../table/column.js';
import { STATUS } from '../table/status.js';
import { takeRows } from '../table/take-rows.js';
import { columnsOf, findColumn, makeTable, type Table } from '../table/table.js';
import { computedDecimals } from './computed-decimals.js';
import { groupRows, withoutNoise, type Groups } from './group.js';
import { partsOf, ROWS } from './partials.js';
import type { AggregateName, Measure, Query } from './query.js';
import { groupedAnswer, type Divide } from './grouped-answer.js';
import { dimensionsOf } from './select.js';

type Fold = (all: number, one: number) => number;

const add: Fold = (all, one) => all + one;

/** One column of parts, put together over each group; NaN where no part has a value. */
function fold(column: NumberColumn, { ids, firstRows }: Groups, how: Fold): Float64Array {
  const values = new Float64Array(firstRows.length).fill(NaN);
  ids.forEach((id, row) => {
    const value = at(column.values, row);
    if (Number.isNaN(value)) return;
    const before = at(values, id);
    values[id] = Number.isNaN(before) ? value : how(before, value);
  });
  return values;
}

/** Makes the measures of one table of groups. */
class Combining {
  readonly #table: Table;
  readonly #query: Query;
  readonly #groups: Groups;
  readonly #rows: Float64Array;

  constructor(table: Table, query: Query, groups: Groups) {
    this.#table = table;
    this.#query = query;
    this.#groups = groups;
    this.#rows = fold(this.#part(ROWS), groups, add);
  }

  #part(name: string): NumberColumn {
    const column = findColumn(this.#table, name);
    if (column?.kind === 'number') return column;
    throw new DataError('malformed', { value: name });
  }

  measure({ aggregate, column }: Measure, name: string): NumberColumn {
    if (column === null || aggregate === null) return this.#counted(this.#rows, name);
    const parts = partsOf(this.#query, column);
    const present = fold(this.#part(parts.count), this.#groups, add);
    if (aggregate === 'count') return this.#counted(present, name);
    const part = this.#part(parts[aggregate === 'avg' ? 'sum' : aggregate]);
    const values = this.#values(part, aggregate, present);
    const statuses = Uint16Array.from(values, (value, group) => {
      if (Number.isNaN(value)) return STATUS.missing;
      return at(present, group) < at(this.#rows, group) ? STATUS.incomplete : 0;
    });
    const decimals = aggregate === 'avg' ? computedDecimals(values, part.decimals + 1) : part.decimals;
    return Object.freeze({ name, kind: 'number', role: 'measure', values, statuses, decimals });
  }

  #values(part: NumberColumn, aggregate: AggregateName, present: Float64Array): Float64Array {
    if (aggregate === 'min') return fold(part, this.#groups, Math.min);
    if (aggregate === 'max') return fold(part, this.#groups, Math.max);
    const sums = fold(part, this.#groups, add).map((sum) => withoutNoise(sum, part.decimals));
    return sums.map((sum, group) => {
      const count = at(present, group);
      // Some databases say that nothing adds up to 0.
      if (!(count > 0)) return NaN;
      return aggregate === 'avg' ? sum / count : sum;
    });
  }

  #counted(counts: Float64Array, name: string): NumberColumn {
    const values = counts.map((count) => (Number.isNaN(count) ? 0 : count));
    const statuses = new Uint16Array(values.length);
    return Object.freeze({ name, kind: 'number', role: 'measure', values, statuses, decimals: 0 });
  }
}

/** How many values of a column each group stands for; `null`: how many rows. */
export function valuesIn(table: Table, query: Query, column: string | null): (row: number) => number {
  const counts = findColumn(table, column === null ? ROWS : partsOf(query, column).count);
  return (row) => (counts?.kind === 'number' ? at(counts.values, row) : 0);
}

/** Groups without a row in them: what a database says where nothing was found. */
export function withoutEmpty(table: Table): Uint32Array {
  const rows = findColumn(table, ROWS);
  const all = Uint32Array.from({ length: table.length }, (_, row) => row);
  return rows?.kind === 'number' ? all.filter((row) => !(at(rows.values, row) <= 0)) : all;
}

/**
 * The answer, made from groups that a portal has put together: the same as `summarise` makes from the rows.
 * Labels and units that the portal gives a measure are told with its rows, not with sums.
 */
export function combine(table: Table, query: Query, divide?: Divide): Table {
  const filled = withoutEmpty(table);
  const keys = [...columnsOf(table, 'time'), ...dimensionsOf(table, query)].map((column) =>
    takeRows(column, filled),
  );
  const parts = table.columns.map((column) => takeRows(column, filled));
  const groups = groupRows(filled.length, keys);
  const combining = new Combining(makeTable(filled.length, parts), query, groups);
  return groupedAnswer(
    table,
    groups,
    keys,
    query,
    (measure, name) => combining.measure(measure, name),
    divide,
  );
}
