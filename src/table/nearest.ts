/** Edits (insert, delete, replace) from one word to another. */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row[b.length] as number;
}

/** The name that was probably meant; `undefined` where none is near. Names longer than 60 characters are cut. */
export function nearestName(wrong: string, names: readonly string[]): string | undefined {
  const cut = (name: string): string => name.slice(0, 60).toLowerCase();
  let best: string | undefined;
  let least = Math.max(2, Math.floor(wrong.length / 2)) + 1;
  for (const name of names) {
    const steps = distance(cut(wrong), cut(name));
    if (steps < least) [least, best] = [steps, name];
  }
  return best;
}
