import { at, type NumberColumn, type PeriodColumn } from '../../table/column.js';
import type { Notice } from '../../table/notice.js';
import type { Period } from '../../table/period.js';
import { findColumn, type Table } from '../../table/table.js';
import type { Expectations } from './expectations.js';

/** A tenfold jump, less what values change by themselves: thousands for units, per cent for parts of one. */
const JUMP = 7;
/** So many periods before are what a level is known by. */
const KNOWN_BY = [2, 6] as const;
/** A count jumps by itself where there are few events. */
const FEWEST = 20;

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] ?? NaN) + (sorted[Math.floor(half)] ?? NaN)) / 2;
}

interface Level {
  readonly period: Period;
  readonly value: number;
}

/** How high the column stands in each period: the sum of its counts, the median of other values. */
function levelsOf(column: NumberColumn, time: PeriodColumn, isCount: boolean): Level[] {
  const byPeriod = new Map<Period, number[]>();
  time.codes.forEach((code, row) => {
    const period = time.periods[code];
    const value = at(column.values, row);
    if (!period || Number.isNaN(value)) return;
    const values = byPeriod.get(period);
    if (values) values.push(value);
    else byPeriod.set(period, [value]);
  });
  return [...byPeriod]
    .map(([period, values]) => ({
      period,
      value: isCount ? values.reduce((sum, value) => sum + value, 0) : Math.abs(median(values)),
    }))
    .sort((a, b) => a.period.start - b.period.start);
}

/** The first period that stands far above or below those before it. The last one may be low: it is seldom whole. */
function jumpIn(levels: readonly Level[], isCount: boolean): Level | undefined {
  const [least, most] = KNOWN_BY;
  return levels.find(({ value }, index) => {
    if (index < least) return false;
    const base = median(levels.slice(Math.max(0, index - most), index).map((each) => each.value));
    if (!(base > 0) || (isCount && Math.max(base, value) < FEWEST * JUMP)) return false;
    return value >= base * JUMP || (value * JUMP <= base && index < levels.length - 1);
  });
}

/** A measure that is suddenly about ten, a hundred or a thousand times what it was: its unit has changed. */
export function checkLevel(table: Table, time: PeriodColumn, { columns }: Expectations): Notice[] {
  return columns.flatMap(({ name, kind, range }): Notice[] => {
    const column = findColumn(table, name);
    const isMeasure = kind === 'number' || kind === 'count' || range !== undefined;
    if (!isMeasure || column?.kind !== 'number') return [];
    const isCount = kind === 'count';
    const jump = jumpIn(levelsOf(column, time, isCount), isCount);
    return jump
      ? [{ code: 'level-jump', isForReaders: true, column: column.name, value: jump.period.text }]
      : [];
  });
}
