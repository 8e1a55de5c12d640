import type { TextColumn } from '../table/column.js';
import { totalWords } from './total-rows.js';

/** A number that words of a column begin with: of one word, or of several spellings. */
export interface Numbered {
  readonly key: string;
  readonly codes: readonly number[];
  /** Which numbers are its parts by their form: `5.1` of `5`, `0101` of `01`. */
  readonly children: readonly number[];
}

/** The numbers of a column, by their place in `all`. */
export interface Numbering {
  readonly all: readonly Numbered[];
  /** Numbers that are part of none by their form, in their order: `1`, `2`, … `10`. */
  readonly tops: readonly number[];
  /** `I`, `II` or `A`, `B`, in their order, where `tops` are beside them: which of these are whose, only values tell. */
  readonly heads: readonly number[];
  /** Hardly anything but levels is numbered so: with points, with zeros in front, below Roman numerals. */
  readonly isPlain: boolean;
}

/** `5. Robo`, `5.1.-Robo`, `0101 Robo`; not `5 - 9 años`. */
const NUMBER = /^(\d+(?:\.\d+)*)[\s.):\-–—]+(?=[\p{L}"«“(¿])/u;
/** `I. Robo`, `A) Robo`, `II.1.- Robo`. */
const HEAD = /^((?:[IVXLC]+|[A-Z])(?:\.\d+)*)(?:\.-\s*|[.):]\s+|\s+[-–—]\s+)(?=\p{L})/u;
const CODE = /^\d+(\.\d+)*$/;
const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };
/** Lists with more numbers than this are registers, such as of addresses. */
const MOST = 2000;

function romanValue(text: string): number {
  const digits = Array.from(text, (letter) => ROMAN[letter] ?? NaN);
  return digits.reduce((sum, digit, place) => sum + (digit < (digits[place + 1] ?? 0) ? -digit : digit), 0);
}

/** The number that a word begins with; of a code, the code. */
function keyOf(word: string, isCode: boolean): string | undefined {
  const text = word.trim();
  if (isCode && CODE.test(text)) return text;
  return (NUMBER.exec(text) ?? HEAD.exec(text))?.[1];
}

/** The longest number of those known that this one begins with. */
function parentOf(key: string, known: ReadonlyMap<string, number>, isRun: boolean): number | undefined {
  const parts = isRun ? [...key] : key.split('.');
  for (let length = parts.length - 1; length > 0; length--) {
    const found = known.get(parts.slice(0, length).join(isRun ? '' : '.'));
    if (found !== undefined) return found;
  }
  return undefined;
}

const withoutZeros = (key: string): string => key.replace(/(^|\.)0+(?=\d)/g, '$1');

/** Codes without points have their levels by length, unless they only count: `1` to `12`. */
function areRuns(keys: readonly string[]): boolean {
  const lengths = new Set(keys.map((key) => key.length));
  if (lengths.size < 2 || keys.some((key) => key.includes('.'))) return false;
  const numbers = keys.map(Number);
  const span = Math.max(...numbers) - Math.min(...numbers) + 1;
  return keys.some((key) => key.startsWith('0') && key.length > 1) || span !== new Set(numbers).size;
}

function compareHeads(keys: readonly string[]): (a: string, b: string) => number {
  const areRoman = keys.every((key) => /^[IVXLC]+$/.test(key)) && keys.some((key) => key.includes('I'));
  return areRoman ? (a, b) => romanValue(a) - romanValue(b) : (a, b) => (a < b ? -1 : 1);
}

/** The codes of the words that have each number. */
function codesByKey(column: TextColumn): Map<string, number[]> {
  const { words, wordLabels, codes } = column;
  const isTotal = totalWords(column);
  const used = new Set(codes);
  const found = new Map<string, number[]>();
  words.forEach((word, code) => {
    const isNamed = wordLabels?.[code] !== undefined && wordLabels[code] !== word;
    const key = isTotal[code] || !used.has(code) ? undefined : keyOf(word, isNamed);
    if (key === undefined) return;
    const codesOfKey = found.get(key);
    if (codesOfKey) codesOfKey.push(code);
    else found.set(key, [code]);
  });
  return found;
}

/** The levels that the numbers of a column's words speak of; `undefined` where they speak of none. */
export function readNumbering(column: TextColumn): Numbering | undefined {
  const read = codesByKey(column);
  if (read.size < 2 || read.size > MOST) return undefined;
  const digits = [...read.keys()].filter((key) => /^\d/.test(key));
  const isRun = areRuns(digits);
  const byKey = new Map<string, number[]>();
  for (const [key, codes] of read) {
    const said = isRun ? key : withoutZeros(key);
    byKey.set(said, [...(byKey.get(said) ?? []), ...codes]);
  }
  const keys = [...byKey.keys()];
  const places = new Map(keys.map((key, place) => [key, place]));
  const children: number[][] = keys.map(() => []);
  const roots: number[] = [];
  keys.forEach((key, place) => {
    const parent = parentOf(key, places, isRun && /^\d/.test(key));
    (parent === undefined ? roots : (children[parent] ?? [])).push(place);
  });
  const keyAt = (place: number): string => keys[place] ?? '';
  const compare = compareHeads(roots.map(keyAt).filter((key) => /^[A-Z]+$/.test(key)));
  const heads = roots.filter((place) => /^[A-Z]+$/.test(keyAt(place)));
  const tops = roots.filter((place) => /^\d/.test(keyAt(place)));
  const inOrder = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: !isRun });
  heads.sort((a, b) => compare(keyAt(a), keyAt(b)));
  tops.sort((a, b) => inOrder(keyAt(a), keyAt(b)));
  const hasHeads = heads.length > 0 && tops.length > 0;
  if (!hasHeads && children.every(({ length }) => length === 0)) return undefined;
  return {
    all: keys.map((key, place) => ({ key, codes: byKey.get(key) ?? [], children: children[place] ?? [] })),
    tops: hasHeads ? tops : roots,
    heads: hasHeads ? heads : [],
    isPlain: !isRun || hasHeads || digits.some((key) => /^0\d/.test(key)),
  };
}
