import { DataError } from '../errors.js';
import { ROWS } from '../query/partials.js';
import type { TableBuilder } from '../table/builder.js';
import { addRecords } from './add-records.js';
import { typeOf } from './column-kind.js';
import { isObject, own, parseJson, type JsonObject } from './json-text.js';
import { refusal } from './refusal.js';
import { isOneCell, readView } from './socrata-about.js';
import { descriptionOf } from './socrata-address.js';
import { DAY, PAGE, plan } from './socrata-plan.js';
import type { About, Ask, Part, Source, SourceOptions, TextReply } from './source.js';

/** A portal that gives less than it was asked for without a word stops at a round number. */
const ROUND = 500;
const OUR_STATEMENT = /^SELECT (\*|`|count\(\*\) as obs_rows)/;

/** The rows, or what the portal says in their place, also with HTTP 200 (SODA, "Response codes"). */
function rowsIn(root: unknown, host: string): readonly unknown[] {
  if (Array.isArray(root)) return root;
  if (!isObject(root)) throw new DataError('malformed', { host });
  const isMissing = own(root, 'code') === 'dataset.missing';
  throw refusal(host, own(root, 'message'), isMissing ? 'no-resource' : 'server-error');
}

/** The columns that an address asks for, in our own writing of SoQL; those of the view where it asks for none. */
function columnsOf({ searchParams }: URL, about: About | undefined): string[] {
  const statement = searchParams.get('query');
  const written = searchParams.get('$select') ?? statement?.replace(/^SELECT /, '');
  const select = written?.split(/ (?:WHERE|GROUP BY|ORDER BY) /)[0];
  if (select?.startsWith('`') || select?.includes(ROWS)) {
    const names = select.matchAll(/ as (\w+)|(?:^|,) ?`(\w+)`(?=,|$)/g);
    return [...names].map(([, alias, name]) => (alias ?? name ?? '').replace(DAY, ''));
  }
  const isOwn = ['$query', '$select', '$group'].some((name) => searchParams.has(name));
  if (isOwn || (statement !== null && select !== '*')) return [];
  const columns = about?.columns ?? [];
  return columns.map(({ name }) => name).filter((name) => isOneCell(typeOf(about, name) ?? ''));
}

/** A row without the portal's own columns, days under the name of what they were cut from. */
function cleaned(row: JsonObject): JsonObject {
  const kept = Object.entries(row).filter(([key]) => !key.startsWith(':'));
  return Object.fromEntries(kept.map(([key, value]) => [key.replace(DAY, ''), value]));
}

/** The request for the rows after these; none where these are the last, or where the page has set its own limit. */
function nextOf(replyUrl: string, received: number): Ask | undefined {
  const url = new URL(replyUrl);
  const given = url.searchParams;
  if (received === 0) return undefined;
  if (given.has('pageNumber')) {
    const [page, size] = [Number(given.get('pageNumber')), Number(given.get('pageSize'))];
    const isWritten = OUR_STATEMENT.test(given.get('query') ?? '');
    const isCut = page === 1 && isWritten && received % ROUND === 0;
    if ((size !== PAGE && !isWritten) || (received !== size && !isCut)) return undefined;
    given.set('pageNumber', String(page + 1));
    given.set('pageSize', String(received));
    return { url: url.href };
  }
  const isOurs = given.get('$limit') === String(PAGE);
  if (!isOurs || received % ROUND !== 0) return undefined;
  given.set('$offset', String((Number(given.get('$offset')) || 0) + received));
  return { url: url.href };
}

async function parse(
  reply: TextReply,
  builder: TableBuilder,
  _options: SourceOptions,
  about?: About,
): Promise<Part> {
  const url = new URL(reply.url);
  const rows = rowsIn(await parseJson(reply.text, url.host), url.host);
  // A key whose value is null is left out, and may be so in every row.
  const columns = columnsOf(url, about);
  const isOurs = (row: unknown): boolean => !isObject(row) || Object.hasOwn(row, ROWS);
  // Groups were asked for, and these are none.
  if (columns.includes(ROWS) && !rows.every(isOurs)) throw refusal(url.host, ROWS);
  const notices = await addRecords(builder, { host: url.host, columns, records: rows }, cleaned);
  const next = nextOf(reply.url, rows.length);
  const isCut = url.searchParams.has('$query') && rows.length === PAGE;
  return { decimal: '.', notices, ...(next && { next }), ...(isCut && { isPart: true }) };
}

/** Socrata's SODA 2.1, and SODA 3 where the address is of it (`/api/v3/views/<id>/query.json`). */
export const source: Source = {
  about: {
    plan: (address, options) => {
      const url = descriptionOf(address, options);
      return url && { url: url.href };
    },
    parse: readView,
  },
  plan,
  parse,
};
