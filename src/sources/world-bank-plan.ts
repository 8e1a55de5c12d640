import type { Query } from '../query/query.js';
import { exactCodes, wholeRange } from './leave-to-service.js';
import type { Plan, SourceOptions } from './source.js';

/** The service gives at most 32 500 at once, whatever is asked for. */
const PER_PAGE = 10_000;
/** More countries make an address that is too long. */
const MOST_COUNTRIES = 60;

/** Countries fixed by the question, where the address leaves all open. */
function countriesIn(query: Query): readonly string[] | undefined {
  const iso3 = exactCodes(query, 'countryiso3code');
  if (iso3?.every((code) => /^[A-Z]{3}$/.test(code))) return iso3;
  const iso2 = exactCodes(query, 'country');
  return iso2?.every((code) => /^[A-Z\d]{2}$/.test(code)) ? iso2 : undefined;
}

export function plan(address: URL, query: Query, _: SourceOptions, pushDown: boolean): Plan {
  const url = new URL(address);
  const given = url.searchParams;
  given.set('format', 'json');
  if (!given.has('per_page')) given.set('per_page', String(PER_PAGE));
  if (!pushDown) return { url: url.href, pushedDown: false };
  let pushedDown = false;
  const countries = countriesIn(query);
  // The latest values are counted for each country: fewer countries change none of them.
  if (
    countries &&
    countries.length <= MOST_COUNTRIES &&
    /\/country\/all\/indicators?\//i.test(url.pathname) &&
    !given.has('page')
  ) {
    url.pathname = url.pathname.replace(/\/country\/all\//i, `/country/${countries.join(';')}/`);
    pushedDown = true;
  }
  const isOpen = !['date', 'mrv', 'mrnev', 'gapfill', 'frequency', 'source', 'page'].some((name) =>
    given.has(name),
  );
  const range = isOpen ? wholeRange(query, 'date') : undefined;
  // Years only: what comes by month or quarter is asked for in other words.
  if (range) given.set('date', range.first === range.last ? range.first : `${range.first}:${range.last}`);
  return { url: url.href, pushedDown: pushedDown || range !== undefined };
}
