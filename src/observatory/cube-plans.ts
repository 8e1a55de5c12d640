import { parseMeasures, parseTime } from '../query/parse-options.js';
import type { Measure } from '../query/query.js';
import type { PeriodLength } from '../table/period.js';
import { columnOfLevel, hasMixed, type LevelColumn } from './conditions.js';
import type { Indicator } from './schema-indicator.js';

/** Which sums of an indicator a snapshot has: for places of one level, periods of one length, some breakdowns. */
export interface CubePlan {
  /** `''` for the whole country. */
  readonly level: string;
  /** The columns of the levels down to this one, the largest first. */
  readonly places: readonly LevelColumn[];
  /** Longer periods than the data have; as they have them without it. */
  readonly every?: PeriodLength;
  readonly breakdowns: readonly string[];
}

/** The columns that an indicator may be broken down by. */
export function breakdownsOf({ breakdowns = [] }: Indicator): string[] {
  return breakdowns.map((each) => (typeof each === 'string' ? each : each.column));
}

/** The measure that is counted, and the one that it is per, if any. */
export function measuresOf({ numerator, denominator }: Indicator): Measure[] {
  return [numerator, ...(denominator?.value === undefined ? [] : [denominator.value])].flatMap((text) =>
    parseMeasures(text).slice(0, 1),
  );
}

/** Whether parts add up to their total: then a cube of parts has all that its totals need. */
export function isAdditive(indicator: Indicator): boolean {
  return measuresOf(indicator).every(({ aggregate }) => aggregate === 'sum' || aggregate === 'count');
}

/** The columns of places down to a level; `levels`: the largest first. */
function placesTo(indicator: Indicator, level: string, levels: readonly string[]): LevelColumn[] {
  const down = levels.slice(0, levels.indexOf(level) + 1);
  const columns = down.flatMap((each) => columnOfLevel(indicator, each) ?? []);
  return columns.filter(({ column }, index) => columns.findIndex((each) => each.column === column) === index);
}

/** The cubes that the manifest names, else those that hold what is mostly asked and stay small. */
function wanted(indicator: Indicator, levels: readonly string[]): Omit<CubePlan, 'places'>[] {
  const told = indicator.cubes?.map(({ level = '', time, breakdowns = [] }) => ({
    level,
    ...(time && { every: time }),
    breakdowns,
  }));
  if (told) return told;
  const breakdowns = breakdownsOf(indicator);
  const all = ['', ...levels];
  // What does not add up has a cube of its own for each level, without breakdowns.
  if (!isAdditive(indicator)) return all.map((level) => ({ level, breakdowns: [] }));
  return all.flatMap((level, index) => {
    if (index > 1) return [{ level, every: 'year' as const, breakdowns: [] }];
    const plain = { level, breakdowns: [] };
    return breakdowns.length > 0 ? [plain, { level, breakdowns }] : [plain];
  });
}

/**
 * The cubes of an indicator. Without `cubes` in the manifest: the country and the largest level with the periods that
 * the data have, as totals and with all breakdowns; smaller levels by year, as totals. An indicator whose values are
 * not put together has its rows as they are.
 */
export function cubePlans(indicator: Indicator, levels: readonly string[]): CubePlan[] {
  const [numerator] = measuresOf(indicator);
  if (numerator?.aggregate === null) {
    const level = levels.at(-1) ?? '';
    return [{ level, places: placesTo(indicator, level, levels), breakdowns: breakdownsOf(indicator) }];
  }
  // A column that has the country and its parts has no rows that add up to a total: the country is one of its places.
  const hasTotal = !hasMixed(indicator);
  return wanted(indicator, levels)
    .filter(({ level }) => hasTotal || level !== '')
    .map((plan) => ({ ...plan, places: placesTo(indicator, plan.level, levels) }));
}

/** The time of an indicator: its columns, and how long its periods are where it says so. */
export function timeOf({ time = '' }: Indicator): { time: string[]; every?: PeriodLength } {
  return parseTime(time);
}
