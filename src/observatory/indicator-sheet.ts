import type { Manifest } from './manifest.js';
import type { Places } from './places.js';
import type { Indicator } from './schema-indicator.js';
import type { Resource } from './schema-resource.js';
import type { Quality } from './schema-snapshot.js';

/** What an observatory says of an indicator. */
export interface IndicatorSheet {
  readonly manifest: Manifest;
  readonly indicator: Indicator;
  readonly resource: Resource | undefined;
  /** How good its rows were when the observatory's snapshot read them, where there is one that says it. */
  readonly quality?: Quality;
  /** Code of the place that is asked for; `''` for none. */
  readonly place: string;
  /** Names of the places that revisions and the page name, by their codes. */
  readonly places: Places;
  /** The address of the manifest: what is relative is relative to it. */
  readonly base: string;
}
