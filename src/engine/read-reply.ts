import { decode } from '../request/decode.js';
import type { Reply } from '../request/fetch-bytes.js';
import { get } from '../request/get.js';
import type { Limits } from '../request/limits.js';
import { refuseBinary, refusePages } from '../sources/not-data.js';
import { protocolOfReply } from '../sources/protocol-of.js';
import { SOURCES, type Part, type ProtocolName, type SourceMetadata } from '../sources/source.js';
import type { TableBuilder } from '../table/builder.js';
import type { Notice } from '../table/notice.js';
import type { Answer, Provenance, Question } from './engine.js';

/** A reply that has been read: what it said, who said it and when. */
export interface Read {
  readonly part: Part;
  readonly protocol: ProtocolName;
  readonly url: string;
  readonly lastModified: string | null;
  readonly fetchedAt: number;
}

/** Rows on their way into one table. */
export interface Reading {
  readonly limits: Limits;
  readonly question: Question;
  readonly signal: AbortSignal;
  readonly builder: TableBuilder;
  readonly notices: Notice[];
}

/** Gets one address and adds its rows; where no protocol is known, the reply tells it. */
export async function readReply(
  address: string,
  protocol: ProtocolName | undefined,
  { question, limits, signal, builder, notices }: Reading,
  reply: Promise<Reply> = get(address, limits, signal),
): Promise<Read> {
  // The source is loaded while its reply is on its way.
  const known = protocol && SOURCES[protocol]();
  const { url, bytes, contentType, lastModified, fetchedAt } = await reply;
  const { host } = new URL(url);
  refuseBinary(bytes, host);
  const { text, assumedLatin, hadNul } = await decode(bytes, contentType);
  refusePages(text, host);
  if (assumedLatin) notices.push({ code: 'read-as-windows-1252' });
  if (hadNul) notices.push({ code: 'nul-removed' });
  const told = protocol ?? protocolOfReply(text);
  const { source } = await (known ?? SOURCES[told]());
  const part = await source.parse({ url, text }, builder, question.source);
  notices.push(...(part.notices ?? []));
  return { part, protocol: told, url, lastModified, fetchedAt };
}

/** The rows as a table, with where they come from; fewer rows than the source has are told. */
export async function finishReading(
  { part, url, lastModified, fetchedAt }: Read,
  metadata: SourceMetadata,
  { question, builder, notices }: Reading,
): Promise<Answer> {
  const received = builder.length;
  const total = part.total ?? received;
  const partial = received < total ? { received, total } : undefined;
  if (partial) notices.push({ code: 'partial', count: received, total });
  const table = await builder.finish({
    decimal: question.source.decimal ?? part.decimal,
    ...(part.usualDecimal && { fallback: part.usualDecimal }),
    notices,
  });
  const provenance: Provenance = {
    url,
    host: new URL(url).host,
    metadata,
    ...(lastModified !== null && { lastModified }),
    fetchedAt,
    ...(partial && { partial }),
  };
  return { table, provenance };
}
