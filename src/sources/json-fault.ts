/** One token of JSON after the space before it: a sign, a text, a number or a word. */
const TOKEN =
  // eslint-disable-next-line no-control-regex -- what a text of JSON may not hold
  /[ \t\n\r]*(?:([[\]{},:])|("[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[^"\\\u0000-\u001f]*)*")|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/y;

type Wanted = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | 'more';

/** What may come after this token; `undefined` where it may not stand here. `open` are the brackets around it. */
function afterToken(sign: string, isText: boolean, wanted: Wanted, open: string[]): Wanted | undefined {
  const around = open.at(-1);
  const isEnd = (around === '[' && sign === ']') || (around === '{' && sign === '}');
  if (isEnd && /more|or/.test(wanted)) {
    open.pop();
    return 'more';
  }
  if (wanted === 'more') return sign === ',' && around ? (around === '[' ? 'value' : 'key') : undefined;
  if (wanted === ':') return sign === ':' ? 'value' : undefined;
  if (wanted.startsWith('key')) return isText ? ':' : undefined;
  if (sign === '') return 'more';
  if (sign !== '[' && sign !== '{') return undefined;
  open.push(sign);
  return sign === '[' ? 'value or ]' : 'key or }';
}

/**
 * Where a text first is no JSON; `undefined` where it is JSON. Engines tell it each in words of its own, or do not
 * tell it.
 */
export function faultIn(text: string): number | undefined {
  const open: string[] = [];
  let wanted: Wanted = 'value';
  let at = 0;
  for (;;) {
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(text);
    const next: Wanted | null | undefined =
      found && afterToken(found[1] ?? '', found[2] !== undefined, wanted, open);
    if (!next) break;
    [wanted, at] = [next, TOKEN.lastIndex];
  }
  const rest = /[^ \t\n\r]/.exec(text.slice(at));
  if (rest) return at + rest.index;
  return wanted === 'more' && open.length === 0 ? undefined : at;
}
