import { DataError } from '../errors.js';
import { at, type Column, type TextColumn } from '../table/column.js';
import type { Period } from '../table/period.js';
import { readIsoPeriod } from '../table/period-iso.js';
import { findColumn, type Table } from '../table/table.js';
import { getColumn } from '../table/get-column.js';
import { takeTable } from '../table/take-rows.js';
import { absentWords, presentCodes } from './present-words.js';
import type { Comparison, Condition, Literal } from './query.js';

/** Whether `outer` spans the whole of `inner`. */
function containsPeriod(outer: Period, inner: Period): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** SQL's three truths: a comparison with a missing value is neither true nor false. */
const FALSE = 0;
const TRUE = 1;
const UNKNOWN = 2;
type Truth = typeof FALSE | typeof TRUE | typeof UNKNOWN;

const truth = (value: boolean): Truth => (value ? TRUE : FALSE);

function byOrder(order: number, op: Comparison): boolean {
  if (op === '=') return order === 0;
  if (op === '<>') return order !== 0;
  if (op === '<') return order < 0;
  if (op === '<=') return order <= 0;
  return op === '>' ? order > 0 : order >= 0;
}

/** `anio >= 2018` holds for every month of 2018; `anio = 2018` for what lies within it. */
function comparePeriod(period: Period, op: Comparison, to: Period): boolean {
  if (op === '=' || op === '<>') return containsPeriod(to, period) === (op === '=');
  if (op === '<') return period.end <= to.start;
  if (op === '<=') return period.end <= to.end;
  return op === '>' ? period.start >= to.end : period.start >= to.start;
}

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Reads a column of words as numbers, in the notation of its file; loaded where a question needs it. */
export type ReadNumbers = (column: TextColumn) => Float64Array;

/** Read as it is in any file: three digits behind a point could be thousands. */
const PLAIN = /^-?\d+(\.(\d{1,2}|\d{4,}))?$/;

/** Each word as a number, NaN where it is none. A code keeps its value, however long: `010101` is 10101. */
function numbersIn(column: TextColumn, read: ReadNumbers | undefined): number[] {
  const { words } = column;
  if (!read) return words.map((word) => (/^-?\d+(\.\d+)?$/.test(word) ? Number(word) : NaN));
  const numbers = read({ ...column, codes: Int32Array.from(words.keys()) });
  return words.map((word, index) => (/^\d+$/.test(word) ? Number(word) : at(numbers, index)));
}

/** What each word is against a number: one that says why there is none is neither larger nor smaller, nor other. */
function compareNumbers(
  column: TextColumn,
  op: Comparison,
  { text }: Literal,
  read: ReadNumbers | undefined,
): Truth[] {
  const { words } = column;
  const numbers = numbersIn(column, read);
  const isAbsent = absentWords(words);
  return words.map((word, index) => {
    const number = numbers[index] ?? NaN;
    if (!Number.isNaN(number)) return truth(byOrder(number - Number(text), op));
    if (isAbsent[index]) return UNKNOWN;
    return op === '=' || op === '<>' ? truth((word === text) === (op === '=')) : UNKNOWN;
  });
}

/** What each word is against the literal; as numbers where the page wrote a number. */
function compareWords(
  column: TextColumn,
  op: Comparison,
  literal: Literal,
  read: ReadNumbers | undefined,
): Truth[] {
  if (!literal.isText) return compareNumbers(column, op, literal, read);
  const { words, wordLabels } = column;
  // What is no code of the column may be the name of what a code stands for.
  const named = words.includes(literal.text) || (op !== '=' && op !== '<>') ? undefined : wordLabels;
  return words.map((word, code) => truth(byOrder(compareTexts(named?.[code] ?? word, literal.text), op)));
}

/** What a column is compared with must be of its kind: a number with a number, a period with a period. */
function refuse(column: string, literal: Literal, expected: readonly string[]): never {
  throw new DataError('bad-expression', {
    attribute: 'where',
    value: `${column}: ${literal.text}`,
    expected,
  });
}

function numberIn(literal: Literal, column: string): number {
  const number = Number(literal.text);
  return literal.text.trim() === '' || Number.isNaN(number)
    ? refuse(column, literal, ['2024', '12.5'])
    : number;
}

function periodIn(literal: Literal, column: string): Period {
  return readIsoPeriod(literal.text) ?? refuse(column, literal, ['2024', "'2024-09'", "'2024-09-05'"]);
}

/** The truth of one comparison for each row. Words and periods are compared once each, not once a row. */
function compareColumn(
  column: Column,
  op: Comparison,
  literal: Literal,
  read: ReadNumbers | undefined,
): Uint8Array {
  if (column.kind === 'number') {
    const to = numberIn(literal, column.name);
    return Uint8Array.from(column.values, (value) =>
      Number.isNaN(value) ? UNKNOWN : truth(byOrder(value - to, op)),
    );
  }
  let truths: Truth[];
  if (column.kind === 'text') truths = compareWords(column, op, literal, read);
  else {
    const to = periodIn(literal, column.name);
    truths = column.periods.map((each) => truth(comparePeriod(each, op, to)));
  }
  return Uint8Array.from(column.codes, (code) => truths[code] ?? UNKNOWN);
}

function nullRows(column: Column): Uint8Array {
  if (column.kind === 'number') return Uint8Array.from(column.values, (value) => truth(Number.isNaN(value)));
  const codes = column.kind === 'text' ? presentCodes(column) : column.codes;
  return Uint8Array.from(codes, (code) => truth(code < 0));
}

function combine(left: Uint8Array, right: Uint8Array, decides: Truth): Uint8Array {
  return left.map((a, row) => {
    const b = at(right, row);
    if (a === decides || b === decides) return decides;
    return a === UNKNOWN || b === UNKNOWN ? UNKNOWN : 1 - decides;
  });
}

function evaluate(table: Table, condition: Condition, read: ReadNumbers | undefined): Uint8Array {
  switch (condition.kind) {
    case 'and':
    case 'or': {
      const [left, right] = [condition.left, condition.right].map((each) => evaluate(table, each, read));
      return combine(left as Uint8Array, right as Uint8Array, condition.kind === 'and' ? FALSE : TRUE);
    }
    case 'not':
      return evaluate(table, condition.of, read).map((value) => (value === UNKNOWN ? UNKNOWN : 1 - value));
    case 'null':
      return nullRows(getColumn(table, condition.column, 'where'));
    case 'in': {
      const column = getColumn(table, condition.column, 'where');
      const each = condition.values.map((value) => compareColumn(column, '=', value, read));
      return each.reduce((left, right) => combine(left, right, TRUE));
    }
    case 'compare': {
      const { column, op, value } = condition;
      return compareColumn(getColumn(table, column, 'where'), op, value, read);
    }
  }
}

/** Whether words that are not plainly numbers are compared with a number: then what knows notations is needed. */
export function needsNotation(table: Table, condition: Condition): boolean {
  if ('left' in condition)
    return [condition.left, condition.right].some((each) => needsNotation(table, each));
  if ('of' in condition) return needsNotation(table, condition.of);
  if (condition.kind === 'null') return false;
  const literals = condition.kind === 'in' ? condition.values : [condition.value];
  const column = findColumn(table, condition.column);
  const isOfWords =
    column?.kind === 'text' &&
    (column.notation !== undefined || column.words.some((word) => /\d/.test(word) && !PLAIN.test(word)));
  return isOfWords && literals.some(({ isText }) => !isText);
}

/** Whether the condition is true for any row. */
export function holdsSomewhere(table: Table, condition: Condition): boolean {
  return evaluate(table, condition, undefined).includes(TRUE);
}

/** The rows for which the condition is true. */
export function filter(table: Table, condition: Condition, read?: ReadNumbers): Table {
  const mask = evaluate(table, condition, read);
  const rows = new Uint32Array(mask.length);
  let count = 0;
  for (let row = 0; row < mask.length; row++) if (at(mask, row) === TRUE) rows[count++] = row;
  return count === table.length ? table : takeTable(table, rows.subarray(0, count));
}
