import { html, nothing } from 'lit';
import type { Answer } from '../../engine/engine.js';
import { parseAnnotations } from '../../query/annotations.js';
import { isOutside } from '../../query/outside.js';
import { isRate } from '../../query/rate-or-count.js';
import { horizonOf, parseTargets, type Better, type TargetPath } from '../../query/targets.js';
import { columnsOf } from '../../table/table.js';
import { comparison as spanishComparison } from '../../text/es/comparison.js';
import { marks as spanishMarks } from '../../text/es/marks.js';
import type { Messages, TrendMessages } from '../../text/messages.js';
import type { Sentence } from '../../text/summary/fit.js';
import type { Words } from '../../text/words.js';
import { choice } from '../../text/attribute-values.js';
import type { Rendered } from '../figure/frame.js';
import { wholes } from '../figure/elsewhere.js';
import { referenceState, type Comparing } from '../figure/reference.js';
import { wear } from '../figure/wear.js';
import { addTo, type Added } from './additions-model.js';
import { additionStyles } from './additions.styles.js';
import type { TrendModel } from './trend-model.js';

export { drawBehind, drawOver } from './draw-additions.js';

/** An element that shows a trend, and what its page adds to it. */
export type AddingTo = Comparing &
  Readonly<Record<'targets' | 'targetSource' | 'better' | 'annotations', string>>;

/** The language of an element. */
export interface Speaking {
  readonly words: Words;
  readonly messages: Messages | undefined;
}

/**
 * The path of a plan. A manifest sets it for years and does not know how long the periods of the figure are: of months
 * it has none. Where the page writes it, that is a mistake, which is told where the path is drawn.
 */
function pathOf(host: AddingTo, { table }: Answer, better: Better): TargetPath | undefined {
  const { targets } = host;
  if (targets.trim() === '') return undefined;
  const path = parseTargets(targets, better);
  const [time] = columnsOf(table, 'time');
  const shown = time?.kind === 'period' ? time.periods : [];
  const fits = shown.every(({ length }) => length === horizonOf(path).period.length);
  return fits || wholes.get(host)?.targets !== targets ? path : undefined;
}

function addedOf(host: AddingTo, answer: Answer, messages: Messages | undefined): Added {
  const { value, per, unit } = host;
  const better = choice('better', host.better, ['lower', 'higher']) === 'higher' ? 'higher' : 'lower';
  const state = referenceState(host, answer, messages);
  return {
    reference: host.reference.trim(),
    referenceTable: state?.answer?.table,
    isApart: state !== undefined,
    hasFailed: state?.name === 'failed',
    isOutside: !!state?.answer && isOutside(host.question?.where ?? '', host.referenceWhere),
    path: pathOf(host, answer, better),
    targetSource: host.targetSource.trim(),
    annotations: parseAnnotations(host.annotations),
    isCount: ({ measure }) =>
      measure.decimals === 0 && !isRate({ value, per, unit: unit || (measure.unit ?? ''), kind: '' }),
    interval: host.interval,
    place: host.place,
    unit,
    decimals: host.decimalsShown,
  };
}

/** The trend of an element with what it adds to its series; what is not used is told to the page's owner. */
export function withAdditions(
  host: AddingTo,
  answer: Answer,
  make: (answer: Answer, more: readonly Sentence[]) => TrendModel,
  { words, messages }: Speaking,
  trend: TrendMessages,
): TrendModel {
  wear(host, additionStyles);
  for (const name of ['reference', 'targets', 'annotations']) host.odd.delete(name);
  const said = {
    words,
    trend,
    comparison: messages?.comparison ?? spanishComparison,
    marks: messages?.marks ?? spanishMarks,
  };
  const { model, unused } = addTo(answer, addedOf(host, answer, messages), make, said);
  for (const [name, text] of unused)
    host.odd.set(name, [host.odd.get(name), text].filter(Boolean).join('; '));
  if (host.referenceWhere.trim() !== '' && host.reference.trim() === '') host.odd.set('reference', '');
  return model;
}

/** What happened, as a list: the numbers in the chart are its own. */
export function renderAnnotations({ annotations, annotationsTitle }: TrendModel): Rendered {
  if (!annotations) return nothing;
  return html`<div role="group" aria-label=${annotationsTitle ?? nothing}>
    <ol class="happened" part="annotations">
      ${annotations.map(
        ({ sign, when, text }) => html`<li><span aria-hidden="true">${sign}</span> ${when}: ${text}</li>`,
      )}
    </ol>
  </div>`;
}
