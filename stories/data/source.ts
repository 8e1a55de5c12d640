import type { SourceMetadata } from '../../src/sources/source.js';
import type { RawCell } from '../../src/table/builder.js';

/** Data of a story: what a file would hold, and whose it is. */
export interface StorySource {
  /** Its address; nobody asks it anything. */
  readonly url: string;
  readonly names: readonly string[];
  readonly rows: readonly (readonly RawCell[])[];
  readonly metadata?: SourceMetadata;
  /** The source says that it has more rows than arrived. */
  readonly total?: number;
}
