import { DataError } from '../errors.js';
import type { Comparison, Condition, Literal } from './query.js';
import { tokenize, type Token } from './tokens.js';

const COMPARISONS: Readonly<Record<string, Comparison>> = {
  '=': '=',
  '<>': '<>',
  '!=': '<>',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
};

/** Recursive descent over the tokens; binding from loose to tight: or, and, not, comparison. */
class WhereParser {
  readonly #text: string;
  readonly #tokens: readonly Token[];
  #index = 0;

  constructor(text: string) {
    this.#text = text;
    this.#tokens = tokenize(text);
  }

  parse(): Condition {
    const condition = this.#or();
    if (this.#peek.kind !== 'end') this.#fail(['and', 'or']);
    return condition;
  }

  get #peek(): Token {
    return this.#tokens[this.#index] as Token;
  }

  #next(): Token {
    const token = this.#peek;
    if (token.kind !== 'end') this.#index++;
    return token;
  }

  /** Takes the token if it is this keyword or sign. */
  #take(word: string): boolean {
    const { kind, text } = this.#peek;
    const matches = (kind === 'word' || kind === 'sign') && text.toLowerCase() === word;
    if (matches) this.#index++;
    return matches;
  }

  #fail(expected: readonly string[]): never {
    const { position } = this.#peek;
    throw new DataError('bad-expression', { attribute: 'where', value: this.#text, position, expected });
  }

  #or(): Condition {
    let left = this.#and();
    while (this.#take('or')) left = { kind: 'or', left, right: this.#and() };
    return left;
  }

  #and(): Condition {
    let left = this.#not();
    while (this.#take('and')) left = { kind: 'and', left, right: this.#not() };
    return left;
  }

  #not(): Condition {
    if (this.#take('not')) return { kind: 'not', of: this.#not() };
    if (!this.#take('(')) return this.#comparison();
    const inside = this.#or();
    if (!this.#take(')')) this.#fail([')']);
    return inside;
  }

  #comparison(): Condition {
    const { kind } = this.#peek;
    if (kind !== 'name' && kind !== 'word') this.#fail(['columna']);
    const column = this.#next().text;
    if (this.#take('is')) return this.#isNull(column);
    const negated = this.#take('not');
    const condition = this.#listOrRange(column);
    if (condition) return negated ? { kind: 'not', of: condition } : condition;
    const op = COMPARISONS[this.#peek.text];
    if (negated || this.#peek.kind !== 'sign' || !op) {
      this.#fail(negated ? ['in', 'between'] : ['=', '<>', '<', '<=', '>', '>=', 'in', 'between', 'is null']);
    }
    this.#next();
    return { kind: 'compare', column, op, value: this.#literal() };
  }

  #isNull(column: string): Condition {
    const negated = this.#take('not');
    if (!this.#take('null')) this.#fail(['null', 'not null']);
    const condition: Condition = { kind: 'null', column };
    return negated ? { kind: 'not', of: condition } : condition;
  }

  #listOrRange(column: string): Condition | undefined {
    if (this.#take('between')) {
      const low = this.#literal();
      if (!this.#take('and')) this.#fail(['and']);
      const left: Condition = { kind: 'compare', column, op: '>=', value: low };
      return { kind: 'and', left, right: { kind: 'compare', column, op: '<=', value: this.#literal() } };
    }
    if (!this.#take('in')) return undefined;
    if (!this.#take('(')) this.#fail(['(']);
    const values = [this.#literal()];
    while (this.#take(',')) values.push(this.#literal());
    if (!this.#take(')')) this.#fail([',', ')']);
    return { kind: 'in', column, values };
  }

  #literal(): Literal {
    const { kind } = this.#peek;
    if (kind !== 'text' && kind !== 'number') this.#fail(["'texto'", '2024']);
    return { text: this.#next().text, isText: kind === 'text' };
  }
}

/** Reads `where="departamento = 'LA LIBERTAD' and anio >= 2018"`; what cannot be read says where and what. */
export function parseWhere(text: string): Condition {
  return new WhereParser(text).parse();
}
