import { asDataError, DataError } from '../errors.js';
import { partialColumns } from '../query/partials.js';
import type { Query } from '../query/query.js';
import { get } from '../request/get.js';
import { dataUrl } from '../request/safe-url.js';
import { loadSource } from '../sources/protocols.js';
import type { Ask, Plan, SourceMetadata, SourceOptions } from '../sources/source.js';
import { TableBuilder } from '../table/builder.js';
import { askAbout } from './ask-about.js';
import { askOffered } from './offers.js';
import { readReply, replyTo, type Expected, type ReadReply } from './read-reply.js';
import { finishReading, type Reading, type Rows } from './reading.js';

/** A portal that sends from one description to the next is stopped. */
const MOST_HOPS = 4;
/** More requests than this for one table is a burden on the portal: the rest is told as missing. */
const MOST_PAGES = 100;

/** Where rows are, and how they are read. */
interface Place {
  readonly address: URL;
  readonly protocol: string | undefined;
  readonly options: SourceOptions;
}

/** The decimal mark that the page declares. */
function decimalOf({ decimalChar: mark }: SourceOptions): '.' | ',' | undefined {
  return mark === '.' || mark === ',' ? mark : undefined;
}

/** A first reply, with what is needed to read the others. */
interface First extends ReadReply {
  readonly expected: Expected;
  /** The requests that were known to be needed before the first was made. */
  readonly rest: readonly Ask[];
}

/** Whether the answer is made of rows that are put together. */
const isTogether = ({ measures, isOpen }: Query): boolean =>
  !isOpen && measures.length > 0 && measures.every(({ aggregate }) => aggregate !== null);

/** Reads one portal into one table: descriptions that say where the data are, then page after page. */
class PortalReading {
  readonly #reading: Reading;
  readonly #query: Query;
  readonly #pushDown: boolean;
  /** Whether the portal was asked to do part of the work. */
  pushedDown = false;
  #grouped = false;
  #metadata: SourceMetadata = {};

  constructor(query: Query, reading: Reading, pushDown: boolean) {
    this.#reading = reading;
    this.#query = query;
    this.#pushDown = pushDown;
  }

  async run(place: Place): Promise<Rows> {
    let first = await this.#ask(place);
    for (let hop = 0; first.part.elsewhere && hop < MOST_HOPS; hop++) {
      const { url, protocol, options } = first.part.elsewhere;
      const address = dataUrl(url, this.#reading.question.base);
      first = await this.#ask({ address, protocol, options: { ...options, ...place.options } });
    }
    if (first.part.elsewhere) {
      throw new DataError('server-error', {
        host: place.address.host,
        serverMessage: first.part.elsewhere.url,
      });
    }
    await this.#readPages(first);
    const isPart = await this.#readOneByOne(first);
    const decimal = decimalOf(first.expected.options) ?? first.part.decimal;
    const { table, provenance } = await finishReading(first, this.#metadata, this.#reading, isPart, decimal);
    return { table, provenance, grouped: this.#grouped };
  }

  #learn(metadata: SourceMetadata | undefined): void {
    this.#metadata = { ...this.#metadata, ...metadata };
  }

  /** The request that answers the question at this address, made and read. */
  async #ask({ address, protocol, options }: Place): Promise<First> {
    const reading = this.#reading;
    const source = protocol === undefined ? undefined : await loadSource(protocol);
    const about = source && (await askAbout(source, address, options, this.#query, reading));
    this.#learn(about?.metadata);
    const planned = (query: Query): Plan | undefined =>
      source?.plan(address, query, options, this.#pushDown, about);
    let asked = planned(this.#query);
    if (source && protocol !== undefined && asked?.pushedDown && isTogether(this.#query)) {
      const { askedOfPortal } = await import('./first-rows.js');
      const portal = { source, protocol, address, options, about };
      asked = planned(await askedOfPortal(this.#query, portal, reading));
    }
    const expected: Expected = { protocol, options, about, address };
    this.pushedDown ||= asked?.pushedDown ?? false;
    const { read, plan } = await askOffered(
      asked ?? { url: address.href, pushedDown: false },
      (each) => readReply(replyTo(each, reading), expected, reading),
      reading.signal,
    );
    this.#heed(plan);
    this.#learn(read.part.metadata);
    return { ...read, expected: { ...expected, protocol: read.protocol }, rest: plan.more ?? [] };
  }

  #heed({ grouped }: Plan): void {
    if (!grouped) return;
    this.#grouped = true;
    this.#reading.columns.push(...partialColumns(this.#query));
  }

  /** The requests go out together, the queue lets four through; rows are added in the portal's order. */
  async #readPages({ part, expected, rest }: First): Promise<void> {
    const { limits, signal } = this.#reading;
    for (const { url, body } of rest)
      await readReply(get(url, limits, signal, body), expected, this.#reading);
    const replies = (part.more ?? []).map((url) => get(url, limits, signal));
    // A page that fails is heard when its turn comes; until then nobody listens to the others.
    for (const reply of replies) reply.catch(() => undefined);
    for (const reply of replies) await readReply(reply, expected, this.#reading);
  }

  /** Pages of which each tells the next. Gives whether there are more rows than were read. */
  async #readOneByOne({ part, expected }: First): Promise<boolean | undefined> {
    let { next, isPart } = part;
    const asked = new Set<string>();
    const keyOf = ({ url, body = '' }: Ask): string => `${url} ${body}`;
    // A portal that gives the same address again would send round in circles.
    while (next && asked.size < MOST_PAGES && !asked.has(keyOf(next))) {
      asked.add(keyOf(next));
      const reply = get(next.url, this.#reading.limits, this.#reading.signal, next.body);
      ({ next, isPart } = (await readReply(reply, expected, this.#reading)).part);
    }
    return isPart ?? (next !== undefined && part.total === undefined);
  }
}

/** The portal said no: a column it does not know by that name, a filter it does not offer, an address too long for it. */
function isRefusal({ code, details }: DataError): boolean {
  return (
    code === 'server-error' ||
    (code === 'http' && [400, 409, 414, 422, 431, 501].includes(details.status ?? 0))
  );
}

/** Asks the portal to filter, choose and put together; where it refuses, it is asked for everything. */
export async function readPortal(
  address: URL,
  protocol: string | undefined,
  query: Query,
  reading: Reading,
  pushDown = true,
): Promise<Rows> {
  const { source: options, series } = reading.question;
  const place: Place = { address, protocol, options };
  const isOpen = series && (query.measures.length === 0 || query.time.length === 0);
  const whole: Query = isOpen ? { ...query, isOpen } : query;
  const asking = new PortalReading(whole, reading, pushDown);
  try {
    const rows = await asking.run(place);
    if (!asking.pushedDown || rows.table.length > 0) return rows;
    return (await import('./tell-asked.js')).tellAsked(rows, query);
  } catch (reason) {
    if (reading.signal.aborted || !asking.pushedDown || !isRefusal(asDataError(reason))) throw reason;
    const afresh: Reading = { ...reading, builder: new TableBuilder(), notices: [], columns: [] };
    return new PortalReading(whole, afresh, false).run(place);
  }
}
