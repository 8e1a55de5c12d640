import { DataError } from '../../errors.js';
import { localised } from '../../observatory/localised.js';
import { betterOf, pathText } from '../../observatory/target-texts.js';
import { progressOf, type Pace, type Progress } from '../../query/target-progress.js';
import { horizonOf, parseTargets, type TargetPath } from '../../query/targets.js';
import { statusLegend } from '../../text/status-symbols.js';
import type { TargetValues } from '../../observatory/target-values.js';
import type { NoPaceName, TargetsMessages } from '../../text/targets-messages.js';
import { withUnit } from '../../text/value.js';
import type { Words } from '../../text/words.js';
import type { Frame } from '../figure/frame-model.js';
import { drawTarget, type TargetDrawing } from './drawing-model.js';
import { targetRows, type TargetRow } from './target-rows.js';

export interface TargetFigure {
  readonly title: string;
  readonly place: string;
  /** How far it is; `unknown` where it cannot be told. */
  readonly pace: Pace | 'unknown';
  /** In words. */
  readonly status: string;
  /** Why it cannot be told; `''` where it can. */
  readonly why: string;
  /** What is to be reached, then what has been. */
  readonly sentences: readonly string[];
  readonly plan: { readonly text: string; readonly href: string | undefined };
  readonly responsible: string;
  readonly source: string;
  readonly rows: readonly TargetRow[];
  readonly drawing: TargetDrawing | undefined;
}

export interface TargetsModel {
  readonly frame: Frame;
  /** How many there are of each kind; `''` for a single one. */
  readonly summary: string;
  readonly figures: readonly TargetFigure[];
}

/** How far a target is: by its path, never across a break; why it cannot be told where not. */
function paceOf(
  path: TargetPath | undefined,
  { series, error }: TargetValues,
): Progress | { readonly pace: NoPaceName } {
  if (!path) return { pace: 'badPath' };
  if (error) return { pace: 'failed' };
  const { length } = path.steps[0].period;
  const isOther = series.length > 0 && series.every(({ period }) => period.length !== length);
  return isOther ? { pace: 'otherPeriods' } : progressOf(path, series);
}

function pathOf({ target, indicator }: TargetValues): TargetPath | undefined {
  try {
    return parseTargets(pathText(target), betterOf(indicator, target));
  } catch (reason) {
    // A plan that goes the other way than its indicator says is told as one, and the others are shown.
    if (reason instanceof DataError) return undefined;
    throw reason;
  }
}

function sentencesOf(
  told: TargetValues,
  path: TargetPath,
  progress: Progress | { readonly pace: NoPaceName },
  words: Words,
  messages: TargetsMessages,
): string[] {
  const { decimals, indicator } = told;
  const unit = localised(indicator.unit, words.lang);
  const text = (value: number): string => withUnit(words.number(value, decimals), unit);
  const [base] = path.steps;
  const horizon = horizonOf(path);
  const goal = messages.goal(
    text(horizon.value),
    words.period(horizon.period),
    words.number(base.value, decimals),
    words.period(base.period),
  );
  if (!('at' in progress)) return [goal];
  const { at, expected } = progress;
  const [when, value] = [words.period(at.period), words.number(at.value, decimals)];
  return [
    goal,
    expected === undefined
      ? messages.last(when, value)
      : messages.progress(when, value, words.number(expected, decimals)),
  ];
}

function figureOf(told: TargetValues, words: Words, messages: TargetsMessages): TargetFigure {
  const { target, indicator, place, source, decimals } = told;
  const path = pathOf(told);
  const progress = paceOf(path, told);
  const { pace } = progress;
  const isTold = pace in messages.pace;
  const { length } = path?.steps[0].period ?? {};
  const series = told.series.filter(({ period }) => period.length === length);
  const label = (value: number): string => words.number(value, decimals);
  return {
    title: localised(indicator.title, words.lang),
    place,
    pace: isTold ? (pace as Pace) : 'unknown',
    status: isTold ? messages.pace[pace as Pace] : messages.unknown,
    why: isTold ? '' : messages.noPace[pace as NoPaceName],
    sentences: path ? sentencesOf(told, path, progress, words, messages) : [],
    plan: { text: localised(target.plan, words.lang), href: target.planHref },
    responsible: localised(target.responsible, words.lang),
    source,
    rows: path ? targetRows(path, series, decimals, words, messages) : [],
    drawing: path && drawTarget(path, series, { label, period: words.period }),
  };
}

/** How many are met, on track and so on, in the order from the best. */
function summaryOf(figures: readonly TargetFigure[], messages: TargetsMessages): string {
  if (figures.length < 2) return '';
  const kinds: readonly TargetFigure['pace'][] = [...(Object.keys(messages.pace) as Pace[]), 'unknown'];
  const told = kinds.flatMap((kind) => {
    const count = figures.filter(({ pace }) => pace === kind).length;
    const name = kind === 'unknown' ? messages.unknown : messages.pace[kind];
    return count === 0 ? [] : [`${name}: ${count}`];
  });
  return messages.count(figures.length, told.join(' · '));
}

/** What the letters beside values mean. */
function legendOf(all: readonly TargetValues[], words: Words): string[] {
  const statuses = all.flatMap(({ series }) => series).reduce((set, { status }) => set | status, 0);
  return statusLegend(words, statuses);
}

export function makeTargets(
  all: readonly TargetValues[],
  frame: Frame,
  words: Words,
  messages: TargetsMessages,
): TargetsModel {
  const figures = all.map((each) => figureOf(each, words, messages));
  return {
    frame: { ...frame, legend: legendOf(all, words) },
    summary: summaryOf(figures, messages),
    figures,
  };
}
