import Papa from 'papaparse';
import { Pauses } from '../pause.js';
import type { Notice } from '../table/notice.js';
import type { CsvDialect } from './csv-dialect.js';
import type { RecordSink } from './csv.js';

/** Characters given to the parser at a time, so that the page can breathe between. */
const SLICE = 1 << 18;

interface Slice {
  readonly data: string[][];
  readonly errors: readonly Papa.ParseError[];
  readonly meta: { readonly cursor: number };
}

/**
 * Reads the rest of a file whose quotes are not as RFC 4180 has them, by PapaParse, slice by slice: a record cut
 * by the end of a slice is read again with the next one. What PapaParse had to mend is told. It knows one kind of
 * line end a file: all become one.
 */
export async function readIrregular(
  whole: string,
  { delimiter }: CsvDialect,
  start: number,
  sink: RecordSink,
): Promise<Notice[]> {
  const text = whole.slice(start).replace(/\r\n?/g, '\n');
  const parser = new Papa.Parser({ delimiter, newline: '\n' });
  const pauses = new Pauses();
  const notices: Notice[] = [];
  let size = SLICE;
  for (let from = 0; from < text.length;) {
    const isLast = from + size >= text.length;
    const slice = parser.parse(text.slice(from, from + size), 0, !isLast) as Slice;
    const line = sink.records + 1;
    for (const cells of slice.data) sink.add(cells);
    for (const { row = 0 } of slice.errors) notices.push({ code: 'quote-unclosed', line: line + row });
    // A record longer than the slice: try again with a larger one.
    size = slice.data.length === 0 ? size * 2 : SLICE;
    if (isLast) break;
    from += slice.meta.cursor;
    await pauses.breathe();
  }
  return notices;
}
