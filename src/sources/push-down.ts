import { conditionColumns, measuredColumns } from '../query/partials.js';
import type { Condition, Literal, Query } from '../query/query.js';
import { looksLikeCode } from '../table/code-column.js';
import { readIsoPeriod } from '../table/period-iso.js';

/** A column and the texts of which it must have one. */
export interface ExactFilter {
  readonly column: string;
  readonly values: readonly string[];
}

/** The conditions that all must hold. */
export function conjuncts(condition: Condition): Condition[] {
  return condition.kind === 'and'
    ? [...conjuncts(condition.left), ...conjuncts(condition.right)]
    : [condition];
}

/**
 * Whether the page takes the literal for itself, whatever the kind of the column: not for a number, which a portal
 * may hold as `5` or `5.0`, nor for a period, which it may hold as `set-24`.
 */
function isExact({ text, isText }: Literal): boolean {
  return isText && Number.isNaN(Number(text)) && readIsoPeriod(text) === undefined;
}

/** The conditions that all rows must meet and by which a column has one of some values: of each column the first that fits. */
export function filtersOf(
  { where }: Query,
  fits: (values: readonly Literal[], column: string) => boolean,
): ExactFilter[] {
  const filters = new Map<string, ExactFilter>();
  for (const condition of where ? conjuncts(where) : []) {
    if (condition.kind !== 'compare' && condition.kind !== 'in') continue;
    const { column } = condition;
    const values = condition.kind === 'in' ? condition.values : condition.op === '=' ? [condition.value] : [];
    if (values.length === 0 || filters.has(column) || !fits(values, column)) continue;
    filters.set(column, { column, values: values.map(({ text }) => text) });
  }
  return [...filters.values()];
}

/**
 * The part of `where` that a portal with exact filters can answer. The page filters again, so a portal may
 * give too many rows, never too few: codes stay out, since the portal may hold them without their zero.
 */
export function exactFilters(query: Query): ExactFilter[] {
  return filtersOf(query, (values, column) => values.every(isExact) && !looksLikeCode(column, []));
}

/** Every column the question needs from the source: what a portal is asked to send. */
function neededColumns(query: Query): string[] {
  const { time, months = '', by, status, where, declared } = query;
  const { revisions } = declared ?? {};
  const revised = revisions?.before === undefined ? [] : [revisions.before, revisions.on ?? ''];
  const others = [
    ...measuredColumns(query),
    ...revised,
    status ?? '',
    months,
    ...(where ? conditionColumns(where) : []),
  ];
  return [...new Set([...time, ...by, ...others.filter((name) => name !== '')])];
}

/** The columns to ask for; none named means all, as when the rows are asked for or the time is to be found in them. */
export function wantedColumns(query: Query): string[] {
  const asksForAll = query.measures.length === 0 || query.isOpen;
  return asksForAll ? [] : neededColumns(query);
}
