import type { Answer } from '../../engine/engine.js';
import type { Observation } from '../../query/observations.js';
import { toSeries, type Series } from '../../query/series.js';
import type { TargetPath } from '../../query/targets.js';
import type { Annotation } from '../../query/annotations.js';
import type { Period } from '../../table/period.js';
import type { Table } from '../../table/table.js';
import { measureTitle } from '../../text/measure-title.js';
import type { Sentence } from '../../text/summary/fit.js';
import { shownDecimals } from '../../text/value.js';
import type { AddedWords } from './added-words.js';
import { annotationsOf } from './annotated.js';
import { middleOf, valueAxis } from './axis.js';
import { referenceSeries, splitMember, tellOfReference } from './reference-series.js';
import { periodsUntil, targetSeries, tellOfTargets } from './target-series.js';
import type { TrendModel, TrendPoint, TrendSeries } from './trend-model.js';

/** What the page adds to plain series. */
export interface Added {
  /** The name of what they are compared with; `''` for nothing. */
  readonly reference: string;
  /** Its rows, asked for apart; `undefined` where it is a part of the breakdown, or they are not there. */
  readonly referenceTable: Table | undefined;
  /** Whether its rows are asked for apart. */
  readonly isApart: boolean;
  readonly hasFailed: boolean;
  /** Whether the place is known to be no part of it. */
  readonly isOutside?: boolean;
  readonly path: TargetPath | undefined;
  readonly targetSource: string;
  readonly annotations: readonly Annotation[];
  /** Whether events are counted, which larger places have more of. */
  readonly isCount: (series: Series) => boolean;
  readonly interval: string;
  readonly place: string;
  readonly unit: string;
  readonly decimals: number | undefined;
}

export interface AddedTrend {
  readonly model: TrendModel;
  /** What is not used, by its attribute, as the page wrote it. */
  readonly unused: readonly (readonly [attribute: 'reference' | 'targets' | 'annotations', text: string])[];
}

/** What stands where nothing can be yet. */
function futurePoint(period: Period, future: string): TrendPoint {
  return {
    at: middleOf(period),
    value: NaN,
    isOpen: false,
    isBreak: false,
    text: future,
    spoken: future,
  };
}

/** A series with a point for each period, also those that have not come. */
function extended(series: TrendSeries, later: readonly Period[], future: string, name: string): TrendSeries {
  const points = [...series.points, ...later.map((period) => futurePoint(period, future))];
  return { ...series, name: series.name || name, points };
}

const limitsOf = ({ value, interval }: TrendPoint): number[] =>
  interval ? [interval.low, interval.high] : [value];

/** The model of the own series with lines beside them, to the horizon of the plan. */
function withLines(
  model: TrendModel,
  lines: readonly TrendSeries[],
  later: readonly Period[],
  { place }: Added,
  { words, marks }: AddedWords,
): TrendModel {
  if (lines.length === 0) return model;
  const own = (each: TrendSeries): TrendSeries =>
    extended(each, later, marks.future, place || model.frame.heading);
  const series = [...model.series.map(own), ...lines];
  const values = series.flatMap(({ points }) => points.flatMap(limitsOf));
  return {
    ...model,
    periods: [...model.periods, ...later.map((period) => ({ period, label: words.period(period) }))],
    series,
    all: [...model.all.map(own), ...lines],
    axis: valueAxis(values, model.shape === 'column', words),
  };
}

/** A trend with what the page adds: a reference, targets, what happened. `make`: how plain series become a trend. */
export function addTo(
  answer: Answer,
  added: Added,
  make: (answer: Answer, more: readonly Sentence[]) => TrendModel,
  said: AddedWords,
): AddedTrend {
  const { words, trend, comparison, marks } = said;
  const nameOf = (table: Table): Series[] =>
    toSeries(table, (measure) => measureTitle(measure, words, trend.measures));
  const split =
    added.isApart || added.reference === '' ? undefined : splitMember(answer.table, added.reference);
  const { member, rest: table = answer.table } = split ?? {};
  const own = nameOf(table);
  const others = nameOf(member ?? added.referenceTable ?? { length: 0, columns: [], notices: [] });
  const decimals = Math.max(...own.map(({ measure }) => shownDecimals(measure, added.decimals)));
  const grid: readonly Period[] = (own[0]?.observations ?? []).map(({ period }: Observation) => period);
  const later = added.path ? periodsUntil(added.path, grid) : [];
  const periods = [...grid, ...later];
  const writing = { words, decimals, unit: added.unit, name: added.reference };
  const references = referenceSeries(others, periods, later.length, writing, said);
  const target = added.path && targetSeries(added.path, periods, decimals, words, marks);
  const [only] = own.length === 1 ? own : [];
  const more = [
    ...(only && references.lines[0] ? tellOfReference(only, others, added, writing, said) : []),
    ...(added.path && target ? tellOfTargets(added.path, only, writing, said) : []),
  ];
  const lines = [...references.lines, ...(target ? [target] : [])];
  const model = withLines(make({ ...answer, table }, more), lines, later, added, said);
  const { annotations, outside } = annotationsOf(added.annotations, periods, words);
  const failed = added.hasFailed ? [comparison.failed(added.reference)] : [];
  const legend = [
    ...references.lines.map(({ name }) => comparison.line(name)),
    ...(target ? [marks.line(added.targetSource)] : []),
    ...references.legend.filter((text) => !model.frame.legend.includes(text)),
  ];
  const isUnknown = added.reference !== '' && !added.isApart && !member;
  return {
    model: {
      ...model,
      ...(annotations.length > 0 && { annotations, annotationsTitle: marks.annotations }),
      breaks: [...new Set([...model.breaks, ...references.breaks])].sort((a, b) => a - b),
      frame: {
        ...model.frame,
        legend: [...legend, ...model.frame.legend],
        cautions: [...model.frame.cautions, ...failed, ...references.cautions],
      },
    },
    unused: [
      ...(isUnknown ? [['reference', added.reference] as const] : []),
      ...(added.path && !target ? [['targets', added.path.steps[0].period.text] as const] : []),
      ...outside.map((text) => ['annotations', text] as const),
    ],
  };
}
