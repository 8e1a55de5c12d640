import { DataError } from '../errors.js';
import type { Interval, Measure, Per } from './query.js';

const LEVELS = [90, 95, 99] as const;
/** What can be counted: an average, a highest or a lowest value has no interval of this kind. */
const COUNTED = ['sum(columna)', 'count(columna)'];

function refuse(value: string, expected: readonly string[]): never {
  throw new DataError('bad-attribute', { attribute: 'interval', value, expected });
}

/**
 * `interval="95"`, `"95 poisson"`, `"90 wilson"`: the level and the method. Wilson's is that of a part of a whole:
 * it needs `per`, whose denominator holds the events that are counted.
 */
export function parseInterval(text: string, measures: readonly Measure[], per: Per | undefined): Interval {
  const [, said, method = 'poisson'] = /^(\d\d) ?%?(?:\s+(poisson|wilson))?$/i.exec(text.trim()) ?? [];
  const level = LEVELS.find((each) => String(each) === said);
  if (!level) return refuse(text, ['90', '95', '99', '95 wilson']);
  if (measures.some(({ aggregate }) => aggregate && /avg|min|max/.test(aggregate)))
    return refuse(
      text,
      COUNTED.map((each) => `value="${each}"`),
    );
  if (method.toLowerCase() === 'poisson') return { level, method: 'poisson' };
  return per ? { level, method: 'wilson' } : refuse(text, ['per="100 of sum(columna)"', said ?? '']);
}
