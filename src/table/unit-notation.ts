import { readAbsent } from './absent.js';
import { readMonth } from './month.js';
import { readNumber, type DecimalMark, type NumberReading } from './number-notation.js';

/** Money stands before its number or behind it. */
const BEFORE = /^(s\/\.?|us\$|\$|€|£|pen|usd)\s?([+\-−]?\d[^a-z]*)$/i;
const BEHIND = /^([+\-−]?\d[\d.,\s'’]*?)\s?([‰€]|\p{L}[\p{L}/]*[²³23]?\.?)$/u;
/** Written behind some numbers of a column and not behind others, these are still units. */
const KNOWN =
  /^(s\/\.?|us\$|[$€£‰%]|pen|usd|soles|hab(itantes)?|personas|casos|denuncias|víctimas|años|km[²2]?|ha|m[²2])\.?$/i;
/** A single letter behind a number may be a mark or a part of an address. */
const SHORTEST = 2;

/** A number with the unit beside it: `S/ 3.50`, `1 234 hab.`; `undefined` where there is none, or no number. */
function splitUnit(word: string): { text: string; unit: string } | undefined {
  const cell = word.trim();
  const before = BEFORE.exec(cell);
  if (before) return { unit: before[1] as string, text: before[2] as string };
  const [, text, unit] = BEHIND.exec(cell) ?? [];
  if (text === undefined || unit === undefined || readMonth(unit) !== undefined) return undefined;
  return KNOWN.test(unit) || unit.length >= SHORTEST ? { text, unit } : undefined;
}

const plain = (unit: string): string => unit.toLowerCase().replace(/\.$/, '');

export interface Units {
  /** The words without their units, where they have one. */
  readonly words: readonly string[];
  /** The unit of each word, `''` for none. */
  readonly units: readonly string[];
}

/**
 * The words of a column whose numbers have a unit beside them, and what is left of them. With `someUnread` other words
 * may be no numbers at all; without it `undefined` is a column in which not every word is a number, with the same
 * unit as the others or one that is known.
 */
export function splitUnits(
  words: readonly string[],
  mark: DecimalMark,
  someUnread: boolean,
): Units | undefined {
  const found = words.map((word) => {
    if (readAbsent(word) !== undefined || readNumber(word, mark))
      return { text: word, unit: '', isRead: true };
    const split = splitUnit(word);
    const isRead = split !== undefined && readNumber(split.text, mark) !== undefined;
    return { text: isRead ? split.text : word, unit: isRead ? split.unit : '', isRead };
  });
  const present = found.filter(({ text }) => readAbsent(text) === undefined);
  const distinct = new Set(present.map(({ unit }) => plain(unit)));
  const isKnown = [...distinct].every((unit) => unit === '' || KNOWN.test(unit));
  const isOne = distinct.size === 1 && present.length > 1;
  if (distinct.size === 0 || (distinct.size === 1 && distinct.has(''))) return undefined;
  if (!isKnown && !isOne) return undefined;
  if (!someUnread && !found.every(({ isRead }) => isRead)) return undefined;
  return { words: found.map(({ text }) => text), units: found.map(({ unit }) => unit) };
}

/**
 * The unit of a column of numbers: what every number that is there has. `mixed` where only some have one, or others:
 * a word that has it.
 */
export function commonUnit(
  readings: readonly (NumberReading | undefined)[],
  units: readonly string[] | undefined,
): { unit?: string; mixed?: number } {
  const all = readings.map((reading, index) => (reading?.percent ? '%' : (units?.[index] ?? '')));
  const present = all.filter((_, index) => !Number.isNaN(readings[index]?.value ?? NaN));
  const distinct = new Set(present.map(plain));
  const [first] = present;
  if (distinct.size === 1) return first ? { unit: first } : {};
  return distinct.size > 1 ? { mixed: all.findIndex((unit) => unit !== '') } : {};
}
