import { groupColumns, measuredColumns, partialsOf, ROWS } from '../query/partials.js';
import type { Query } from '../query/query.js';
import { datasetPage } from './dataset-page.js';
import { isItem, isQuery, itemOf, queryOf } from './dkan2-address.js';
import { mayGroup } from './mysql-groups.js';
import { exactFilters, wantedColumns } from './push-down.js';
import type { Plan, SourceOptions } from './source.js';

/** More rows than this no usual portal gives; one that is asked for more refuses the request. */
const MOST = 500;
/** The portal's own number of each row: no row is without it. */
const ROW = 'record_number';
/** A dot parts a table from its column. */
const NAMEABLE = /^[^.]+$/;

/** The request that an address means: written as it is, a page of the portal, or the portal and a resource. */
function requestOf(address: URL, { resource }: SourceOptions): URL {
  const url = new URL(address);
  if (isQuery(url)) {
    // The same rows as a file of CSV: here they are asked for as JSON, page after page.
    url.pathname = url.pathname.replace(/\/download\/?$/, '');
    url.searchParams.delete('format');
    return url;
  }
  if (isItem(url)) return url;
  const page = datasetPage(address);
  if (page) return itemOf(url.origin, page.root, page.dataset);
  const root = url.pathname.replace(/\/(api\/.*)?$/, '');
  return queryOf(url.origin, root, ...(resource ?? '').split('/'));
}

/** A value at its place in the nested parameters of PHP: `conditions[0][value]`. */
function set(
  given: URLSearchParams,
  [first = '', ...path]: readonly (string | number)[],
  value: string,
): void {
  given.set(first + path.map((part) => `[${part}]`).join(''), value);
}

/** Asks for columns and rows. Gives whether it asked for less than all. */
function askRows(query: Query, given: URLSearchParams): boolean {
  let isLess = false;
  const columns = wantedColumns(query);
  if (columns.length > 0 && columns.every((name) => NAMEABLE.test(name))) {
    columns.forEach((name, index) => set(given, ['properties', index], name));
    isLess = true;
  }
  const filters = exactFilters(query).filter(({ column }) => NAMEABLE.test(column));
  for (const [index, { column, values }] of filters.entries()) {
    const at = ['conditions', index] as const;
    const [only = '', ...others] = values;
    set(given, [...at, 'property'], column);
    if (others.length === 0) set(given, [...at, 'value'], only);
    else values.forEach((value, place) => set(given, [...at, 'value', place], value));
    set(given, [...at, 'operator'], others.length === 0 ? '=' : 'in');
    isLess = true;
  }
  return isLess;
}

/** Asks for groups, where the page can trust them. Gives whether it did. */
function askGroups(query: Query, given: URLSearchParams): boolean {
  const groups = groupColumns(query);
  const names = [...groups, ...measuredColumns(query)];
  if (!mayGroup(query) || !names.every((name) => NAMEABLE.test(name))) return false;
  groups.forEach((name, index) => {
    set(given, ['properties', index], name);
    set(given, ['groupings', index, 'property'], name);
  });
  for (const [index, { alias, how, column }] of partialsOf(query).entries()) {
    const at = ['properties', groups.length + index] as const;
    set(given, [...at, 'expression', 'operator'], how);
    set(given, [...at, 'expression', 'operands', 0], column ?? ROW);
    set(given, [...at, 'alias'], alias);
  }
  return true;
}

/** What a request asks to be made of rows. */
export interface GroupsAsked {
  readonly groups: readonly string[];
  readonly measured: readonly string[];
  /** The names of what is computed. */
  readonly parts: readonly string[];
}

/** The groups that `askGroups` asked for; `undefined` where rows were asked for, or what the page's owner wrote. */
export function groupsAsked(given: URLSearchParams): GroupsAsked | undefined {
  const valuesOf = (pattern: RegExp): string[] =>
    [...given].flatMap(([name, value]) => (pattern.test(name) ? [value] : []));
  const measured = valuesOf(/^properties\[\d+\]\[expression\]\[operands\]\[0\]$/);
  const parts = valuesOf(/^properties\[\d+\]\[alias\]$/);
  if (!parts.includes(ROWS)) return undefined;
  const groups = valuesOf(/^groupings\[\d+\]\[property\]$/);
  return { groups, measured: measured.filter((name) => name !== ROW), parts };
}

/** The request for a dataset, for rows, or for groups of rows. */
export function plan(address: URL, query: Query, options: SourceOptions, pushDown: boolean): Plan {
  const url = requestOf(address, options);
  if (!isQuery(url)) return { url: url.href, pushedDown: false };
  const isBare = [...url.searchParams].length === 0;
  // Without a limit the portal gives as many as it gives at once; what is wanted in all, the address says.
  if (Number(url.searchParams.get('limit')) > MOST) url.searchParams.delete('limit');
  const isOwn = [...url.searchParams.keys()].some((name) => !/^(limit|offset)$/.test(name));
  if (!pushDown || isOwn) return { url: url.href, pushedDown: false };
  const rows = new URL(url);
  const pushedDown = askRows(query, rows.searchParams);
  const search: Plan = { url: rows.href, pushedDown };
  const groups = new URL(url);
  if (!isBare || !askGroups(query, groups.searchParams)) return search;
  return {
    url: groups.href,
    pushedDown: true,
    grouped: true,
    offer: `groupings ${url.pathname}`,
    otherwise: search,
  };
}
