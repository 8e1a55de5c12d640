import type { Observation } from '../../query/observations.js';
import { isSettled } from '../../query/target-progress.js';
import { horizonOf, targetOf, type TargetPath } from '../../query/targets.js';
import { periodsBetween, type Period } from '../../table/period.js';
import { valueMarks } from '../../text/status-symbols.js';
import type { TargetsMessages } from '../../text/targets-messages.js';
import { valueText } from '../../text/value.js';
import type { Words } from '../../text/words.js';

/** A period of a target, in words. */
export interface TargetRow {
  readonly period: string;
  readonly target: string;
  /** Whether the plan itself sets it; it is on the line between where not. */
  readonly isSet: boolean;
  readonly value: string;
  readonly difference: string;
}

/** More periods than this are not told one by one: only those that the plan sets, and the last that has a value. */
const MOST_ROWS = 40;

function periodsOf(path: TargetPath, series: readonly Observation[]): Period[] {
  const set = path.steps.map(({ period }) => period);
  const [first = path.steps[0].period] = set;
  const all = periodsBetween(first, horizonOf(path).period, MOST_ROWS + 1);
  if (all.length <= MOST_ROWS) return all;
  const last = series.findLast(
    ({ period, value }) =>
      !Number.isNaN(value) && period.start >= first.start && targetOf(path, period) !== undefined,
  )?.period;
  const isThere = set.some(({ text }) => text === last?.text);
  return [...set, ...(last && !isThere ? [last] : [])].sort((a, b) => a.start - b.start);
}

/** Each period of the path: what the plan has for it, and what there is. */
export function targetRows(
  path: TargetPath,
  series: readonly Observation[],
  decimals: number,
  words: Words,
  messages: TargetsMessages,
): TargetRow[] {
  const [base] = path.steps;
  const lastThere = series.findLast(({ value }) => !Number.isNaN(value))?.period.start ?? -Infinity;
  return periodsOf(path, series).map((period) => {
    const wanted = targetOf(path, period) ?? NaN;
    const isSet = path.steps.some((step) => step.period.text === period.text);
    const isBase = path.hasBase && period.text === base.period.text;
    const found = series.find((each) => each.period.text === period.text);
    const { value = NaN, status = 0 } = found ?? {};
    const isFuture = Number.isNaN(value) && period.start > lastThere;
    const target = words.number(wanted, decimals);
    const sign = value > wanted ? '+' : '';
    return {
      period: words.period(period),
      target: isBase ? `${target} ${messages.base}` : target,
      isSet,
      value: isFuture
        ? messages.future
        : [valueText(words, value, status, decimals), valueMarks(status)].filter(Boolean).join(' '),
      difference:
        // What is of part of a period, or projected, is compared with no target.
        isBase || !isSettled({ value, status }) ? '' : sign + words.number(value - wanted, decimals),
    };
  });
}
