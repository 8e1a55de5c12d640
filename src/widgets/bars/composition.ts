import { STATUS } from '../../table/status.js';
import { joined } from '../../text/joined.js';
import type { Arranged, Placed } from './arrange.js';
import { absentText, cellSpoken, cellText, textureOf, type Writing } from './cell-words.js';
import type { DrawnBar, DrawnPanel, DrawnRow } from './drawn.js';
import type { Cell } from './entries.js';
import { scaleOf, type Scale } from './scale.js';
import { absentAmong } from './total.js';

/** A label fits in a bar where it takes no more of the scale than this for each of its characters. */
const SHARE_OF_CHARACTER = 0.028;

/** Parts of a whole side by side, or each as its share of the whole. */
export interface Composition {
  readonly parts: readonly string[];
  readonly asPercent: boolean;
  /** Of a smaller whole no shares are told. */
  readonly fewest: number;
}

/** Parts that add up to the right of zero, and those that add up to the left. */
function reachOf(cells: readonly Cell[]): number[] {
  const sum = (sign: 1 | -1): number =>
    cells.reduce((all, { value }) => (value * sign > 0 ? all + value : all), 0);
  return [sum(1), sum(-1)];
}

/** Rows of a composition, and under them the one that they are compared with: a line could not have parts. */
const rowsOf = ({ rows, reference }: Arranged): Placed[] => [...rows, ...(reference ? [reference] : [])];

export function reachOfComposition(arranged: Arranged): number[] {
  return rowsOf(arranged).flatMap(({ cells }) => reachOf(cells));
}

/** Shares only of what is whole, and where no part takes away from it. */
const hasShares = ({ cells, total }: Placed): boolean =>
  !(total.status & STATUS.incomplete) && total.value > 0 && !cells.some(({ value }) => value < 0);

/** The bars of the parts, one where the one before ends. */
function barsOf(
  cells: readonly Cell[],
  values: readonly number[],
  scale: Scale,
  label: (part: number) => string,
): DrawnBar[] {
  let [right, left] = [0, 0];
  return values.flatMap((value, part): DrawnBar[] => {
    if (Number.isNaN(value) || value === 0) return [];
    const start = value > 0 ? right : left;
    if (value > 0) right += value;
    else left += value;
    const [from, to] = [scale.share(start), scale.share(start + value)].sort((a, b) => a - b) as [
      number,
      number,
    ];
    const status = cells[part]?.status ?? 0;
    const text = label(part);
    const fits = to - from >= (text.length + 1) * SHARE_OF_CHARACTER;
    return [
      {
        from,
        to,
        part,
        texture: textureOf(status),
        isBreak: (status & STATUS.break) !== 0,
        label: fits ? text : '',
      },
    ];
  });
}

/** What is at the end of a row: the whole, of which the shares are; why there is none. */
function valueOf(
  placed: Placed,
  shares: readonly number[] | undefined,
  { asPercent, fewest }: Composition,
  writing: Writing,
): string {
  const { total, cells } = placed;
  const { messages, words } = writing;
  const missing = absentAmong(cells);
  if (Number.isNaN(total.value)) return absentText(total, writing);
  const text = cellText(total, writing);
  const isFew = asPercent && !shares && hasShares(placed);
  const few = isFew ? messages.noShares(words.number(fewest)) : '';
  const lacking = missing > 0 ? messages.partsMissing(missing, cells.length) : few;
  return joined([asPercent && shares ? messages.outOf(text) : text, lacking && `(${lacking})`], ' ');
}

function rowOf(placed: Placed, composition: Composition, scale: Scale, writing: Writing): DrawnRow {
  const { parts, asPercent, fewest } = composition;
  const { kind, name, total, cells } = placed;
  const { words, messages } = writing;
  const isShared = asPercent && hasShares(placed) && total.value >= fewest;
  const shares = isShared ? cells.map(({ value }) => value / total.value) : undefined;
  const values = asPercent ? (shares ?? []) : cells.map(({ value }) => value);
  const percent = (part: number): string => words.percent((shares?.[part] ?? 0) * 100);
  const label = (part: number): string =>
    shares ? percent(part) : cellText(cells[part] ?? { value: NaN, status: STATUS.missing }, writing);
  const bars = barsOf(cells, values, scale, label);
  const told = cells.map((cell, part) => {
    const share = shares ? ` (${percent(part)})` : '';
    return `${parts[part] ?? ''}: ${cellSpoken(cell, writing)}${share}`;
  });
  const value = valueOf(placed, shares, composition, writing);
  const details = [`${messages.headers.total}: ${cellSpoken(total, writing)}`, ...told];
  return {
    kind,
    name,
    place: '',
    bars,
    whisker: undefined,
    value,
    cases: '',
    at: Math.max(scale.share(0), ...bars.map(({ to }) => to)),
    isLeft: false,
    isAbsent: Number.isNaN(total.value) || (asPercent && !shares && total.value !== 0),
    spoken: [...details, ...(kind === 'own' ? [messages.own] : [])].join('; '),
    details,
  };
}

/** A composition: the parts of each, added up or as shares. */
export function drawComposition(
  name: string,
  arranged: Arranged,
  composition: Composition,
  common: Scale,
  writing: Writing,
): DrawnPanel {
  const scale = composition.asPercent ? scaleOf([1]) : common;
  const rows = rowsOf(arranged).map((each) => rowOf(each, composition, scale, writing));
  return { name, rows, reference: undefined };
}
