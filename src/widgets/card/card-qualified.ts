import { besideOf, withBeside } from '../../query/beside.js';
import { changeSince, usualBase, type Change } from '../../query/change.js';
import { isClear } from '../../query/clear-change.js';
import type { Observation } from '../../query/observations.js';
import { isUneven, reportedOf, type Reported } from '../../query/reporting.js';
import type { NumberColumn, PeriodColumn } from '../../table/column.js';
import { shiftPeriod, shiftYears, type Period } from '../../table/period.js';
import { STATUS } from '../../table/status.js';
import { columnsOf, type Table } from '../../table/table.js';
import type { Words } from '../../text/words.js';
import { tellChange, type Moved } from './card-change.js';
import { tellReference, type ComparedWith } from './card-reference.js';

export { comparedWith } from './card-reference.js';

/** A card's figures, before what stands beside them is told. */
export interface Unqualified {
  readonly table: Table;
  readonly measure: NumberColumn;
  readonly time: PeriodColumn;
  readonly series: readonly Observation[];
  readonly shown: Observation;
  readonly change: Change | undefined;
  readonly decimals: number;
  readonly unit: string;
  readonly isCounted: boolean;
  /** The attribute: `95`, `95 wilson`; `''` for none. */
  readonly interval: string;
  /** What the units are that send data; `''` where the page does not say. */
  readonly units: string;
  readonly compared: ComparedWith | undefined;
}

export interface Qualified {
  /** The count behind a rate, the interval. */
  readonly beside: readonly string[];
  /** In place of the change as it would be told; `undefined` where that may stand. */
  readonly moved: Moved | undefined;
  /** What is told of the place that it is compared with. */
  readonly reference: string;
}

/** A change that chance alone may explain points nowhere. */
function tellUnclear(
  base: string,
  from: Observation,
  at: Observation,
  { decimals }: Unqualified,
  words: Words,
): Moved {
  const number = ({ value }: Observation): string => words.number(value, decimals);
  return { change: words.unclear?.(base, number(from), number(at)) ?? '', direction: 'none' };
}

/** The same months of a period that is not whole and of the one a year before. */
interface Part {
  readonly at: Observation;
  readonly from: Observation;
  readonly change: Change;
  readonly months: readonly [first: Period, last: Period];
}

/** What the answer has of the same months; `undefined` where the period shown is whole, or nothing is known of them. */
function partOf(
  { table, time, isCounted }: Unqualified,
  series: readonly Observation[],
  at: Observation,
): Part | undefined {
  // The grid of a series knows no periods that are not whole.
  const through = time.periods.find(({ text }) => text === at.period.text)?.through;
  const base = usualBase(at.period);
  const months = through && monthsUntil(at.period, through);
  const columns = columnsOf(table, 'attribute').filter((column) => column.kind === 'number');
  const row = time.codes.findIndex((code) => time.periods[code]?.text === at.period.text);
  const observed = (which: 'same' | 'before', whole: Observation): Observation | undefined => {
    const [value, count] = columns.filter(({ part }) => part === which);
    if (!value) return undefined;
    const { period } = whole;
    const status = (whole.status & STATUS.break) | (value.statuses[row] ?? 0);
    const found = { period, value: value.values[row] ?? NaN, status };
    return count ? { ...found, count: count.values[row] ?? NaN } : found;
  };
  const earlier = series.find(({ period }) => period.text === base?.text);
  const same = observed('same', at);
  const before = earlier && observed('before', earlier);
  if (!months || !base || !same || !before || Number.isNaN(same.value)) return undefined;
  const compared = series.map((each) => (each === at ? same : each === earlier ? before : each));
  return { at: same, from: before, change: changeSince(compared, same, base, isCounted), months };
}

/** The first and the last month, quarter or day of a period until there are data. */
function monthsUntil({ start }: Period, through: Period): readonly [Period, Period] {
  let first = through;
  for (let each: Period | undefined = through; each && each.start >= start; each = shiftPeriod(each, -1))
    first = each;
  return [first, through];
}

/** `ene.–set. 2025` */
function spanOf([first, last]: readonly [Period, Period], words: Words): string {
  const [from, to] = [words.period(first), words.period(last)];
  return from === to ? to : `${from.replace(new RegExp(`,? ${first.year}$`), '')}–${to}`;
}

/** `ene.–set. 2025: subió 120 (3.1%) respecto de ene.–set. 2024` */
function tellPart({ at, from, change, months }: Part, plain: Unqualified, words: Words): Moved {
  const [first, last] = months.map((each) => shiftYears(each, -1));
  const base = first && last ? spanOf([first, last], words) : words.period(change.base);
  const isUnclear = change.kind === 'difference' && !isClear(from, at, plain.interval);
  const moved = isUnclear
    ? tellUnclear(base, from, at, plain, words)
    : tellChange(change, plain.decimals, plain.unit, words, base);
  return { ...moved, change: words.ofPart?.(spanOf(months, words), moved.change) ?? moved.change };
}

/** What the answer has of the units that sent data in a period. */
function reportingOf({ table, time }: Unqualified, period: { readonly text: string }): Reported | undefined {
  const row = time.codes.findIndex((code) => time.periods[code]?.text === period.text);
  return row < 0 ? undefined : reportedOf(table, row);
}

/** What stands beside a card's value: the count behind it, its interval; and whether a change is statistically clear. */
export function qualify(plain: Unqualified, words: Words): Qualified {
  const { table, measure, time, series, shown, change, decimals, interval } = plain;
  const grid = series.map(({ period }) => period);
  const rows = Array.from(time.codes.keys());
  const told = withBeside(series, besideOf(table, measure), time, rows, grid);
  const at = told[series.indexOf(shown)];
  const number = (value: number): string => words.number(value, decimals);
  const count = at?.count ?? NaN;
  const { low, high } = at?.interval ?? {};
  const beside = [
    Number.isNaN(count) ? '' : words.events?.(words.number(count)),
    low === undefined || high === undefined
      ? ''
      : words.interval?.(`${parseInt(interval)}%`, number(low), number(high)),
  ].filter((text): text is string => !!text);
  const { compared } = plain;
  const reference =
    compared && at ? tellReference(compared, { ...plain, series: told, shown: at }, words) : '';
  const reported = reportingOf(plain, shown.period);
  const who = reported ?? at?.reported;
  if (who) beside.push(words.whoReported?.(who, plain.units) ?? '');
  const base = change && reported && reportingOf(plain, change.base);
  if (base && change.kind === 'difference' && isUneven(reported, base)) {
    const told = words.uneven?.(words.period(change.base)) ?? '';
    return { beside, reference, moved: { change: told, direction: 'none' } };
  }
  const isYearBefore = change?.base.text === shiftYears(shown.period, -1)?.text;
  const part = isYearBefore && at ? partOf(plain, told, at) : undefined;
  if (part) return { beside, reference, moved: tellPart(part, plain, words) };
  const from = change && told.find(({ period }) => period.text === change.base.text);
  const isUnclear =
    at?.interval && from?.interval && change?.kind === 'difference' && !isClear(from, at, interval);
  const moved = isUnclear ? tellUnclear(words.period(change.base), from, at, plain, words) : undefined;
  return { beside, reference, moved };
}
