import { stretchesIn } from '../query/month-stretches.js';
import { addsUp, monthsBeside } from '../query/months-beside.js';
import { conditionColumns } from '../query/partials.js';
import { EMPTY_QUERY, type Query } from '../query/query.js';
import { hasNumbered, totalRows } from '../query/total-rows.js';
import type { About, Ask, Source, SourceOptions } from '../sources/source.js';
import { TableBuilder } from '../table/builder.js';
import type { Table } from '../table/table.js';
import { readReply, replyTo } from './read-reply.js';
import type { Reading } from './reading.js';

/** Few enough for most portals to give at once, and more than the first block of a table that ends in its total. */
const SAMPLE = 500;
/** A portal that goes on without giving rows is left. */
const MOST_PAGES = 100;

/** Where a question is asked. */
export interface Portal {
  readonly source: Source;
  readonly protocol: string;
  readonly address: URL;
  readonly options: SourceOptions;
  readonly about: About | undefined;
}

/**
 * What puts rows together for the page or sends only some of their columns, and what it calls the number of rows that
 * it is asked for; nothing where a portal gives as many as it can of itself, and refuses more. Of other protocols a
 * question has a cell for each of its parts: nothing is put together unseen.
 */
const LIMITS: Readonly<Record<string, string>> = {
  ckan: 'limit',
  dkan: 'limit',
  dkan2: '',
  opendatasoft: 'limit',
  socrata: '$limit',
  arcgis: 'resultRecordCount',
  odata: '$top',
};

/** What the first rows tell: their columns, and which of these have totals among them. */
interface FirstRows {
  readonly columns: readonly string[];
  readonly withTotals: readonly string[];
  /** The column that tells of which months of its year each row is. */
  readonly stretches: string | undefined;
}

/** What first rows tell, by where these are; for the page's life. */
const known = new Map<string, FirstRows>();

/** The address of the first rows with all their columns. */
function sampleUrl({ source, protocol, address, options, about }: Portal): string {
  const url = new URL(source.plan(address, EMPTY_QUERY, options, false, about).url);
  const { searchParams } = url;
  const name = searchParams.has('pageSize') ? 'pageSize' : LIMITS[protocol];
  // A layer that gives fewer at once takes a number that is asked for as all that is wanted.
  const isShort = protocol === 'arcgis' && !(Number(about?.facts?.['most']) > SAMPLE);
  if (name && !isShort) searchParams.set(name, String(SAMPLE));
  return url.href;
}

/** The columns that have wholes beside their parts by their numbers, or may have: all rows tell more than the first. */
async function numberedIn(table: Table): Promise<string[]> {
  if (!hasNumbered(table)) return [];
  const { numberedLevels } = await import('../query/numbered-levels.js');
  const found = numberedLevels(table).filter(({ repeats, doubt }) => repeats.size > 0 || doubt);
  return found.map(({ column }) => column);
}

async function readFirstRows(portal: Portal, reading: Reading): Promise<FirstRows> {
  const { about } = portal;
  const builder = new TableBuilder();
  const columns = [...(about?.columns ?? [])];
  const sample: Reading = { ...reading, builder, notices: [], columns };
  const asked: Ask[] = [{ url: sampleUrl(portal) }];
  for (let page = 0; page < MOST_PAGES && builder.length < SAMPLE; page++) {
    const next = asked.shift();
    if (!next) break;
    const { part } = await readReply(replyTo(next, sample), portal, sample);
    asked.push(...(part.more ?? []).map((url) => ({ url })), ...(part.next ? [part.next] : []));
  }
  const table = await builder.finish({ decimal: undefined, notices: [], columns });
  return {
    columns: table.columns.map(({ name }) => name),
    withTotals: [...totalRows(table).map(({ column = '' }) => column), ...(await numberedIn(table))],
    stretches: stretchesIn(table)?.name,
  };
}

/** `undefined` where the rows cannot be had; they may be the next time. */
async function firstRowsOf(portal: Portal, reading: Reading): Promise<FirstRows | undefined> {
  const key = JSON.stringify([portal.address.href, portal.options]);
  const before = reading.fresh ? undefined : known.get(key);
  if (before) return before;
  const found = await readFirstRows(portal, reading).catch(() => undefined);
  reading.signal.throwIfAborted();
  if (found) known.set(key, found);
  return found;
}

/**
 * The question as a portal that puts rows together may be asked it. The page leaves rows out that are totals of the
 * others, by the words of columns that the question does not name; a portal would add them up with their parts, or not
 * send the columns that tell. So its first rows are looked at: where there are totals among them, or they cannot be
 * had, the question is `isOpen`: for all columns of the rows, which the page puts together itself. Else a column of the
 * months of its years is asked for as well, which tells whether these are whole.
 */
export async function askedOfPortal(query: Query, portal: Portal, reading: Reading): Promise<Query> {
  if (!Object.hasOwn(LIMITS, portal.protocol)) return query;
  const { time, by, where } = query;
  const named = new Set([...time, ...by, ...(where ? conditionColumns(where) : [])]);
  const first = await firstRowsOf(portal, reading);
  if (!first?.withTotals.every((column) => named.has(column))) return { ...query, isOpen: true };
  const isByYear = time.length === 1 && !query.every && addsUp(query);
  const months = monthsBeside(first.columns, query) ?? (isByYear ? first.stretches : undefined);
  return months === undefined ? query : { ...query, months };
}
