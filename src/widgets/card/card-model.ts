import type { Answer } from '../../engine/engine.js';
import { DataError } from '../../errors.js';
import { changeSince, usualBase, type Change } from '../../query/change.js';
import { gridOf, observationsOf, type Observation } from '../../query/observations.js';
import type { PeriodColumn } from '../../table/column.js';
import { shiftYears, type Period } from '../../table/period.js';
import { readIsoPeriod } from '../../table/period-iso.js';
import { ABSENT, STATUS, statusNames } from '../../table/status.js';
import { columnsOf, type Table } from '../../table/table.js';
import { joined } from '../../text/joined.js';
import { shownDecimals, valueText, withUnit } from '../../text/value.js';
import type { Words } from '../../text/words.js';
import { makeFrame, type Frame, type FrameOptions } from '../figure/frame-model.js';
import { isCount, tellChange, type Moved } from './card-change.js';
import { makeSparkline, type Sparkline } from './sparkline-model.js';

export interface CardOptions {
  /** Which period to show; `''` for the last one with a value. */
  readonly period: string;
  /** With which to compare: a period, `year` for the same one a year before, `''` for the usual one, `none` for none. */
  readonly compare: string;
  readonly decimals: number | undefined;
  readonly interval: string;
  readonly units: string;
  /** What is told of columns beside the measure: loaded where there are any. */
  readonly qualified: typeof import('./card-qualified.js') | undefined;
  /** The place that it is compared with. */
  readonly compared: import('./card-reference.js').ComparedWith | undefined;
}

export interface CardModel {
  readonly frame: Frame;
  readonly value: string;
  /** The count behind a rate, the interval. */
  readonly beside: readonly string[];
  /** What qualifies the value, in words. */
  readonly statuses: readonly string[];
  readonly direction: Moved['direction'];
  readonly change: string;
  /** The value beside that of another place. */
  readonly reference: string;
  readonly sparkline: Sparkline | undefined;
  /** From where to where the line goes. */
  readonly range: string;
  /** The whole card as one sentence. */
  readonly label: string;
}

/** The period of a figure that has no time. */
const TIMELESS: Period = Object.freeze({ text: '', length: 'day', year: 0, part: 1, start: 0, end: 0 });

/** `like`: a period of the length that it must have. */
function wantedPeriod(text: string, attribute: string, example: string, like?: Period): Period | undefined {
  const period = readIsoPeriod(text);
  if (text.trim() === '' || (period && (!like?.text || like.length === period.length))) return period;
  const expected = [(like && usualBase(like)?.text) || '2024', example];
  throw new DataError('bad-attribute', { attribute, value: text, expected });
}

/** The time of the answer; without one, its rows stand outside of time. */
function timeOf(table: Table): PeriodColumn {
  const [time] = columnsOf(table, 'time');
  if (time?.kind === 'period') return time;
  return { kind: 'period', name: '', codes: new Int32Array(table.length), periods: [TIMELESS] };
}

/** The observation of a period, or the last one that has a value; what is projected has not happened. */
function chosen(series: readonly Observation[], period: Period | undefined): Observation {
  const last = (bits: number): Observation | undefined =>
    series.findLast(
      ({ value, status }) => !((Number.isNaN(value) && !(status & STATUS.suppressed)) || status & bits),
    );
  const found = period
    ? series.find((each) => each.period.text === period.text)
    : (last(STATUS.forecast) ?? last(0) ?? series.at(-1));
  return found ?? { period: period ?? TIMELESS, value: NaN, status: STATUS.missing };
}

function compared(
  series: readonly Observation[],
  shown: Observation,
  compare: string,
  isCounted: boolean,
): Change | undefined {
  if (shown.status & ABSENT || compare.trim() === 'none') return undefined;
  const base =
    compare.trim() === 'year'
      ? shiftYears(shown.period, -1)
      : (wantedPeriod(compare, 'compare', 'year', shown.period) ?? usualBase(shown.period));
  const hasPast = series.some(({ period }) => period.start < shown.period.start);
  if (!base || (!hasPast && compare === '')) return undefined;
  return changeSince(series, shown, base, isCounted);
}

/** `de 5.4 (2011) a 10.7 (2025)`; not across a break, only between whole periods of the past and of one length. */
function rangeText(series: readonly Observation[], decimals: number, words: Words): string {
  const start = series.findLastIndex(({ status }) => status & STATUS.break);
  const present = series
    .slice(Math.max(0, start))
    .filter(({ value, status }) => !(Number.isNaN(value) || status & (STATUS.incomplete | STATUS.forecast)));
  const last = present.at(-1);
  const first = present.find(({ period }) => period.length === last?.period.length);
  if (!first || !last || first === last) return '';
  const text = ({ value, period }: Observation): string =>
    `${words.number(value, decimals)} (${words.period(period)})`;
  return words.range(text(first), text(last));
}

/** A card: one value with its unit, period, place, change and qualifications, and its line through time. */
export function makeCard(answer: Answer, said: FrameOptions, options: CardOptions, words: Words): CardModel {
  const { table } = answer;
  const [measure] = columnsOf(table, 'measure');
  if (measure?.kind !== 'number') {
    throw new DataError('missing-column', {
      attribute: 'value',
      value: '',
      expected: table.columns.map(({ name }) => name),
    });
  }
  const time = timeOf(table);
  const series = observationsOf(time, measure, time.codes.keys(), gridOf(time));
  const shown = chosen(series, wantedPeriod(options.period, 'period', '2018..2024'));
  const { value, status } = shown;
  const decimals = shownDecimals(measure, options.decimals);
  const period = shown.period.text && words.period(shown.period);
  const frame = makeFrame(answer, said, words, { period });
  const { unit } = frame;
  const isCounted = isCount(measure, unit, said.per);
  const change = compared(series, shown, options.compare, isCounted);
  const plain = { ...options, table, measure, time, series, shown, change, decimals, unit, isCounted };
  const {
    beside = [],
    reference = '',
    moved = tellChange(change, decimals, unit, words),
  } = options.qualified?.qualify(plain, words) ?? {};
  const flags = Number.isNaN(value) && status === 0 ? STATUS.missing : status;
  const statuses = statusNames(flags).map((name) => words.status[name]);
  const text = valueText(words, value, status, decimals);
  const what = joined([frame.heading, said.place, period], ', ');
  // What is not there has no unit: why it is not there stands in its place.
  const spoken = Number.isNaN(value)
    ? statuses
    : [withUnit(text, unit), ...beside, moved.change, reference, ...statuses];
  return {
    frame,
    value: text,
    beside,
    statuses,
    ...moved,
    reference,
    sparkline: makeSparkline(series, shown),
    range: rangeText(series, decimals, words),
    label: `${what}: ${joined(spoken, '; ')}`,
  };
}
