import type { Manifest } from '../../observatory/manifest.js';
import { widenPeriods } from '../../query/time-parts.js';
import { at, type PeriodColumn } from '../../table/column.js';
import { periodsBetween, type Period } from '../../table/period.js';
import { readIsoPeriod } from '../../table/period-iso.js';
import { NOTHING, rule, together, type Checked } from './finding.js';
import { periodsIn } from './resource-time.js';

type Governance = NonNullable<Manifest['resources'][number]['governance']>;

/** More periods than this between the first and the last come of a mistake in a date. */
const MOST_PERIODS = 5000;
/** The share of days with a row from which on every day is to have one: a week may be lost of half a year. */
const DAILY = 0.95;

/** The periods that are expected: from the first there is to the last, or to where the data are said to be whole. */
function checkGaps(time: PeriodColumn, { frequency, completeThrough = '' }: Governance): Checked {
  const there = periodsIn(time);
  const [first, last] = [there[0], there.at(-1)];
  if (!first || !last || frequency === 'irregular' || there.some(({ length }) => length !== first.length))
    return NOTHING;
  const through = readIsoPeriod(completeThrough);
  const end = through && through.length === first.length && through.start > last.start ? through : last;
  const grid = periodsBetween(first, end, MOST_PERIODS);
  // A date that is far away is told as one that is yet to come.
  if (grid.length >= MOST_PERIODS) return NOTHING;
  const texts = new Set(there.map(({ text }) => text));
  const gaps = grid.filter(({ text }) => !texts.has(text));
  const within = gaps.filter(({ start }) => start < last.start);
  const after = gaps.filter(({ start }) => start > last.start);
  const found = (code: 'period-missing' | 'not-through', list: readonly Period[]) =>
    list[0] ? [{ code, column: time.name, period: list[0].text, count: list.length }] : [];
  return rule('completeness', grid.length, [
    ...found('period-missing', within),
    ...found('not-through', after).map((each) => ({ ...each, expected: [`→ ${completeThrough}`] })),
  ]);
}

/** Rows of a period that has not begun. */
function checkAhead({ codes, periods, name }: PeriodColumn, today: number): Checked {
  const isAhead = (code: number): boolean => (periods[code]?.start ?? -Infinity) > today;
  const first = codes.findIndex(isAhead);
  const rows = codes.filter((code) => code >= 0).length;
  if (first < 0) return rule('validity', rows, []);
  const period = periods[at(codes, first)]?.text ?? '';
  const count = codes.filter(isAhead).length;
  return rule('validity', rows, [{ code: 'period-ahead', column: name, row: first + 1, period, count }]);
}

/** Rows that have no period. */
function checkUndated(time: PeriodColumn): Checked {
  const { codes, name } = time;
  const first = codes.findIndex((code) => code < 0);
  const count = codes.filter((code) => code < 0).length;
  const findings = count > 0 ? [{ code: 'undated' as const, column: name, row: first + 1, count }] : [];
  return rule('completeness', codes.length, findings);
}

/** Breaks that the resource declares where it has no data cannot be drawn, and may be a slip. */
function checkBreaks(time: PeriodColumn, breaks: NonNullable<Governance['breaks']>): Checked {
  const there = periodsIn(time);
  const [first, last] = [there[0], there.at(-1)];
  const findings = breaks.flatMap(({ period: text }) => {
    const period = readIsoPeriod(text);
    const isOutside = first && last && period && (period.end <= first.start || period.start >= last.end);
    return isOutside
      ? [
          {
            code: 'break-outside' as const,
            isRemark: true,
            period: text,
            expected: [`${first.text} … ${last.text}`],
          },
        ]
      : [];
  });
  return { findings, tested: [] };
}

/** Whether nearly every day from the first to the last has a row: then one without is a gap. */
function isDaily(time: PeriodColumn): boolean {
  const there = periodsIn(time);
  const [first, last] = [there[0], there.at(-1)];
  return first !== undefined && last !== undefined && there.length >= DAILY * (last.end - first.start);
}

/** What is odd about the periods of a resource. `today`: days since 1970-01-01. */
export function checkPeriods(time: PeriodColumn, governance: Governance, today: number): Checked {
  const isOfDays = time.periods.some(({ length }) => length === 'day');
  // Not every day has an event, every month has.
  const gaps = isOfDays && !isDaily(time) ? widenPeriods(time, 'month') : time;
  return together([
    checkGaps(gaps, governance),
    checkUndated(time),
    checkAhead(time, today),
    checkBreaks(time, governance.breaks ?? []),
  ]);
}
