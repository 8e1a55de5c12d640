import { amount } from './attribute-values.js';
import type { Column } from '../table/column.js';
import type { Notice, NoticeCode } from '../table/notice.js';
import type { Period } from '../table/period.js';
import { remarks as es } from './es/remarks.js';
import { besideText, tellReported } from './beside-text.js';
import type { RemarkMessages } from './messages.js';
import type { Words } from './words.js';

/** Characters of a source's note that a figure has room for. */
const LONGEST_NOTE = 300;

/** What has a sentence of its own. */
const OWN =
  /^(rows-without-time|totals-left-out|small-counts-hidden|per-population|no-population|changed-since)$/;

function shortened(note: string): string {
  return note.length > LONGEST_NOTE ? `${note.slice(0, LONGEST_NOTE - 1).trimEnd()}…` : note;
}

const DAYS_PER_MONTH = 30.44;

function monthsLate(last: Period | undefined, expectedLag: string): number {
  const allowed = amount('expected-lag', expectedLag, '3');
  if (!last || allowed === undefined) return 0;
  const age = (Date.now() / 86_400_000 - last.end) / DAYS_PER_MONTH;
  return Math.max(0, Math.floor(age - allowed));
}

/** What few answers have to say beside: of the notices for readers, and of the columns. */
type RareRemarks = (told: readonly Notice[], columns: readonly Column[]) => string[];

/** The words, with those for what qualifies figures. `rare`: for what few answers say, where there may be some of it. */
export function withRemarks(words: Words, remarks: RemarkMessages = es, rare?: RareRemarks): Words {
  const named = new Map<string, Words>();
  const made = (units: string): Words => {
    const known = named.get(units) ?? { ...remarked(words, remarks, units, rare), naming: made };
    named.set(units, known);
    return known;
  };
  return made('');
}

function remarked(words: Words, remarks: RemarkMessages, units: string, rare?: RareRemarks): Words {
  const { late, partial, undated, totals, smallCounts, unexpected } = remarks;
  const all = { ...words, ...remarks };
  return {
    ...all,
    monthsLate,
    beside: (value) => besideText(value, all, units),
    whoReported: (value, called) => tellReported(value, all, called),
    cautions({ table, provenance }, monthsLate) {
      const { received = 0, total } = provenance.partial ?? {};
      const told = table.notices.filter(({ isForReaders }) => isForReaders);
      const others = told.filter(({ code }) => !OWN.test(code));
      const hidden = told.find(({ code }) => code === 'small-counts-hidden');
      /** How many rows, of whatever column, this is told of. */
      const rows = (code: NoticeCode, say: (rows: string) => string): string[] => {
        const count = told.reduce((sum, each) => sum + (each.code === code ? (each.count ?? 0) : 0), 0);
        return count > 0 ? [say(words.number(count))] : [];
      };
      return [
        ...(provenance.partial
          ? [partial(words.number(received), total === undefined ? total : words.number(total))]
          : []),
        ...rows('rows-without-time', undated),
        ...rows('totals-left-out', totals),
        ...(hidden?.value ? [smallCounts(hidden.value)] : []),
        ...(rare?.(told, table.columns ?? []) ?? []),
        ...(others.length > 0 ? [unexpected] : []),
        ...(monthsLate > 0 ? [late(monthsLate)] : []),
        ...(provenance.metadata.notes ?? []).map(shortened),
      ];
    },
  };
}
