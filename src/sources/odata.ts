import { DataError } from '../errors.js';
import { ROWS } from '../query/partials.js';
import type { TableBuilder } from '../table/builder.js';
import { addRecords } from './add-records.js';
import { asObject, isObject, own, parseJson, type JsonObject } from './json-text.js';
import { entitySet, readMetadata, SetDescription } from './odata-metadata.js';
import { plan } from './odata-plan.js';
import { totalOf } from './records.js';
import { refusal } from './refusal.js';
import type { About, Ask, Part, Source, SourceOptions, TextReply } from './source.js';

/** What a reply says went wrong: `error` in 4 and 2, `odata.error` in 3, its message at times by language. */
function messageIn(root: JsonObject): unknown {
  const error = saidIn(root, 'error', 'error');
  const message = isObject(error) ? own(error, 'message') : error;
  return isObject(message) ? own(message, 'value') : message;
}

/** What a reply tells of itself: `@odata.count` in 4, `odata.count` in 3, `__count` in 2. */
function saidIn(holder: JsonObject, name: string, old: string): unknown {
  return own(holder, `@odata.${name}`) ?? own(holder, `odata.${name}`) ?? own(holder, old);
}

/** The rows, and the object that says more of them: the reply itself, or its `d` before version 4. */
function rowsIn(root: unknown, host: string): { rows: readonly unknown[]; holder: JsonObject } {
  const holder = own(asObject(root), 'd') ?? root;
  if (Array.isArray(holder)) return { rows: holder, holder: {} };
  if (!isObject(holder)) throw new DataError('malformed', { host });
  const rows = own(holder, 'value') ?? own(holder, 'results');
  if (Array.isArray(rows)) return { rows, holder };
  throw refusal(host, messageIn(holder));
}

/** What only versions before 4 write in their rows. */
const OLD_MARKS = ['Date(', '__metadata', '__deferred'];

/** A row as version 4 would have it. */
async function rowReader(text: string): Promise<(row: JsonObject) => JsonObject> {
  if (!OLD_MARKS.some((mark) => text.includes(mark))) return (row) => row;
  return (await import('./odata-old-row.js')).newRow;
}

/** A row without what the service says of it: its type, its address, where related rows are. */
function cleaned(row: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(row).filter(([key]) => !/(^|@)odata\./.test(key)));
}

/** Where the next page is; `null` where it would be on another server, whose data these are not. */
function nextOf(holder: JsonObject, replyUrl: string): Ask | null | undefined {
  const link = saidIn(holder, 'nextLink', '__next');
  if (typeof link !== 'string' || link === '') return undefined;
  if (!URL.canParse(link, replyUrl)) return null;
  const [url, base] = [new URL(link, replyUrl), new URL(replyUrl)];
  // A server behind another that speaks https for it may not know that it does.
  if (url.host === base.host && url.protocol === 'http:') url.protocol = base.protocol;
  return url.origin === base.origin ? { url: url.href } : null;
}

/** The rows that an address wants of all there are: the service counts also those that are skipped, or beyond `$top`. */
function wantedOf(holder: JsonObject, { searchParams }: URL): number | undefined {
  const all = totalOf(saidIn(holder, 'count', '__count'));
  if (all === undefined) return undefined;
  const skipped = totalOf(searchParams.get('$skip')) ?? 0;
  return Math.min(totalOf(searchParams.get('$top')) ?? all, Math.max(0, all - skipped));
}

/** The groups that an address asks for: what they are made by, their parts, and whether some are counted apart. */
interface Groups {
  readonly keys: readonly string[];
  readonly parts: readonly string[];
  readonly isJoined: boolean;
}

function groupsIn({ searchParams }: URL): Groups | undefined {
  const apply = searchParams.get('$apply');
  if (!apply?.includes(` as ${ROWS}`)) return undefined;
  const keys = /groupby\(\(([^()]*)\)/.exec(apply)?.[1]?.split(',') ?? [];
  const parts = [...apply.matchAll(/ as (obs_\w+)/g)].map(([, alias = '']) => alias);
  return { keys, parts, isJoined: apply.includes('concat(') };
}

/** A service that does not know `$apply` should refuse it; some give all rows instead, some only a part at a time. */
function checkGroups(rows: readonly unknown[], isCut: boolean, host: string): void {
  const isOurs = rows.length === 0 || rows.some((row) => isObject(row) && Object.hasOwn(row, ROWS));
  if (isCut || !isOurs || !rows.every(isObject)) throw refusal(host, '$apply');
}

/** Puts the parts of one group into one row. */
function joined(rows: readonly JsonObject[], keys: readonly string[]): JsonObject[] {
  const groups = new Map<string, JsonObject>();
  for (const row of rows) {
    const key = JSON.stringify(keys.map((name) => own(row, name)));
    const told = Object.entries(row).filter(([, value]) => value !== null);
    groups.set(key, { ...groups.get(key), ...Object.fromEntries(told) });
  }
  return [...groups.values()];
}

async function parse(
  reply: TextReply,
  builder: TableBuilder,
  _options: SourceOptions,
  about?: About,
): Promise<Part> {
  const url = new URL(reply.url);
  const { rows, holder } = rowsIn(await parseJson(reply.text, url.host), url.host);
  const next = nextOf(holder, reply.url);
  const groups = groupsIn(url);
  if (groups) checkGroups(rows, groups.isJoined && next !== undefined, url.host);
  const set = new SetDescription(about, url);
  const select = url.searchParams.get('$select')?.split(',') ?? set.columns.map(({ name }) => name);
  const isCell = (name: string): boolean => set.typeOf(name)?.startsWith('Edm.') ?? false;
  const columns = groups ? [...groups.keys, ...groups.parts] : select.filter(isCell);
  const records = groups ? joined(rows.filter(isObject).map(cleaned), groups.keys) : rows;
  const newRow = await rowReader(reply.text);
  const notices = await addRecords(builder, { host: url.host, columns, records }, (row) =>
    cleaned(newRow(row)),
  );
  const total = wantedOf(holder, url);
  return {
    columns: set.columns,
    decimal: '.',
    notices,
    ...(next && { next }),
    ...(next === null && { isPart: true }),
    ...(total !== undefined && !groups && { total }),
  };
}

/** OData 4, and 2 and 3 where old services still speak them. */
export const source: Source = {
  about: {
    plan: (address) => ({ url: `${address.origin}${entitySet(address).root}/$metadata` }),
    parse: readMetadata,
  },
  plan,
  parse,
};
