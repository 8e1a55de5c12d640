import type { ColumnDescription } from '../table/describe.js';
import type { Condition, Measure, Query } from './query.js';

/**
 * What a portal is asked to make of each group of rows, so that the page can make the answer of any measure from it:
 * groups are put together again by period and by what `where` leaves, and a missing part stays known.
 */
export interface Partial {
  /** The name of the column in the reply. */
  readonly alias: string;
  readonly how: 'sum' | 'min' | 'max' | 'count';
  /** `null` for the number of rows. */
  readonly column: string | null;
}

/** The column of the number of rows in each group, whatever they hold. */
export const ROWS = 'obs_rows';

/** The name of a part of a measure: `obs_sum_cantidad` could be a column of the portal's own, so they are numbered. */
export function aliasOf(how: Partial['how'], place: number): string {
  return `obs_${how}_${place + 1}`;
}

const measuresOf = ({ measures, per, reporting }: Query): Measure[] => [
  ...measures,
  ...(per?.of ? [per.of] : []),
  ...(reporting ? [reporting.reported, reporting.expected] : []),
];

/** The columns that a question measures, once each, in their order. */
export function measuredColumns(query: Query): string[] {
  return [...new Set(measuresOf(query).flatMap(({ column }) => (column === null ? [] : [column])))];
}

/** The names of the parts of one measure. */
export function partsOf(query: Query, column: string): Record<Partial['how'], string> {
  const place = measuredColumns(query).indexOf(column);
  const alias = (how: Partial['how']): string => aliasOf(how, place);
  return { sum: alias('sum'), min: alias('min'), max: alias('max'), count: alias('count') };
}

/** All that a portal is to compute for each group: the rows, and what each measure is made of. */
export function partialsOf(query: Query): Partial[] {
  const partials = new Map<string, Partial>([[ROWS, { alias: ROWS, how: 'count', column: null }]]);
  for (const { aggregate, column } of measuresOf(query)) {
    if (column === null || aggregate === null) continue;
    const names = partsOf(query, column);
    const part = aggregate === 'avg' ? 'sum' : aggregate;
    // How many of the rows have a value tells whether a part of the total is missing.
    for (const how of [part, 'count'] as const) partials.set(names[how], { alias: names[how], how, column });
  }
  return [...partials.values()];
}

/** The reply's columns that are parts of measures: always numbers. */
export function partialColumns(query: Query): ColumnDescription[] {
  return partialsOf(query).map(({ alias }) => ({ name: alias, kind: 'number' }));
}

/** The columns that a condition looks at. */
export function conditionColumns(condition: Condition): string[] {
  if ('left' in condition) return [condition.left, condition.right].flatMap(conditionColumns);
  return 'of' in condition ? conditionColumns(condition.of) : [condition.column];
}

/**
 * What a portal groups by: the question's own time and breakdown, and the columns of its `where`, since the page
 * filters the groups again, by its own rules of what equals what.
 */
export function groupColumns({ time, months, by, where }: Query): string[] {
  const timed = months === undefined ? time : [...time, months];
  return [...new Set([...timed, ...by, ...(where ? conditionColumns(where) : [])])];
}

/** Whether the answer can be made from groups: all is put together, and no row's own status is asked for. */
export function canGroup(query: Query): boolean {
  const all = measuresOf(query);
  const isMeasured = !query.isOpen && all.length > 0 && all.every(({ aggregate }) => aggregate !== null);
  // A column that is measured and grouped by would have one value in each group.
  const grouped = groupColumns(query);
  return (
    isMeasured && query.status === undefined && !measuredColumns(query).some((name) => grouped.includes(name))
  );
}
