import { at, type Column, type Levels, type TextColumn } from '../table/column.js';
import type { Notice } from '../table/notice.js';
import { columnsOf, findColumn, makeTable, withNotices, type Table } from '../table/table.js';
import { takeTable } from '../table/take-rows.js';
import { groupRows } from './group.js';
import type { ColumnLevels } from './numbered-levels.js';
import { withOwnDecimals } from './own-decimals.js';
import { conditionColumns } from './partials.js';
import type { Query } from './query.js';
import { dimensionsOf } from './select.js';
import { hasNumbered, totalWords } from './total-rows.js';

/** The columns that the question speaks of itself: their totals are groups of their own, or chosen. */
function namedIn(table: Table, { time, by, where }: Query): Set<Column | undefined> {
  const names = [...time, ...by, ...(where ? conditionColumns(where) : [])];
  return new Set(names.map((name) => findColumn(table, name)));
}

/** The rows that are no totals; of a group that has nothing else, all. */
function parts(table: Table, column: TextColumn, query: Query): number[] {
  const isTotal = totalWords(column);
  const isPart = (row: number): boolean => !isTotal[at(column.codes, row)];
  const keys = [...columnsOf(table, 'time'), ...dimensionsOf(table, query)];
  const { ids, firstRows } = groupRows(table.length, keys);
  const hasParts = new Uint8Array(firstRows.length);
  ids.forEach((id, row) => {
    if (isPart(row)) hasParts[id] = 1;
  });
  return Array.from(ids.keys()).filter((row) => isPart(row) || !hasParts[at(ids, row)]);
}

/** The rows without those whose values others of their group have: wholes that have parts there, and the like. */
function withoutRepeated(table: Table, { codes, words }: TextColumn, levels: ColumnLevels): number[] {
  const keys = [...columnsOf(table, 'time'), ...levels.keys.flatMap((name) => findColumn(table, name) ?? [])];
  const { ids } = groupRows(table.length, keys);
  const present = new Set<number>();
  const cell = (row: number, code: number): number => at(ids, row) * words.length + code;
  codes.forEach((code, row) => present.add(cell(row, code)));
  const codeOf = new Map(words.map((word, code) => [word, code]));
  const standIns = words.map((word) =>
    [...(levels.standIns.get(word) ?? [])].flatMap((each) => codeOf.get(each) ?? []),
  );
  return Array.from(codes.keys()).filter(
    (row) => !standIns[at(codes, row)]?.some((code) => present.has(cell(row, code))),
  );
}

/** The first word of a column that repeats others or is their total, as readers know it, and how many rows have one. */
function repeatedIn(
  column: TextColumn,
  levels: Levels | undefined,
): { readonly value: string; readonly count: number } | undefined {
  if (!levels) return undefined;
  const { codes, words, wordLabels } = column;
  const isTotal = totalWords(column).map((isOne, code) => isOne || levels.repeats.has(words[code] ?? ''));
  const rows = codes.filter((code) => isTotal[code] === true);
  return { value: (wordLabels ?? words)[rows[0] ?? -1] ?? '', count: rows.length };
}

/** The rows of a group that are not said by others of it, by their words or their numbers. */
function withoutTotals(table: Table, column: TextColumn, query: Query, levels?: ColumnLevels): Table {
  const rows = levels ? takeTable(table, withoutRepeated(table, column, levels)) : table;
  const left = findColumn(rows, column.name);
  return left?.kind === 'text' ? takeTable(rows, parts(rows, left, query)) : rows;
}

/** Numbers that may be wholes beside their parts and are added all the same: told to who can say whether they are. */
function doubtful(
  table: Table,
  all: readonly ColumnLevels[],
  named: ReadonlySet<Column | undefined>,
): Notice[] {
  return all.flatMap(({ column: name, doubt }): Notice[] => {
    const column = findColumn(table, name);
    if (!doubt || column?.kind !== 'text' || named.has(column)) return [];
    const used = new Set(Array.from(new Set(column.codes), (code) => column.words[code]));
    if (!used.has(doubt.whole) || !used.has(doubt.part)) return [];
    return [{ code: 'levels-unconfirmed', column: name, value: doubt.whole, expected: [doubt.part] }];
  });
}

/**
 * The rows that may be put together: totals and percentages among the others of a group would count twice, and are
 * left out, those of each column that the question does not name; readers are told. `found`: what `totalRows` tells.
 */
function leaveTotals(
  table: Table,
  query: Query,
  found: readonly Notice[],
  all: readonly ColumnLevels[],
): Table {
  const named = namedIn(table, query);
  let rest = table;
  const told = table.columns.flatMap(({ name }): readonly Notice[] => {
    const column = findColumn(rest, name);
    const notices = found.filter((notice) => notice.column === name);
    const levels = all.find((each) => each.column === name && each.repeats.size > 0);
    if (column?.kind !== 'text' || named.has(findColumn(table, name))) return notices;
    if (!levels && notices.length === 0) return [];
    const rows = withoutTotals(rest, column, query, levels);
    const count = rest.length - rows.length;
    if (count === 0) return notices;
    rest = rows;
    const value = repeatedIn(column, levels)?.value ?? notices[0]?.value ?? '';
    return [{ code: 'totals-left-out', isForReaders: true, column: name, value, count }];
  });
  const notices = [...told, ...doubtful(table, all, named)];
  return withNotices(rest === table ? rest : withOwnDecimals(rest, table, query), notices);
}

/** The table whose columns that the question breaks down by say which of their words repeat others. */
function marked(table: Table, { by }: Query, all: readonly ColumnLevels[]): Table {
  const named = by.map((name) => findColumn(table, name));
  const columns = table.columns.map((column) => {
    const levels = all.find((each) => each.column === column.name && each.repeats.size > 0);
    return levels && column.kind === 'text' && named.includes(column)
      ? Object.freeze({ ...column, levels })
      : column;
  });
  return makeTable(table.length, columns, table.notices);
}

/**
 * Makes ready to leave totals out: with those that only numbering tells, for which all rows of the source are looked
 * at, also where the question takes few of them. `totals`: of a question that puts rows together, what `totalRows`
 * tells of them. `isAdded`: that is done here; else columns only say which of their words are totals.
 */
export async function prepareLeaving(
  source: Table,
  query: Query,
  totals: readonly Notice[] | false,
  isAdded: unknown,
): Promise<(table: Table) => Table> {
  const all = hasNumbered(source) ? (await import('./numbered-levels.js')).numberedLevels(source, query) : [];
  // A time that is the word for a total is none: `addTime` leaves those rows out.
  const timed = query.time.map((name) => findColumn(source, name)?.name);
  const found = totals ? totals.filter(({ column }) => !timed.includes(column)) : [];
  return (table) => {
    const rows = marked(table, query, all);
    if (!isAdded) return withNotices(rows, found);
    const told = rows.columns.flatMap((column): readonly Notice[] => {
      const ofWords = found.filter((each) => each.column === column.name);
      const ofNumbers = column.kind === 'text' && column.levels && repeatedIn(column, column.levels);
      return ofNumbers ? [{ code: 'total-rows', column: column.name, ...ofNumbers }] : ofWords;
    });
    return leaveTotals(rows, query, told, all);
  };
}
