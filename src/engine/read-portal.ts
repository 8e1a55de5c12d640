import { asDataError, type DataError } from '../errors.js';
import type { Query } from '../query/query.js';
import { get } from '../request/get.js';
import { dataUrl } from '../request/safe-url.js';
import { SOURCES, type ProtocolName, type SourceMetadata } from '../sources/source.js';
import { TableBuilder } from '../table/builder.js';
import type { Answer } from './engine.js';
import { finishReading, readReply, type Read, type Reading } from './read-reply.js';

/** A portal that sends from one description to the next is stopped. */
const MOST_HOPS = 3;

/** Reads one portal into one table: descriptions that say where the data are, then page after page. */
class PortalReading {
  readonly #reading: Reading;
  readonly #query: Query;
  readonly #pushDown: boolean;
  /** Whether the portal was asked to do part of the work. */
  pushedDown = false;

  constructor(query: Query, reading: Reading, pushDown: boolean) {
    this.#reading = reading;
    this.#query = query;
    this.#pushDown = pushDown;
  }

  async run(address: URL, protocol: ProtocolName): Promise<Answer> {
    let first = await this.#ask(address, protocol);
    let metadata: SourceMetadata = first.part.metadata ?? {};
    for (let hop = 0; first.part.elsewhere && hop < MOST_HOPS; hop++) {
      const { url, protocol: next } = first.part.elsewhere;
      first = await this.#ask(dataUrl(url, this.#reading.question.base), next);
      metadata = { ...metadata, ...first.part.metadata };
    }
    await this.#readPages(first);
    return finishReading(first, metadata, this.#reading);
  }

  /** The request that answers the question at this address, made and read. */
  async #ask(address: URL, protocol: ProtocolName | undefined): Promise<Read> {
    if (protocol === undefined) return readReply(address.href, undefined, this.#reading);
    const { source } = await SOURCES[protocol]();
    const plan = source.plan(address, this.#query, this.#reading.question.source, this.#pushDown);
    this.pushedDown ||= plan.pushedDown;
    return readReply(plan.url, protocol, this.#reading);
  }

  /** The requests go out together, the queue lets four through; rows are added in the portal's order. */
  async #readPages({ part, protocol }: Read): Promise<void> {
    const { limits, signal } = this.#reading;
    const pages = (part.more ?? []).map((url) => ({ url, reply: get(url, limits, signal) }));
    // A page that fails is heard when its turn comes; until then nobody listens to the others.
    for (const { reply } of pages) reply.catch(() => undefined);
    for (const { url, reply } of pages) await readReply(url, protocol, this.#reading, reply);
  }
}

/** The portal understood and said no: a column it does not know by that name, a filter it does not offer. */
function isRefusal({ code, details }: DataError): boolean {
  return code === 'server-error' || (code === 'http' && (details.status === 400 || details.status === 409));
}

/** Asks the portal to filter and to choose columns; where it refuses, it is asked for everything. */
export async function readPortal(
  address: URL,
  protocol: ProtocolName,
  query: Query,
  reading: Reading,
): Promise<Answer> {
  const asking = new PortalReading(query, reading, true);
  try {
    return await asking.run(address, protocol);
  } catch (reason) {
    if (reading.signal.aborted || !asking.pushedDown || !isRefusal(asDataError(reason))) throw reason;
    const afresh: Reading = { ...reading, builder: new TableBuilder(), notices: [] };
    return new PortalReading(query, afresh, false).run(address, protocol);
  }
}
