import { numberedLevels } from '../../query/numbered-levels.js';
import { hasNumbered, totalWords } from '../../query/total-rows.js';
import { at, type NumberColumn, type PeriodColumn, type TextColumn } from '../../table/column.js';
import { findColumn, type Table } from '../../table/table.js';
import type { Expectations } from '../../query/expected/expectations.js';
import { rule, together, type Checked } from './finding.js';

/** Parts that are rounded add up to about their total. */
const TOLERANCE = 0.005;

interface Sums {
  total: number;
  parts: number;
  /** The first row of the total. */
  row: number;
}

/** Of which group each row is: of all that agree in the other columns of words and in time. */
function groupsOf(table: Table, places: TextColumn, time: PeriodColumn | undefined): (row: number) => string {
  const others = table.columns.filter((column) => column.kind === 'text' && column !== places);
  return (row) => {
    const within = others.map((column) => (column.kind === 'text' ? at(column.codes, row) : -1));
    return [time ? at(time.codes, row) : '', ...within].join();
  };
}

/** Whether a row repeats others of its group, as `5.` does those of `5.1` and `5.2`, by numbers that values confirm. */
function repeatsOthers(
  table: Table,
  { name, codes, words }: TextColumn,
  groupOf: (row: number) => string,
): (row: number) => boolean {
  const levels = hasNumbered(table) ? numberedLevels(table).find(({ column }) => column === name) : undefined;
  if (!levels || levels.repeats.size === 0) return () => false;
  const present = new Map<string, Set<string>>();
  const wordOf = (row: number): string => words[at(codes, row)] ?? '';
  for (let row = 0; row < table.length; row++) {
    const group = groupOf(row);
    present.set(group, (present.get(group) ?? new Set()).add(wordOf(row)));
  }
  return (row) => {
    const there = present.get(groupOf(row));
    return [...(levels.standIns.get(wordOf(row)) ?? [])].some((word) => there?.has(word));
  };
}

/** The rows of a total beside those of its parts, by group. */
function sumsBy(
  places: TextColumn,
  measure: NumberColumn,
  groupOf: (row: number) => string,
  isRepeated: (row: number) => boolean,
): Map<string, Sums> {
  const isTotal = totalWords(places);
  const groups = new Map<string, Sums>();
  for (const [row, code] of places.codes.entries()) {
    const value = at(measure.values, row);
    if (code < 0 || Number.isNaN(value) || isRepeated(row)) continue;
    const key = groupOf(row);
    const sums = groups.get(key) ?? { total: NaN, parts: NaN, row };
    if (isTotal[code]) Object.assign(sums, { total: value, row });
    else sums.parts = (Number.isNaN(sums.parts) ? 0 : sums.parts) + value;
    groups.set(key, sums);
  }
  return groups;
}

/** Rows of totals that are not what the rows of their parts add up to. */
export function checkTotalRows(
  table: Table,
  { columns }: Expectations,
  time: PeriodColumn | undefined,
): Checked {
  const counts = columns.flatMap(({ name, kind }) => {
    const column = kind === 'count' ? findColumn(table, name) : undefined;
    return column?.kind === 'number' ? [column] : [];
  });
  const withTotals = table.columns.filter(
    (column): column is TextColumn => column.kind === 'text' && totalWords(column).includes(true),
  );
  return together(
    withTotals.flatMap((places) => {
      const groupOf = groupsOf(table, places, time);
      const isRepeated = repeatsOthers(table, places, groupOf);
      return counts.map((measure) => {
        const all = [...sumsBy(places, measure, groupOf, isRepeated).values()];
        const both = all.filter(({ total, parts }) => !Number.isNaN(total + parts));
        const odd = both.filter(({ total, parts }) => Math.abs(total - parts) > TOLERANCE * Math.abs(total));
        const [first] = odd;
        const finding = first && {
          code: 'total-differs' as const,
          column: measure.name,
          row: first.row + 1,
          value: String(first.total),
          expected: [String(Number(first.parts.toPrecision(12)))],
          count: odd.length,
        };
        return rule('consistency', both.length, finding ? [finding] : []);
      });
    }),
  );
}
