import { parseMeasures } from '../../query/parse-options.js';

/**
 * Whether values of several entries may be added up: sums and counts may, rates and averages may not; of a column as
 * it stands nobody knows.
 */
export type Additivity = 'yes' | 'no' | 'unknown';

/** `value` and `per` as the page has them. */
export function additivityOf(value: string, per: string, unit: string): Additivity {
  if (per.trim() !== '') return 'no';
  const aggregate = parseMeasures(value)[0]?.aggregate ?? null;
  if (aggregate === null) return 'unknown';
  if (aggregate !== 'sum' && aggregate !== 'count') return 'no';
  // A sum of percentages is none.
  return unit.trim().startsWith('%') ? 'no' : 'yes';
}
