import { decode } from '../request/decode.js';
import type { Reply } from '../request/fetch-bytes.js';
import type { Limits } from '../request/limits.js';
import { isBinary, refusePages } from '../sources/not-data.js';
import type { Part, SourceMetadata, TextReply } from '../sources/source.js';
import type { TableBuilder } from '../table/builder.js';
import type { ColumnDescription } from '../table/describe.js';
import type { Notice } from '../table/notice.js';
import type { Answer, Provenance, Question } from './engine.js';

/** Rows on their way into one table. */
export interface Reading {
  readonly limits: Limits;
  readonly question: Question;
  readonly signal: AbortSignal;
  /** What was heard before does not count. */
  readonly fresh: boolean;
  readonly builder: TableBuilder;
  readonly notices: Notice[];
  readonly columns: ColumnDescription[];
}

/** What a source gave: its rows, or what it made of them itself. */
export interface Rows extends Answer {
  /** The portal has put rows together: the page ends what it began. */
  readonly grouped?: boolean;
}

/** A reply that has been read: what it said beside its rows, from where, and when. */
export interface Read extends Pick<Reply, 'url' | 'lastModified' | 'fetchedAt'> {
  readonly part: Part;
}

/**
 * A reply's bytes as text, by the encoding that is declared, if any; a page of HTML or an unreadable file is refused,
 * a workbook is left as it is.
 */
export async function textOf(
  reply: Reply,
  reading: Pick<Reading, 'limits' | 'notices'>,
  encoding?: string,
): Promise<TextReply> {
  const { url, bytes, contentType } = reply;
  const { notices } = reading;
  const unpacked =
    encoding || isBinary(bytes)
      ? await (await import('./text-of-other.js')).unpack(reply, encoding, reading)
      : { bytes, decoded: await decode(bytes, contentType) };
  const { decoded } = unpacked;
  if (!decoded) return { url, text: '', bytes: unpacked.bytes, maxBytes: reading.limits.maxBytes };
  const { text, assumedLatin, hadNul } = decoded;
  refusePages(text, new URL(url).host);
  if (assumedLatin) notices.push({ code: 'read-as-windows-1252' });
  if (hadNul) notices.push({ code: 'nul-removed' });
  return { url, text };
}

/** The rows as a table, with where they come from; fewer rows than the source has are told. */
export async function finishReading(
  { part, url, lastModified, fetchedAt }: Read,
  metadata: SourceMetadata,
  { builder, notices, columns }: Reading,
  isPart = part.isPart,
  decimal = part.decimal,
): Promise<Answer> {
  const received = builder.length;
  const { total = received } = part;
  const partial = received < total ? { received, total } : isPart ? { received } : undefined;
  if (partial) notices.push({ code: 'partial', count: received, ...partial });
  const table = await builder.finish({
    decimal,
    ...(part.usualDecimal && { fallback: part.usualDecimal }),
    notices,
    columns,
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
