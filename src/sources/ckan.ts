import type { TableBuilder } from '../table/builder.js';
import type { Query } from '../query/query.js';
import { datasetPage, describeDataset } from './dataset-page.js';
import { datastoreOf, resultOf, type Datastore } from './envelope.js';
import { isObject } from './json-text.js';
import { readDataset } from './package-show.js';
import { restAfter } from './pages.js';
import { exactFilters, wantedColumns } from './push-down.js';
import { RecordAdder } from './records.js';
import type { Part, Plan, Source, SourceOptions, TextReply } from './source.js';

/** More than this CKAN gives nobody in one reply; it lowers a larger `limit` without a word. */
const PAGE = 32_000;
/** The server's own row number and search index. */
const INTERNAL = new Set(['_id', '_full_text', 'rank']);

/** The action that an address means: written as it is, a page of the portal, or the portal and a resource. */
function actionOf(address: URL, options: SourceOptions): URL {
  if (address.pathname.includes('/api/3/action/')) return address;
  const page = datasetPage(address);
  const root = page?.root ?? address.pathname.replace(/\/$/, '');
  const resource = page ? page.resource : options.resource;
  if (resource === undefined) return describeDataset(address.origin, root, page?.dataset ?? '');
  const url = new URL(address.origin);
  url.pathname = `${root}/api/3/action/datastore_search`;
  url.searchParams.set('resource_id', resource);
  return url;
}

function plan(address: URL, query: Query, options: SourceOptions, pushDown: boolean): Plan {
  const url = new URL(actionOf(address, options));
  const given = url.searchParams;
  if (!url.pathname.endsWith('/datastore_search')) return { url: url.href, pushedDown: false };
  if (!given.has('limit')) given.set('limit', String(PAGE));
  given.set('records_format', 'lists');
  if (!pushDown) return { url: url.href, pushedDown: false };
  const columns = wantedColumns(query);
  if (columns.length > 0 && !given.has('fields')) given.set('fields', columns.join(','));
  const filters = exactFilters(query).map(({ column, values }) => [column, values] as const);
  if (filters.length > 0 && !given.has('filters'))
    given.set('filters', JSON.stringify(Object.fromEntries(filters)));
  return { url: url.href, pushedDown: given.has('fields') || given.has('filters') };
}

function addRecords({ fields, records }: Datastore, builder: TableBuilder): void {
  const adder = new RecordAdder(builder);
  const names = fields?.map((field) => field.id) ?? [];
  const columns = names.map((name) => (INTERNAL.has(name) ? -1 : adder.column(name)));
  const keep = names.length > 0 ? new Set(names.filter((name) => !INTERNAL.has(name))) : undefined;
  for (const record of records) {
    if (Array.isArray(record)) adder.addArray(record, columns);
    else if (isObject(record)) adder.addObject(record, keep);
  }
}

async function parse(reply: TextReply, builder: TableBuilder, options: SourceOptions): Promise<Part> {
  const url = new URL(reply.url);
  if (url.pathname.endsWith('/package_show')) {
    return readDataset(await resultOf(reply.text, url.host), reply.url, options);
  }
  const datastore = await datastoreOf(reply.text, url.host);
  addRecords(datastore, builder);
  const received = datastore.records.length;
  if (datastore.records_truncated) return { decimal: '.', total: received + 1 };
  // `_links.next` is there even past the end: the total says how far to go. A page's own limit is respected.
  const isOurs = url.searchParams.get('limit') === String(PAGE);
  const all = Number(datastore.total ?? received);
  return { decimal: '.', ...(isOurs ? restAfter(reply.url, received, all) : { more: [], total: received }) };
}

/** CKAN's Action API v3: a dataset, a resource's rows, or SQL as the page wrote it. */
export const source: Source = { plan, parse };
