import type { RemarkMessages } from './messages.js';
import { withRemarks as withPlainRemarks } from './remarks.js';
import { revisionNotes } from './revision-notes.js';
import type { Words } from './words.js';

/** The words, with those for all that qualifies figures: what was revised is told as well. */
export const withRemarks = (words: Words, remarks?: RemarkMessages): Words =>
  withPlainRemarks(words, remarks, revisionNotes);
