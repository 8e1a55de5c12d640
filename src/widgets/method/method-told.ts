import { localised } from '../../observatory/localised.js';
import type { IndicatorSheet } from '../../observatory/indicator-sheet.js';
import type { Text } from '../../observatory/schema-parts.js';
import type { MethodMessages } from '../../text/method-messages.js';
import type { Words } from '../../text/words.js';

/** What the sheet of an indicator is made of: what the manifest says, and in which words it is told. */
export interface MethodTold extends IndicatorSheet {
  readonly words: Words;
  readonly messages: MethodMessages;
}

/** A text of the manifest in the reader's language; `''` where it says none. */
export function told({ words }: Pick<MethodTold, 'words'>, text: Text | undefined): string {
  return localised(text, words.lang);
}
