import type { Query } from '../query/query.js';
import { dataUrl } from '../request/safe-url.js';
import { protocolOfAddress } from '../sources/protocol-of.js';
import { TableBuilder } from '../table/builder.js';
import type { Answer, Question } from './engine.js';
import { limitsOf } from './parse-question.js';
import { finishReading, readReply, type Reading } from './read-reply.js';

/** Whether a protocol is a portal's, which filters, pages and describes, and not that of a file. */
export function isPortal(protocol: string | undefined): boolean {
  return protocol === 'ckan' || protocol === 'dkan';
}

/** The rows of a source, whole, and whose they are. Only a portal waits for the query: it answers part of it. */
export async function readSource(
  question: Question,
  query: Promise<Query>,
  signal: AbortSignal,
): Promise<Answer> {
  const address = dataUrl(question.src, question.base);
  const protocol = question.protocol ?? protocolOfAddress(address);
  const limits = await limitsOf(question);
  const reading: Reading = { question, limits, signal, builder: new TableBuilder(), notices: [] };
  if (protocol && isPortal(protocol)) {
    const { readPortal } = await import('./read-portal.js');
    return readPortal(address, protocol, await query, reading);
  }
  return finishReading(await readReply(address.href, protocol, reading), {}, reading);
}
