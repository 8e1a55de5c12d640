import type { Query } from '../query/query.js';
import { wholeRange } from './leave-to-service.js';
import type { Plan, SourceOptions } from './source.js';

/** More rows than this the service refuses to give at once. */
export const PAGE = 1000;
/** The name that the service gives its column of dates in CSV. */
export const TIME = 'indice_tiempo';

/** `id:percent_change:sum`: a series, how it is represented, how it is put together. */
export const AGGREGATIONS = new Set(['avg', 'sum', 'end_of_period', 'min', 'max']);

export const idsIn = (url: URL): string[] =>
  (url.searchParams.get('ids') ?? '')
    .split(',')
    .map((id) => id.trim())
    .filter(Boolean);

/** Whether every series is given as it is: changes against earlier periods need those periods. */
function isAsPublished(url: URL): boolean {
  const mode = url.searchParams.get('representation_mode') ?? 'value';
  const suffixes = idsIn(url).flatMap((id) => id.split(':').slice(1));
  return mode === 'value' && suffixes.every((each) => AGGREGATIONS.has(each) || each === 'value');
}

export function plan(address: URL, query: Query, _: SourceOptions, pushDown: boolean): Plan {
  const url = new URL(address);
  const given = url.searchParams;
  given.set('format', 'json');
  for (const name of ['header', 'sep', 'decimal', 'flatten']) given.delete(name);
  // What the columns are, and how long their periods, stands only in the metadata.
  if (given.get('metadata') !== 'full') given.set('metadata', 'full');
  const isCounted = given.has('last');
  if (!isCounted && !given.has('limit')) given.set('limit', String(PAGE));
  const isOpen = !isCounted && !['start_date', 'end_date', 'start'].some((name) => given.has(name));
  const isOurs = given.get('limit') === String(PAGE);
  const range = pushDown && isOpen && isOurs && isAsPublished(url) ? wholeRange(query, TIME) : undefined;
  if (range) {
    // Whole years, so that no period put together by the service lacks a part.
    given.set('start_date', `${range.first}-01-01`);
    given.set('end_date', `${range.last}-12-31`);
  }
  return { url: url.href, pushedDown: range !== undefined };
}
