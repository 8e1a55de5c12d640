import type { Condition, Query } from '../query/query.js';

/** The conditions that all must hold. */
function conjuncts(condition: Condition): Condition[] {
  return condition.kind === 'and'
    ? [...conjuncts(condition.left), ...conjuncts(condition.right)]
    : [condition];
}

/** Columns of which `where` wants some texts exactly, and the texts: codes are compared letter by letter. */
export function codeFilters({ where }: Query): Map<string, readonly string[]> {
  const filters = new Map<string, readonly string[]>();
  for (const condition of where ? conjuncts(where) : []) {
    if (condition.kind !== 'compare' && condition.kind !== 'in') continue;
    const values = condition.kind === 'in' ? condition.values : condition.op === '=' ? [condition.value] : [];
    if (values.length === 0 || !values.every(({ isText }) => isText) || filters.has(condition.column))
      continue;
    filters.set(condition.column, [...new Set(values.map(({ text }) => text))]);
  }
  return filters;
}

/** The texts that a column must have one of; `undefined` where `where` leaves it open. */
export function exactCodes(query: Query, column: string): readonly string[] | undefined {
  return codeFilters(query).get(column);
}

type Range = NonNullable<NonNullable<Query['declared']>['range']>;

/**
 * The range of periods that a service may be left to choose by the question's one column of time. None where a break
 * is declared: the page looks for where it starts among all periods.
 */
export function timeRange({ declared, time }: Query, column: string): Range | undefined {
  const isOpen = time.length === 1 && time[0] === column && declared?.breaks.length === 0;
  return isOpen ? declared.range : undefined;
}

/** The same in whole years: the page chooses within them again. */
export function wholeRange(query: Query, column: string): { first: string; last: string } | undefined {
  const range = timeRange(query, column);
  const text = (year: number): string => String(year).padStart(4, '0');
  return range && { first: text(range.from.year), last: text(range.to.year) };
}
