import { asDataError, type DataError } from '../errors.js';
import type { Query } from '../query/query.js';
import { decode } from '../request/decode.js';
import { get } from '../request/get.js';
import { dataUrl } from '../request/safe-url.js';
import { refuseBinary, refusePages } from '../sources/not-data.js';
import { protocolOfAddress, protocolOfReply } from '../sources/protocol-of.js';
import { SOURCES, type Part, type ProtocolName, type SourceMetadata } from '../sources/source.js';
import { TableBuilder } from '../table/builder.js';
import type { Notice } from '../table/notice.js';
import type { Answer, Provenance, Question } from './engine.js';

/** A reply that has been read: what it said, who said it and when. */
interface Read {
  readonly part: Part;
  readonly protocol: ProtocolName;
  readonly url: string;
  readonly lastModified: string | undefined;
  readonly fetchedAt: number;
}

/** A portal that sends from one description to the next is stopped. */
const MOST_HOPS = 3;

/** Reads one source into one table: descriptions that say where the data are, then page after page. */
class Reading {
  readonly #question: Question;
  readonly #query: Query;
  readonly #signal: AbortSignal;
  readonly #pushDown: boolean;
  readonly #builder = new TableBuilder();
  readonly #notices: Notice[] = [];
  /** Whether the portal was asked to do part of the work. */
  pushedDown = false;

  constructor(question: Question, query: Query, signal: AbortSignal, pushDown: boolean) {
    this.#question = question;
    this.#query = query;
    this.#signal = signal;
    this.#pushDown = pushDown;
  }

  async run(): Promise<Answer> {
    const { src, base, protocol } = this.#question;
    const address = dataUrl(src, base);
    let first = await this.#ask(address, protocol ?? protocolOfAddress(address));
    let metadata: SourceMetadata = first.part.metadata ?? {};
    for (let hop = 0; first.part.elsewhere && hop < MOST_HOPS; hop++) {
      const { url, protocol: next } = first.part.elsewhere;
      first = await this.#ask(dataUrl(url, base), next);
      metadata = { ...metadata, ...first.part.metadata };
    }
    await this.#readPages(first);
    return this.#finish(first, metadata);
  }

  /** The request that answers the question at this address, made and read. */
  async #ask(address: URL, protocol: ProtocolName | undefined): Promise<Read> {
    if (protocol === undefined) return this.#read(address.href, undefined);
    const source = await SOURCES[protocol]();
    const plan = source.plan(address, this.#query, this.#question.source, this.#pushDown);
    this.pushedDown ||= plan.pushedDown;
    return this.#read(plan.url, protocol);
  }

  /** Gets one address and adds its rows; where no protocol is known, the reply tells it. */
  async #read(address: string, protocol: ProtocolName | undefined): Promise<Read> {
    const { url, bytes, contentType, lastModified, fetchedAt } = await get(
      address,
      this.#question.limits,
      this.#signal,
    );
    const { host } = new URL(url);
    refuseBinary(bytes, host);
    const { text, assumedLatin, hadNul } = await decode(bytes, contentType);
    refusePages(text, host);
    if (assumedLatin) this.#notices.push({ code: 'read-as-windows-1252' });
    if (hadNul) this.#notices.push({ code: 'nul-removed' });
    const told = protocol ?? protocolOfReply(text);
    const source = await SOURCES[told]();
    const part = await source.parse({ url, text }, this.#builder, this.#question.source);
    this.#notices.push(...(part.notices ?? []));
    return { part, protocol: told, url, lastModified, fetchedAt };
  }

  /** The requests go out together, the queue lets four through; rows are added in the source's order. */
  async #readPages(first: Read): Promise<void> {
    const urls = first.part.more ?? [];
    const limits = this.#question.limits;
    for (const url of urls) get(url, limits, this.#signal).catch(() => undefined);
    for (const url of urls) await this.#read(url, first.protocol);
  }

  #finish(first: Read, metadata: SourceMetadata): Answer {
    const received = this.#builder.length;
    const total = first.part.total ?? received;
    const isPartial = received < total;
    if (isPartial) this.#notices.push({ code: 'partial', count: received, total });
    const table = this.#builder.finish({
      decimal: this.#question.source.decimal ?? first.part.decimal,
      ...(first.part.usualDecimal && { fallback: first.part.usualDecimal }),
      notices: this.#notices,
    });
    const provenance: Provenance = {
      url: first.url,
      host: new URL(first.url).host,
      metadata,
      ...(first.lastModified !== undefined && { lastModified: first.lastModified }),
      fetchedAt: first.fetchedAt,
      ...(isPartial && { partial: { received, total } }),
    };
    return { table, provenance };
  }
}

/** The portal understood and said no: a column it does not know by that name, a filter it does not offer. */
function isRefusal({ code, details }: DataError): boolean {
  return code === 'server-error' || (code === 'http' && (details.status === 400 || details.status === 409));
}

/** The rows of a source, whole, and whose they are. A portal that refuses to filter is asked for everything. */
export async function readSource(question: Question, query: Query, signal: AbortSignal): Promise<Answer> {
  const reading = new Reading(question, query, signal, true);
  try {
    return await reading.run();
  } catch (reason) {
    if (signal.aborted || !reading.pushedDown || !isRefusal(asDataError(reason))) throw reason;
    return new Reading(question, query, signal, false).run();
  }
}
