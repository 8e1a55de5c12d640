import type { Query } from '../query/query.js';
import { protocolOfAddress } from '../sources/recognise.js';
import { readPortal } from './read-portal.js';
import type { Reading, Rows } from './reading.js';

/** What answers no question itself: it is read whole, and need not wait for one. */
const FILES = new Set([undefined, 'json', 'csv']);

/** What makes another table of the rows that are read. */
const OPTIONS = ['unpivot', 'codeSystem', 'codeColumn', 'codeTo', 'codeTable'] as const;

/** Reads what is no plain file of CSV: a portal, or an address of which only the reply tells what it is. */
export async function readOther(
  address: URL,
  told: string | undefined,
  query: Promise<Query>,
  reading: Reading,
): Promise<Rows> {
  const protocol = told ?? protocolOfAddress(address);
  const { source } = reading.question;
  const isAsked = OPTIONS.some((name) => (source[name] ?? '').trim() !== '');
  if (!isAsked) return readPortal(address, protocol, await query, reading, !FILES.has(protocol));
  // A portal knows nothing of what becomes of its rows: it is asked for all of them.
  const [{ reshape }, rows] = await Promise.all([
    import('./reshape.js'),
    readPortal(address, protocol, await query, reading, false),
  ]);
  return { ...rows, table: await reshape(rows.table, reading) };
}
