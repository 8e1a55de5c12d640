/** Just enough of PostgreSQL's grammar to check a query and to turn it into SQLite's. */

export type TokenKind = 'quoted' | 'text' | 'number' | 'word' | 'space' | 'symbol';

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
}

const TOKEN =
  /(?<quoted>"(?:[^"]|"")*")|(?<text>'(?:[^']|'')*')|(?<number>\d+(?:\.\d+)?)|(?<word>[\p{L}_][\p{L}\p{N}_]*)|(?<space>\s+)|(?<symbol>::|--|\/\*|<=|>=|<>|!=|\|\||.)/gsu;

const KINDS: readonly TokenKind[] = ['quoted', 'text', 'number', 'word', 'space', 'symbol'];

const SQLITE_TYPES: ReadonlyMap<string, string> = new Map([
  ['numeric', 'NUMERIC'],
  ['decimal', 'NUMERIC'],
  ['int', 'INTEGER'],
  ['int4', 'INTEGER'],
  ['int8', 'INTEGER'],
  ['integer', 'INTEGER'],
  ['bigint', 'INTEGER'],
  ['float', 'REAL'],
  ['float8', 'REAL'],
  ['real', 'REAL'],
  ['text', 'TEXT'],
  ['varchar', 'TEXT'],
]);

export function tokensOf(sql: string): Token[] {
  return [...sql.matchAll(TOKEN)].map((match) => {
    const kind = KINDS.find((candidate) => match.groups?.[candidate] !== undefined) ?? 'symbol';
    return { kind, text: match[0] };
  });
}

/** The name inside double quotes. */
export function unquoted(text: string): string {
  return text.slice(1, -1).replaceAll('""', '"');
}

export function isWord(token: Token | undefined, word: string): boolean {
  return token?.kind === 'word' && token.text.toLowerCase() === word;
}

/** Rewrites `x::numeric` as `CAST(x AS NUMERIC)`, and keeps the decimals of a division. */
export function toSqlite(tokens: readonly Token[]): string {
  const pieces: Token[] = [];
  const source = tokens.filter(({ kind }) => kind !== 'space');
  for (let index = 0; index < source.length; index += 1) {
    const token = source[index];
    if (!token) continue;
    if (token.text === '::') {
      index += 1;
      castLast(pieces, source[index]);
    } else {
      // SQLite divides whole numbers without decimals; a numeric column of PostgreSQL never does.
      pieces.push(token.text === '/' ? { kind: 'symbol', text: '* 1.0 /' } : token);
    }
  }
  return pieces.map(({ text }) => text).join(' ');
}

function castLast(pieces: Token[], type: Token | undefined): void {
  const sqliteType = SQLITE_TYPES.get(type?.text.toLowerCase() ?? '');
  if (!sqliteType) throw new SyntaxError(`type "${type?.text ?? ''}" does not exist`);
  const operand = pieces.splice(operandStart(pieces)).map(({ text }) => text);
  if (operand.length === 0) throw new SyntaxError('syntax error at or near "::"');
  pieces.push({ kind: 'word', text: `CAST( ${operand.join(' ')} AS ${sqliteType} )` });
}

/** Where the last complete operand begins: a name with its table, a value, or a bracket with its function. */
function operandStart(pieces: readonly Token[]): number {
  let start = pieces.length - 1;
  if (pieces[start]?.text === ')') {
    let depth = 0;
    for (; start >= 0; start -= 1) {
      if (pieces[start]?.text === ')') depth += 1;
      if (pieces[start]?.text === '(') depth -= 1;
      if (depth === 0) break;
    }
    return pieces[start - 1]?.kind === 'word' ? start - 1 : Math.max(start, 0);
  }
  while (pieces[start - 1]?.text === '.') start -= 2;
  return Math.max(start, 0);
}
