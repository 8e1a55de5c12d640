import type { Query } from '../query/query.js';
import { get } from '../request/get.js';
import type { Limits } from '../request/limits.js';
import { dataUrl } from '../request/safe-url.js';
import { source as csv } from '../sources/csv.js';
import { protocolOfFile } from '../sources/protocol-of.js';
import { TableBuilder } from '../table/builder.js';
import type { Question } from './engine.js';
import { finishReading, textOf, type Reading, type Rows } from './reading.js';

/** The protocol that the page names or a file's address tells; of any other, `recognise` knows more. */
export function toldProtocol({ src, base, protocol }: Question): string | undefined {
  return protocol ?? protocolOfFile(dataUrl(src, base));
}

/**
 * The rows of a source, and whose they are. A file of CSV of which the page says nothing more is read here; what speaks
 * the protocols of portals is loaded for them, and waits for the query, since a portal answers part of it.
 */
export async function readSource(
  question: Question,
  limits: Limits,
  query: Promise<Query>,
  signal: AbortSignal,
  fresh: boolean,
): Promise<Rows> {
  const address = dataUrl(question.src, question.base);
  const builder = new TableBuilder();
  const reading: Reading = { question, limits, signal, fresh, builder, notices: [], columns: [] };
  const protocol = toldProtocol(question);
  if (protocol !== 'csv' || Object.keys(question.source)[0]) {
    const { readOther } = await import('./read-other.js');
    return readOther(address, protocol, query, reading);
  }
  const reply = await get(address.href, limits, signal);
  const text = await textOf(reply, reading);
  const source = text.bytes ? (await import('../sources/xlsx.js')).source : csv;
  const part = await source.parse(text, builder, {});
  reading.notices.push(...(part.notices ?? []));
  reading.columns.push(...(part.columns ?? []));
  return finishReading({ ...reply, part }, part.metadata ?? {}, reading);
}
