import * as z from 'zod/mini';
import { DataError } from '../errors.js';
import type { TableBuilder } from '../table/builder.js';
import { isObject, own, parseJson, type JsonObject } from './json-text.js';
import { planEntitySet } from './odata-plan.js';
import { RecordAdder } from './records.js';
import type { Part, Source, SourceOptions, TextReply } from './source.js';

const count = z.nullish(z.union([z.number(), z.string()]));
const text = z.nullish(z.string());

/** OData 4, and 3 with its names without a sign. */
const Collection = z.object({
  value: z.array(z.unknown()),
  '@odata.count': count,
  'odata.count': count,
  '@odata.nextLink': text,
  'odata.nextLink': text,
});
/** OData 2 puts everything under `d`. */
const Verbose = z.object({
  d: z.union([
    z.array(z.unknown()),
    z.object({ results: z.array(z.unknown()), __count: count, __next: text }),
  ]),
});
const ServiceEntry = z.object({ name: z.string(), url: z.string() });

interface Page {
  readonly rows: readonly unknown[];
  readonly count?: number;
  readonly next?: string;
}

/** The rows of a reply in any of the forms, with what it says of the others; `undefined` for another document. */
function pageOf(root: unknown): Page | undefined {
  const collection = Collection.safeParse(root);
  if (collection.success) {
    const { value: rows, ...said } = collection.data;
    const all = said['@odata.count'] ?? said['odata.count'];
    const next = said['@odata.nextLink'] ?? said['odata.nextLink'];
    return { rows, ...(all != null && { count: Number(all) }), ...(next != null && { next }) };
  }
  const verbose = Verbose.safeParse(root);
  if (!verbose.success) return undefined;
  const { d } = verbose.data;
  if (Array.isArray(d)) return { rows: d };
  const { results: rows, __count: all, __next: next } = d;
  return { rows, ...(all != null && { count: Number(all) }), ...(next != null && { next }) };
}

/** `{ error: { message } }`, whose message is an object in older versions; it may come with HTTP 200. */
function refuseError(root: unknown, host: string): void {
  const error = isObject(root) ? (own(root, 'error') ?? own(root, 'odata.error')) : undefined;
  if (!isObject(error)) return;
  const message = own(error, 'message');
  const said = isObject(message) ? own(message, 'value') : message;
  const serverMessage = typeof said === 'string' ? said.slice(0, 200) : '';
  throw new DataError('server-error', { host, serverMessage });
}

/** `/Date(1714521600000)/` and midnights as the day they are. */
function cellOf(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const [, milliseconds] = /^\/Date\((-?\d{1,15})(?:[+-]\d{4})?\)\/$/.exec(value) ?? [];
  const date = milliseconds === undefined ? undefined : new Date(Number(milliseconds));
  if (date) return Number.isNaN(date.getTime()) ? null : date.toISOString().slice(0, 10);
  return value.replace(/^(\d{4}-\d\d-\d\d)T00:00:00(?:\.0{1,7})?(?:Z|\+00:00)?$/, '$1');
}

/** Names with a sign, and those that OData 2 begins with two lines, are about the data. */
const isData = (name: string): boolean =>
  !name.includes('@') && !name.startsWith('__') && !/^odata\./.test(name);

/** Adds the rows; columns that were asked for are there, also where no row has them. */
function addRows(rows: readonly unknown[], builder: TableBuilder, asked: readonly string[] = []): void {
  const adder = new RecordAdder(builder);
  for (const name of asked) adder.column(name);
  for (const row of rows) {
    if (!isObject(row)) continue;
    const names = Object.keys(row).filter((name) => isData(name) || name === '__proto__');
    const values = names.map((name) => cellOf(own(row, name)));
    // What is only promised, a link to further entities, has no value here.
    const kept = names.flatMap((name, index) => {
      const value = values[index];
      return isObject(value) && Object.hasOwn(value, '__deferred') ? [] : [[name, value] as const];
    });
    const columns = kept.map(([name]) => adder.column(name));
    adder.addArray(
      kept.map(([, value]) => value),
      columns,
    );
  }
}

/** The list of a service's entity sets: the page names one, or there is only one. */
function chooseSet(entries: readonly unknown[], reply: URL, { resource }: SourceOptions): Part {
  const sets = entries.flatMap((entry) => {
    const set = ServiceEntry.safeParse(entry);
    return set.success ? [set.data] : [];
  });
  const chosen =
    sets.length === 1 && resource === undefined ? sets[0] : sets.find(({ name }) => name === resource);
  const root = reply.href.replace(/[?#].*$/, '').replace(/\/?$/, '/');
  if (chosen && URL.canParse(chosen.url, root))
    return { elsewhere: { url: new URL(chosen.url, root).href, protocol: 'odata' } };
  const expected = sets.map(({ name }) => name);
  throw new DataError('no-resource', {
    host: reply.host,
    attribute: 'resource',
    value: resource ?? '',
    expected,
  });
}

function isService(root: unknown, rows: readonly unknown[]): boolean {
  const context = isObject(root) ? (own(root, '@odata.context') ?? own(root, 'odata.metadata')) : undefined;
  const isList = typeof context === 'string' && /\$metadata$/.test(context);
  return isList && rows.length > 0 && rows.every((row) => ServiceEntry.safeParse(row).success);
}

async function parse(reply: TextReply, builder: TableBuilder, options: SourceOptions): Promise<Part> {
  const url = new URL(reply.url);
  const { host } = url;
  const root = await parseJson(reply.text, host);
  refuseError(root, host);
  const page = pageOf(root);
  if (!page) {
    if (!isObject(root)) throw new DataError('malformed', { host });
    const entity: JsonObject = isObject(own(root, 'd')) ? (own(root, 'd') as JsonObject) : root;
    addRows([entity], builder);
    return { decimal: '.' };
  }
  const { rows, next, count: all } = page;
  if (isService(root, rows)) return chooseSet(rows, url, options);
  const aliases = (url.searchParams.get('$apply') ?? '').matchAll(/ as (\w+)/g);
  addRows(
    rows,
    builder,
    Array.from(aliases, ([, alias = '']) => alias),
  );
  const skipped = Number(url.searchParams.get('$skip') ?? 0) || 0;
  const isOwn = url.searchParams.has('$top');
  const isFirst = !url.searchParams.has('$skiptoken');
  const total = all !== undefined && !isOwn && isFirst ? Math.max(0, all - skipped) : undefined;
  const link = next !== undefined && URL.canParse(next, reply.url) ? new URL(next, reply.url) : undefined;
  // A link to somewhere else is not followed: what is behind it is missing, and told.
  const isForeign = next !== undefined && link?.origin !== url.origin;
  return {
    decimal: '.',
    ...(total !== undefined && { total }),
    ...(isForeign ? { isPart: true } : link && { next: { url: link.href } }),
  };
}

/** An entity set of an OData service: version 4 (OASIS), and replies of 2 and 3. */
export const source: Source = {
  plan: (address, query, _options, pushDown) => planEntitySet(address, query, pushDown),
  parse,
};
