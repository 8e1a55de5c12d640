import { asTextColumn } from '../../query/as-text.js';
import { widenPeriods } from '../../query/time-parts.js';
import { totalWords } from '../../query/total-rows.js';
import { at, type PeriodColumn } from '../../table/column.js';
import { findColumn, type Table } from '../../table/table.js';
import { rule, together, type Checked, type Finding } from './finding.js';
import { periodsIn } from './resource-time.js';

/**
 * The share of places and periods with a row, from which on every place is to have one in each period: events of
 * small places leave many without any, and tell nothing.
 */
const NEARLY_ALL = 0.95;

/** What a place has in time, as bits of a grid of places and periods. */
function gridOf(table: Table, name: string, time: PeriodColumn, texts: ReadonlyMap<string, number>) {
  const column = findColumn(table, name);
  if (!column) return undefined;
  const text = asTextColumn(column);
  const isTotal = totalWords(text);
  const there = text.words.map(() => new Uint8Array(texts.size));
  text.codes.forEach((code, row) => {
    const step = texts.get(time.periods[at(time.codes, row)]?.text ?? '');
    if (step !== undefined && isTotal[code] === false) (there[code] as Uint8Array)[step] = 1;
  });
  const places = text.words.flatMap((word, code) => {
    const steps = there[code];
    return steps?.includes(1) ? [{ word, steps }] : [];
  });
  return { column: column.name, places };
}

function checkColumn(grid: NonNullable<ReturnType<typeof gridOf>>, periods: readonly string[]): Checked {
  const { column, places } = grid;
  const tested = places.length * periods.length;
  const missing = places.flatMap(({ word, steps }) => {
    const gaps = periods.filter((_, step) => steps[step] === 0);
    return gaps.length > 0 ? [{ word, gaps }] : [];
  });
  const count = missing.reduce((sum, { gaps }) => sum + gaps.length, 0);
  const [first] = missing;
  if (tested - count < NEARLY_ALL * tested) return together([]);
  const finding = first && {
    ...{ code: 'place-period-missing' as const, column, place: first.word },
    ...{ period: first.gaps[0] ?? '', count },
  };
  return rule('completeness', tested, finding ? [finding satisfies Finding] : []);
}

/** Places without a row in a period that nearly all others have. `names`: the columns of places. */
export function checkPlacePeriods(table: Table, names: readonly string[], given: PeriodColumn): Checked {
  const time = given.periods.some(({ length }) => length === 'day') ? widenPeriods(given, 'month') : given;
  const there = periodsIn(time);
  const [first] = there;
  if (there.length < 2 || there.some(({ length }) => length !== first?.length)) return together([]);
  const texts = new Map(there.map(({ text }, step) => [text, step]));
  return together(
    names.flatMap((name) => {
      const grid = gridOf(table, name, time, texts);
      return grid && grid.places.length > 1 ? [checkColumn(grid, [...texts.keys()])] : [];
    }),
  );
}
