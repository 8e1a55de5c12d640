import {
  canGroup,
  conditionColumns,
  groupColumns,
  measuredColumns,
  partialsOf,
  type Partial,
} from '../query/partials.js';
import type { Query } from '../query/query.js';
import { typeOf, type PortalKind } from './column-kind.js';
import { exactCondition, narrow } from './narrow.js';
import { wantedColumns } from './push-down.js';
import { isVersion3, rowsOf } from './socrata-address.js';
import { isOneCell } from './socrata-about.js';
import type { About, Plan, SourceOptions } from './source.js';
import { SQL, weakerCondition, type Wording } from './weaker-condition.js';

/** Rows asked for at a time: version 2.1 would give all, which is more than one reply may weigh. */
export const PAGE = 20_000;
/** How a day is named that was cut out of a moment. */
export const DAY = 'obs_day_';
/** What an address may ask itself, and with which it is left as it is. */
const OWN = [
  '$select',
  '$group',
  '$having',
  '$query',
  '$limit',
  '$offset',
  'query',
  'pageNumber',
  'pageSize',
];

/** One question in SoQL. */
interface Soql {
  readonly select: readonly string[];
  readonly where: string | undefined;
  readonly group: readonly string[];
  readonly order: readonly string[];
}

const isPlain = (column: string): boolean => /^[a-z_]\w*$/i.test(column);
const quoted = (column: string): string => `\`${column}\``;

const KINDS = new Map<string, PortalKind>([
  ['text', 'text'],
  ['number', 'number'],
  ['calendar_date', 'day'],
]);

/** What the portal can leave out. */
function whereOf(query: Query, about: About | undefined): string | undefined {
  const wording: Wording = {
    ...SQL,
    columns: about?.columns,
    kind: (column) => KINDS.get(typeOf(about, column) ?? ''),
    name: (column) => (isPlain(column) ? quoted(column) : undefined),
    day: (day) => `'${day}T00:00:00'`,
  };
  return about ? weakerCondition(query.where, wording) : exactCondition(query, wording);
}

/** A part of a measure; `undefined` where the portal would make another number of it than the page. */
function partialIn(
  { how, column, alias }: Partial,
  all: readonly Partial[],
  about: About | undefined,
): string | undefined {
  if (column === null) return `count(*) as ${alias}`;
  // A column of which nothing is known is of numbers if the portal adds it up; else it refuses.
  const isSummed = all.some((one) => one.how === 'sum' && one.column === column);
  const type = about ? typeOf(about, column) : isSummed ? 'number' : undefined;
  const name = quoted(column);
  if (type === 'number' || (type === 'calendar_date' && how === 'count'))
    return `${how}(${name}) as ${alias}`;
  const isText = type === 'text' && how === 'count';
  return isText ? `sum(case(${name} is null or ${name} = '', 0, true, 1)) as ${alias}` : undefined;
}

/** A column to group by: of moments their days, or their months where the question puts them into those or longer ones. */
function keyOf(column: string, query: Query, about: About | undefined): { select: string; group: string } {
  const name = quoted(column);
  if (typeOf(about, column) !== 'calendar_date') return { select: name, group: name };
  const isFiltered = query.where !== undefined && conditionColumns(query.where).includes(column);
  const isTime = query.time[0] === column && !query.by.includes(column) && !isFiltered;
  const every = isTime ? (query.every ?? 'day') : 'day';
  // Of a year its months: which of them there are tells whether it is whole, and which to compare with.
  const length = every === 'day' ? 'ymd' : 'ym';
  const group = `date_trunc_${length}(${name})`;
  return { select: `${group} as ${DAY}${column}`, group };
}

/** The question put together by the portal; `undefined` where only the page can. */
function groupedOf(query: Query, about: About | undefined): Soql | undefined {
  if (!canGroup(query)) return undefined;
  const partials = partialsOf(query);
  const known = partials.flatMap((partial) => partialIn(partial, partials, about) ?? []);
  if (known.length < partials.length) return undefined;
  const keys = groupColumns(query).map((column) => keyOf(column, query, about));
  const group = keys.map((key) => key.group);
  const select = [...keys.map((key) => key.select), ...known];
  return { select, where: whereOf(query, about), group, order: group };
}

/** Every column that the question needs is there, under a name that SoQL can write. */
function isAskable(query: Query, about: About | undefined): boolean {
  const columns = [...wantedColumns(query), ...groupColumns(query), ...measuredColumns(query)];
  return columns.every((column) => {
    const type = typeOf(about, column);
    return isPlain(column) && (about === undefined || (type !== undefined && isOneCell(type)));
  });
}

function soqlOf(query: Query, about: About | undefined, pushDown: boolean): Soql {
  const order = about?.facts?.['isGrouped'] === true ? [] : [':id'];
  const all: Soql = { select: [], where: undefined, group: [], order };
  if (!pushDown || !isAskable(query, about)) return all;
  const grouped = groupedOf(query, about);
  if (grouped) return grouped;
  return { ...all, select: wantedColumns(query).map(quoted), where: whereOf(query, about) };
}

function setParameters({ searchParams }: URL, soql: Soql): void {
  const set = (name: string, parts: readonly string[]): void => {
    if (parts.length > 0) searchParams.set(name, parts.join(','));
  };
  set('$select', soql.select);
  narrow(searchParams, '$where', soql.where);
  set('$group', soql.group);
  if (!searchParams.has('$order') || soql.group.length > 0) set('$order', soql.order);
  searchParams.set('$limit', String(PAGE));
}

/** SoQL as one statement, as SODA 3 wants it. */
function statementOf({ select, where, group, order }: Soql): string {
  const clause = (word: string, parts: readonly string[]): string =>
    parts.length > 0 ? ` ${word} ${parts.join(', ')}` : '';
  const columns = select.join(', ') || '*';
  const filter = where === undefined ? '' : ` WHERE ${where}`;
  return `SELECT ${columns}${filter}${clause('GROUP BY', group)}${clause('ORDER BY', order)}`;
}

/** The pages of SODA 3. */
function setFirstPage(given: URLSearchParams): void {
  given.set('pageNumber', '1');
  given.set('pageSize', String(PAGE));
}

/** What an address asks itself stays; where it sets no limit, one is set, since 1 000 rows come without. */
function completeOwn(url: URL): Plan {
  const given = url.searchParams;
  const written = given.get('$query');
  if (isVersion3(url)) {
    if (!given.has('pageNumber') && !given.has('pageSize')) setFirstPage(given);
  } else if (written === null) {
    if (!given.has('$limit')) given.set('$limit', String(PAGE));
  } else if (!/\blimit\b/i.test(written)) given.set('$query', `${written} limit ${PAGE}`);
  return { url: url.href, pushedDown: false };
}

export function plan(
  address: URL,
  query: Query,
  options: SourceOptions,
  pushDown: boolean,
  about?: About,
): Plan {
  const url = rowsOf(address, options);
  if (OWN.some((name) => url.searchParams.has(name))) return completeOwn(url);
  const soql = soqlOf(query, about, pushDown);
  if (isVersion3(url)) {
    url.searchParams.set('query', statementOf(soql));
    setFirstPage(url.searchParams);
  } else setParameters(url, soql);
  const grouped = soql.select.some((part) => part.startsWith('count(*)'));
  const pushedDown = soql.select.length > 0 || soql.where !== undefined;
  return { url: url.href, pushedDown, ...(grouped && { grouped }) };
}
