import { isTooFew } from '../../table/too-few.js';
import { STATUS, type StatusSet } from '../../table/status.js';
import { joined } from '../../text/joined.js';
import type { BarsMessages } from '../../text/messages.js';
import { spokenValue } from '../../text/spoken.js';
import { valueMarks } from '../../text/status-symbols.js';
import { valueText, withUnit } from '../../text/value.js';
import type { Words } from '../../text/words.js';
import type { Cell } from './entries.js';
import type { Texture } from './drawn.js';

/** How a value is written in one figure. */
export interface Writing {
  readonly words: Words;
  readonly messages: BarsMessages;
  readonly unit: string;
  readonly decimals: number;
  /** Per cent of confidence of the intervals; `''` where it is not said. */
  readonly level: string;
}

/** Why there is no value, in full: `sin dato`. */
export function absentText(cell: Cell, { words, messages }: Writing): string {
  return isTooFew(cell)
    ? messages.measures.tooFew
    : spokenValue(words, NaN, cell.status || STATUS.missing, 0);
}

/** A value with its symbols, `10.7 p`; where there is none, why. */
export function cellText(cell: Cell, writing: Writing): string {
  if (Number.isNaN(cell.value)) return absentText(cell, writing);
  const { words, decimals } = writing;
  return joined([valueText(words, cell.value, cell.status, decimals), valueMarks(cell.status)], ' ');
}

/** A value for the ear, with its unit: `10.7 por 100 mil habitantes, provisional`. */
export function cellSpoken(cell: Cell, writing: Writing): string {
  if (Number.isNaN(cell.value)) return absentText(cell, writing);
  const { words, decimals, unit } = writing;
  const number = words.number(cell.value, decimals);
  return spokenValue(words, cell.value, cell.status, decimals).replace(number, () => withUnit(number, unit));
}

/** `12 casos` behind a rate. */
export function casesText({ count = NaN }: Cell, { words }: Writing): string {
  return words.beside?.({ count }) ?? '';
}

export function intervalText({ interval }: Cell, { words, messages, decimals, level }: Writing): string {
  if (!interval) return '';
  const { low, high } = interval;
  return messages.interval(words.number(low, decimals), words.number(high, decimals), level);
}

/** What is drawn of several: what most qualifies the value. */
const TEXTURES: readonly (readonly [StatusSet, Texture])[] = [
  [STATUS.forecast, 'dotted'],
  [STATUS.incomplete, 'open'],
  [STATUS.estimated, 'hollow'],
  [STATUS.provisional, 'striped'],
  [STATUS.unreliable, 'pale'],
];

export function textureOf(status: StatusSet): Texture {
  return TEXTURES.find(([bit]) => status & bit)?.[1] ?? 'solid';
}
