import { isWord, type Token } from './sql-tokens.js';

/** PostgreSQL puts missing values last, and first when descending; SQLite does the opposite unless told. */
export function orderMissingLast(tokens: readonly Token[]): Token[] {
  const ordered: Token[] = [];
  let depth = 0;
  let isOrdering = false;
  const endItem = (): void => {
    const last = ordered.at(-1);
    if (!isOrdering || isWord(last, 'first') || isWord(last, 'last')) return;
    ordered.push(word('NULLS'), word(isWord(last, 'desc') ? 'FIRST' : 'LAST'));
  };
  for (const token of tokens) {
    const isTopLevel = depth === 0;
    if (token.text === '(') depth += 1;
    if (token.text === ')') depth -= 1;
    const endsOrdering = isTopLevel && (isWord(token, 'limit') || isWord(token, 'offset'));
    if (endsOrdering || (isTopLevel && token.text === ',')) endItem();
    if (endsOrdering) isOrdering = false;
    if (isTopLevel && isWord(token, 'by') && isWord(ordered.at(-1), 'order')) isOrdering = true;
    ordered.push(token);
  }
  endItem();
  return ordered;
}

function word(text: string): Token {
  return { kind: 'word', text };
}
