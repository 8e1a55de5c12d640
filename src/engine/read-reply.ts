import { DataError } from '../errors.js';
import type { Reply } from '../request/fetch-bytes.js';
import { get } from '../request/get.js';
import { dataUrl } from '../request/safe-url.js';
import { SharedTasks } from '../request/shared-tasks.js';
import { loadSource } from '../sources/protocols.js';
import { protocolOfReply } from '../sources/recognise.js';
import type { About, Ask, Source, SourceOptions, TextReply } from '../sources/source.js';
import { textOf, type Read, type Reading } from './reading.js';

/** What is known of a request before its reply is there. */
export interface Expected {
  readonly protocol: string | undefined;
  readonly options: SourceOptions;
  readonly about?: About | undefined;
  /** The address that was planned with. */
  readonly address?: URL;
}

/** Several questions may need the same reply: one request is made for those that ask within a minute. */
const replies = new SharedTasks<Reply>(60_000, 4);

/** The reply to one request, asked for once however many want it. */
export function replyTo({ url, body }: Ask, { limits, signal, fresh }: Reading): Promise<Reply> {
  const key = JSON.stringify([url, body, limits]);
  if (fresh) replies.forget(key);
  return replies.run(key, signal, (shared) => get(url, limits, shared, body));
}

/** How its letters are encoded, as the page declares it, else a description of the file. */
function encodingOf({ options, about }: Expected): string | undefined {
  return options.encoding ?? options.dialect?.encoding ?? about?.dialect?.encoding;
}

/**
 * How a reply speaks: a file of JSON may be a portal's, and one without a known ending may be anything. A lone line
 * where JSON was to be, such as `null` or `Forbidden`, is JSON or nothing: no CSV with a header and no rows.
 */
function spokenIn(
  { text, bytes }: TextReply,
  { protocol }: Expected,
  { question }: Reading,
  contentType: string,
): string {
  // A workbook, whatever its address says.
  if (bytes) return 'xlsx';
  const isOpen = protocol === undefined || (protocol === 'json' && question.protocol === undefined);
  if (!isOpen) return protocol;
  const told = protocolOfReply(text);
  const isJson = protocol === 'json' || /\bjson\b/i.test(contentType);
  return told === 'csv' && isJson && !/[\r\n]/.test(text.trim()) ? 'json' : told;
}

/** The reply; a refusal by which a protocol says that nothing matches is one without content. */
async function heard(
  asked: Promise<Reply>,
  source: Promise<Source> | undefined,
  { question }: Reading,
): Promise<Reply> {
  try {
    return await asked;
  } catch (reason) {
    const address = dataUrl(question.src, question.base);
    const means = reason instanceof DataError ? (await source)?.explain?.(reason, address) : undefined;
    if (means !== 'nothing') throw means ?? reason;
    const nothing = { bytes: new Uint8Array(), contentType: '', lastModified: null };
    return { url: address.href, status: 204, ...nothing, fetchedAt: Date.now() };
  }
}

export interface ReadReply extends Read {
  /** How the reply spoke. */
  readonly protocol: string;
}

/** Reads the reply to one request and adds its rows; where no protocol is known, the reply tells it. */
export async function readReply(
  asked: Promise<Reply>,
  expected: Expected,
  reading: Reading,
): Promise<ReadReply> {
  const { builder, notices, columns } = reading;
  // The source is loaded while its reply is on its way.
  const known = expected.protocol === undefined ? undefined : loadSource(expected.protocol);
  const [reply, likely] = await Promise.all([heard(asked, known, reading), known]);
  // "No content": the server understood, and has nothing of the kind.
  if (reply.status === 204) return { ...reply, part: {}, protocol: expected.protocol ?? 'json' };
  const { url, bytes } = reply;
  const { maxBytes } = reading.limits;
  const isBytes = likely?.readsBytes === true;
  const text = isBytes
    ? { url, text: '', bytes, maxBytes }
    : await textOf(reply, reading, encodingOf(expected));
  const protocol = isBytes ? (expected.protocol ?? '') : spokenIn(text, expected, reading, reply.contentType);
  const source = protocol === expected.protocol && likely ? likely : await loadSource(protocol);
  const part = await source.parse(text, builder, expected.options, expected.about, expected.address);
  notices.push(...(part.notices ?? []));
  columns.push(...(part.columns ?? []));
  return { ...reply, part, protocol };
}
