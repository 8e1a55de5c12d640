import type { Answer } from '../../engine/engine.js';
import { DataError } from '../../errors.js';
import type { Observation } from '../../query/observations.js';
import { toSeries, type Series } from '../../query/series.js';
import { isTooFew } from '../../table/too-few.js';
import type { Period } from '../../table/period.js';
import { OPEN } from '../../table/open-status.js';
import { STATUS } from '../../table/status.js';
import { columnsOf } from '../../table/table.js';
import type { Sentence } from '../../text/summary/fit.js';
import { summarise } from '../../text/summary/summarise.js';
import { seriesName } from '../../text/series-name.js';
import { joined } from '../../text/joined.js';
import { measureTitle } from '../../text/measure-title.js';
import type { MeasureMessages, TrendMessages } from '../../text/messages.js';
import { statusLegend, valueMarks } from '../../text/status-symbols.js';
import { spokenValue } from '../../text/spoken.js';
import { shownDecimals, valueText } from '../../text/value.js';
import type { Words } from '../../text/words.js';
import { MOST_SERIES } from '../../theme/palette.js';
import { makeFrame, type Frame, type FrameOptions } from '../figure/frame-model.js';
import { headingOf } from '../figure/heading.js';
import { middleOf, valueAxis, type ValueAxis } from './axis.js';

/** One observation, ready to draw, to print and to speak. */
export interface TrendPoint {
  /** Days since 1970, the middle of the period. */
  readonly at: number;
  /** NaN leaves a gap. */
  readonly value: number;
  /** May still change, is not whole, not reliable, estimated or projected: drawn hollow, with a dashed line to it. */
  readonly isOpen: boolean;
  /** Where the true value may lie. */
  readonly interval?: Observation['interval'];
  /** Cannot be compared with the one before: no line leads to it. */
  readonly isBreak: boolean;
  /** `10.7 p`; a rate with the cases behind it: `10.7 u (12 casos)` */
  readonly text: string;
  /** `10.7, provisional` */
  readonly spoken: string;
}

export interface TrendSeries {
  readonly name: string;
  /** Which of the six colours, from 0; a line past them is in the ink of texts. */
  readonly colour: number;
  readonly points: readonly TrendPoint[];
  /** A line of its own kind, without markers, also among columns: lengths of its dashes and gaps, in pixels. */
  readonly dash?: readonly number[];
  /** What stands at its end, beside its name. */
  readonly label?: string;
}

/** What happened, and from when to when: days since 1970. */
export interface TrendAnnotation {
  /** `①` */
  readonly sign: string;
  readonly from: number;
  /** The same as `from` for what is one period. */
  readonly to: number;
  readonly text: string;
  /** `mar. 2020 – jun. 2021` */
  readonly when: string;
}

export interface TrendPeriod {
  readonly period: Period;
  readonly label: string;
}

/** What a trend shows, without saying how it is drawn. */
export interface TrendModel {
  readonly frame: Frame;
  readonly shape: 'line' | 'column';
  readonly summary: string;
  readonly periods: readonly TrendPeriod[];
  /** The series that are drawn. */
  readonly series: readonly TrendSeries[];
  /** All series, for the table. */
  readonly all: readonly TrendSeries[];
  readonly axis: ValueAxis;
  /** Where the way of measuring changed: days since 1970. */
  readonly breaks: readonly number[];
  readonly periodHeader: string;
  /** What happened in its time, and what that list is called. */
  readonly annotations?: readonly TrendAnnotation[];
  readonly annotationsTitle?: string;
}

export interface TrendOptions {
  readonly shape: 'line' | 'column';
  readonly decimals: number | undefined;
  /** The attribute: `95`, `95 wilson`; `''` for none. */
  readonly interval: string;
  /** What the summary tells besides. */
  readonly more?: readonly Sentence[];
}

export function pointOf(
  observation: Observation,
  decimals: number,
  words: Words,
  { tooFew }: MeasureMessages,
): TrendPoint {
  const { period, value, status, interval } = observation;
  const text = joined([valueText(words, value, status, decimals), valueMarks(status)], ' ');
  const spoken = isTooFew(observation) ? tooFew : spokenValue(words, value, status, decimals);
  const cases = words.beside?.(observation) ?? '';
  const number = (each: number): string => words.number(each, decimals);
  const limits = interval ? words.range(number(interval.low), number(interval.high)) : '';
  const beside = joined([cases, limits], '; ');
  return {
    at: middleOf(period),
    value,
    isOpen: (status & OPEN) !== 0,
    isBreak: (status & STATUS.break) !== 0,
    ...(interval && { interval }),
    text: beside === '' ? text : `${text} (${beside})`,
    spoken: joined([spoken, cases, limits], ', '),
  };
}

/** The last value of a series, by which series are ranked. */
function lastValue({ observations }: Series): number {
  return observations.findLast(({ value }) => !Number.isNaN(value))?.value ?? -Infinity;
}

/** The series that can be told apart: those that are highest at the end, in the order of the data. */
function drawn(all: readonly Series[]): Series[] {
  if (all.length <= MOST_SERIES) return [...all];
  const kept = new Set([...all].sort((a, b) => lastValue(b) - lastValue(a)).slice(0, MOST_SERIES));
  return all.filter((series) => kept.has(series));
}

/** The boundaries at which any series breaks. */
function breaksOf(all: readonly Series[]): number[] {
  const starts = all.flatMap(({ observations }) =>
    observations.filter(({ status }) => status & STATUS.break).map(({ period }) => period.start),
  );
  return [...new Set(starts)].sort((a, b) => a - b);
}

/** What the symbols mean; a rate that is withheld does apply. */
function legendOf(
  all: readonly Series[],
  words: Words,
  { tooFew }: MeasureMessages,
  intervalKey: string | undefined,
): string[] {
  const observations = all.flatMap((series) => series.observations);
  const withheld = observations.filter(isTooFew);
  const statuses = observations.reduce(
    (bits, each) => bits | (isTooFew(each) ? each.status & ~STATUS.notApplicable : each.status),
    0,
  );
  const said = withheld.length > 0 ? [`${words.absent.notApplicable}: ${tooFew}`] : [];
  const isUncertain = observations.some((each) => each.interval);
  return [...(isUncertain && intervalKey ? [intervalKey] : []), ...statusLegend(words, statuses), ...said];
}

/** The table has no series: it has no time, or nothing is measured. */
function refuse({ table }: Answer): never {
  const names = table.columns.map(({ name }) => name);
  if (columnsOf(table, 'time').length > 0)
    throw new DataError('missing-column', { attribute: 'value', value: '', expected: names });
  const expected = ['2024', '2024-09', 'setiembre 2024', '05/09/2024'];
  throw new DataError('not-a-period', { attribute: 'time', value: '', expected });
}

/** A trend: series through time, their axes, their words. */
export function makeTrend(
  answer: Answer,
  said: FrameOptions,
  { shape, decimals: given, interval, more = [] }: TrendOptions,
  words: Words,
  trend: TrendMessages,
): TrendModel {
  const { measures } = trend;
  const all = toSeries(answer.table, (measure) => measureTitle(measure, words, measures));
  const [first] = all;
  if (!first) return refuse(answer);
  const decimals = Math.max(...all.map(({ measure }) => shownDecimals(measure, given)));
  const intervalKey = words.intervalMark?.[shape](`${parseInt(interval)}%`);
  const frame: Frame = {
    ...makeFrame(answer, said, words, { legend: legendOf(all, words, measures, intervalKey) }),
    heading: headingOf(answer, said.heading, words, measures),
  };
  const shown = drawn(all);
  const toDraw = ({ name, observations }: Series, colour: number): TrendSeries => ({
    name: all.length > 1 ? seriesName(name, trend.summary.noCategory) : name,
    colour,
    points: observations.map((each) => pointOf(each, decimals, words, measures)),
  });
  const leftOut = all.length > shown.length ? [trend.leftOut(shown.length, all.length)] : [];
  const what = joined([frame.heading, said.place], ', ');
  const values = shown.flatMap(({ observations }) =>
    observations.flatMap(({ value, interval: limits }) => (limits ? [limits.low, limits.high] : [value])),
  );
  return {
    frame: { ...frame, cautions: [...frame.cautions, ...leftOut] },
    shape,
    summary: summarise({ what, unit: frame.unit, series: all, decimals, more }, words, trend),
    periods: first.observations.map(({ period }) => ({ period, label: words.period(period) })),
    series: shown.map(toDraw),
    all: all.map(toDraw),
    axis: valueAxis(values, shape === 'column', words),
    breaks: breaksOf(shown),
    periodHeader: words.periodHeader,
  };
}
