import type { Query } from '../query/query.js';
import { exactFilters } from './push-down.js';
import type { Wording } from './weaker-condition.js';

/** What a portal can leave out of which nobody knows what its columns are: rows with other words than those wanted. */
export function exactCondition(query: Query, wording: Omit<Wording, 'kind' | 'columns'>): string | undefined {
  const each = exactFilters(query).map(({ column, values }) => {
    const name = wording.name(column);
    const words = values.map((value) => wording.text(value));
    const known = words.filter((word) => word !== undefined);
    if (name === undefined || known.length < words.length) return undefined;
    const all = known.map((word) => wording.compare(name, '=', word)).join(' or ');
    return known.length > 1 ? `(${all})` : all;
  });
  return each.filter((one) => one !== undefined).join(' and ') || undefined;
}

/** Asks for fewer rows: those that the address wants and of which the condition is true. */
export function narrow(given: URLSearchParams, parameter: string, condition: string | undefined): void {
  if (condition === undefined) return;
  const own = given.get(parameter);
  given.set(parameter, own ? `(${own}) and (${condition})` : condition);
}
