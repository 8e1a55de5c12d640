/** Where the reader is in a chart: a period, if any, of a series. */
export interface Reading {
  readonly active: number | undefined;
  readonly series: number;
}

/** Where a key leads from there; `undefined` where it means nothing to the chart. */
export function walk(
  key: string,
  { active, series }: Reading,
  periods: number,
  seriesCount: number,
): Reading | undefined {
  const last = periods - 1;
  if (key === 'Escape') return active === undefined ? undefined : { active: undefined, series };
  const at = active ?? (key === 'ArrowLeft' ? periods : -1);
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: last }[key];
  if (to !== undefined) return { active: Math.min(last, Math.max(0, to)), series };
  const step = { ArrowDown: 1, ArrowUp: -1 }[key];
  if (step === undefined || seriesCount < 2) return undefined;
  // The first step reads the last value of the series where the reader is; the next ones change the series.
  if (active === undefined) return { active: last, series };
  return { active, series: (series + step + seriesCount) % seriesCount };
}
