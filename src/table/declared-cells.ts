import { readAbsent } from './absent.js';
import { looksLikeCode, looksLikeYears } from './code-column.js';
import type { Column, NumberColumn, TextColumn } from './column.js';
import { readDate } from './declared-date.js';
import type { Notice } from './notice.js';
import { readNumber } from './number-notation.js';
import type { Period } from './period.js';
import { readIsoPeriod } from './period-iso.js';
import { asPeriodColumn } from './plain-typing.js';
import { ABSENT, type StatusSet } from './status.js';
import { toNumbers, type Typed } from './typing.js';
import type { Written } from './written.js';

/** The column without the words that stand for no value, and for each row why it has none, `0` where it has one. */
function takeMissing(
  text: TextColumn,
  missing: ReadonlyMap<string, StatusSet>,
): { text: TextColumn; statuses: Uint16Array } {
  const bits = text.words.map((word) => missing.get(word) ?? 0);
  const blank = missing.get('') ?? 0;
  const words: string[] = [];
  const places = text.words.map((word, code) => (bits[code] === 0 ? words.push(word) - 1 : -1));
  const codes = text.codes.map((code) => places[code] ?? -1);
  const statuses = Uint16Array.from(text.codes, (code) => (code < 0 ? blank : (bits[code] ?? 0)));
  return { text: Object.freeze({ ...text, codes, words: Object.freeze(words) }), statuses };
}

const DIGITS = /^\d+$/;
const FRACTION = /^\d+(e[+-]?\d{1,2})?$/i;

/** The whole part without the marks between its thousands; `undefined` where they stand otherwise. */
function ungrouped(whole: string, mark: string): string | undefined {
  const plain = mark === ' ' ? whole.replace(/\s/g, ' ') : whole;
  const groups = mark === '' ? [plain] : plain.split(mark);
  const isGrouped = groups.every((group, index) =>
    index === 0 ? groups.length === 1 || group.length <= 3 : group.length === 3,
  );
  const digits = groups.join('');
  return isGrouped && DIGITS.test(digits) ? digits : undefined;
}

/** A number as it is declared to be written, in the usual way; a cell without digits as it is. */
function usual(word: string, written: Written): string | undefined {
  const { groupChar = '', bareNumber = true } = written;
  // A mark of thousands is none of decimals, also where only the first is declared.
  const { decimalChar = groupChar === '.' ? ',' : '.' } = written;
  const found = word.length > 60 ? null : /\d(?:.*\d)?/s.exec(word);
  if (!found) return word;
  const [core] = found;
  const [whole = '', fraction, ...more] = core.split(decimalChar);
  const digits = ungrouped(whole, groupChar);
  if (digits === undefined || more.length > 0) return undefined;
  if (fraction !== undefined && !FRACTION.test(fraction)) return undefined;
  const [before, after] = [word.slice(0, found.index), word.slice(found.index + core.length)];
  const sign = bareNumber ? before : /[-−]/.test(before) ? '-' : '';
  const tail = bareNumber ? after : /^\s*%/.test(after) ? '%' : '';
  return `${sign}${digits}${fraction === undefined ? '' : `.${fraction}`}${tail}`;
}

/** Whether numbers are written in another way than any that is known without being told. */
function isOwnNotation({ decimalChar = '.', groupChar, bareNumber = true }: Written): boolean {
  return groupChar !== undefined || !bareNumber || !/[.,]/.test(decimalChar);
}

function asNumbers(text: TextColumn, written: Written): Typed<NumberColumn> {
  const { decimalChar = '.' } = written;
  if (!isOwnNotation(written)) {
    return toNumbers(text, { decimal: decimalChar === ',' ? ',' : '.', decimalGiven: true });
  }
  // What cannot be read is left as it is written, and marked so that it is not read by chance.
  const words = text.words.map((word) => usual(word, written) ?? `? ${word}`);
  const survey = { allNumbers: true, proof: '.', ambiguous: false } as const;
  const { column, notices } = toNumbers({ ...text, words }, { decimal: '.', decimalGiven: true }, survey);
  const told = notices.map((notice): Notice => {
    const { value } = notice;
    return value === undefined ? notice : { ...notice, value: value.replace(/^\? /, '') };
  });
  return { column, notices: told };
}

/** Whether every cell is a number, as they are declared to be written, in a column that is not one of codes. */
function areNumbers({ name, words }: TextColumn, written: Written): boolean {
  if (!isOwnNotation(written) || words.length === 0) return false;
  if (looksLikeCode(name, words) || looksLikeYears(name, words)) return false;
  const readable = (word: string): boolean => {
    const plain = usual(word, written);
    return plain !== undefined && (readAbsent(plain) !== undefined || readNumber(plain, '.') !== undefined);
  };
  return words.every(readable);
}

function asDates(text: TextColumn, format: string): Typed {
  const read = (word: string): Period | undefined => readIsoPeriod(readDate(word, format) ?? '');
  const isDate = (word: string): boolean => readAbsent(word) !== undefined || read(word) !== undefined;
  // As with any time that nobody can read as one: its words are still its words.
  if (!text.words.every(isDate)) return { column: text, notices: [] };
  return { column: asPeriodColumn(text, read), notices: [] };
}

/** A column whose values are written as its description says. */
export interface DeclaredCells {
  readonly text: TextColumn;
  /** `undefined` where how its values are written does not say what they are. */
  readonly typed?: Typed;
  /** Why rows have no value. */
  readonly statuses?: Uint16Array;
}

/** What is declared of a column. */
interface DeclaredColumn {
  readonly kind?: Column['kind'];
  readonly written?: Written;
}

export function readDeclaredCells(column: TextColumn, { kind, written }: DeclaredColumn): DeclaredCells {
  if (!written) return { text: column };
  const { text, statuses } = written.missing ? takeMissing(column, written.missing) : { text: column };
  const base = { text, ...(statuses?.some((status) => status & ABSENT) && { statuses }) };
  if (kind === 'number' || (kind === undefined && areNumbers(text, written)))
    return { ...base, typed: asNumbers(text, written) };
  if (kind === 'period' && written.dateFormat) return { ...base, typed: asDates(text, written.dateFormat) };
  return base;
}
