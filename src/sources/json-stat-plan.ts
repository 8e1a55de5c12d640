import type { Query } from '../query/query.js';
import { firstDay } from '../table/period.js';
import { codeFilters, MOST_CODES, timeBounds } from './leave-to-service.js';
import type { Plan, SourceOptions } from './source.js';

/** Eurostat's statistics API, and the page of its data browser about the same dataset. */
const STATISTICS = /\/statistics\/1\.0\/data\/[^/]+\/?$/;
const BROWSER = /^(.*)\/databrowser\/(?:view|product\/view)\/([^/]+)/i;
/** Parameters of the API itself, which no dimension is called. */
const OWN = /^(format|lang|geolevel|(since|until|last)timeperiod|time(_period)?|value|status)$/i;
const TIME = ['time', 'TIME_PERIOD'];

function apiOf(address: URL): URL | undefined {
  if (STATISTICS.test(address.pathname)) return new URL(address);
  const [, root = '', code] = BROWSER.exec(address.pathname) ?? [];
  if (code === undefined || !/eurostat/i.test(address.href)) return undefined;
  const url = new URL(address.origin);
  url.pathname = `${root}/api/dissemination/statistics/1.0/data/${code}`;
  const lang = address.searchParams.get('lang');
  if (lang) url.searchParams.set('lang', lang);
  return url;
}

const yearOf = (day: number): number => firstDay({ start: day }).getUTCFullYear();

/** Whole years around the periods wanted: only the data tell how long their periods are, and the page cuts again. */
function addBounds(query: Query, given: URLSearchParams): boolean {
  if ([...given.keys()].some((name) => /timeperiod$|^time(_period)?$/i.test(name))) return false;
  const bounds = TIME.map((name) => timeBounds(query, name));
  const from = Math.max(...bounds.map((each) => each.from));
  const to = Math.min(...bounds.map((each) => each.to));
  if (Number.isFinite(from)) given.set('sinceTimePeriod', String(yearOf(from)).padStart(4, '0'));
  // The year after it: the months of 2023 are before 2024, however the portal compares a month with a year.
  if (Number.isFinite(to)) given.set('untilTimePeriod', String(yearOf(to - 1) + 1).padStart(4, '0'));
  return Number.isFinite(from) || Number.isFinite(to);
}

/** A file of JSON-stat is asked for as it is; Eurostat, for the codes and years that the question wants. */
export function plan(address: URL, query: Query, _options: SourceOptions, pushDown: boolean): Plan {
  const url = apiOf(address);
  if (!url) return { url: address.href, pushedDown: false };
  const given = url.searchParams;
  if (!given.has('format')) given.set('format', 'JSON');
  if (!pushDown) return { url: url.href, pushedDown: false };
  const written = new Set([...given.keys()].map((name) => name.toLowerCase()));
  let pushedDown = addBounds(query, given);
  for (const [column, codes] of codeFilters(query, MOST_CODES)) {
    // The portal takes a parameter written in either case for the same one.
    if (!/^\w+$/.test(column) || OWN.test(column) || written.has(column.toLowerCase())) continue;
    // Commas and plus signs part codes; what has small letters is the name of a code, which the portal does not take.
    if (codes.some((code) => !/^[A-Z\d_-]+$/.test(code))) continue;
    for (const code of codes) given.append(column, code);
    pushedDown = true;
  }
  return { url: url.href, pushedDown };
}
