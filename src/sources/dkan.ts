import type { TableBuilder } from '../table/builder.js';
import type { Query } from '../query/query.js';
import { datasetPage, describeDataset } from './dataset-page.js';
import { datastoreOf, resultOf } from './envelope.js';
import { isObject } from './json-text.js';
import { readDataset } from './package-show.js';
import { restAfter } from './pages.js';
import { exactFilters, wantedColumns } from './push-down.js';
import { RecordAdder } from './records.js';
import type { Part, Plan, Source, SourceOptions, TextReply } from './source.js';

/** What anonymous readers get in one reply, whatever they ask for. */
const PAGE = 100;
/** Columns of the module that stores the rows. */
const LEAKED = new Set(['feeds_flatstore_entry_id', 'feeds_entity_id', 'timestamp']);
/** Other names are known to the portal under another spelling than readers see. */
const PLAIN_NAME = /^\w+$/;

/** The request that an address means: written as it is, a page of the portal, or the portal and a resource. */
function requestOf(address: URL, options: SourceOptions): URL {
  const url = new URL(address);
  if (/\/(package_show|search\.json)$/.test(url.pathname)) return url;
  const page = datasetPage(address);
  if (page && page.resource === undefined) return describeDataset(url.origin, page.root, page.dataset);
  const root = page?.root ?? url.pathname.replace(/\/(api\/.*)?$/, '');
  url.pathname = `${root}/api/action/datastore/search.json`;
  const resource = page?.resource ?? options.resource;
  if (resource !== undefined) url.searchParams.set('resource_id', resource);
  return url;
}

function plan(address: URL, query: Query, options: SourceOptions, pushDown: boolean): Plan {
  const url = requestOf(address, options);
  if (url.pathname.endsWith('/package_show')) return { url: url.href, pushedDown: false };
  const given = url.searchParams;
  if (!given.has('limit')) given.set('limit', String(PAGE));
  if (!given.has('offset')) given.set('offset', '0');
  if (!pushDown) return { url: url.href, pushedDown: false };
  let pushedDown = false;
  const columns = wantedColumns(query);
  if (columns.length > 0 && columns.every((name) => PLAIN_NAME.test(name))) {
    given.set('fields', columns.join(','));
    pushedDown = true;
  }
  for (const { column, values } of exactFilters(query)) {
    // The portal splits values at commas, also within one.
    if (!PLAIN_NAME.test(column) || values.some((value) => value.includes(','))) continue;
    given.set(`filters[${column}]`, values.join(','));
    pushedDown = true;
  }
  return { url: url.href, pushedDown };
}

async function parse(reply: TextReply, builder: TableBuilder, options: SourceOptions): Promise<Part> {
  const url = new URL(reply.url);
  if (url.pathname.endsWith('/package_show')) {
    return readDataset(await resultOf(reply.text, url.host), reply.url, options);
  }
  const { fields, records, total } = await datastoreOf(reply.text, url.host);
  const adder = new RecordAdder(builder);
  const listed = new Set(fields?.map((field) => field.id));
  for (const name of listed) adder.column(name);
  for (const record of records) {
    if (!isObject(record)) continue;
    const names = Object.keys(record).filter((name) => listed.has(name) || !LEAKED.has(name));
    adder.addObject(record, new Set(names));
  }
  // The limit is echoed as asked, not as given: only the number of records tells how long a page is.
  const received = records.length;
  const all = Number(total ?? received);
  const isOurs = Number(url.searchParams.get('limit')) >= PAGE;
  return { decimal: '.', ...(isOurs ? restAfter(reply.url, received, all) : { more: [], total: received }) };
}

/** DKAN 7, as Peru's national portal runs it: everything is text, and at most 100 rows come at a time. */
export const source: Source = { plan, parse };
