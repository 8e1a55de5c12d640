import type { MapDocument } from '../table/shape.js';
import type { AskOptions, Limited } from './engine.js';

/** Which map a page wants, as the texts of its attributes. Plain data, as a question is. */
export interface MapQuestion extends Limited {
  /** `geometry`, an address of shapes; `grid`, `pe` or an address of squares. */
  readonly attribute: 'geometry' | 'grid';
  readonly address: string;
  /** What a relative address is relative to. */
  readonly base: string;
  /** The property that data are joined by; `''` finds one out. */
  readonly key: string;
  /** Which object of a TopoJSON with several. */
  readonly object: string;
  /** Which list of places its codes are of. */
  readonly codeSystem: string;
}

/** Question in, map out; fails with a `DataError`. */
export interface MapEngine {
  shapes(question: MapQuestion, options: AskOptions): Promise<MapDocument>;
}
