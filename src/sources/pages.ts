import type { TableBuilder } from '../table/builder.js';
import { totalOf } from './records.js';
import type { Part } from './source.js';

/** More requests than this for one table is a burden on the portal: the rest is told as missing. */
const MAX_PAGES = 100;

/** One page of a table, as its request and its reply have it. */
export interface Page {
  readonly url: string;
  readonly received: number;
  /** Rows that there are in all, where the portal says so. */
  readonly all: number | undefined;
  /** A reply that somebody keeps in a file: nothing comes after it. */
  readonly isKept?: boolean;
  /** The most rows that the page's owner wants; without it, all. */
  readonly most?: number | undefined;
}

/** The request for the rows after the first `read` ones of a page's, no more at once than it held, nor than wanted. */
function pageAfter(first: URL, skipped: number, read: number, { received, most }: Page): string {
  const url = new URL(first);
  url.searchParams.set('offset', String(skipped + read));
  if (most !== undefined) url.searchParams.set('limit', String(Math.min(received, most - read)));
  return url.href;
}

/** What comes after a page whose rows are in the table, and whether more came than the portal says that there are. */
export function partAfter(page: Page, builder: TableBuilder): Part {
  const { all } = page;
  const isOver = all !== undefined && builder.length > all;
  return {
    ...restAfter(page),
    ...(isOver && { notices: [{ code: 'rows-repeated', count: builder.length, total: all }] }),
  };
}

/**
 * What comes after a first page: by what it held, what there is in all and what is wanted; rows before it were not
 * asked for. Where the portal does not say how many there are, one page more is asked for until one is empty.
 */
function restAfter(page: Page): Part {
  const { received, all, most } = page;
  const url = new URL(page.url);
  const skipped = Math.max(0, Number(url.searchParams.get('offset'))) || 0;
  const wanted = most ?? Infinity;
  if (page.isKept) return all === undefined ? {} : { total: Math.max(received, all - skipped) };
  if (all === undefined) {
    if (received === 0 || received >= wanted) return {};
    return { next: { url: pageAfter(url, skipped, received, page) } };
  }
  const more: string[] = [];
  const total = Math.max(received, Math.min(wanted, all - skipped));
  for (let read = received; received > 0 && read < total && more.length + 1 < MAX_PAGES; read += received)
    more.push(pageAfter(url, skipped, read, page));
  return { more, total };
}

/**
 * How many rows the page's owner wants at most, of the reply just read and what comes after it: what the address
 * says, less what came before. Where the address is not known, the request tells it, but for the usual limit.
 */
export function mostWanted(
  url: URL,
  address: URL | undefined,
  before: number,
  usual: string,
): number | undefined {
  const limit = (address ?? url).searchParams.get('limit');
  const most = limit === null || (!address && limit === usual) ? undefined : totalOf(limit);
  return most === undefined || !address ? most : Math.max(0, most - before);
}

/** The last page of each table, by what tells its rows from others. */
const lastPages = new WeakMap<TableBuilder, string>();

/** Whether a page is the one before once more: some portals do not heed `offset`. */
export function isRepeated(builder: TableBuilder, rows: string): boolean {
  const before = lastPages.get(builder);
  lastPages.set(builder, rows);
  return before === rows;
}
