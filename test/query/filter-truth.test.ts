import { expect } from 'chai';
import fc from 'fast-check';
import { filter } from '../../src/query/filter.js';
import type { Comparison, Condition, Literal } from '../../src/query/query.js';
import { toRows } from '../../src/table/rows.js';
import { numbers, periods, tableOf, texts } from '../support/make-table.js';

/** One row, as the oracle sees it: `null` is no value. */
interface Row {
  readonly numero: number | null;
  readonly palabra: string | null;
  readonly anio: number | null;
}

/** SQL's third truth is `null`. */
type Truth = boolean | null;

const or = (a: Truth, b: Truth): Truth =>
  a === true || b === true ? true : a === null || b === null ? null : false;
const not = (a: Truth): Truth => (a === null ? null : !a);
const and = (a: Truth, b: Truth): Truth => not(or(not(a), not(b)));

function compare(a: number | string, op: Comparison, b: number | string): boolean {
  switch (op) {
    case '=':
      return a === b;
    case '<>':
      return a !== b;
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    case '>=':
      return a >= b;
  }
}

/** What SQL says of one row, written as plainly as can be. */
function oracle(row: Row, condition: Condition): Truth {
  switch (condition.kind) {
    case 'and':
      return and(oracle(row, condition.left), oracle(row, condition.right));
    case 'or':
      return or(oracle(row, condition.left), oracle(row, condition.right));
    case 'not':
      return not(oracle(row, condition.of));
    case 'null':
      return row[condition.column as keyof Row] === null;
    case 'in':
      return condition.values
        .map((value) => oracle(row, { kind: 'compare', column: condition.column, op: '=', value }))
        .reduce(or);
    case 'compare': {
      const cell = row[condition.column as keyof Row];
      if (cell === null) return null;
      const { text } = condition.value;
      return compare(cell, condition.op, typeof cell === 'number' ? Number(text) : text);
    }
  }
}

const number = fc.integer({ min: -2, max: 2 });
const word = fc.constantFrom('a', 'b', 'B', '');
const year = fc.constantFrom(2022, 2023, 2024);

const rows: fc.Arbitrary<Row[]> = fc.array(
  fc.record({
    numero: fc.option(number, { freq: 3 }),
    palabra: fc.option(fc.constantFrom('a', 'b', 'B'), { freq: 3 }),
    anio: fc.option(year, { freq: 3 }),
  }),
  { maxLength: 12 },
);

const asLiteral = (value: string | number): Literal => ({
  text: String(value),
  isText: typeof value === 'string',
});
/** A column with a literal of its kind. */
const column = fc.oneof(
  fc.tuple(fc.constant('numero'), number.map(asLiteral)),
  fc.tuple(fc.constant('palabra'), word.map(asLiteral)),
  fc.tuple(fc.constant('anio'), year.map(asLiteral)),
);
const op = fc.constantFrom<Comparison>('=', '<>', '<', '<=', '>', '>=');

const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'medium' },
    fc
      .tuple(column, op)
      .map(([[name, value], sign]): Condition => ({ kind: 'compare', column: name, op: sign, value })),
    column.map(([name, value]): Condition => ({ kind: 'in', column: name, values: [value, value] })),
    fc.constantFrom('numero', 'palabra', 'anio').map((name): Condition => ({ kind: 'null', column: name })),
    tie('condition').map((of): Condition => ({ kind: 'not', of })),
    fc
      .tuple(tie('condition'), tie('condition'))
      .map(([left, right]): Condition => ({ kind: 'and', left, right })),
    fc
      .tuple(tie('condition'), tie('condition'))
      .map(([left, right]): Condition => ({ kind: 'or', left, right })),
  ),
}));

function tableOfRows(all: readonly Row[]): ReturnType<typeof tableOf> {
  return tableOf(
    texts(
      'id',
      all.map((_, index) => String(index)),
    ),
    numbers(
      'numero',
      all.map(({ numero }) => numero ?? 'missing'),
    ),
    texts(
      'palabra',
      all.map(({ palabra }) => palabra),
    ),
    periods(
      'anio',
      all.map(({ anio }) => (anio === null ? null : String(anio))),
    ),
  );
}

describe('filter against a naive reading of SQL, row by row', () => {
  it('keeps the rows for which the condition is true: neither those for which it is false nor those unknown', () => {
    fc.assert(
      fc.property(rows, condition, (all, where) => {
        const kept = toRows(filter(tableOfRows(all), where)).map(([id]) => Number(id));
        const wanted = all.flatMap((row, index) => (oracle(row, where) === true ? [index] : []));
        expect(kept).to.deep.equal(wanted);
      }),
      { numRuns: 5000 },
    );
  });

  it('a row is kept by a condition, or by its contrary, or has nothing to compare', () => {
    fc.assert(
      fc.property(rows, condition, (all, where) => {
        const table = tableOfRows(all);
        const kept = filter(table, where).length + filter(table, { kind: 'not', of: where }).length;
        const unknown = all.filter((row) => oracle(row, where) === null).length;
        expect(kept + unknown).to.equal(all.length);
      }),
    );
  });
});
