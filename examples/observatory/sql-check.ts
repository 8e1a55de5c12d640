import { CkanError } from './ckan-error.js';
import { isWord, unquoted, type Token } from './sql-tokens.js';

/** A stand-in for `ckan.datastore.sqlsearch.allowed_functions_file`. */
const ALLOWED_FUNCTIONS: ReadonlySet<string> = new Set(
  'abs avg cast ceil coalesce count floor length lower max min nullif replace round substr sum trim upper'.split(
    ' ',
  ),
);

/** Words that may stand before a bracket without being functions. */
const NOT_FUNCTIONS: ReadonlySet<string> = new Set(
  'and as by case distinct else exists from having in join not on or over select then union all values when where'.split(
    ' ',
  ),
);

/** Refuses what a portal refuses before it runs anything. */
export function checkStatement(tokens: readonly Token[]): void {
  if (!isWord(tokens[0], 'select') || tokens.some(({ text }) => text === ';')) {
    throw CkanError.invalid({ query: ['Query is not a single statement.'] });
  }
  if (tokens.some(({ text }) => text === '--' || text === '/*' || text === '"' || text === "'")) {
    throw CkanError.invalid({ query: ['syntax error'] });
  }
  for (const [index, { kind, text }] of tokens.entries()) {
    const name = text.toLowerCase();
    const isCall = kind === 'word' && tokens[index + 1]?.text === '(' && !NOT_FUNCTIONS.has(name);
    if (isCall && !ALLOWED_FUNCTIONS.has(name)) {
      throw CkanError.notAuthorized(`Not authorized to call function ${name}`);
    }
  }
}

/** The tables a query reads: what stands after FROM and JOIN. */
export function tableNames(tokens: readonly Token[]): string[] {
  const names = tokens.flatMap((token, index) => {
    const before = tokens[index - 1];
    const isTable = isWord(before, 'from') || isWord(before, 'join');
    if (!isTable || (token.kind !== 'quoted' && token.kind !== 'word')) return [];
    return [token.kind === 'quoted' ? unquoted(token.text) : token.text.toLowerCase()];
  });
  return [...new Set(names)];
}

/**
 * PostgreSQL lowers unquoted names and knows no column by them when the real name has capitals;
 * SQLite would find it, and would take an unknown quoted name for a text.
 */
export function checkNames(tokens: readonly Token[], known: ReadonlySet<string>): void {
  const aliases = new Set(
    tokens.flatMap((token, index) => (isWord(tokens[index - 1], 'as') ? [nameOf(token)] : [])),
  );
  const lowered = new Set(
    [...known].filter((name) => name !== name.toLowerCase()).map((name) => name.toLowerCase()),
  );
  for (const token of tokens) {
    const name = nameOf(token);
    const isUnknown =
      (token.kind === 'quoted' && !known.has(name)) ||
      (token.kind === 'word' && lowered.has(name) && !known.has(name));
    if (isUnknown && !aliases.has(name)) throw undefinedColumn(name);
  }
}

function undefinedColumn(name: string): CkanError {
  const message = `column "${name}" does not exist`;
  return CkanError.invalid({ query: [`(UndefinedColumn) ${message}`], info: { orig: [message] } });
}

function nameOf({ kind, text }: Token): string {
  return kind === 'quoted' ? unquoted(text) : text.toLowerCase();
}
