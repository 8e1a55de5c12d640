import Papa from 'papaparse';
import { Pauses } from '../request/pause.js';
import type { Notice } from '../table/notice.js';
import type { CsvDialect } from './csv-dialect.js';

/** Characters given to the parser at a time, so that the page can breathe between. */
const SLICE = 1 << 18;

interface Slice {
  readonly data: string[][];
  readonly errors: readonly Papa.ParseError[];
  readonly meta: { readonly cursor: number };
}

/**
 * Reads a file with quoted cells by PapaParse, slice by slice: a record cut by the end of a slice is read again
 * with the next one. Gives each record to `add`.
 */
export async function parseQuoted(
  text: string,
  { delimiter, newline, start }: CsvDialect,
  add: (cells: string[]) => void,
): Promise<Notice[]> {
  const parser = new Papa.Parser({ delimiter, newline });
  const pauses = new Pauses();
  const notices: Notice[] = [];
  let records = 0;
  let size = SLICE;
  for (let from = start; from < text.length;) {
    const isLast = from + size >= text.length;
    const slice = parser.parse(text.slice(from, from + size), 0, !isLast) as Slice;
    for (const cells of slice.data) add(cells);
    for (const error of slice.errors) {
      notices.push({ code: 'quote-unclosed', line: records + (error.row ?? 0) + 1 });
    }
    records += slice.data.length;
    // A record longer than the slice: try again with a larger one.
    size = slice.data.length === 0 ? size * 2 : SLICE;
    if (isLast) break;
    from += slice.meta.cursor;
    await pauses.breathe();
  }
  return notices;
}
