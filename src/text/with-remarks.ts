import type { Notice } from '../table/notice.js';
import { rareRemarks as es } from './es/rare-remarks.js';
import type { Messages } from './messages.js';
import { withRemarks as withUsualRemarks } from './remarks.js';
import { revisionNotes } from './revision-notes.js';
import type { Words } from './words.js';

/** The words, with those for all that qualifies figures, what few answers say as well. */
export function withRemarks(words: Words, remarks?: Messages['remarks']): Words {
  const rare = remarks ?? es;
  const sentence = ({ code, value = '', count = 0, source = words.number(count) }: Notice): string[] =>
    Object.hasOwn(rare.told, code)
      ? [rare.told[code as keyof typeof rare.told](words.date(value), source)]
      : [];
  return withUsualRemarks(words, remarks, (told, columns) => [
    ...told.flatMap(sentence),
    ...revisionNotes(columns, words, rare),
  ]);
}
