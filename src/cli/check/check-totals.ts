import { totalWords } from '../../query/total-rows.js';
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

/** The rows of a total beside those of its parts, of all that agree in the other columns of words and in time. */
function sumsBy(
  table: Table,
  places: TextColumn,
  measure: NumberColumn,
  time: PeriodColumn | undefined,
): Map<string, Sums> {
  const isTotal = totalWords(places);
  const others = table.columns.filter((column) => column.kind === 'text' && column !== places);
  const groups = new Map<string, Sums>();
  for (let row = 0; row < table.length; row++) {
    const code = at(places.codes, row);
    const value = at(measure.values, row);
    if (code < 0 || Number.isNaN(value)) continue;
    const within = others.map((column) => (column.kind === 'text' ? at(column.codes, row) : -1));
    const key = [time ? at(time.codes, row) : '', ...within].join();
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
    withTotals.flatMap((places) =>
      counts.map((measure) => {
        const all = [...sumsBy(table, places, measure, time).values()];
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
      }),
    ),
  );
}
