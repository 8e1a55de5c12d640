import { expect } from 'chai';
import fc from 'fast-check';
import { filter } from '../../src/query/filter.js';
import { parseWhere } from '../../src/query/parse-where.js';
import type { Condition } from '../../src/query/query.js';
import { fromRows } from '../../src/table/rows.js';
import { isDataError, thrownBy } from '../support/thrown.js';

/** The tree with every pair of parentheses that it means. */
function written(condition: Condition): string {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return `(${written(condition.left)} ${condition.kind} ${written(condition.right)})`;
    case 'not':
      return `(not ${written(condition.of)})`;
    case 'null':
      return `${condition.column} is null`;
    case 'in':
      return `${condition.column} in (${condition.values.map(({ text }) => text).join(', ')})`;
    case 'compare':
      return `${condition.column} ${condition.op} ${condition.value.text}`;
  }
}

const MEANS: [string, string][] = [
  ['a = 1', 'a = 1'],
  ['a=1', 'a = 1'],
  ['  a  >=\n 2018 ', 'a >= 2018'],
  ['a != 1', 'a <> 1'],
  ['a = 1 or b = 2 and c = 3', '(a = 1 or (b = 2 and c = 3))'],
  ['a = 1 and b = 2 or c = 3', '((a = 1 and b = 2) or c = 3)'],
  ['(a = 1 or b = 2) and c = 3', '((a = 1 or b = 2) and c = 3)'],
  ['a = 1 or b = 2 or c = 3', '((a = 1 or b = 2) or c = 3)'],
  ['not a = 1 and b = 2', '((not a = 1) and b = 2)'],
  ['not (a = 1 and b = 2)', '(not (a = 1 and b = 2))'],
  ['not not a = 1', '(not (not a = 1))'],
  ['a is null', 'a is null'],
  ['a is not null', '(not a is null)'],
  ["a in ('x', 'y')", 'a in (x, y)'],
  ['a not in (1)', '(not a in (1))'],
  ['a between 1 and 3 and b = 2', '((a >= 1 and a <= 3) and b = 2)'],
  ['a not between 1 and 3', '(not (a >= 1 and a <= 3))'],
  ['A = 1 AND b = 2 OR NOT c IS NULL', '((A = 1 and b = 2) or (not c is null))'],
  ['((((a = 1))))', 'a = 1'],
];

describe('where', () => {
  for (const [text, tree] of MEANS) {
    it(`reads «${text.trim()}» as ${tree}`, () => {
      expect(written(parseWhere(text))).to.equal(tree);
    });
  }

  it('tells text from numbers, and keeps the digits of a number', () => {
    expect(parseWhere("a = '5'")).to.deep.include({ value: { text: '5', isText: true } });
    expect(parseWhere('a = 010101')).to.deep.include({ value: { text: '010101', isText: false } });
    expect(parseWhere('a > -2.50')).to.deep.include({ value: { text: '-2.50', isText: false } });
  });

  it('takes a quote within text written twice', () => {
    expect(parseWhere("a = 'O''Higgins'")).to.deep.include({ value: { text: "O'Higgins", isText: true } });
    expect(parseWhere("a = ''")).to.deep.include({ value: { text: '', isText: true } });
  });

  for (const name of ['"Tipo de delito"', '`Tipo de delito`', '[Tipo de delito]']) {
    it(`takes a name with spaces as ${name}`, () => {
      expect(parseWhere(`${name} = 1`)).to.deep.include({ column: 'Tipo de delito' });
    });
  }

  it('takes names of letters of every language, and keywords in quotes', () => {
    expect(parseWhere('año_2 = 1')).to.deep.include({ column: 'año_2' });
    expect(parseWhere('P_MODALIDADES.x$ = 1')).to.deep.include({ column: 'P_MODALIDADES.x$' });
    expect(parseWhere('"and" = 1')).to.deep.include({ column: 'and' });
    expect(parseWhere('__proto__ = 1')).to.deep.include({ column: '__proto__' });
  });
});

const MISTAKES: [text: string, position: number, expected: string][] = [
  ['', 0, 'columna'],
  ['= 1', 0, 'columna'],
  ["'a' = 1", 0, 'columna'],
  ['a', 1, '='],
  ['a 1', 2, '='],
  ['a = ', 4, "'texto'"],
  ['a = b', 4, "'texto'"],
  ['a = 1 b = 2', 6, 'and'],
  ['a = 1 and', 9, 'columna'],
  ['(a = 1', 6, ')'],
  ['a = 1)', 5, 'and'],
  ['a in 1', 5, '('],
  ['a in (1', 7, ')'],
  ['a in ()', 6, "'texto'"],
  ['a not = 1', 6, 'in'],
  ['a is 1', 5, 'null'],
  ['a between 1 or 2', 12, 'and'],
  ['a = 2024-09', 8, 'and'],
  ["a = 'sin fin", 4, "columna = 'texto'"],
  ['a = 5x', 4, "columna = 'texto'"],
  ['a == 1', 3, "'texto'"],
  ['Nº de denuncias > 100', 3, '[Nº de denuncias]'],
  ['a = 1 and Tipo de delito in (1)', 15, '[Tipo de delito]'],
  ['N° de denuncias > 100', 1, '[columna con espacios] > 0'],
  ['tasa > 10,5', 9, '10.5'],
  ['(tasa > 10,5) and a = 1', 10, '10.5'],
  ['a = 1; drop table b', 5, "columna = 'texto'"],
];

describe('where, written wrongly', () => {
  for (const [text, position, expected] of MISTAKES) {
    it(`«${text}» is refused at position ${position}, where ${expected} was expected`, async () => {
      const { code, details } = await thrownBy(() => parseWhere(text));
      expect(code).to.equal('bad-expression');
      expect(details.attribute).to.equal('where');
      expect(details.value).to.equal(text);
      expect(details.position).to.equal(position);
      expect(details.expected).to.include(expected);
    });
  }

  it('[SEC-12] is refused where it is nested deeper than a page writes, and only there', async () => {
    const parens = (levels: number): string => `${'('.repeat(levels)}a = 1${')'.repeat(levels)}`;
    expect(parseWhere(parens(64))).to.deep.include({ kind: 'compare' });
    expect(parseWhere(`${'not '.repeat(64)}a = 1`)).to.deep.include({ kind: 'not' });
    for (const text of [parens(65), parens(20_000), `${'not '.repeat(20_000)}a = 1`, '('.repeat(20_000)]) {
      const { code, details } = await thrownBy(() => parseWhere(text));
      expect([code, details.limit, details.what]).to.deep.equal(['bad-expression', 64, 'levels']);
    }
    const aside = Array.from({ length: 20 }, () => parens(5)).join(' or ');
    expect(parseWhere(aside)).to.deep.include({ kind: 'or' });
  });

  it('[SEC-12] may have many conditions side by side: they run, and mean what they say', async () => {
    const table = await fromRows(['a'], [['1'], ['19999'], ['20001']]);
    const text = Array.from({ length: 20_000 }, (_, index) => `a = ${index}`);
    expect(filter(table, parseWhere(text.join(' or '))).length).to.equal(2);
    expect(filter(table, parseWhere(`not (${text.join(' or ')})`)).length).to.equal(1);
    const none = text.map((each) => each.replace('=', '<>')).join(' and ');
    expect(filter(table, parseWhere(none)).length).to.equal(1);
  });

  it('never fails with anything else, whatever is written', () => {
    const piece = fc.constantFrom(
      'a',
      'a = 5',
      '"b"',
      '=',
      '<',
      '(',
      ')',
      'and',
      'or',
      'not',
      'in',
      'is',
      'null',
      "'t'",
      '5',
      ',',
      ' ',
      "'",
    );
    const anything = fc.oneof(
      fc.string(),
      fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(' ')),
    );
    let read = 0;
    fc.assert(
      fc.property(anything, (text) => {
        try {
          parseWhere(text);
          read++;
        } catch (error) {
          expect(isDataError(error), text).to.equal(true);
        }
      }),
      { numRuns: 5000 },
    );
    expect(read).to.be.above(0);
  });
});

const name = fc.constantFrom('a', 'b');
const literal = fc.oneof(
  fc.nat(99).map((value) => ({ text: String(value), isText: false })),
  fc.string({ maxLength: 5 }).map((text) => ({ text, isText: true })),
);
const { tree } = fc.letrec<{ tree: Condition }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small' },
    fc.record({
      kind: fc.constant('compare' as const),
      column: name,
      op: fc.constantFrom('=', '<>', '<', '>='),
      value: literal,
    }),
    fc.record({
      kind: fc.constant('in' as const),
      column: name,
      values: fc.array(literal, { minLength: 1, maxLength: 3 }),
    }),
    fc.record({ kind: fc.constant('null' as const), column: name }),
    fc.record({ kind: fc.constant('not' as const), of: tie('tree') }),
    fc.record({
      kind: fc.constantFrom('and' as const, 'or' as const),
      left: tie('tree'),
      right: tie('tree'),
    }),
  ),
}));

/** The condition as a page could write it. */
function asText(condition: Condition): string {
  const value = ({ text, isText }: { text: string; isText: boolean }): string =>
    isText ? `'${text.replaceAll("'", "''")}'` : text;
  switch (condition.kind) {
    case 'and':
    case 'or':
      return `(${asText(condition.left)}) ${condition.kind} (${asText(condition.right)})`;
    case 'not':
      return `not (${asText(condition.of)})`;
    case 'null':
      return `${condition.column} is null`;
    case 'in':
      return `${condition.column} in (${condition.values.map(value).join(',')})`;
    case 'compare':
      return `${condition.column} ${condition.op} ${value(condition.value)}`;
  }
}

describe('where, read back', () => {
  it('is the tree that was written', () => {
    fc.assert(
      fc.property(tree, (condition) => {
        expect(parseWhere(asText(condition))).to.deep.equal(condition);
      }),
    );
  });
});
