import type { Answer } from '../../engine/engine.js';
import { DataError } from '../../errors.js';
import { at, type PeriodColumn } from '../../table/column.js';
import { columnsOf, withNotices } from '../../table/table.js';
import { joined } from '../../text/joined.js';
import type { BarsMessages } from '../../text/messages.js';
import { shownDecimals } from '../../text/value.js';
import type { Words } from '../../text/words.js';
import { makeFrame, type Frame, type FrameOptions } from '../figure/frame-model.js';
import { headingOf } from '../figure/heading.js';
import type { TwinTable } from '../figure/twin-table-model.js';
import { additivityOf, type Additivity } from './additive.js';
import { arrange, type Arranged, type Arrangement, type Order } from './arrange.js';
import type { Writing } from './cell-words.js';
import { drawComposition, reachOfComposition, type Composition } from './composition.js';
import type { DrawnPanel } from './drawn.js';
import { readEntries, type Entries } from './entries.js';
import { legendOf } from './legend.js';
import { plainName } from './names.js';
import { notesOf } from './notes.js';
import { drawPyramid, reachOfPyramid, sidesOf, type PyramidRow } from './pyramid.js';
import { drawRanking, reachOfRanking } from './ranking.js';
import { scaleOf } from './scale.js';
import { shownPeriod, type ShownPeriod } from './shown-period.js';
import { summaryOf } from './summary.js';
import { tableOf } from './table.js';

/** What the attributes of the widget ask for. */
export interface BarsOptions {
  readonly value: string;
  readonly per: string;
  /** Which period to show; `''` for the last whole one. */
  readonly period: string;
  readonly order: Order;
  readonly top: number | undefined;
  readonly limit: number;
  readonly highlight: string;
  readonly reference: string;
  /** The column of the parts of each bar, and whether they are shown as shares. */
  readonly stack: string;
  readonly asPercent: boolean;
  /** The column of the two sides of a pyramid. */
  readonly pyramid: string;
  /** The column that parts the bars into several charts. */
  readonly multiples: string;
  readonly decimals: number | undefined;
  readonly level: string;
}

/** More charts than this are not seen together. */
const MOST_PANELS = 12;
/** Of fewer cases there are no percentages: as `change.ts` has it, which bars need not load for that. */
const NO_SHARE_UNDER = 20;

/** What bars show, without saying how they are drawn. */
export interface BarsModel {
  readonly frame: Frame;
  readonly summary: string;
  readonly kind: 'ranking' | 'stack' | 'pyramid';
  readonly panels: readonly DrawnPanel[];
  readonly pyramids: readonly { readonly name: string; readonly rows: readonly PyramidRow[] }[];
  /** Names of the parts in the order of their colours; of the sides of a pyramid. */
  readonly parts: readonly string[];
  /** Where zero stands, as a share of the scale. */
  readonly zero: number;
  /** How far bars may go, in words. */
  readonly scaleText: string;
  /** What has no bar of its own, and why. */
  readonly notes: readonly string[];
  readonly table: TwinTable;
  /** How many bars there would be, where some are left out or were. */
  readonly total: number;
  readonly isCut: boolean;
  /** What the page means, and the data do not have. */
  readonly unknown: readonly ('highlight' | 'reference')[];
}

/** Of which time one period is shown. None where the bars, their parts or the charts are the periods themselves. */
function timeOf({ table }: Answer, { period }: BarsOptions): PeriodColumn | undefined {
  const [time] = columnsOf(table, 'time');
  if (time?.kind !== 'period') return undefined;
  const isOfPeriods = columnsOf(table, 'dimension').some(({ name }) => name === time.name);
  return isOfPeriods && period.trim() === '' ? undefined : time;
}

function entriesOf(answer: Answer, shown: ShownPeriod | undefined, options: BarsOptions): Entries {
  const { table, provenance } = answer;
  const time = timeOf(answer, options);
  const isShown = (row: number): boolean =>
    !time || !shown || time.periods[at(time.codes, row)]?.text === shown.period.text;
  const isCount = /^count\(\s*\*?\s*\)$/i.test(options.value.trim()) && !provenance.partial;
  const parting = { parts: options.pyramid || options.stack, panels: options.multiples };
  return readEntries(table, isShown, parting, isCount);
}

/** Parts that cannot be added up are no whole. */
function refuseParts({ stack, per, value }: BarsOptions, additivity: Additivity): void {
  if (stack === '' || additivity !== 'no') return;
  const said = joined([value, per && `per="${per}"`], ' ');
  throw new DataError('bad-attribute', {
    attribute: 'stack',
    value: `${stack} (${said})`,
    expected: ['value="sum(…)"', `multiples="${stack}"`],
  });
}

/** The answer, with what is left out of its sums: totals among the parts. */
function withLeftOut(answer: Answer, { leftOut: count }: Entries, { stack, pyramid }: BarsOptions): Answer {
  if (count === 0) return answer;
  const column = pyramid || stack;
  const table = withNotices(answer.table, [{ code: 'totals-left-out', isForReaders: true, column, count }]);
  return { ...answer, table };
}

/** The title of the figure, its period, what its symbols mean. */
function frameOf(
  answer: Answer,
  said: FrameOptions,
  entries: Entries,
  shown: ShownPeriod | undefined,
  options: BarsOptions,
  { words, messages }: Pick<Writing, 'words' | 'messages'>,
): Frame {
  const period = shown ? words.period(shown.period) : '';
  const cells = entries.panels.flatMap((panel) => panel.entries.flatMap((entry) => entry.cells));
  const frame = makeFrame(answer, said, words, { period, legend: legendOf(cells, words, messages) });
  const later = shown?.unfinished;
  return {
    ...frame,
    heading: headingOf(answer, said.heading, words, messages.measures),
    subtitle: joined([frame.subtitle, options.asPercent ? messages.ofTotal : ''], ' · '),
    cautions: [...frame.cautions, ...(later ? [messages.unfinished(period, words.period(later))] : [])],
  };
}

function arrangementOf(
  options: BarsOptions,
  canAdd: boolean,
  decimals: number,
  { words, messages }: Pick<Writing, 'words' | 'messages'>,
): Arrangement {
  const { order, top, limit, highlight, reference } = options;
  // Made when first used: few ask for it, and it takes a browser longer than many bars.
  let collator: Intl.Collator | undefined;
  const compareNames = (a: string, b: string): number =>
    (collator ??= new Intl.Collator(words.lang, { numeric: true })).compare(a, b);
  return {
    order,
    top,
    limit,
    highlight,
    reference,
    canAdd,
    decimals,
    othersName: messages.others,
    compareNames,
  };
}

/** What the page means by name, and no entry is called. */
function unknownNames({ panels }: Entries, options: BarsOptions): BarsModel['unknown'] {
  const isKnown = (name: string): boolean =>
    panels.some(({ entries }) => entries.some(({ known }) => known.has(plainName(name))));
  return (['highlight', 'reference'] as const).filter(
    (each) => options[each] !== '' && !isKnown(options[each]),
  );
}

interface NamedPanel {
  readonly name: string;
  readonly arranged: Arranged;
}

/** The charts, all of one scale. */
function drawAll(
  panels: readonly NamedPanel[],
  kind: BarsModel['kind'],
  composition: Composition,
  writing: Writing,
): Pick<BarsModel, 'panels' | 'pyramids' | 'zero' | 'scaleText'> {
  const reach = { ranking: reachOfRanking, stack: reachOfComposition, pyramid: reachOfPyramid }[kind];
  const scale = scaleOf(panels.flatMap(({ arranged }) => reach(arranged)));
  const { words, messages, unit, decimals } = writing;
  const { parts, asPercent } = composition;
  const draw = ({ name, arranged }: NamedPanel): DrawnPanel =>
    kind === 'stack'
      ? drawComposition(name, arranged, composition, scale, writing)
      : drawRanking(name, arranged, scale, writing);
  const drawPyramids = ({ name, arranged }: NamedPanel): BarsModel['pyramids'][number] => ({
    name,
    rows: drawPyramid(arranged, parts, scale, writing),
  });
  return {
    panels: kind === 'pyramid' ? [] : panels.map(draw),
    pyramids: kind === 'pyramid' ? panels.map(drawPyramids) : [],
    zero: asPercent ? 0 : scale.share(0),
    scaleText: asPercent
      ? messages.scale('', '0%', '100%')
      : messages.scale(unit, words.number(scale.low, decimals), words.number(scale.high, decimals)),
  };
}

/** Bars: a ranking, a composition or a pyramid; their scale, their words. Fails with a DataError. */
export function makeBars(
  answer: Answer,
  said: FrameOptions,
  options: BarsOptions,
  words: Words,
  messages: BarsMessages,
): BarsModel {
  const time = timeOf(answer, options);
  const [measure] = columnsOf(answer.table, 'measure');
  const shown = time && measure?.kind === 'number' ? shownPeriod(time, measure, options.period) : undefined;
  const entries = entriesOf(answer, shown, options);
  const frame = frameOf(withLeftOut(answer, entries, options), said, entries, shown, options, {
    words,
    messages,
  });
  const decimals = shownDecimals(entries.measure, options.decimals);
  const writing: Writing = { words, messages, unit: frame.unit, decimals, level: options.level };
  const additivity = additivityOf(options.value, options.per, frame.unit);
  refuseParts(options, additivity);
  const kind = options.pyramid ? 'pyramid' : options.stack ? 'stack' : 'ranking';
  const parts = kind === 'pyramid' ? sidesOf(entries.parts, options.pyramid) : entries.parts;
  const fewest = entries.measure.decimals === 0 ? NO_SHARE_UNDER : 0;
  const how = arrangementOf(options, additivity === 'yes', entries.measure.decimals, writing);
  const all = entries.panels.map((panel) => ({ name: panel.name, arranged: arrange(panel.entries, how) }));
  const drawn = all.slice(0, MOST_PANELS);
  const unknown = unknownNames(entries, options);
  const notFound = unknown.map((each) => messages.notFound(options[each]));
  const tabling = { kind, parts, header: entries.header, panels: options.multiples } as const;
  return {
    frame: { ...frame, cautions: [...frame.cautions, ...notFound] },
    summary: summaryOf(
      { frame, place: said.place, period: shown?.period, panels: all, kind, parts, fewest },
      writing,
    ),
    kind,
    ...drawAll(drawn, kind, { parts, asPercent: options.asPercent, fewest }, writing),
    parts: kind === 'ranking' ? [] : parts,
    notes: notesOf(all, drawn.length, writing),
    table: tableOf(all, tabling, frame.heading, writing),
    total: Math.max(0, ...all.map(({ arranged }) => arranged.all.length)),
    isCut: drawn.some(({ arranged }) => arranged.rest.length + arranged.inOthers.length > 0),
    unknown,
  };
}
