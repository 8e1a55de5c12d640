import { isWord, unquoted, type Token } from './sql-tokens.js';

/** One column of the answer, named as PostgreSQL names it. */
export interface SelectItem {
  readonly name: string;
  readonly isCount: boolean;
}

/** The columns asked for, or undefined when a star leaves them to the tables. */
export function selectItems(tokens: readonly Token[]): SelectItem[] | undefined {
  const items = splitItems(tokens);
  if (items.some((item) => item.at(-1)?.text === '*' && item.length <= 3)) return undefined;
  return items.map((item) => ({
    name: aliasOf(item) ?? impliedName(item),
    isCount: isWord(item[0], 'count') && item[1]?.text === '(',
  }));
}

/** What stands between SELECT and its FROM, cut at the commas outside brackets. */
function splitItems(tokens: readonly Token[]): Token[][] {
  const items: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens.slice(isWord(tokens[1], 'distinct') ? 2 : 1)) {
    if (depth === 0 && isWord(token, 'from')) break;
    if (token.text === '(') depth += 1;
    if (token.text === ')') depth -= 1;
    if (depth === 0 && token.text === ',') items.push([]);
    else items.at(-1)?.push(token);
  }
  return items;
}

function aliasOf(item: readonly Token[]): string | undefined {
  const last = item.at(-1);
  const before = item.at(-2);
  if (!last || !before || (last.kind !== 'word' && last.kind !== 'quoted')) return undefined;
  // Without AS, a name after a complete operand is an alias too; after "::" or "." it is not.
  const endsOperand = before.text === ')' || before.kind === 'quoted' || before.kind === 'word';
  return isWord(before, 'as') || (endsOperand && !isWord(last, 'end')) ? nameOf(last) : undefined;
}

function impliedName(item: readonly Token[]): string {
  const [first] = item;
  const column = item.findLast(({ kind }) => kind === 'quoted');
  if (first?.kind === 'word') return first.text.toLowerCase();
  return first?.kind === 'quoted' && column ? nameOf(column) : '?column?';
}

function nameOf({ kind, text }: Token): string {
  return kind === 'quoted' ? unquoted(text) : text.toLowerCase();
}
