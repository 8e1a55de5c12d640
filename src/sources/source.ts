import type { DataError } from '../errors.js';
import type { TableBuilder } from '../table/builder.js';
import type { ColumnDescription } from '../table/describe.js';
import type { Notice } from '../table/notice.js';
import type { DecimalMark } from '../table/number-notation.js';
import type { Query } from '../query/query.js';
import type { Dialect } from './dialect.js';

/**
 * What the page says of a source beyond its address, as it writes it: what a text means is read where it is used.
 * The words for how a file is written are Table Dialect's (Frictionless Data Package 2).
 */
export interface SourceOptions {
  /** Which resource of a dataset, by id or name. */
  readonly resource?: string;
  readonly decimalChar?: string;
  readonly groupChar?: string;
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly quoteChar?: string;
  readonly headerRows?: string;
  readonly headerJoin?: string;
  readonly commentRows?: string;
  readonly commentChar?: string;
  readonly missingValues?: string;
  readonly sheetName?: string;
  readonly unpivot?: string;
  readonly codeSystem?: string;
  readonly codeColumn?: string;
  readonly codeTo?: string;
  readonly codeTable?: string;
  readonly expected?: string;
  /** How a description of the file says that it is written; what the page says goes before it. */
  readonly dialect?: Dialect;
}

/** One request, which no browser asks permission for. */
export interface Ask {
  readonly url: string;
  /** Sent as plain text by `POST`, where a protocol has no `GET` for it. */
  readonly body?: string;
}

/** The request that answers a question. */
export interface Plan extends Ask {
  /** Whether the portal was asked to filter, choose or put together; where it refuses, it is asked for all. */
  readonly pushedDown: boolean;
  /**
   * The portal puts rows together: its reply has the columns of `groupColumns` and `partialsOf`, of which the page
   * makes the answer.
   */
  readonly grouped?: boolean;
  /** Where the portal gives less at once than is wanted: the requests for the rest, made one after the other. */
  readonly more?: readonly Ask[];
  /** What not every portal of the kind offers, by name: one that refuses it is not asked for it again. */
  readonly offer?: string;
  /** What is asked where the portal refuses `offer`. */
  readonly otherwise?: Plan;
}

/** A reply as text. */
export interface TextReply {
  readonly url: string;
  /** `''` for a source that reads bytes, and for a workbook that came where text was expected. */
  readonly text: string;
  readonly bytes?: Uint8Array;
  /** How many bytes what is packed may unpack to. */
  readonly maxBytes?: number;
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
  /** What the source says must be read with its figures, in its own words: shown as text. */
  readonly notes?: readonly string[];
}

/** What a portal says of its data before it is asked for them. */
export interface About {
  readonly metadata?: SourceMetadata;
  readonly columns?: readonly ColumnDescription[];
  readonly notices?: readonly Notice[];
  /** How the file that it describes is written. */
  readonly dialect?: Dialect;
  /** What else the plan needs to know: what the portal offers, how many rows it gives at once. */
  readonly facts?: Readonly<Record<string, string | number | boolean>>;
  /** Where the portal tells more: asked next, and put together with this. */
  readonly next?: Ask;
}

/** What was read of one reply, beside the rows that went into the builder. */
export interface Part {
  /** Rows the source says that there are in all. */
  readonly total?: number;
  /** Requests for the rest, after this reply; they go out together. */
  readonly more?: readonly string[];
  /** The request for what comes after this reply, where only the reply can tell. */
  readonly next?: Ask;
  /** There are more rows than came, and no way to have them, or to know how many. */
  readonly isPart?: boolean;
  /** The data are elsewhere: this reply only said where, and how to read them. */
  readonly elsewhere?: {
    readonly url: string;
    /** How it is read; `undefined` where its reply tells. */
    readonly protocol: string | undefined;
    readonly options?: SourceOptions;
  };
  readonly columns?: readonly ColumnDescription[];
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
  /** How the portal describes its data, where the plan needs to know it; data come also where that fails. */
  readonly about?: {
    plan(address: URL, options: SourceOptions, query: Query): Ask | undefined;
    parse(reply: TextReply, options: SourceOptions): About | Promise<About>;
  };
  /** What a failure means in this protocol: nothing matches, or another failure; `undefined` where it is what it seems. */
  readonly explain?: (failure: DataError, address: URL) => 'nothing' | DataError | undefined;
  /** The reply is no text: a workbook. */
  readonly readsBytes?: boolean;
  plan(address: URL, query: Query, options: SourceOptions, pushDown: boolean, about?: About): Plan;
  /**
   * Adds the reply's rows to the builder. Fails with a DataError, never with anything else. `address` is the one that
   * `plan` had: it tells what the page's owner wrote, and the plan added.
   */
  parse(
    reply: TextReply,
    builder: TableBuilder,
    options: SourceOptions,
    about?: About,
    address?: URL,
  ): Part | Promise<Part>;
}
