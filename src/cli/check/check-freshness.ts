import type { Manifest } from '../../observatory/manifest.js';
import type { PeriodColumn } from '../../table/column.js';
import { readIsoPeriod } from '../../table/period-iso.js';
import type { Finding, Tested } from './finding.js';
import { periodsIn } from './resource-time.js';

type Governance = NonNullable<Manifest['resources'][number]['governance']>;

/** How many days a period of a frequency has, at most. */
const DAYS: Readonly<Record<string, number>> = {
  day: 1,
  week: 7,
  month: 31,
  quarter: 92,
  half: 184,
  year: 366,
};

export interface Freshness {
  readonly findings: readonly Finding[];
  readonly tested: readonly Tested[];
  /** Periods that the last one is late; `undefined` where nothing is promised. */
  readonly late: number | undefined;
  /** Until when there are data. */
  readonly through: string | undefined;
}

/**
 * How late a resource is: a period is due one further period after its end; where the manifest names the day of the
 * next update, on that day. `today`: days since 1970-01-01.
 */
export function checkFreshness(
  time: PeriodColumn | undefined,
  { frequency = 'irregular', nextUpdate = '' }: Governance,
  today: number,
): Freshness {
  const last = time && periodsIn(time).findLast(({ start }) => start <= today);
  const through = last?.text;
  const days = DAYS[frequency];
  const next = readIsoPeriod(nextUpdate);
  const isMissed = next !== undefined && next.end <= today;
  const missed: Finding[] = isMissed
    ? [{ code: 'update-missed', dimension: 'timeliness', path: 'governance/nextUpdate', value: nextUpdate }]
    : [];
  if (days === undefined || !last) {
    const late = isMissed ? 1 : undefined;
    return {
      findings: missed,
      tested: late ? [{ dimension: 'timeliness', tested: 2, failed: 1 }] : [],
      late,
      through,
    };
  }
  const due = next && !isMissed ? Infinity : last.end + 2 * days;
  const late = Math.max(isMissed ? 1 : 0, today > due ? Math.ceil((today - due) / days) : 0);
  const behind: Finding[] =
    late > 0 && !isMissed
      ? [{ code: 'late', dimension: 'timeliness', period: last.text, count: late, expected: [frequency] }]
      : [];
  // One period late is half as good, two are a third.
  return {
    findings: [...missed, ...behind],
    tested: [{ dimension: 'timeliness', tested: 1 + late, failed: late }],
    late,
    through,
  };
}
