import { at, type Column, type NumberColumn } from '../table/column.js';
import type { Notice } from '../table/notice.js';
import { columnsOf, findColumn, type Table } from '../table/table.js';
import { takeTable } from '../table/take-rows.js';
import { asTextColumn } from './as-text.js';
import { groupRows } from './group.js';
import type { Query } from './query.js';
import { dimensionsOf } from './select.js';
import type { OwnPeriods } from './time.js';

/** Rows that are looked at: enough for a few years of a region's places and offences. */
const MOST_ROWS = 20_000;
/** A column of whole numbers with more of them than this is no code of months or kinds. */
const MOST_CODES = 60;
/** The share of rows that stand beside another one with the same denominator, from which on that is no chance. */
const NEARLY_ALL = 0.9;

/** Whether the denominator is the same all over each group, and how many rows are not alone in theirs. */
function sameIn(
  { length }: Table,
  { values }: NumberColumn,
  keys: readonly Column[],
): { isSame: boolean; together: number; groups: number } {
  const { ids, firstRows } = groupRows(length, keys);
  const sizes = new Uint32Array(firstRows.length);
  let isSame = true;
  ids.forEach((id, row) => {
    sizes[id] = (sizes[id] ?? 0) + 1;
    if (!Object.is(at(values, row), at(values, firstRows[id] ?? row))) isSame = false;
  });
  const together = sizes.reduce((sum, size) => (size > 1 ? sum + size : sum), 0);
  return { isSame, together, groups: firstRows.length };
}

/** What tells the rows apart: words, periods, and whole numbers that are codes. */
function codesIn(table: Table, measured: readonly (string | null)[]): Column[] {
  return table.columns.flatMap((column) => {
    if (column.kind !== 'number') return column.role === 'time' ? [] : [column];
    if (measured.includes(column.name) || column.decimals > 0) return [];
    const text = asTextColumn(column);
    return text.words.length > MOST_CODES ? [] : [text];
  });
}

/**
 * Told where a denominator that is added up stands in several rows: the inhabitants of a place once for each kind of
 * offence, or for each month of a year, so that their sum is several times the place's. It is seen where its values
 * are the same whatever some column has that the answer adds up, in nearly all of the (first) rows, and are not all
 * equal; only of whole numbers, since weights of a survey are shares. `own`: the rows in the source's own periods.
 */
export function repeatedDenominator(rows: Table, query: Query, own?: OwnPeriods): Notice[] {
  const of = query.per?.of;
  if (of?.aggregate !== 'sum' || of.column === null) return [];
  const all = own ? own.rows() : rows;
  const table = all.length > MOST_ROWS ? takeTable(all, [...Array(MOST_ROWS).keys()]) : all;
  const denominator = findColumn(table, of.column);
  if (denominator?.kind !== 'number' || denominator.decimals > 0) return [];
  const [time] = columnsOf(table, 'time');
  const longer = own && time?.kind === 'period' ? own.parts.widenPeriods(time, own.every) : time;
  const fixed = [...(longer ? [longer] : []), ...dimensionsOf(table, query)];
  const measured = [...query.measures.map(({ column }) => column), of.column];
  const others = [...codesIn(table, measured), ...(own && time ? [time] : [])].filter(
    ({ name }) => !query.by.includes(name),
  );
  let keys: Column[] = [...fixed, ...others];
  if (!sameIn(table, denominator, keys).isSame) return [];
  const over: Column[] = [];
  for (const column of others) {
    const without = keys.filter((key) => key !== column);
    if (!sameIn(table, denominator, without).isSame) continue;
    keys = without;
    over.push(column);
  }
  const { together, groups } = sameIn(table, denominator, keys);
  const values = new Set(denominator.values);
  if (values.size < 2 || together < NEARLY_ALL * table.length) return [];
  const splits = over.find((column) => sameIn(table, denominator, [...keys, column]).groups > groups);
  return splits
    ? [{ code: 'denominator-repeated', attribute: 'per', column: splits.name, value: of.column }]
    : [];
}
