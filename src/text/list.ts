/** `2014, 2018 y 2022`; `and`: the word before the last, which may depend on it. */
export function listText(items: readonly string[], and: (last: string) => string): string {
  const last = items.at(-1) ?? '';
  if (items.length < 2) return last;
  return `${items.slice(0, -1).join(', ')} ${and(last)} ${last}`;
}
