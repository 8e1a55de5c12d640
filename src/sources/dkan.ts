import type { TableBuilder } from '../table/builder.js';
import type { Query } from '../query/query.js';
import { datasetPage, describeDataset } from './dataset-page.js';
import { addGroups, askGroups, asksGroups, PLAIN_NAME } from './dkan-group.js';
import { datastoreOf, describeFields, resultOf, type Datastore } from './envelope.js';
import { isObject } from './json-text.js';
import { readDataset } from './package-show.js';
import { isRepeated, mostWanted, partAfter } from './pages.js';
import { exactFilters, wantedColumns } from './push-down.js';
import { RecordAdder, totalOf } from './records.js';
import type { About, Part, Plan, Source, SourceOptions, TextReply } from './source.js';

/** What anonymous readers get in one reply, whatever they ask for. */
const PAGE = 100;
/** Columns of the module that stores the rows. */
const LEAKED = new Set(['feeds_flatstore_entry_id', 'feeds_entity_id', 'timestamp']);
const REQUEST = /\/(package_show|search\.json)$/;

/** The request that an address means: written as it is, a page of the portal, or the portal and a resource. */
function requestOf(address: URL, options: SourceOptions): URL {
  const url = new URL(address);
  if (REQUEST.test(url.pathname)) return url;
  const page = datasetPage(address);
  if (page && page.resource === undefined) return describeDataset(url.origin, page.root, page.dataset);
  const root = page?.root ?? url.pathname.replace(/\/(api\/.*)?$/, '');
  url.pathname = `${root}/api/action/datastore/search.json`;
  const resource = page?.resource ?? options.resource;
  if (resource !== undefined) url.searchParams.set('resource_id', resource);
  return url;
}

function searchPlan(search: URL, query: Query, pushDown: boolean): Plan {
  const url = new URL(search);
  const given = url.searchParams;
  if (!pushDown) return { url: url.href, pushedDown: false };
  let pushedDown = false;
  const columns = given.has('fields') ? [] : wantedColumns(query);
  if (columns.length > 0 && columns.every((name) => PLAIN_NAME.test(name))) {
    given.set('fields', columns.join(','));
    pushedDown = true;
  }
  for (const { column, values } of exactFilters(query)) {
    // The portal splits values at commas, also within one.
    const name = `filters[${column}]`;
    const isOwn = given.has(name) || given.has(`${name}[]`);
    if (isOwn || !PLAIN_NAME.test(column) || values.some((value) => value.includes(','))) continue;
    given.set(name, values.join(','));
    pushedDown = true;
  }
  return { url: url.href, pushedDown };
}

function plan(address: URL, query: Query, options: SourceOptions, pushDown: boolean): Plan {
  const url = requestOf(address, options);
  if (url.pathname.endsWith('/package_show')) return { url: url.href, pushedDown: false };
  const given = url.searchParams;
  // What the page wrote itself is left as it is.
  const isBare = [...given.keys()].every((name) => name === 'resource_id');
  // The portal gives no more, and is asked for no more: what the page wants in all, its address says.
  if (!(Number(given.get('limit') ?? PAGE) < PAGE)) given.set('limit', String(PAGE));
  if (!given.has('offset')) given.set('offset', '0');
  const search = searchPlan(url, query, pushDown);
  const groups = new URL(url);
  if (!pushDown || !isBare || !askGroups(query, groups.searchParams)) return search;
  return {
    url: groups.href,
    pushedDown: true,
    grouped: true,
    offer: `group_by ${given.get('resource_id') ?? ''}`,
    otherwise: search,
  };
}

/** Adds the rows of a reply as they are, without what the portal keeps for itself. */
function addRecords({ fields, records }: Datastore, adder: RecordAdder): void {
  const listed = new Set(fields?.map(({ id }) => id));
  adder.columns([...listed]);
  const keep = (name: string): boolean => listed.has(name) || !LEAKED.has(name);
  for (const record of records) if (isObject(record)) adder.addObject(record, keep);
}

/** What tells the rows of a page from those of another; of a few columns of each, nothing does. */
function rowsOf(records: readonly unknown[], given: URLSearchParams): string | undefined {
  return given.has('fields') || given.has('group_by') ? undefined : JSON.stringify(records);
}

async function parse(
  reply: TextReply,
  builder: TableBuilder,
  options: SourceOptions,
  _about?: About,
  address?: URL,
): Promise<Part> {
  const url = new URL(reply.url);
  if (url.pathname.endsWith('/package_show')) {
    return readDataset(await resultOf(reply.text, url.host), reply.url, options);
  }
  const datastore = await datastoreOf(reply.text, url.host);
  const { fields, records, total } = datastore;
  const rows = rowsOf(records, url.searchParams);
  if (records.length > 0 && rows !== undefined && isRepeated(builder, rows)) return { isPart: true };
  const most = mostWanted(url, address, builder.length, String(PAGE));
  const adder = new RecordAdder(builder);
  if (asksGroups(url.searchParams)) addGroups(datastore, url.searchParams, adder, url.host);
  else addRecords({ ...datastore, records: records.slice(0, most) }, adder);
  // The limit is echoed as asked, not as given: only the number of records tells how long a page is.
  const all = totalOf(total);
  const isKept = !REQUEST.test(url.pathname);
  return {
    ...describeFields(fields),
    ...partAfter({ url: reply.url, received: records.length, all, most, isKept }, builder),
  };
}

/** DKAN 7, as Peru's national portal runs it: everything is text, and at most 100 rows come at a time. */
export const source: Source = { plan, parse };
