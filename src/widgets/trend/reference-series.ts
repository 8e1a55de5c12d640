import { comparePlaces } from '../../query/compare-places.js';
import { isSettled } from '../../query/target-progress.js';
import { capital } from '../../text/capital.js';
import type { Observation } from '../../query/observations.js';
import type { Series } from '../../query/series.js';
import { textAt } from '../../table/cell.js';
import type { Period } from '../../table/period.js';
import { STATUS } from '../../table/status.js';
import { columnsOf, type Table } from '../../table/table.js';
import { takeTable } from '../../table/take-rows.js';
import { tellComparison } from '../../text/summary/compare-places.js';
import { statusLegend } from '../../text/status-symbols.js';
import type { Sentence } from '../../text/summary/fit.js';
import type { Words } from '../../text/words.js';
import type { AddedWords } from './added-words.js';
import { pointOf, type TrendPoint, type TrendSeries } from './trend-model.js';

/** No colour of the six: what others are compared with is in the ink of texts. */
const REFERENCE_COLOUR = 8;
/** A dash and a dot, in pixels. */
const DASH = [9, 3, 2, 3];

/** How the values of both are written. */
export interface Writing {
  readonly words: Words;
  readonly decimals: number;
  readonly unit: string;
  /** Of what is compared with. */
  readonly name: string;
}

const plain = (text: string): string => text.trim().toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

/** Which rows are of that part of the breakdown, by its word or what readers see for it. */
function rowsOf(table: Table, name: string): boolean[] {
  const wanted = plain(name);
  const found = Array.from({ length: table.length }, () => false);
  for (const column of columnsOf(table, 'dimension')) {
    if (column.kind !== 'text') continue;
    column.codes.forEach((code, row) => {
      const label = column.wordLabels?.[code] ?? '';
      if ([textAt(column, row), label].some((word) => plain(word) === wanted)) found[row] = true;
    });
  }
  return found;
}

const taken = (table: Table, isTaken: readonly boolean[], which: boolean): Table =>
  takeTable(
    table,
    isTaken.flatMap((each, row) => (each === which ? [row] : [])),
  );

/** The rows of the part of a breakdown that has that name, and the others; `undefined` where there are none of either. */
export function splitMember(table: Table, name: string): { member: Table; rest: Table } | undefined {
  const isOf = rowsOf(table, name);
  if (!isOf.includes(true) || !isOf.includes(false)) return undefined;
  return { member: taken(table, isOf, true), rest: taken(table, isOf, false) };
}

/** What is drawn of what the series are compared with, and what must be said of it. */
export interface References {
  readonly lines: readonly TrendSeries[];
  readonly breaks: readonly number[];
  readonly legend: readonly string[];
  readonly cautions: readonly string[];
}

/** The series of what others are compared with, in the periods that are shown; the `later` last have not come. */
export function referenceSeries(
  others: readonly Series[],
  periods: readonly Period[],
  later: number,
  { words, decimals, name }: Writing,
  { trend, comparison, marks }: AddedWords,
): References {
  const seen = others.map(({ observations }) => {
    const byPeriod = new Map(observations.map((each) => [each.period.text, each]));
    return periods.map((period) => byPeriod.get(period.text));
  });
  const lines = others.flatMap((other, index): TrendSeries[] => {
    const found = seen[index] ?? [];
    if (found.every((each) => each === undefined || Number.isNaN(each.value))) return [];
    const points = periods.map((period, at): TrendPoint => {
      const each: Observation = found[at] ?? { period, value: NaN, status: STATUS.missing };
      const point = pointOf(each, decimals, words, trend.measures);
      const isFuture = !found[at] && at >= periods.length - later;
      return isFuture ? { ...point, text: marks.future, spoken: marks.future } : point;
    });
    const own = others.length > 1 ? `${name} · ${other.measure.label ?? other.name}` : name;
    return [{ name: comparison.reference(own), colour: REFERENCE_COLOUR, points, dash: DASH }];
  });
  const all = seen.flat().filter((each) => each !== undefined);
  const statuses = all.reduce((bits, { status }) => bits | status, 0);
  const isBare = others.length > 0 && lines.length === 0;
  return {
    lines,
    breaks: all.filter(({ status }) => status & STATUS.break).map(({ period }) => period.start),
    legend: lines.length > 0 ? statusLegend(words, statuses) : [],
    cautions: isBare ? [comparison.noCommonPeriod(name)] : [],
  };
}

/** The last whole value beside that of the reference in the same period. */
export function tellOfReference(
  own: Series,
  [other]: readonly Series[],
  {
    isCount,
    isOutside = false,
    interval,
  }: { isCount: (series: Series) => boolean; isOutside?: boolean; interval: string },
  { words, decimals, unit, name }: Writing,
  { trend, comparison }: AddedWords,
): Sentence[] {
  const at = own.observations.findLast(isSettled);
  if (!at || !other) return [];
  const measured = { isCount: isCount(own), isOutside, interval };
  const compared = comparePlaces(own.observations, other.observations, at.period, measured);
  if (!compared) return [];
  const told = tellComparison(compared, { name, unit, decimals, period: at.period }, words, comparison);
  if (compared.kind === 'noValue') return [{ kind: 'reference', text: told }];
  const when = trend.summary.during(words.period(at.period), at.period.length);
  return [{ kind: 'reference', text: `${capital(when)}, ${told}` }];
}
