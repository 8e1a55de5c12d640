import type { Query } from '../query/query.js';
import { choice } from '../text/attribute-values.js';
import { protocolOfAddress } from '../sources/recognise.js';
import { readPortal } from './read-portal.js';
import type { Reading, Rows } from './reading.js';

/** All the rows, as they are. */
const NOTHING: Query = { measures: [], time: [], by: [], sort: [] };

/** What answers no question itself: it is read whole, and need not wait for one. */
const FILES = new Set([undefined, 'json', 'csv']);

/** What makes another table of the rows that are read. */
const OPTIONS = ['unpivot', 'codeSystem', 'codeColumn', 'codeTo', 'codeTable', 'expected'] as const;

/** Reads what is no plain file of CSV: a portal, or an address of which only the reply tells what it is. */
export async function readOther(
  address: URL,
  told: string | undefined,
  query: Promise<Query>,
  reading: Reading,
): Promise<Rows> {
  const protocol = told ?? protocolOfAddress(address);
  // Many questions share a file that is named as one: what is wrong in the first is no failure of the others.
  const asked = told === 'json' ? NOTHING : await query;
  const { source } = reading.question;
  choice('decimal-char', source.decimalChar ?? '', ['.', ',']);
  const isAsked = OPTIONS.some((name) => (source[name] ?? '').trim() !== '');
  if (!isAsked) return readPortal(address, protocol, asked, reading, !FILES.has(protocol));
  // A portal knows nothing of what becomes of its rows: it is asked for all of them.
  const [{ reshape }, rows] = await Promise.all([
    import('./reshape.js'),
    readPortal(address, protocol, asked, reading, false),
  ]);
  return { ...rows, table: await reshape(rows.table, reading) };
}
