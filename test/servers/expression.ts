/** What a portal's database holds in one cell. */
export type Value = string | number | boolean | null;
export type Row = Readonly<Record<string, Value>>;
/** SQL's three truths: `null` is unknown. */
export type Truth = boolean | null;

/** A query that the portal cannot read: it answers 400. */
export class BadQuery extends Error {}

export interface Grammar {
  /** What quotes a text: `'` doubled within (SoQL, OData), or either sign, without one (ODSQL). */
  readonly quotes: "'" | `'"`;
  /** The portal's words for comparisons. */
  readonly operators: Readonly<Record<string, string>>;
  call?(name: string, values: readonly Value[]): Value;
  /** Whether a text is a number's equal, and so on: databases refuse to compare what is of two kinds. */
  readonly types: Readonly<Record<string, 'text' | 'number' | 'date'>>;
}

interface Token {
  readonly kind: 'name' | 'text' | 'number' | 'sign' | 'end';
  readonly text: string;
}

const TOKEN =
  /\s*(?:`([^`]+)`|('(?:[^']|'')*')|("[^"]*")|(-?\d+(?:\.\d+)?(?![\w-]))|([A-Za-z_:]\w*)|(<=|>=|!=|<>|[=<>(),*]))/y;

function tokenize(text: string, quotes: Grammar['quotes']): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (text.slice(at).trim() !== '') {
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(text);
    if (!found) throw new BadQuery(`at ${at}: ${text.slice(at)}`);
    const [, ticked, single, double, number, word, sign] = found;
    at = TOKEN.lastIndex;
    if (double !== undefined && quotes === "'") throw new BadQuery(`a double quote in ${text}`);
    if (ticked !== undefined) tokens.push({ kind: 'name', text: ticked });
    else if (single !== undefined) {
      if (quotes !== "'" && single.slice(1, -1).includes("'")) throw new BadQuery(single);
      tokens.push({ kind: 'text', text: single.slice(1, -1).replaceAll("''", "'") });
    } else if (double !== undefined) tokens.push({ kind: 'text', text: double.slice(1, -1) });
    else if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else tokens.push({ kind: word === undefined ? 'sign' : 'name', text: word ?? sign ?? '' });
  }
  return [...tokens, { kind: 'end', text: '' }];
}

const byCodePoint = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Reads and evaluates one expression over one row, as a database does: by its own grammar, nothing of ours in it. */
export class Evaluation {
  readonly #tokens: readonly Token[];
  readonly #grammar: Grammar;
  readonly #row: Row;
  #at = 0;

  constructor(text: string, row: Row, grammar: Grammar) {
    this.#tokens = tokenize(text, grammar.quotes);
    this.#row = row;
    this.#grammar = grammar;
  }

  truth(): Truth {
    const truth = this.#or();
    if (this.#peek().kind !== 'end') throw new BadQuery(`unexpected ${this.#peek().text}`);
    return truth;
  }

  value(): Value {
    const value = this.#operand().value;
    if (this.#peek().kind !== 'end') throw new BadQuery(`unexpected ${this.#peek().text}`);
    return value;
  }

  #peek(): Token {
    return this.#tokens[this.#at] ?? { kind: 'end', text: '' };
  }

  #take(...words: readonly string[]): string | undefined {
    const { kind, text } = this.#peek();
    if ((kind === 'name' || kind === 'sign') && words.includes(text.toLowerCase())) {
      this.#at++;
      return text.toLowerCase();
    }
    return undefined;
  }

  #must(word: string): void {
    if (this.#take(word) === undefined) throw new BadQuery(`expected ${word}, not ${this.#peek().text}`);
  }

  #or(): Truth {
    let left = this.#and();
    while (this.#take('or') !== undefined) {
      const right = this.#and();
      left = left === true || right === true ? true : left === null || right === null ? null : false;
    }
    return left;
  }

  #and(): Truth {
    let left = this.#not();
    while (this.#take('and') !== undefined) {
      const right = this.#not();
      left = left === false || right === false ? false : left === null || right === null ? null : true;
    }
    return left;
  }

  #not(): Truth {
    if (this.#take('not') !== undefined) {
      const truth = this.#not();
      return truth === null ? null : !truth;
    }
    if (this.#take('(') !== undefined) {
      const truth = this.#or();
      this.#must(')');
      return truth;
    }
    return this.#comparison();
  }

  #comparison(): Truth {
    const left = this.#operand();
    if (this.#take('is') !== undefined) {
      const negated = this.#take('not') !== undefined;
      this.#must('null');
      return (left.value === null) !== negated;
    }
    if (this.#take('in') !== undefined) {
      this.#must('(');
      const truths: Truth[] = [];
      do truths.push(this.#compared(left, '=', this.#operand()));
      while (this.#take(',') !== undefined);
      this.#must(')');
      return truths.includes(true) ? true : truths.includes(null) ? null : false;
    }
    const op = this.#take(...Object.keys(this.#grammar.operators));
    if (op === undefined) throw new BadQuery(`a comparison, not ${this.#peek().text}`);
    const right = this.#operand();
    const sign = this.#grammar.operators[op] ?? '';
    // OData: `eq null` is true of what is not there.
    if (right.isNull) return (left.value === null) === (sign === '=');
    return this.#compared(left, sign, right);
  }

  #compared(left: Operand, op: string, right: Operand): Truth {
    if (left.type !== right.type && !(left.type === 'date' && right.type === 'text')) {
      throw new BadQuery(`${left.type} ${op} ${right.type}`);
    }
    const [a, b] = [left.value, right.value];
    if (a === null || b === null) return null;
    const order = typeof a === 'number' && typeof b === 'number' ? a - b : byCodePoint(String(a), String(b));
    if (op === '=') return order === 0;
    if (op === '<>') return order !== 0;
    if (op === '<') return order < 0;
    if (op === '<=') return order <= 0;
    return op === '>' ? order > 0 : order >= 0;
  }

  #operand(): Operand {
    const { kind, text } = this.#peek();
    this.#at++;
    if (kind === 'number') return { value: Number(text), type: 'number', isNull: false };
    if (kind === 'text') return { value: text, type: 'text', isNull: false };
    if (kind !== 'name') throw new BadQuery(`a value, not ${text}`);
    if (text.toLowerCase() === 'null') return { value: null, type: 'text', isNull: true };
    if (text.toLowerCase() === 'date' && this.#peek().kind === 'text') {
      return { value: this.#operand().value, type: 'date', isNull: false };
    }
    if (text.toLowerCase() === 'case' && this.#take('(') !== undefined) return this.#case();
    if (this.#take('(') !== undefined) {
      const value = this.#operand().value;
      this.#must(')');
      const called = this.#grammar.call?.(text, [value]);
      if (called === undefined) throw new BadQuery(`no function ${text}`);
      return { value: called, type: typeof called === 'number' ? 'number' : 'date', isNull: false };
    }
    const type = Object.hasOwn(this.#grammar.types, text) ? this.#grammar.types[text] : undefined;
    if (type === undefined) throw new BadQuery(`no such column: ${text}`);
    return { value: this.#row[text] ?? null, type, isNull: false };
  }

  /** `case(condition, value, …)`: the value after the first condition that is true. */
  #case(): Operand {
    let chosen: Operand | undefined;
    do {
      const isTrue = this.#take('true') !== undefined || this.#or() === true;
      this.#must(',');
      const value = this.#operand();
      if (isTrue) chosen ??= value;
    } while (this.#take(',') !== undefined);
    this.#must(')');
    return chosen ?? { value: null, type: 'number', isNull: false };
  }
}

interface Operand {
  readonly value: Value;
  readonly type: 'text' | 'number' | 'date';
  readonly isNull: boolean;
}

/** Parts of a list at its commas, not at those within brackets or quotes. */
export function splitList(text: string): string[] {
  const parts: string[] = [''];
  let depth = 0;
  let quote = '';
  for (const sign of text) {
    if (quote !== '') quote = sign === quote ? '' : quote;
    else if (/['"`]/.test(sign)) quote = sign;
    else if (sign === '(') depth++;
    else if (sign === ')') depth--;
    if (sign === ',' && depth === 0 && quote === '') parts.push('');
    else parts[parts.length - 1] += sign;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** One aggregate over the values of a group; what is null does not count, and nothing adds up to null. */
export function aggregateOf(how: string, values: readonly Value[]): Value {
  const present = values.filter((value) => value !== null);
  if (how === 'count') return present.length;
  if (present.length === 0) return null;
  if (how === 'min' || how === 'max') {
    const sorted = [...present].sort((a, b) =>
      typeof a === 'number' && typeof b === 'number' ? a - b : byCodePoint(String(a), String(b)),
    );
    return (how === 'min' ? sorted[0] : sorted.at(-1)) ?? null;
  }
  if (present.some((value) => typeof value !== 'number')) throw new BadQuery(`${how} of what is no number`);
  const sum = present.reduce<number>((all, value) => all + Number(value), 0);
  return how === 'sum' ? sum : sum / present.length;
}
