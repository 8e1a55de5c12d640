import { STATUS } from '../../table/status.js';
import type { Arranged, Placed } from './arrange.js';
import {
  absentText,
  casesText,
  cellSpoken,
  cellText,
  intervalText,
  textureOf,
  type Writing,
} from './cell-words.js';
import type { DrawnBar, DrawnPanel, DrawnReference, DrawnRow, Extent } from './drawn.js';
import type { Scale } from './scale.js';

/** All that bars, whiskers and the line of the reference reach. */
export function reachOfRanking({ rows, reference }: Arranged): number[] {
  return [...rows, ...(reference ? [reference] : [])].flatMap(({ total: { value, interval } }) => [
    value,
    ...(interval ? [interval.low, interval.high] : []),
  ]);
}

/** The place in words: `puesto 3 de 25, empate, entre el 2.º y el 4.º`; that a value has none. */
export function placeTexts(
  { rank, standing = Infinity }: Placed,
  ranked: number,
  { messages }: Writing,
): string[] {
  if (!rank) return standing < Infinity ? [messages.unplaced] : [];
  const { range } = rank;
  return [
    messages.place(rank.rank, ranked),
    ...(rank.tied ? [messages.tied] : []),
    ...(range ? [messages.placeRange(range.best, range.worst)] : []),
  ];
}

/** A bar from zero to its value. */
export function barOf(value: number, status: number, { share }: Scale): DrawnBar {
  const [from, to] = [share(0), share(value)].sort((a, b) => a - b) as [number, number];
  const isBreak = (status & STATUS.break) !== 0;
  return { from, to, part: undefined, texture: textureOf(status), isBreak, label: '' };
}

function rowOf(placed: Placed, { ranked }: Arranged, scale: Scale, writing: Writing): DrawnRow {
  const { kind, name, total, rank } = placed;
  const { value, status, interval } = total;
  const isAbsent = Number.isNaN(value);
  const isLeft = value < 0;
  const whisker: Extent | undefined = interval && {
    from: scale.share(interval.low),
    to: scale.share(interval.high),
  };
  const ends = [
    isAbsent ? scale.share(0) : scale.share(value),
    ...(whisker ? [whisker.from, whisker.to] : []),
  ];
  const details = [
    cellSpoken(total, writing),
    writing.words.beside?.(total) ?? '',
    ...placeTexts(placed, ranked, writing),
    intervalText(total, writing),
  ].filter((text) => text !== '');
  return {
    kind,
    name,
    place: rank ? writing.messages.ordinal(rank.rank) : '',
    bars: isAbsent ? [] : [barOf(value, status, scale)],
    whisker,
    value: isAbsent ? absentText(total, writing) : cellText(total, writing),
    cases: casesText(total, writing),
    at: isLeft ? Math.min(...ends) : Math.max(...ends),
    isLeft,
    isAbsent,
    spoken: [...details, ...(kind === 'own' ? [writing.messages.own] : [])].join('; '),
    details,
  };
}

function referenceOf({ reference }: Arranged, scale: Scale, writing: Writing): DrawnReference | undefined {
  if (!reference) return undefined;
  const { name, total } = reference;
  return { at: scale.share(total.value), label: `${name}: ${cellText(total, writing)}` };
}

/** A ranking: one bar for each, from zero. */
export function drawRanking(name: string, arranged: Arranged, scale: Scale, writing: Writing): DrawnPanel {
  return {
    name,
    rows: arranged.rows.map((each) => rowOf(each, arranged, scale, writing)),
    reference: referenceOf(arranged, scale, writing),
  };
}
