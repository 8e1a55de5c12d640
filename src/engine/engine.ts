import type { DataError } from '../errors.js';
import type { SourceMetadata, SourceOptions } from '../sources/source.js';
import type { Table } from '../table/table.js';

/** How much to take and how long to wait, bytes and seconds, each `''` for the usual; and from where. */
export interface Limited {
  /** Lists of the hosts that may be asked, beside the page's own: an address must be in each. Without one, any. */
  readonly hosts?: readonly string[];
  readonly maxBytes: string;
  readonly timeout: string;
  readonly firstByteTimeout: string;
  readonly stallTimeout: string;
}

/**
 * A question as the page writes it: an address and the texts of the attributes. Plain data, so that the same
 * question can be put to an engine in the page or in a worker.
 */
export interface Question extends Limited {
  readonly src: string;
  /** What a relative address is relative to. */
  readonly base?: string;
  /** How the source speaks, where the page says so; an engine refuses one that it does not know. */
  readonly protocol?: string;
  readonly source: Omit<SourceOptions, 'dialect'>;
  readonly value: string;
  readonly time: string;
  readonly by: string;
  readonly where: string;
  readonly per: string;
  readonly interval: string;
  /** How many units sent data, of how many: `sum(informaron) of sum(unidades)`. */
  readonly reporting?: string;
  readonly suppressUnder: string;
  readonly sort: string;
  readonly limit: string;
  readonly status: string;
  readonly labels: string;
  readonly breaks: string;
  readonly revisions: string;
  readonly provisionalFrom: string;
  readonly completeThrough: string;
  /** The range of periods wanted, `2018..2024`. */
  readonly range: string;
  /** A series is wanted: where the page names no measure or time, the engine finds them. */
  readonly series: boolean;
  /** What stands in for the source. */
  readonly otherwise?: Otherwise;
  /** The last value is compared: of a period that is not whole the same months of the year before are wanted. */
  readonly compared?: boolean;
}

/** What stands in for a source that cannot be had. Plain data. */
export interface Otherwise {
  /** A file with the source's own columns; with `cube`, the manifest of a snapshot. */
  readonly src: string;
  /**
   * What is asked of the snapshot: sums of an indicator for places of a level, those that `where` tells; without it, what
   * no snapshot can tell.
   */
  readonly cube?: {
    readonly indicator: string;
    readonly level: string;
    readonly where: string | undefined;
  };
  /** The source itself is not asked. */
  readonly only?: boolean;
  /** What the snapshot held on that day: `2026-08-12`. */
  readonly asOf?: string;
}

/** Where an answer comes from. Three dates are three dates: this has the last one, the others are in `metadata`. */
export interface Provenance {
  readonly url: string;
  readonly host: string;
  readonly metadata: SourceMetadata;
  /** The date of the file on its server, where readable. */
  readonly lastModified?: string;
  /** When we asked, in milliseconds since 1970. */
  readonly fetchedAt: number;
  /** It is of a snapshot, of what it held from that day on; frozen where the page wants that and nothing newer. */
  readonly snapshot?: { readonly date: string; readonly isFrozen: boolean };
  /** Fewer rows arrived than the source has; without `total` it did not say how many there are. */
  readonly partial?: { readonly received: number; readonly total?: number };
}

export interface Answer {
  readonly table: Table;
  readonly provenance: Provenance;
  /** Why the source itself could not be had: this stands in its place. */
  readonly instead?: DataError;
}

export interface AskOptions {
  readonly signal: AbortSignal;
  /** Ask the source again, even where the answer is known. */
  readonly fresh?: boolean;
}

/** Question in, table out; fails with a `DataError`. */
export interface Engine {
  ask(question: Question, options: AskOptions): Promise<Answer>;
}

export type { DataError };
