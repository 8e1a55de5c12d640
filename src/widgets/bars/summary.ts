import type { Period } from '../../table/period.js';
import { STATUS } from '../../table/status.js';
import { joined } from '../../text/joined.js';
import type { Compared } from '../../text/summary/compared.js';
import { summariseBars } from '../../text/summary/summarise-bars.js';
import type { Frame } from '../figure/frame-model.js';
import type { Arranged, Placed } from './arrange.js';
import type { Writing } from './cell-words.js';
import { placeTexts } from './ranking.js';
import { absentAmong, totalOf } from './total.js';

export interface Summarising {
  readonly frame: Frame;
  readonly place: string;
  readonly period: Period | undefined;
  readonly panels: readonly { readonly name: string; readonly arranged: Arranged }[];
  readonly kind: 'ranking' | 'stack' | 'pyramid';
  readonly parts: readonly string[];
  /** Of a smaller whole no share is told. */
  readonly fewest: number;
}

/** Each bar as it is told; in one of several charts with the name of its chart. */
function barsOf({
  panels,
  kind,
  parts,
}: Summarising): (Compared & { readonly placed: Placed; ranked: number })[] {
  return panels.flatMap(({ name: panel, arranged }) =>
    arranged.all.flatMap((placed) => {
      if (placed.isTotal) return [];
      const named = (name: string): string => joined([panel, name], ', ');
      const { ranked } = arranged;
      // The two sides of a pyramid are two figures, and their sum would be a third.
      return kind === 'pyramid'
        ? placed.cells.map((cell, part) => ({
            ...cell,
            name: named(`${placed.name}, ${parts[part] ?? ''}`),
            placed,
            ranked,
          }))
        : [{ ...placed.total, name: named(placed.name), placed, ranked }];
    }),
  );
}

/** Which part is largest over all rows; only where all are there, whole, and together not too few. */
function largestPart(
  { panels, kind, parts, fewest }: Summarising,
  { words }: Writing,
): { name: string; share: string } | undefined {
  const rows = panels.flatMap(({ arranged }) => arranged.all.filter(({ isTotal }) => !isTotal));
  const cells = rows.flatMap((row) => row.cells);
  const isPart = cells.some(({ value, status }) => value < 0 || status & STATUS.incomplete);
  if (kind !== 'stack' || absentAmong(cells) > 0 || isPart) return undefined;
  const sums = parts.map(
    (_, part) =>
      totalOf(
        rows.flatMap((row) => row.cells[part] ?? []),
        10,
      ).value,
  );
  const whole = sums.reduce((all, sum) => all + sum, 0);
  const most = Math.max(...sums);
  const at = sums.indexOf(most);
  if (!(whole > 0) || whole < fewest || sums.lastIndexOf(most) !== at) return undefined;
  return { name: parts[at] ?? '', share: words.percent((most / whole) * 100) };
}

/** The whole figure in words. */
export function summaryOf(summarising: Summarising, writing: Writing): string {
  const { frame, place, period, panels, kind } = summarising;
  const { words, messages, unit, decimals } = writing;
  const bars = barsOf(summarising);
  const own =
    kind === 'ranking' && panels.length === 1 ? bars.find(({ placed }) => placed.kind === 'own') : undefined;
  const reference = panels.length === 1 ? panels[0]?.arranged.reference : undefined;
  return summariseBars(
    {
      what: joined([frame.heading, place, period ? words.period(period) : ''], ', '),
      unit,
      decimals,
      bars,
      own: own && { ...own, place: placeTexts(own.placed, own.ranked, writing).join(', ') },
      reference: reference && { name: reference.name, ...reference.total },
      largest: largestPart(summarising, writing),
    },
    words,
    messages.summary,
  );
}
