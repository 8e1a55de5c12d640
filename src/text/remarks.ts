import { remarks as es } from './es/remarks.js';
import type { RemarkMessages } from './messages.js';
import type { Words } from './words.js';

/** Characters of a source's note that a figure has room for. */
const LONGEST_NOTE = 300;

function shortened(note: string): string {
  return note.length > LONGEST_NOTE ? `${note.slice(0, LONGEST_NOTE - 1).trimEnd()}…` : note;
}

/** The words, with those for what qualifies figures. */
export function withRemarks(words: Words, remarks: RemarkMessages = es): Words {
  const { late, partial, undated, unexpected } = remarks;
  return {
    ...words,
    ...remarks,
    cautions({ table, provenance }, monthsLate) {
      const { received = 0, total } = provenance.partial ?? {};
      const rows = table.notices.find(({ code }) => code === 'rows-without-time')?.count;
      const isUnexpected = table.notices.some(
        ({ code, isForReaders }) => isForReaders && code !== 'rows-without-time',
      );
      return [
        ...(provenance.partial
          ? [partial(words.number(received), total === undefined ? total : words.number(total))]
          : []),
        ...(rows === undefined ? [] : [undated(words.number(rows))]),
        ...(isUnexpected ? [unexpected] : []),
        ...(monthsLate > 0 ? [late(monthsLate)] : []),
        ...(provenance.metadata.notes ?? []).map(shortened),
      ];
    },
  };
}
