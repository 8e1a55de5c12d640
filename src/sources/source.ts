import type { TableBuilder } from '../table/builder.js';
import type { Notice } from '../table/notice.js';
import type { DecimalMark } from '../table/number-notation.js';
import type { Query } from '../query/query.js';

/** What the page says of a source beyond its address. */
export interface SourceOptions {
  /** Which resource of a dataset, by id or name. */
  readonly resource?: string;
  readonly decimal?: DecimalMark;
}

/** One request to make; a `GET` that no browser asks permission for. */
export interface Plan {
  readonly url: string;
  /** Whether the portal was asked to filter or choose columns; where it refuses, it is asked for all. */
  readonly pushedDown: boolean;
}

/** A reply as text. */
export interface TextReply {
  readonly url: string;
  readonly text: string;
}

/** Whose data they are, as the portal says. */
export interface SourceMetadata {
  readonly title?: string;
  readonly publisher?: string;
  readonly description?: string;
  readonly license?: string;
  /** When the source published or last changed the data; as written. */
  readonly updated?: string;
  /** The page about the data. */
  readonly href?: string;
}

/** What was read of one reply, beside the rows that went into the builder. */
export interface Part {
  /** Rows the source says that there are in all. */
  readonly total?: number;
  /** Requests for the rest, after this reply. */
  readonly more?: readonly string[];
  /** The data are elsewhere: this reply only said where. */
  readonly elsewhere?: { readonly url: string; readonly protocol: ProtocolName | undefined };
  readonly metadata?: SourceMetadata;
  readonly notices?: readonly Notice[];
  /** The decimal mark that the protocol fixes. */
  readonly decimal?: DecimalMark;
  /** The decimal mark of such files where nothing in it proves one. */
  readonly usualDecimal?: DecimalMark;
}

/**
 * One protocol: which request answers a question, and what rows its reply holds. A source knows no network and
 * keeps nothing: the engine makes the requests and counts the rows.
 */
export interface Source {
  plan(address: URL, query: Query, options: SourceOptions, pushDown: boolean): Plan;
  /** Adds the reply's rows to the builder. Fails with a DataError, never with anything else. */
  parse(reply: TextReply, builder: TableBuilder, options: SourceOptions): Part | Promise<Part>;
}

/** A protocol is one file beside this one, and one line here. */
export const SOURCES = {
  csv: () => import('./csv.js'),
  json: () => import('./json.js'),
  ckan: () => import('./ckan.js'),
  dkan: () => import('./dkan.js'),
} satisfies Readonly<Record<string, () => Promise<{ readonly source: Source }>>>;

export type ProtocolName = keyof typeof SOURCES;

export const PROTOCOLS = Object.keys(SOURCES) as ProtocolName[];
