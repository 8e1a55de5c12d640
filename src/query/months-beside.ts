import type { Query } from './query.js';

/** How columns of months are called: `mes`, `MES_HECHO`, `num_mes`, `month`. */
const MONTHS = /(^|[^a-z])(mes|m[eê]s|month)([^a-z]|$)/i;

/** Whether an answer is broken down by the months of its years: then none of them lacks any. */
export const isByMonths = ({ by }: Query): boolean => by.some((name) => MONTHS.test(name));

/** Whether every measure adds up over time: of an average of months none is missing. */
export const addsUp = ({ measures }: Query): boolean =>
  measures.length > 0 && measures.every(({ aggregate }) => aggregate === 'sum' || aggregate === 'count');

/**
 * The column beside a question's years that tells the months of the rows, by its name: it is not asked for, but which
 * months there are tells whether a year is whole. `undefined` where there is none, or more than one.
 */
export function monthsBeside(names: readonly string[], query: Query): string | undefined {
  const { time, every, measures } = query;
  if (time.length !== 1 || every || !addsUp(query) || isByMonths(query)) return undefined;
  const used = [...time, ...measures.map(({ column }) => column)];
  const found = names.filter((name) => MONTHS.test(name) && !used.includes(name));
  return found.length === 1 ? found[0] : undefined;
}
