import { canGroup, groupColumns, measuredColumns, partialsOf } from '../query/partials.js';
import type { Query } from '../query/query.js';
import { toldOf, typeOf } from './column-kind.js';
import { KINDS } from './opendatasoft-about.js';
import { datasetOf, exploreUrl, isVersion1 } from './opendatasoft-address.js';
import { exactCondition, narrow } from './narrow.js';
import { wantedColumns } from './push-down.js';
import type { About, Plan, SourceOptions } from './source.js';
import { SQL, weakerCondition, type Wording } from './weaker-condition.js';

/** The most records that version 1 gives (`rows`); 2.1 gives all of them by `/exports`. */
const MOST_V1 = 10_000;
/** What an address may ask itself, and with which it is left as it is. */
const OWN = ['select', 'group_by', 'order_by', 'limit', 'offset'];
/** What changes which rows there are: with it groups cannot be counted against the whole. */
const NARROWING = ['where', 'refine', 'exclude'];
/** Words of ODSQL that no field can be called by without more. */
const WORDS =
  /^(and|or|not|in|as|is|null|like|true|false|asc|desc|date|geom|avg|count|sum|min|max|median|year|month|day|hour|range|random|search|near|now|to|by|include|exclude)$/i;

const isPlain = (field: string): boolean => /^[a-z_]\w*$/i.test(field) && !WORDS.test(field);

/** A text between the quotes that it does not have itself. */
function textOf(value: string): string | undefined {
  if (value.includes('\\')) return undefined;
  if (!value.includes('"')) return `"${value}"`;
  return value.includes("'") ? undefined : `'${value}'`;
}

/** What the portal can leave out. */
function whereOf(query: Query, about: About | undefined): string | undefined {
  const wording: Wording = {
    ...SQL,
    columns: about?.columns,
    kind: (field) => KINDS.get(typeOf(about, field) ?? ''),
    name: (field) => (isPlain(field) ? field : undefined),
    text: textOf,
    day: (day) => `date'${day}'`,
    compare: (name, op, literal) => `${name} ${op === '<>' ? '!=' : op} ${literal}`,
  };
  return about ? weakerCondition(query.where, wording) : exactCondition(query, wording);
}

/** Every field that the question needs is there, one value a record, under a name that ODSQL can write. */
function isAskable(fields: readonly string[], about: About | undefined): boolean {
  return fields.every((field) => {
    const type = typeOf(about, field);
    return isPlain(field) && (about === undefined || (type !== undefined && type !== 'geo_point_2d'));
  });
}

/** Whether the portal can put the records together, and the page can tell that none was left out of the groups. */
function isGroupable(query: Query, about: About | undefined): boolean {
  if (!canGroup(query) || about?.facts?.['records'] === undefined) return false;
  const typeIn = (field: string): string => typeOf(about, field) ?? '';
  return (
    measuredColumns(query).every((field) => isPlain(field) && /^(int|double)$/.test(typeIn(field))) &&
    groupColumns(query).every((field) => isPlain(field) && /^(text|int|double|date)$/.test(typeIn(field)))
  );
}

/** The groups of all records: those of `where` are found by the page, so that the whole can be counted. */
function setGroups(url: URL, query: Query): void {
  const keys = groupColumns(query);
  const parts = partialsOf(query).map(({ how, column, alias }) => `${how}(${column ?? '*'}) as ${alias}`);
  url.searchParams.set('select', parts.join(', '));
  if (keys.length > 0) url.searchParams.set('group_by', keys.join(', '));
}

/** What an address asks itself, in the words of 2.1; the pages of a portal write their filters otherwise. */
function copyOwn(address: URL, url: URL): void {
  const isPage = !address.pathname.includes('/api/');
  for (const [name, value] of address.searchParams) {
    const [, how, field] = /^(refine|exclude)\.(.+)$/.exec(name) ?? [];
    if (how !== undefined) url.searchParams.append(how, `${field}:${value}`);
    else if (!isPage || name === 'apikey') url.searchParams.append(name, value);
    else if (name === 'q' && value !== '') {
      const text = textOf(value);
      if (text !== undefined) url.searchParams.set('where', `search(${text})`);
    }
  }
}

function planVersion1(address: URL): Plan {
  const url = new URL(address);
  if (url.pathname.includes('/search') && !url.searchParams.has('rows'))
    url.searchParams.set('rows', String(MOST_V1));
  return { url: url.href, pushedDown: false };
}

/** An address that already names a file or a page of records is asked as it is. */
function isWritten({ pathname, searchParams }: URL): boolean {
  const isExport = pathname.endsWith('/exports/csv');
  return (
    isExport || (/\/records\/?$/.test(pathname) && ['limit', 'offset'].some((name) => searchParams.has(name)))
  );
}

export function plan(
  address: URL,
  query: Query,
  options: SourceOptions,
  pushDown: boolean,
  about?: About,
): Plan {
  if (isVersion1(address)) return planVersion1(address);
  const dataset = datasetOf(address, options);
  if (isWritten(address)) return { url: address.href, pushedDown: false };
  const url = exploreUrl(address, dataset, '/exports/json');
  copyOwn(address, url);
  const given = url.searchParams;
  const zone = toldOf(about, 'timezone');
  if (zone !== undefined && !given.has('timezone')) given.set('timezone', zone);
  if (!pushDown || OWN.some((name) => given.has(name))) return { url: url.href, pushedDown: false };
  if (isGroupable(query, about) && !NARROWING.some((name) => given.has(name))) {
    const isTotal = groupColumns(query).length === 0;
    // One total is asked for as a record: an export may repeat it for each record that it is made of.
    if (isTotal) url.pathname = url.pathname.replace(/exports\/json$/, 'records');
    if (isTotal) given.set('limit', '1');
    setGroups(url, query);
    return { url: url.href, pushedDown: true, grouped: true };
  }
  const columns = wantedColumns(query);
  if (columns.length > 0 && isAskable(columns, about)) given.set('select', columns.join(', '));
  const where = whereOf(query, about);
  narrow(given, 'where', where);
  return { url: url.href, pushedDown: given.has('select') || where !== undefined };
}
