import type { Notice } from '../table/notice.js';
import { usualWidth, type CsvDialect } from './csv-dialect.js';
import { joinHeader } from './csv-header.js';
import { readQuotedRecord } from './csv-record.js';
import type { RecordSink } from './csv.js';

const WORDS =
  'fuentes?|notas?|elabora(?:do|ci[oó]n)|source|notes?|leyenda|observaci[oó]n(?:es)?|(?:[uú]ltima )?actualiza(?:do|ci[oó]n)|fecha de (?:corte|actualizaci[oó]n|descarga|consulta|elaboraci[oó]n)|disponible en|consulta(?:do)?';
/** What stands below a table, and at times above it: whose it is, what its marks mean. */
const REMARK = new RegExp(
  `^\\W*(${WORDS}|cifras (preliminares|provisionales|al)|datos (preliminares|al))(?!\\p{L})`,
  'iu',
);
const SAYS_SO = new RegExp(`^\\W*(${WORDS})[^:]{0,30}:`, 'i');
const FOOTNOTE = /^"?(\*+|\(\*+\)|\(?\w{1,2}[)/]\s)/;
/** A header lower than this is none. */
const MOST_LINES = 30;
/** More words than this are a sentence. */
const MOST_WORDS = 3;

const filledOf = (cells: readonly string[]): string[] => cells.filter((cell) => cell.trim() !== '');

/** A line that was parted at the commas of its sentence: a space follows each. */
function isSentence([, ...others]: readonly string[]): boolean {
  return others.length > 0 && others.every((cell) => /^\s+\S/.test(cell) || cell.trim() === '');
}

function isRemark(cells: readonly string[]): boolean {
  const filled = filledOf(cells);
  const [first = '', ...others] = filled;
  if (SAYS_SO.test(first)) return true;
  if (others.length === 0) return REMARK.test(first) || FOOTNOTE.test(first);
  const isLong = first.trim().split(/\s+/).length > MOST_WORDS;
  if (FOOTNOTE.test(first)) return isLong || isSentence(filled);
  return REMARK.test(first) && (isSentence(filled) || others.every((cell) => !/^\s*[\d.,]+\s*$/.test(cell)));
}

interface Cut {
  /** Where the table starts, or ends. */
  readonly at: number;
  readonly left: readonly string[];
}

/** A title alone in its line, or in a sentence; names over groups of columns; a header may lack the name of its first column. */
function isAbove(cells: readonly string[], width: number): boolean {
  const filled = filledOf(cells);
  const startsBlank = cells[0] !== filled[0];
  return (startsBlank ? filled.length < width / 2 : filled.length < 2) || isRemark(cells);
}

/** Reads the lines above a table and its header. */
class Top {
  readonly #text: string;
  readonly #dialect: CsvDialect;
  readonly #width: number;

  constructor(text: string, dialect: CsvDialect, width: number) {
    this.#text = text;
    this.#dialect = dialect;
    this.#width = width;
  }

  #record(at: number): { cells: string[]; next: number } | undefined {
    return at < this.#text.length ? readQuotedRecord(this.#text, at, this.#dialect.delimiter) : undefined;
  }

  /** Whether a line of the usual width is a title with commas: the next line is parted without spaces, or is wider. */
  #isTitle(cells: readonly string[], next: number): boolean {
    const under = this.#record(next)?.cells ?? [];
    const isNumbered = cells.some((cell) => /^\s*\d{4}\s*$/.test(cell));
    const isText = under.every((cell) => !/^\s*[\d.,]+\s*$/.test(cell));
    return (
      isSentence(cells) &&
      !isSentence(under) &&
      under.length >= cells.length &&
      isText &&
      (isNumbered || cells.length < under.length || this.#hasValues(next))
    );
  }

  /** Whether the second record from here has a number where the first has a word. */
  #hasValues(at: number): boolean {
    const first = this.#record(at);
    const second = first && this.#record(first.next);
    return !!second?.cells.some((cell) => /^\s*[\d.,]+\s*$/.test(cell));
  }

  /** Where the header starts: the first line that is neither a title nor a remark. */
  cut(between: string): Cut & { header?: string[] } {
    const { start } = this.#dialect;
    const left: string[] = [];
    for (let at = start, count = 0; count < MOST_LINES; count++) {
      const record = this.#record(at);
      if (!record) break;
      const joined = this.#joined(record, between);
      if (joined) return { at: joined.next, left, header: joined.header };
      const { cells, next } = record;
      if (!isAbove(cells, this.#width) && !this.#isTitle(cells, next)) return { at, left };
      left.push(...filledOf(cells).slice(0, 1));
      at = next;
    }
    return { at: start, left: [] };
  }

  #joined(
    record: { cells: string[]; next: number },
    between: string,
  ): { header: string[]; next: number } | undefined {
    if (record.cells.length < this.#width || filledOf(record.cells).length === 0) return undefined;
    const under = this.#record(record.next);
    const first = under && this.#record(under.next);
    const header = first && joinHeader(record.cells, under.cells, first.cells, between);
    return header && under ? { header, next: under.next } : undefined;
  }
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

/**
 * The part of a file that is its table, without the title above and the remarks below; what is left out is told.
 * A header of two lines goes into the sink as one.
 */
export function withoutRemarks(
  text: string,
  dialect: CsvDialect,
  sink: RecordSink,
  between = ' ',
): { start: number; end: number; notices: Notice[] } {
  const { delimiter, start } = dialect;
  const width = usualWidth(text.slice(start), delimiter);
  // In a single column nothing tells a remark from a cell.
  if (width < 2) return { start, end: text.length, notices: [] };
  const above = new Top(text, dialect, width).cut(between);
  const below = cutBelow(text, dialect);
  const left = [...above.left, ...below.left];
  const [value] = left;
  const end = Math.max(below.at, above.at);
  const notices: Notice[] =
    value === undefined
      ? []
      : [{ code: 'lines-left-out', value: value.trim().slice(0, 80), count: left.length }];
  if (above.header) {
    sink.add(above.header);
    notices.push({ code: 'header-joined', value: above.header.join(', ').slice(0, 80) });
  }
  return { start: above.at, end, notices };
}
