import { localised } from '../../observatory/localised.js';
import type { Manifest } from '../../observatory/manifest.js';
import type { Places } from '../../observatory/places.js';
import type { Indicator } from '../../observatory/schema-indicator.js';
import type { Text } from '../../observatory/schema-parts.js';
import type { Resource } from '../../observatory/schema-resource.js';
import type { MethodMessages } from '../../text/method-messages.js';
import type { Words } from '../../text/words.js';

/** What the sheet of an indicator is made of: what the manifest says, and in which words it is told. */
export interface MethodTold {
  readonly manifest: Manifest;
  readonly indicator: Indicator;
  readonly resource: Resource | undefined;
  /** Code of the place that is asked for; `''` for none. */
  readonly place: string;
  readonly places: Places;
  readonly base: string;
  readonly words: Words;
  readonly messages: MethodMessages;
}

/** A text of the manifest in the reader's language; `''` where it says none. */
export function told({ words }: Pick<MethodTold, 'words'>, text: Text | undefined): string {
  return localised(text, words.lang);
}
