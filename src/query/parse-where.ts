import { DataError, type ErrorDetails } from '../errors.js';
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

/** Deeper parentheses, and `not`s one in another, are no condition that a page writes. */
const MOST_LEVELS = 64;

/** Conditions side by side as a tree that is only as deep as it must be: whoever walks it needs no deep stack. */
function joined(kind: 'and' | 'or', all: readonly Condition[]): Condition {
  const middle = Math.ceil(all.length / 2);
  const [only, second] = all;
  if (only && !second) return only;
  return { kind, left: joined(kind, all.slice(0, middle)), right: joined(kind, all.slice(middle)) };
}

/** Recursive descent over the tokens; binding from loose to tight: or, and, not, comparison. */
class WhereParser {
  readonly #text: string;
  readonly #tokens: readonly Token[];
  #index = 0;
  #level = 0;

  constructor(text: string) {
    this.#text = text;
    this.#tokens = tokenize(text);
  }

  parse(): Condition {
    const condition = this.#or();
    if (this.#peek.kind !== 'end') this.#fail(this.#decimalPoint() ?? ['and', 'or']);
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

  #fail(expected: readonly string[], more: ErrorDetails = {}): never {
    const { position } = this.#peek;
    const value = this.#text;
    throw new DataError('bad-expression', { attribute: 'where', value, position, expected, ...more });
  }

  /** The number that was meant by one with a decimal comma. */
  #decimalPoint(): string[] | undefined {
    const [before, here, after] = this.#tokens.slice(this.#index - 1, this.#index + 2);
    const isComma = before?.kind === 'number' && here?.text === ',' && after?.kind === 'number';
    return isComma ? [`${before.text}.${after.text}`] : undefined;
  }

  /** The name of several words that was meant, in its brackets. */
  #bracketed(from: number): string[] {
    let to = this.#index;
    const isName = (token?: Token): boolean =>
      token?.kind === 'word' && !/^(in|is|not|between)$/i.test(token.text);
    while (isName(this.#tokens[to])) to++;
    return [`[${this.#text.slice(from, this.#tokens[to]?.position).trim()}]`];
  }

  #or(): Condition {
    const all = [this.#and()];
    while (this.#take('or')) all.push(this.#and());
    return joined('or', all);
  }

  #and(): Condition {
    const all = [this.#not()];
    while (this.#take('and')) all.push(this.#not());
    return joined('and', all);
  }

  #not(): Condition {
    const isNegated = this.#take('not');
    if (!isNegated && !this.#take('(')) return this.#comparison();
    if (++this.#level > MOST_LEVELS) this.#fail([], { limit: MOST_LEVELS, what: 'levels' });
    const inside: Condition = isNegated ? { kind: 'not', of: this.#not() } : this.#or();
    if (!isNegated && !this.#take(')')) this.#fail(this.#decimalPoint() ?? [')']);
    this.#level--;
    return inside;
  }

  #comparison(): Condition {
    const { kind } = this.#peek;
    if (kind !== 'name' && kind !== 'word') this.#fail(['columna', '[columna con espacios]']);
    const { position } = this.#peek;
    const column = this.#next().text;
    if (this.#take('is')) return this.#isNull(column);
    const negated = this.#take('not');
    const condition = this.#listOrRange(column);
    if (condition) return negated ? { kind: 'not', of: condition } : condition;
    const op = COMPARISONS[this.#peek.text];
    if (negated || this.#peek.kind !== 'sign' || !op) {
      const operators = negated
        ? ['in', 'between']
        : [...Object.keys(COMPARISONS), 'in', 'between', 'is null'];
      this.#fail(this.#peek.kind === 'word' && !negated ? this.#bracketed(position) : operators);
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
