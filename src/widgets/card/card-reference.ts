import type { Answer } from '../../engine/engine.js';
import { besideOf, withBeside } from '../../query/beside.js';
import { comparePlaces } from '../../query/compare-places.js';
import { gridOf, observationsOf, type Observation } from '../../query/observations.js';
import { isOutside } from '../../query/outside.js';
import { columnsOf, type Table } from '../../table/table.js';
import { tellComparison } from '../../text/summary/compare-places.js';
import { comparison as spanish } from '../../text/es/comparison.js';
import type { ComparisonMessages, Messages } from '../../text/messages.js';
import type { Words } from '../../text/words.js';
import { referenceState, type Comparing } from '../figure/reference.js';

/** Another place that a card is compared with. */
export interface ComparedWith {
  readonly name: string;
  /** Its data; `undefined` while they are on their way, or where they did not come. */
  readonly table: Table | undefined;
  readonly hasFailed: boolean;
  /** The card's place is known to be no part of it. */
  readonly isOutside?: boolean;
  readonly messages: ComparisonMessages;
}

/** What the page compares a card with; `undefined` where it does not say all that is needed, which its owner is told. */
export function comparedWith(
  host: Comparing,
  answer: Answer,
  messages: Messages | undefined,
): ComparedWith | undefined {
  host.odd.delete('reference');
  host.odd.delete('referenceWhere');
  const state = referenceState(host, answer, messages);
  const name = host.reference.trim();
  if (!state) {
    const lacks = name === '' ? 'reference' : 'referenceWhere';
    if (name !== '' || host.referenceWhere !== '') host.odd.set(lacks, host[lacks]);
    return undefined;
  }
  return {
    name,
    table: state.answer?.table,
    hasFailed: state.name === 'failed',
    isOutside: !!state.answer && isOutside(host.question?.where ?? '', host.referenceWhere),
    messages: messages?.comparison ?? spanish,
  };
}

/** What the other place has through time, or at the card's own time where neither has any. */
function seriesOf(table: Table, { period }: Observation): Observation[] {
  const [measure] = columnsOf(table, 'measure');
  const [time] = columnsOf(table, 'time');
  if (measure?.kind !== 'number') return [];
  const timed =
    time?.kind === 'period'
      ? time
      : { kind: 'period' as const, name: '', codes: new Int32Array(table.length), periods: [period] };
  const grid = gridOf(timed);
  const rows = Array.from(timed.codes.keys());
  const found = observationsOf(timed, measure, rows, grid);
  return withBeside(found, besideOf(table, measure), timed, rows, grid);
}

/** What a card has itself, and how it is written. */
export interface OwnFigure {
  readonly series: readonly Observation[];
  readonly shown: Observation;
  readonly isCounted: boolean;
  readonly interval: string;
  readonly unit: string;
  readonly decimals: number;
}

/** The card's value beside that of the other place, in words; `''` where nothing can be told yet. */
export function tellReference(
  { name, table, hasFailed, isOutside = false, messages }: ComparedWith,
  own: OwnFigure,
  words: Words,
): string {
  if (hasFailed) return messages.failed(name);
  if (!table) return '';
  const { series, shown, isCounted, interval, unit, decimals } = own;
  const { period } = shown;
  const measured = { isCount: isCounted, isOutside, interval };
  const compared = comparePlaces(series, seriesOf(table, shown), period, measured);
  return compared ? tellComparison(compared, { name, unit, decimals, period }, words, messages) : '';
}
