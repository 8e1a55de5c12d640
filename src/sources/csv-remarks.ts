import type { Notice } from '../table/notice.js';
import { usualWidth, type CsvDialect } from './csv-dialect.js';
import { readQuotedRecord } from './csv-record.js';

/** What stands below a table, and at times above it: whose it is, what its marks mean. */
const REMARK = /^\W*(fuentes?|notas?|elabora(do|ci[oó]n)|source|notes?)\b/i;
const SAYS_SO = /^\W*(fuentes?|notas?|elabora(do|ci[oó]n)|source|notes?)\s*:/i;
const FOOTNOTE = /^(\*|\(\*|\(?\d+[)/]\s)/;
/** A header lower than this is none. */
const MOST_LINES = 30;

const filledOf = (cells: readonly string[]): string[] => cells.filter((cell) => cell.trim() !== '');

function isRemark(cells: readonly string[]): boolean {
  const [first = '', ...others] = filledOf(cells);
  if (SAYS_SO.test(first)) return true;
  return others.length === 0 && (REMARK.test(first) || FOOTNOTE.test(first));
}

interface Cut {
  /** Where the table starts, or ends. */
  readonly at: number;
  readonly left: readonly string[];
}

/** A title alone in its line, names over groups of columns; a header may lack the name of its first column. */
function isAbove(cells: readonly string[], width: number): boolean {
  const filled = filledOf(cells);
  const startsBlank = cells[0] !== filled[0];
  return (startsBlank ? filled.length < width / 2 : filled.length < 2) || isRemark(cells);
}

/** Where the header starts: the first line that is neither a title nor a remark. */
function cutAbove(text: string, { delimiter, start }: CsvDialect, width: number): Cut {
  const left: string[] = [];
  let at = start;
  for (let count = 0; count < MOST_LINES && at < text.length; count++) {
    const record = readQuotedRecord(text, at, delimiter);
    if (!record) break;
    const filled = filledOf(record.cells);
    if (!isAbove(record.cells, width)) return { at, left };
    left.push(...filled.slice(0, 1));
    at = record.next;
  }
  return { at: start, left: [] };
}

/** Where the last line that is not empty starts, of those that end there. */
function lastLineStart(text: string, end: number): number {
  const isEnd = (index: number): boolean => /[\r\n]/.test(text.charAt(index));
  let at = end;
  while (at > 0 && isEnd(at - 1)) at--;
  while (at > 0 && !isEnd(at - 1)) at--;
  return at;
}

/** Where the remarks below the table start. */
function cutBelow(text: string, { delimiter, start }: CsvDialect): Cut {
  const left: string[] = [];
  let at = text.length;
  for (let from = at; from > start;) {
    const lineStart = lastLineStart(text, from);
    const record = readQuotedRecord(text.slice(lineStart, from), 0, delimiter);
    const filled = filledOf(record?.cells ?? ['?']);
    if (filled.length > 0) {
      if (!record || !isRemark(record.cells)) break;
      left.unshift(...filled.slice(0, 1));
      at = lineStart;
    }
    from = lineStart;
  }
  return left.length > 0 ? { at, left } : { at: text.length, left };
}

/** The part of a file that is its table, without the title above and the remarks below; what is left out is told. */
export function withoutRemarks(
  text: string,
  dialect: CsvDialect,
): { start: number; end: number; notices: Notice[] } {
  const { delimiter, start } = dialect;
  const width = usualWidth(text.slice(start), delimiter);
  // In a single column nothing tells a remark from a cell.
  if (width < 2) return { start, end: text.length, notices: [] };
  const above = cutAbove(text, dialect, width);
  const below = cutBelow(text, dialect);
  const left = [...above.left, ...below.left];
  const [value] = left;
  const end = Math.max(below.at, above.at);
  const notices: Notice[] =
    value === undefined ? [] : [{ code: 'lines-left-out', value: value.slice(0, 80), count: left.length }];
  return { start: above.at, end, notices };
}
