import type { Messages } from '../../src/text/messages.js';
import { withRemarks } from '../../src/text/with-remarks.js';
import { makeWords, type Words } from '../../src/text/words.js';

/** A language's words, with those for what qualifies figures; Spanish where none is named. */
export function allWords(messages?: Pick<Messages, 'figure' | 'remarks'>): Words {
  return withRemarks(makeWords(messages?.figure), messages?.remarks);
}
