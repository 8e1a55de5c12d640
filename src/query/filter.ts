import { at, type Column } from '../table/column.js';
import { readNumber } from '../table/number-notation.js';
import type { Period } from '../table/period.js';
import { readPeriod } from '../table/period-notation.js';
import { getColumn, takeTable, type Table } from '../table/table.js';
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

const asNumber = (literal: Literal): number => readNumber(literal.text, '.')?.value ?? NaN;

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What one word of a text column is against the literal; both as numbers where the page wrote a number. */
function compareWord(word: string, op: Comparison, literal: Literal): Truth {
  if (op === '=' || op === '<>') {
    const digits = !literal.isText && /^\d+$/.test(word) && /^\d+$/.test(literal.text);
    // A code written without quotes may lack its leading zero.
    const equal = digits ? Number(word) === Number(literal.text) : word === literal.text;
    return truth(equal === (op === '='));
  }
  const reading = literal.isText ? undefined : readNumber(word, '.');
  if (reading && !Number.isNaN(reading.value)) return truth(byOrder(reading.value - asNumber(literal), op));
  return truth(byOrder(compareTexts(word, literal.text), op));
}

/** The truth of one comparison for each row. Words and periods are compared once each, not once a row. */
function compareColumn(column: Column, op: Comparison, literal: Literal): Uint8Array {
  if (column.kind === 'number') {
    const to = asNumber(literal);
    return Uint8Array.from(column.values, (value) =>
      Number.isNaN(value) || Number.isNaN(to) ? UNKNOWN : truth(byOrder(value - to, op)),
    );
  }
  const period = column.kind === 'period' ? readPeriod(literal.text) : undefined;
  const truths =
    column.kind === 'text'
      ? column.words.map((word) => compareWord(word, op, literal))
      : column.periods.map((each) =>
          period ? truth(comparePeriod(each, op, period)) : compareWord(each.text, op, literal),
        );
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

/** The rows for which the condition is true. */
export function filter(table: Table, condition: Condition): Table {
  const mask = evaluate(table, condition);
  const rows = new Uint32Array(mask.length);
  let count = 0;
  for (let row = 0; row < mask.length; row++) if (at(mask, row) === TRUE) rows[count++] = row;
  return count === table.length ? table : takeTable(table, rows.subarray(0, count));
}
