import { readAbsent } from './absent.js';
import { STATUS, type StatusSet } from './status.js';

/** What stands before the decimals: `1,234.5` in Peru, `1.234,5` in Spain. */
export type DecimalMark = '.' | ',';

export interface NumberReading {
  /** NaN where `status` says that there is none. */
  readonly value: number;
  readonly status: StatusSet;
  /** Digits written after the decimal mark. */
  readonly decimals: number;
  readonly percent: boolean;
}

const { provisional, estimated, revised, unreliable, forecast } = STATUS;

/** Marks behind a number. */
const MARKS: Readonly<Record<string, StatusSet>> = {
  p: provisional,
  e: estimated,
  r: revised,
  b: STATUS.break,
  u: unreliable,
  f: forecast,
  '*': provisional,
};

/** Words that say the same, at times behind a year. */
const WORDS: readonly (readonly [RegExp, StatusSet])[] = [
  [/^(prelim|provis)/, provisional],
  [/^estim/, estimated],
  [/^(proy|pron)/, forecast],
  [/^(revis|rectif)/, revised],
  [/^parcial/, STATUS.incomplete],
];

/** Marks behind a number or a period: `p/`, `(e)`, `*`, `bep`, `(preliminar)`; `undefined` where one is not known. */
export function readMarks(text: string): StatusSet | undefined {
  const letters = text.toLowerCase().replace(/[()/\s]/g, '');
  const word = WORDS.find(([pattern]) => pattern.test(letters));
  if (word) return word[1];
  let set = 0;
  for (const letter of letters) {
    if (!Object.hasOwn(MARKS, letter)) return undefined;
    set |= MARKS[letter] ?? 0;
  }
  return set;
}

interface Digits {
  readonly sign: string;
  readonly whole: string;
  readonly fraction: string;
  readonly exponent: string;
  readonly percent: boolean;
  readonly status: StatusSet;
  /** The decimal mark that this cell alone proves. */
  readonly proof?: DecimalMark;
  /** The mark that is a decimal mark or a thousands mark: `1.234`. */
  readonly ambiguous?: DecimalMark;
}

const CELL =
  /^([+\-−]?)\s?(\d[\d.,\s'’]*|[.,]\d+)(?:e([+-]?\d{1,2}))?\s?(%?)\s*(\*+|\([perbuf]\)|[perbuf]\/|)$/i;
const MARKED_BY_SPACE = /^(.*[\d%])\s+([perbuf]{1,3})$/i;
/** A longer whole number is an identifier: a double would not keep it apart from the next. */
const MAX_DIGITS = 15;
/** No number is written longer; what is, is not worth a pattern's time. */
const MAX_LENGTH = 40;

const PLAIN_INTEGER = /^-?\d{1,15}$/;
const INTEGER: Pick<Digits, 'proof' | 'ambiguous'> = {};

const otherMark = (mark: string): DecimalMark => (mark === '.' ? ',' : '.');

/** Tells grouping marks from the decimal mark; `undefined` where the digits are grouped as no number is. */
function splitDigits(body: string): Pick<Digits, 'whole' | 'fraction' | 'proof' | 'ambiguous'> | undefined {
  const text = body.trim().replace(/[\s'’]/g, ' ');
  const groups = text.split(/[., ]/);
  const marks = text.replace(/\d/g, '');
  const last = marks.slice(-1);
  const tail = groups.at(-1) ?? '';
  const head = groups.slice(0, -1);
  const grouped = (list: readonly string[]): boolean =>
    /^\d{1,3}$/.test(list[0] ?? '') && list.slice(1).every((group) => group.length === 3);
  if (marks === '') return { whole: text, fraction: '' };
  if (tail === '') return undefined;
  const sameMark = [...marks].every((mark) => mark === last);
  if (sameMark && (marks.length > 1 || last === ' ')) {
    // `01 001` is a code.
    if (!grouped(groups) || /^0\d/.test(text)) return undefined;
    return { whole: groups.join(''), fraction: '', ...(last === ' ' ? {} : { proof: otherMark(last) }) };
  }
  const decimal = last as DecimalMark;
  if (marks.length === 1) {
    const first = head[0] ?? '';
    const whole = first === '' ? '0' : first;
    const surely = tail.length !== 3 || !/^[1-9]\d{0,2}$/.test(first);
    return { whole, fraction: tail, ...(surely ? { proof: decimal } : { ambiguous: decimal }) };
  }
  const before = marks.slice(0, -1);
  const oneMark = last !== ' ' && [...before].every((mark) => mark === before[0] && mark !== last);
  return oneMark && grouped(head) ? { whole: head.join(''), fraction: tail, proof: decimal } : undefined;
}

function readDigits(text: string): Digits | undefined {
  const trimmed = text.trim();
  if (trimmed.length > MAX_LENGTH) return undefined;
  const spaced = MARKED_BY_SPACE.exec(trimmed);
  const cell = CELL.exec(spaced?.[1] ?? trimmed);
  if (!cell) return undefined;
  const [, sign = '', body = '', exponent = '', percent = '', mark = ''] = cell;
  const digits = splitDigits(body);
  if (!digits || digits.whole.length > MAX_DIGITS) return undefined;
  // `1E5` is a code; a number has a mark or a sign as well.
  if (/^\d+$/.test(exponent) && /^\d+$/.test(body)) return undefined;
  const status = readMarks(spaced?.[2] ?? mark) ?? 0;
  return { ...digits, sign, exponent, percent: percent === '%', status };
}

/**
 * Reads a number as the column's decimal mark has it: `1,234.5`, `1 234,5`, `6.1*`, `8.5 p/`, `12%`, `s/d`.
 * A cell that proves its own mark is read by that. `both` is a column where both marks are proven: there a
 * cell such as `1.234` is not readable. `undefined` for what is not surely a number (`0x10`, `(5)`, `1_000`).
 */
export function readNumber(text: string, mark: DecimalMark | 'both'): NumberReading | undefined {
  if (PLAIN_INTEGER.test(text)) return { value: Number(text), status: 0, decimals: 0, percent: false };
  const absent = readAbsent(text);
  if (absent !== undefined) return { value: NaN, status: absent, decimals: 0, percent: false };
  const digits = readDigits(text);
  if (!digits || (digits.ambiguous && mark === 'both')) return undefined;
  const asGroups = digits.ambiguous !== undefined && digits.ambiguous !== mark;
  const whole = asGroups ? digits.whole + digits.fraction : digits.whole;
  const fraction = asGroups ? '' : digits.fraction;
  const sign = digits.sign === '' || digits.sign === '+' ? '' : '-';
  const value = Number(`${sign}${whole}.${fraction || '0'}e${digits.exponent || '0'}`);
  const decimals = Math.max(0, fraction.length - Number(digits.exponent));
  return { value, status: digits.status, decimals, percent: digits.percent };
}

/** What the cells of a column, together, say about how its numbers are written. */
export interface NumberSurvey {
  /** Every cell reads as a number or says that there is none, and at least one is a number. */
  readonly allNumbers: boolean;
  /** The decimal mark that the cells prove, `both` where they disagree. */
  readonly proof: DecimalMark | 'both' | undefined;
  /** Whether a cell can be read both ways: then the choice of mark must be told. */
  readonly ambiguous: boolean;
  /** The decimal mark where the other one seems to part thousands: `999` and `1.234`, and never `1234`. */
  readonly likely?: DecimalMark;
}

/** Looks at each distinct cell of a column; with `toEnd` also past the first that is no number. */
export function surveyNumbers(words: readonly string[], toEnd = false): NumberSurvey {
  const proofs = new Set<DecimalMark>();
  let some = false;
  let other = false;
  const both = new Set<DecimalMark>();
  const lengths = new Set<boolean>();
  for (const word of words) {
    const isPlain = PLAIN_INTEGER.test(word);
    const digits = isPlain ? INTEGER : readDigits(word);
    if (isPlain && word !== '0') lengths.add(/\d{4}/.test(word));
    if (digits) {
      some = true;
      if (digits.proof) proofs.add(digits.proof);
      if (digits.ambiguous) both.add(digits.ambiguous);
    } else if (readAbsent(word) === undefined) {
      other = true;
      if (!toEnd) break;
    }
  }
  const proof = proofs.size > 1 ? 'both' : proofs.values().next().value;
  const ambiguous = both.size > 0;
  const unreadable = ambiguous && proof === 'both';
  const [mark] = both;
  const isGrouped = both.size === 1 && lengths.has(false) && !lengths.has(true);
  const likely = mark && isGrouped ? { likely: otherMark(mark) } : {};
  return { allNumbers: some && !other && !unreadable, proof, ambiguous, ...likely };
}
