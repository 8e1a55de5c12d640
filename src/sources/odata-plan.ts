import {
  canGroup,
  conditionColumns,
  groupColumns,
  measuredColumns,
  partialsOf,
  type Partial,
} from '../query/partials.js';
import type { Comparison, Query } from '../query/query.js';
import { toldOf } from './column-kind.js';
import { exactCondition, narrow } from './narrow.js';
import { SetDescription } from './odata-metadata.js';
import { wantedColumns } from './push-down.js';
import type { About, Plan, SourceOptions } from './source.js';
import { quotedText, weakerCondition, type Wording } from './weaker-condition.js';

/** What an address may ask itself, and with which it is left as it is. */
const OWN = [
  '$select',
  '$apply',
  '$top',
  '$skip',
  '$expand',
  '$compute',
  '$search',
  '$count',
  '$inlinecount',
];
const SIGNS: Readonly<Record<Comparison, string>> = {
  '=': 'eq',
  '<>': 'ne',
  '<': 'lt',
  '<=': 'le',
  '>': 'gt',
  '>=': 'ge',
};

const isPlain = (name: string): boolean => /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name);

/** Whether the service speaks a version before 4, which says dates, totals and pages otherwise. */
export function isOld(address: URL, about: About | undefined): boolean {
  const version = toldOf(about, 'version');
  // The documents of version 1 to 3 say `1.0` of themselves.
  return version === undefined ? /\.svc(\/|$)/i.test(address.pathname) : Number.parseFloat(version) < 4;
}

/** What the service can leave out. Versions before 4 write numbers in ways of their own: only texts are compared. */
function filterOf(query: Query, set: SetDescription, old: boolean): string | undefined {
  const wording: Wording = {
    columns: set.columns,
    kind: (name) => set.kindOf(name),
    name: (name) => (isPlain(name) ? name : undefined),
    text: quotedText,
    day: (day, kind) => (kind === 'moment' ? `${day}T00:00:00Z` : day),
    compare: (name, op, literal) => `${name} ${SIGNS[op]} ${literal}`,
    isNull: (name) => `${name} eq null`,
  };
  return set.isKnown && !old ? weakerCondition(query.where, wording) : exactCondition(query, wording);
}

const groupedBy = (keys: readonly string[], parts: readonly string[]): string => {
  const aggregate = `aggregate(${parts.join(',')})`;
  return keys.length > 0 ? `groupby((${keys.join(',')}),${aggregate})` : aggregate;
};

/** Groups with their parts; how many rows have a value is counted apart, among those that have one. */
function transformation(query: Query, set: SetDescription): string {
  const keys = groupColumns(query);
  const partials = partialsOf(query);
  const isApart = ({ how, column }: Partial): boolean =>
    how === 'count' && column !== null && !set.isRequired(column);
  const written = ({ how, column, alias }: Partial): string =>
    how === 'count' ? `$count as ${alias}` : `${column ?? ''} with ${how} as ${alias}`;
  const whole = groupedBy(keys, partials.filter((partial) => !isApart(partial)).map(written));
  const apart = partials
    .filter(isApart)
    .map((partial) => `filter(${partial.column ?? ''} ne null)/${groupedBy(keys, [written(partial)])}`);
  return apart.length > 0 ? `concat(${[whole, ...apart].join(',')})` : whole;
}

/** The question put together by the service (OData Data Aggregation 4.0); `undefined` where only the page can. */
function applyOf(query: Query, set: SetDescription): string | undefined {
  if (!set.isKnown || !canGroup(query)) return undefined;
  const isAmount = (name: string): boolean => isPlain(name) && set.kindOf(name) === 'number';
  const isKey = (name: string): boolean =>
    isAmount(name) || (isPlain(name) && /^Edm\.(String|Date|Boolean)$/.test(set.typeOf(name) ?? ''));
  const isSure = groupColumns(query).every(isKey) && measuredColumns(query).every(isAmount);
  // A service that takes `LIMA` and `Lima` for one puts them into one group, of which a filter would miss half.
  const filtered = query.where ? conditionColumns(query.where) : [];
  if (!isSure || filtered.some((name) => set.typeOf(name) === 'Edm.String')) return undefined;
  const filter = filterOf(query, set, false);
  const groups = transformation(query, set);
  return filter === undefined ? groups : `filter(${filter})/${groups}`;
}

export function plan(
  address: URL,
  query: Query,
  _options: SourceOptions,
  pushDown: boolean,
  about?: About,
): Plan {
  const url = new URL(address);
  const given = url.searchParams;
  const old = isOld(address, about);
  if (old && !given.has('$format')) given.set('$format', 'json');
  if (!pushDown || OWN.some((name) => given.has(name))) return { url: url.href, pushedDown: false };
  const set = new SetDescription(about, address);
  const isWhole = !old && !given.has('$filter') && !given.has('$orderby');
  const apply = isWhole ? applyOf(query, set) : undefined;
  const rows = askRows(new URL(url), query, set, old);
  if (apply === undefined) return rows;
  given.set('$apply', apply);
  const offer = `$apply ${url.pathname}`;
  return { url: url.href, pushedDown: true, grouped: true, offer, otherwise: rows };
}

/** Asks for the rows that the page needs, as far as the service can tell them. */
function askRows(url: URL, query: Query, set: SetDescription, old: boolean): Plan {
  const given = url.searchParams;
  const columns = wantedColumns(query);
  const isKnown = (name: string): boolean =>
    isPlain(name) && (!set.isKnown || set.typeOf(name) !== undefined);
  if (columns.length > 0 && columns.every(isKnown)) given.set('$select', columns.join(','));
  narrow(given, '$filter', filterOf(query, set, old));
  // Without a total nobody knows whether a service has stopped half-way.
  given.set(old ? '$inlinecount' : '$count', old ? 'allpages' : 'true');
  return { url: url.href, pushedDown: true };
}
