import type { Answer } from '../../engine/engine.js';
import { DataError } from '../../errors.js';
import { changeSince, usualBase, type Change, type Observation } from '../../query/change.js';
import { toSeries, type Series } from '../../query/series.js';
import { at, type NumberColumn } from '../../table/column.js';
import type { Period } from '../../table/period.js';
import { readPeriod } from '../../table/period-notation.js';
import { ABSENT, statusNames, type StatusSet } from '../../table/status.js';
import { columnsOf, type Table } from '../../table/table.js';
import { shownDecimals, spokenValue, valueText } from '../../text/value.js';
import type { Words } from '../../text/words.js';
import { makeFrame, type Frame, type FrameOptions } from '../figure/frame-model.js';
import { makeSparkline, type Sparkline } from './sparkline.js';

export interface CardOptions extends FrameOptions {
  /** Which period to show; `''` for the last one with a value. */
  readonly period: string;
  /** With which to compare: a period, `''` for the usual one, `none` for none. */
  readonly compare: string;
  readonly decimals: number | undefined;
}

export interface CardModel {
  readonly frame: Frame;
  readonly value: string;
  readonly unit: string;
  /** The count behind a rate. */
  readonly count: string;
  /** What qualifies the value, in words. */
  readonly statuses: readonly string[];
  readonly direction: 'up' | 'down' | 'none';
  readonly change: string;
  readonly sparkline: Sparkline | undefined;
  /** From where to where the line goes. */
  readonly range: string;
  /** The whole card as one sentence. */
  readonly label: string;
}

/** What the card shows, of a series or of a table without time. */
interface Shown {
  readonly observation: Observation | undefined;
  readonly value: number;
  readonly status: StatusSet;
  readonly count: number;
  readonly measure: NumberColumn;
}

function wantedPeriod(text: string, attribute: string): Period | undefined {
  if (text.trim() === '') return undefined;
  const period = readPeriod(text);
  if (period) return period;
  throw new DataError('bad-attribute', { attribute, value: text, expected: ['2024', '2024-09'] });
}

function refuseSeveral(table: Table): never {
  const [dimension] = columnsOf(table, 'dimension');
  const value = dimension?.name ?? columnsOf(table, 'measure')[0]?.name ?? '';
  throw new DataError('several-rows', { attribute: 'value', value, expected: ['where="…"', 'sum(…)'] });
}

function fromSeries({ observations, counts, measure }: Series, period: Period | undefined): Shown {
  const wanted = period
    ? observations.findIndex((each) => each.period.text === period.text)
    : observations.findLastIndex(({ value }) => !Number.isNaN(value));
  const index = wanted < 0 && !period ? observations.length - 1 : wanted;
  const observation = observations[index];
  const count = counts?.[index] ?? NaN;
  if (observation)
    return { observation, value: observation.value, status: observation.status, count, measure };
  const missing = { period: period as Period, value: NaN, status: 1 };
  return { observation: missing, value: NaN, status: 1, count, measure };
}

function fromTable(table: Table): Shown {
  const [measure] = columnsOf(table, 'measure');
  if (measure?.kind !== 'number') throw new DataError('missing-column', { attribute: 'value', value: '' });
  if (table.length !== 1) refuseSeveral(table);
  const [count] = columnsOf(table, 'attribute');
  return {
    observation: undefined,
    value: at(measure.values, 0),
    status: at(measure.statuses, 0),
    count: count?.kind === 'number' ? at(count.values, 0) : NaN,
    measure,
  };
}

/** Whether the values count events, so that a percentage of them means something. */
function isCount(measure: NumberColumn, unit: string, per: string): boolean {
  return measure.decimals === 0 && per === '' && !/%|^por |^per /i.test(unit);
}

function changeWords(change: Change, decimals: number, unit: string, words: Words): string {
  const base = words.period(change.base);
  if (change.kind !== 'difference') {
    const why = {
      'no-base': words.noBase,
      'not-comparable': words.notComparable,
      'not-whole': words.notWhole,
    };
    return why[change.kind](base);
  }
  const size = words.number(Math.abs(change.difference), decimals);
  if (!/[1-9]/.test(size)) return words.same(base);
  const difference =
    unit === '%' || /^por ?ciento|^per ?cent/i.test(unit) ? words.percentagePoints(size) : size;
  const percent = change.percent === undefined ? undefined : words.percent(Math.abs(change.percent));
  return (change.difference > 0 ? words.rose : words.fell)({ difference, percent, base });
}

function compared(series: Series | undefined, shown: Shown, options: CardOptions): Change | undefined {
  const { observation } = shown;
  if (!series || !observation || shown.status & ABSENT || options.compare.trim() === 'none') return undefined;
  const base = wantedPeriod(options.compare, 'compare') ?? usualBase(observation.period);
  const hasPast = series.observations.some(({ period }) => period.start < observation.period.start);
  if (!base || (!hasPast && options.compare === '')) return undefined;
  return changeSince(
    series.observations,
    observation,
    base,
    isCount(shown.measure, options.unit, options.per),
  );
}

/** `de 5.4 (2011) a 10.7 (2025)` */
function rangeOf(series: Series, decimals: number, words: Words): string {
  const present = series.observations.filter(({ value }) => !Number.isNaN(value));
  const [first, last] = [present[0], present.at(-1)];
  if (!first || !last) return '';
  const text = ({ value, period }: Observation): string =>
    `${words.number(value, decimals)} (${words.period(period)})`;
  return words.range(text(first), text(last));
}

/** A card: one value with its unit, period, place, change and qualifications, and its line through time. */
export function makeCard(answer: Answer, options: CardOptions, words: Words): CardModel {
  const all = toSeries(answer.table);
  if (all.length > 1) refuseSeveral(answer.table);
  const [series] = all;
  const shown = series ? fromSeries(series, wantedPeriod(options.period, 'period')) : fromTable(answer.table);
  const { value, status, measure, observation } = shown;
  const decimals = shownDecimals(measure, options.decimals);
  const period = observation ? words.period(observation.period) : '';
  const frame = makeFrame(answer, options, words, { statuses: 0, period });
  const text = valueText(words, value, status, decimals);
  const change = compared(series, shown, { ...options, unit: frame.unit });
  const changed = change ? changeWords(change, decimals, frame.unit, words) : '';
  const difference = change?.kind === 'difference' ? change.difference : 0;
  const moved =
    changed !== '' && change?.kind === 'difference' && changed !== words.same(words.period(change.base));
  const spoken = spokenValue(words, value, status & ABSENT, decimals);
  const statuses = statusNames(status).map((name) => words.status[name]);
  const what = [frame.heading, options.place, period].filter((part) => part !== '').join(', ');
  const about = [
    `${what}: ${[spoken, frame.unit].filter((part) => part !== '').join(' ')}`,
    changed,
    ...(status & ABSENT ? [] : statuses),
  ];
  return {
    frame,
    value: text,
    unit: frame.unit,
    count: Number.isNaN(shown.count) ? '' : words.events(words.number(shown.count)),
    statuses,
    direction: moved ? (difference > 0 ? 'up' : 'down') : 'none',
    change: changed,
    sparkline: series && makeSparkline(series.observations),
    range: series ? rangeOf(series, decimals, words) : '',
    label: about.filter((part) => part !== '').join('; '),
  };
}
