import type { TableBuilder } from '../table/builder.js';
import type { Query } from '../query/query.js';
import { datastoreOf, resultOf } from './envelope.js';
import { isObject } from './json-text.js';
import { readDataset } from './package-show.js';
import { pagesAfter } from './pages.js';
import { exactFilters, wantedColumns } from './push-down.js';
import { RecordAdder } from './records.js';
import type { Part, Plan, Source, SourceOptions, TextReply } from './source.js';

/** What anonymous readers get in one reply, whatever they ask for. */
const PAGE = 100;
/** Columns of the module that stores the rows. */
const LEAKED = new Set(['feeds_flatstore_entry_id', 'feeds_entity_id', 'timestamp']);
/** Other names are known to the portal under another spelling than readers see. */
const PLAIN_NAME = /^\w+$/;

function plan(address: URL, query: Query, options: SourceOptions, pushDown: boolean): Plan {
  const url = new URL(address);
  if (url.pathname.endsWith('/package_show')) return { url: url.href, pushedDown: false };
  if (!url.pathname.endsWith('/search.json')) {
    url.pathname = `${url.pathname.replace(/\/(api\/.*)?$/, '')}/api/action/datastore/search.json`;
    if (options.resource !== undefined) url.searchParams.set('resource_id', options.resource);
  }
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

function parse(reply: TextReply, builder: TableBuilder, options: SourceOptions): Part {
  const url = new URL(reply.url);
  if (url.pathname.endsWith('/package_show')) {
    return readDataset(resultOf(reply.text, url.host), reply.url, options);
  }
  const { fields, records, total } = datastoreOf(reply.text, url.host);
  const adder = new RecordAdder(builder);
  const listed = new Set(fields?.map((field) => field.id));
  for (const name of listed) adder.column(name);
  for (const record of records) {
    if (!isObject(record)) continue;
    const names = Object.keys(record).filter((name) => listed.has(name) || !LEAKED.has(name));
    adder.addObject(record, new Set(names));
  }
  // The limit is echoed as asked, not as given: only the number of records tells how long a page is.
  const all = Number(total ?? records.length);
  const asked = Number(url.searchParams.get('limit'));
  const more = asked >= PAGE ? pagesAfter(reply.url, records.length, all) : [];
  return { decimal: '.', more, total: asked >= PAGE ? all : records.length };
}

/** DKAN 7, as Peru's national portal runs it: everything is text, and at most 100 rows come at a time. */
export const source: Source = { plan, parse };
