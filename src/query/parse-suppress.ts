import { DataError } from '../errors.js';
import type { Measure } from './query.js';

const FEWEST = 2;
const MOST = 100;

/** That the attribute cannot be heeded. */
export function refuseToSuppress(value: string, expected: readonly string[]): never {
  throw new DataError('bad-attribute', { attribute: 'suppress-under', value, expected });
}

/** `suppress-under="3"`: counts from 1 up to under that number are hidden. */
export function parseSuppressUnder(text: string, measures: readonly Measure[]): number {
  const limit = /^\d{1,3}$/.test(text.trim()) ? Number(text) : NaN;
  if (!(limit >= FEWEST && limit <= MOST)) return refuseToSuppress(text, ['3', '5', '10']);
  // The highest or lowest of few values is one of them.
  if (measures.some(({ aggregate }) => aggregate && /avg|min|max/.test(aggregate)))
    return refuseToSuppress(text, ['value="sum(columna)"', 'value="count(columna)"']);
  return limit;
}
