import type { ComparisonMessages, MarksMessages, TrendMessages } from '../../text/messages.js';
import type { Words } from '../../text/words.js';

/** The words in which additions to a trend are told. */
export interface AddedWords {
  readonly words: Words;
  readonly trend: TrendMessages;
  readonly comparison: ComparisonMessages;
  readonly marks: MarksMessages;
}
