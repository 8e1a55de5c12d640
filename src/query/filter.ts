import { DataError } from '../errors.js';
import { at, type Column } from '../table/column.js';
import type { Period } from '../table/period.js';
import { readIsoPeriod } from '../table/period-iso.js';
import { type Table } from '../table/table.js';
import { getColumn } from '../table/get-column.js';
import { takeTable } from '../table/take-rows.js';
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

/** What one word of a text column is against the literal; both as numbers where the page wrote a number. */
function compareWord(word: string, op: Comparison, literal: Literal): Truth {
  if (op === '=' || op === '<>') {
    const digits = !literal.isText && /^\d+$/.test(word) && /^\d+$/.test(literal.text);
    // A code written without quotes may lack its leading zero.
    const equal = digits ? Number(word) === Number(literal.text) : word === literal.text;
    return truth(equal === (op === '='));
  }
  const isNumber = !literal.isText && /^-?\d+(\.\d+)?$/.test(word);
  if (isNumber) return truth(byOrder(Number(word) - Number(literal.text), op));
  return truth(byOrder(compareTexts(word, literal.text), op));
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
function compareColumn(column: Column, op: Comparison, literal: Literal): Uint8Array {
  if (column.kind === 'number') {
    const to = numberIn(literal, column.name);
    return Uint8Array.from(column.values, (value) =>
      Number.isNaN(value) ? UNKNOWN : truth(byOrder(value - to, op)),
    );
  }
  let truths: Truth[];
  if (column.kind === 'text') truths = column.words.map((word) => compareWord(word, op, literal));
  else {
    const to = periodIn(literal, column.name);
    truths = column.periods.map((each) => truth(comparePeriod(each, op, to)));
  }
  return Uint8Array.from(column.codes, (code) => truths[code] ?? UNKNOWN);
}

function nullRows(column: Column): Uint8Array {
  return column.kind === 'number'
    ? Uint8Array.from(column.values, (value) => truth(Number.isNaN(value)))
    : Uint8Array.from(column.codes, (code) => truth(code < 0));
}

function combine(left: Uint8Array, right: Uint8Array, decides: Truth): Uint8Array {
  return left.map((a, row) => {
    const b = at(right, row);
    if (a === decides || b === decides) return decides;
    return a === UNKNOWN || b === UNKNOWN ? UNKNOWN : 1 - decides;
  });
}

function evaluate(table: Table, condition: Condition): Uint8Array {
  switch (condition.kind) {
    case 'and':
      return combine(evaluate(table, condition.left), evaluate(table, condition.right), FALSE);
    case 'or':
      return combine(evaluate(table, condition.left), evaluate(table, condition.right), TRUE);
    case 'not':
      return evaluate(table, condition.of).map((value) => (value === UNKNOWN ? UNKNOWN : 1 - value));
    case 'null':
      return nullRows(getColumn(table, condition.column, 'where'));
    case 'in': {
      const column = getColumn(table, condition.column, 'where');
      const each = condition.values.map((value) => compareColumn(column, '=', value));
      return each.reduce((left, right) => combine(left, right, TRUE));
    }
    case 'compare':
      return compareColumn(getColumn(table, condition.column, 'where'), condition.op, condition.value);
  }
}

/** Whether the condition is true for any row. */
export function holdsSomewhere(table: Table, condition: Condition): boolean {
  return evaluate(table, condition).includes(TRUE);
}

/** The rows for which the condition is true. */
export function filter(table: Table, condition: Condition): Table {
  const mask = evaluate(table, condition);
  const rows = new Uint32Array(mask.length);
  let count = 0;
  for (let row = 0; row < mask.length; row++) if (at(mask, row) === TRUE) rows[count++] = row;
  return count === table.length ? table : takeTable(table, rows.subarray(0, count));
}
