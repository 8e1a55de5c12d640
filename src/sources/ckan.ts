import type { TableBuilder } from '../table/builder.js';
import { ROWS } from '../query/partials.js';
import type { Query } from '../query/query.js';
import { ODD, sqlOf } from './ckan-sql.js';
import { datasetPage, describeDataset } from './dataset-page.js';
import { isItem, itemOf } from './dkan2-address.js';
import { datastoreOf, describeFields, resultOf, type Datastore } from './envelope.js';
import { isObject, own } from './json-text.js';
import { readDataset } from './package-show.js';
import { isRepeated, mostWanted, partAfter } from './pages.js';
import { exactFilters, wantedColumns } from './push-down.js';
import { RecordAdder, totalOf } from './records.js';
import { refusal } from './refusal.js';
import type { About, Part, Plan, Source, SourceOptions, TextReply } from './source.js';

/** More than this CKAN gives nobody in one reply; it lowers a larger `limit` without a word. */
const PAGE = 32_000;
/** The server's own row number. */
const ROW = '_id';
/** What the server keeps for itself, and what was asked only to be looked at here. */
const INTERNAL = new Set([ROW, '_full_text', 'rank', ODD]);

/** Not every portal that speaks CKAN has its actions at the same path. */
const ACTION = /\/api\/3\/action\/|\/(datastore_search(_sql)?|package_show)$/;

/** The action that an address means: written as it is, a page of the portal, or the portal and a resource. */
function actionOf(address: URL, options: SourceOptions): URL {
  if (ACTION.test(address.pathname)) return address;
  const page = datasetPage(address);
  const root = page?.root ?? address.pathname.replace(/\/$/, '');
  const resource = page ? page.resource : options.resource;
  if (resource === undefined) return describeDataset(address.origin, root, page?.dataset ?? '');
  const url = new URL(address.origin);
  url.pathname = `${root}/api/3/action/datastore_search`;
  url.searchParams.set('resource_id', resource);
  return url;
}

function searchPlan(action: URL, query: Query, pushDown: boolean): Plan {
  const url = new URL(action);
  const given = url.searchParams;
  if (!given.has('limit')) given.set('limit', String(PAGE));
  given.set('records_format', 'lists');
  if (!pushDown) return { url: url.href, pushedDown: false };
  const columns = wantedColumns(query);
  // The number of a row tells whether it came before.
  if (columns.length > 0 && !given.has('fields')) given.set('fields', [ROW, ...columns].join(','));
  const filters = exactFilters(query).map(({ column, values }) => [column, values] as const);
  if (filters.length > 0 && !given.has('filters'))
    given.set('filters', JSON.stringify(Object.fromEntries(filters)));
  return { url: url.href, pushedDown: given.has('fields') || given.has('filters') };
}

/** The ids that DKAN 2 gives its datasets, whose pages have the addresses of CKAN's. */
const DKAN2_ID = /^([\da-f]{8}-([\da-f]{4}-){3}[\da-f]{12}|\w{4}-\w{4})$/i;

/** The request for a dataset; where the portal does not know it so, it may be a DKAN 2. */
function datasetPlan(action: URL): Plan {
  const asked: Plan = { url: action.href, pushedDown: false };
  const id = action.searchParams.get('id') ?? '';
  if (!action.pathname.endsWith('/package_show') || !DKAN2_ID.test(id)) return asked;
  const { href: url } = itemOf(action.origin, action.pathname.replace(/\/api\/3\/.*/, ''), id);
  return { ...asked, offer: `package_show ${id}`, otherwise: { url, pushedDown: false } };
}

function plan(address: URL, query: Query, options: SourceOptions, pushDown: boolean): Plan {
  const action = actionOf(address, options);
  if (!action.pathname.endsWith('/datastore_search')) return datasetPlan(action);
  const search = searchPlan(action, query, pushDown);
  const [only, ...others] = action.searchParams.keys();
  const resource = others.length === 0 && only === 'resource_id' ? action.searchParams.get(only) : null;
  const sql = pushDown && resource !== null ? sqlOf(query, resource) : undefined;
  if (sql === undefined) return search;
  const url = new URL(`${action.pathname}_sql`, action);
  url.searchParams.set('sql', sql);
  return { url: url.href, pushedDown: true, grouped: true, offer: 'sql', otherwise: search };
}

/** What tells the rows of a page from those of another. */
function rowsOf({ fields, records }: Datastore): string {
  const place = fields?.findIndex(({ id }) => id === ROW) ?? -1;
  const rowOf = (record: unknown): unknown =>
    Array.isArray(record) ? record[place] : isObject(record) ? own(record, ROW) : undefined;
  const ends = [rowOf(records[0]), rowOf(records.at(-1))];
  return JSON.stringify(ends.includes(undefined) ? records : ends);
}

function addRecords({ fields, records }: Datastore, builder: TableBuilder): void {
  const adder = new RecordAdder(builder);
  const names = fields?.map(({ id }) => id) ?? [];
  const shown = names.filter((name) => !INTERNAL.has(name));
  const places = adder.columns(shown);
  const columns = names.map((name) => places[shown.indexOf(name)] ?? -1);
  const listed = new Set(shown);
  const keep = (key: string): boolean => (listed.size > 0 ? listed.has(key) : !INTERNAL.has(key));
  for (const record of records) {
    if (Array.isArray(record)) adder.addArray(record, columns);
    else if (isObject(record)) adder.addObject(record, keep);
  }
}

/**
 * Fails where the database may have counted otherwise than the page would, or groups are missing, of which totals
 * would be wrong: the engine then asks for the rows.
 */
function refuseOdd({ records }: Datastore, isCut: boolean, host: string): void {
  const has = (record: unknown, name: string): boolean => isObject(record) && Object.hasOwn(record, name);
  const isGrouped = records.some((record) => has(record, ROWS));
  const isOdd = records.some((record) => isObject(record) && Number(own(record, ODD) ?? 0) > 0);
  if (isOdd || (isGrouped && isCut)) throw refusal(host, ODD);
}

/** The rows of one reply to `datastore_search`, and what comes after it. */
function addPage(datastore: Datastore, url: URL, builder: TableBuilder, address: URL | undefined): Part {
  const { records, total, total_was_estimated: isGuess } = datastore;
  if (records.length > 0 && isRepeated(builder, rowsOf(datastore))) return { isPart: true };
  const most = mostWanted(url, address, builder.length, String(PAGE));
  addRecords({ ...datastore, records: records.slice(0, most) }, builder);
  // `_links.next` is there even past the end: the total says how far to go.
  const all = isGuess === true ? undefined : totalOf(total);
  const isKept = !ACTION.test(url.pathname);
  return partAfter({ url: url.href, received: records.length, all, most, isKept }, builder);
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
  if (isItem(url)) return (await import('./dkan2.js')).source.parse(reply, builder, options);
  const datastore = await datastoreOf(reply.text, url.host);
  const said = describeFields(datastore.fields);
  const isSql = url.pathname.endsWith('_sql');
  // Versions that do not tell that they cut off do so at the same number of rows.
  const isCut = datastore.records_truncated === true || (isSql && datastore.records.length === PAGE);
  if (!isCut && !isSql) return { ...said, ...addPage(datastore, url, builder, address) };
  refuseOdd(datastore, isCut, url.host);
  addRecords(datastore, builder);
  return { ...said, total: datastore.records.length + (isCut ? 1 : 0) };
}

/** CKAN's Action API v3: a dataset, a resource's rows, groups of them by SQL, or SQL as the page wrote it. */
export const source: Source = { plan, parse };
