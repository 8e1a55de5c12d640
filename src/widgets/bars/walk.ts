/** Where a key leads among so many rows; `null` out of them, `undefined` where it means nothing to the bars. */
export function walk(key: string, active: number | undefined, count: number): number | null | undefined {
  if (count === 0) return undefined;
  if (key === 'Escape') return active === undefined ? undefined : null;
  const last = count - 1;
  const to = {
    ArrowDown: (active ?? -1) + 1,
    ArrowUp: (active ?? count) - 1,
    Home: 0,
    End: last,
  }[key];
  return to === undefined ? undefined : Math.min(last, Math.max(0, to));
}
