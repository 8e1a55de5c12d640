import { DataError } from '../errors.js';

export interface Token {
  readonly kind: 'name' | 'word' | 'text' | 'number' | 'sign' | 'end';
  readonly text: string;
  /** Where it stands in the expression, from 0. */
  readonly position: number;
}

/** One pattern a kind, tried in order where the last token ended. */
const PATTERNS: readonly (readonly [Token['kind'], RegExp])[] = [
  ['text', /'((?:[^']|'')*)'/y],
  ['name', /"([^"]+)"|`([^`]+)`|\[([^\]]+)\]/y],
  ['number', /(-?\d+(?:\.\d+)?)(?![\p{L}\p{N}_])/uy],
  ['word', /([\p{L}_][\p{L}\p{N}\p{M}_.$]*)/uy],
  ['sign', /(<>|!=|<=|>=|[=<>(),])/y],
];

function tokenAt(text: string, position: number): { token: Token; next: number } {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = position;
    const match = pattern.exec(text);
    if (!match) continue;
    const inner = match[1] ?? match[2] ?? match[3] ?? '';
    const content = kind === 'text' ? inner.replaceAll("''", "'") : inner;
    return { token: { kind, text: content, position }, next: pattern.lastIndex };
  }
  throw new DataError('bad-expression', {
    attribute: 'where',
    value: text,
    position,
    expected: ["columna = 'texto'", 'columna >= 2018', "columna in ('a', 'b')", '[columna con espacios] > 0'],
  });
}

/** The tokens of a condition, with an `end` token last. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  const skipSpace = (from: number): number => from + (/^\s*/.exec(text.slice(from))?.[0].length ?? 0);
  let position = skipSpace(0);
  while (position < text.length) {
    const { token, next } = tokenAt(text, position);
    tokens.push(token);
    position = skipSpace(next);
  }
  return [...tokens, { kind: 'end', text: '', position: text.length }];
}
