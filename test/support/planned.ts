import { EMPTY_QUERY, type Query } from '../../src/query/query.js';
import type { About, Plan, Source, SourceOptions } from '../../src/sources/source.js';

/** A plan, with its request as the parts of its address. */
export interface Planned extends Plan {
  readonly origin: string;
  readonly path: string;
  readonly asked: Readonly<Record<string, string>>;
}

interface Told {
  readonly options?: SourceOptions;
  readonly about?: About | undefined;
  readonly pushDown?: boolean;
}

/** What a source asks for to answer a question; an address may be relative to `portal`. */
export function plannedBy(
  source: Source,
  portal: string,
  address: string,
  query: Query = EMPTY_QUERY,
  { options = {}, about, pushDown = true }: Told = {},
): Planned {
  const plan = source.plan(new URL(address, portal), query, options, pushDown, about);
  const { origin, pathname: path, searchParams } = new URL(plan.url);
  return { ...plan, origin, path, asked: Object.fromEntries(searchParams) };
}

/** A sum, and what else a test asks. */
export const sumOf = (column: string, more: Partial<Query> = {}): Query => ({
  ...EMPTY_QUERY,
  measures: [{ aggregate: 'sum', column }],
  ...more,
});
