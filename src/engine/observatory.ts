import type { AskOptions, Limited } from './engine.js';
import type { Manifest } from '../observatory/manifest.js';
import type { Places } from '../observatory/places.js';

/** Which manifest a page means. */
export interface ManifestQuestion extends Limited {
  /** Its address, whole. */
  readonly url: string;
}

/** What an observatory says of itself; fails with a `DataError`. */
export interface ObservatoryEngine {
  manifest(question: ManifestQuestion, options: AskOptions): Promise<Manifest>;
  /** The list of places; empty where the manifest has none. */
  places(question: ManifestQuestion, options: AskOptions): Promise<Places>;
}
