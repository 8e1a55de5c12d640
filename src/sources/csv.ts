import { Pauses } from '../pause.js';
import type { TableBuilder } from '../table/builder.js';
import type { Notice, NoticeCode } from '../table/notice.js';
import { findDialect, type CsvDialect } from './csv-dialect.js';
import type { Part, Source, SourceOptions, TextReply } from './source.js';

/** Without the space around it, and without the formula by which spreadsheets keep a code's zeros: `="010101"`. */
function cleanCell(cell: string): string {
  const trimmed = cell.trim();
  return trimmed.startsWith('="') ? trimmed.replace(/^="(.*)"$/s, '$1') : trimmed;
}

/** Takes records one by one: the first is the header, the others are rows; counts what does not fit. */
export class RecordSink {
  /** How many records came, empty ones included. */
  records = 0;
  readonly #builder: TableBuilder;
  /** Rows that do not fit, and the line of the first. */
  readonly notices: { readonly code: NoticeCode; count: number; readonly line: number }[] = [];

  constructor(builder: TableBuilder) {
    this.#builder = builder;
  }

  add(raw: readonly string[]): void {
    this.records++;
    const cells = raw.map(cleanCell);
    if (!cells.some(Boolean)) return;
    const { width } = this.#builder;
    if (width === 0) {
      for (const name of cells) this.#builder.addColumn(name);
      return;
    }
    if (cells.length !== width) this.#note(cells.length < width ? 'rows-short' : 'rows-long');
    this.#builder.add(cells);
  }

  #note(code: NoticeCode): void {
    const known = this.notices.find((notice) => notice.code === code);
    if (known) known.count++;
    else this.notices.push({ code, count: 1, line: this.records });
  }
}

/**
 * Reads record by record. A line without a quote is parted at its delimiters; what reads quotes as RFC 4180 has
 * them, and old line ends, is loaded with the first, since a library for that weighs a third of what a card may.
 * Gives where it met quotes that are otherwise: from there on the file is PapaParse's.
 */
async function readRecords(text: string, dialect: CsvDialect, sink: RecordSink): Promise<number> {
  const { delimiter } = dialect;
  const pauses = new Pauses();
  let from = dialect.start;
  let feed = -1;
  let readQuotedRecord: typeof import('./csv-record.js').readQuotedRecord | undefined;
  for (let count = 1; from < text.length; count++) {
    // Looked for once a line feed, not once a record: a file may have them only within its cells.
    if (feed < from) feed = text.indexOf('\n', from);
    if (feed < 0) feed = text.length;
    const line = text.slice(from, text[feed - 1] === '\r' ? feed - 1 : feed);
    if (!line.includes('\r') && !line.includes('"')) {
      sink.add(line.split(delimiter));
      from = feed + 1;
    } else {
      readQuotedRecord ??= (await import('./csv-record.js')).readQuotedRecord;
      const record = readQuotedRecord(text, from, delimiter);
      if (!record) return from;
      sink.add(record.cells);
      from = record.next;
    }
    if (count % 500 === 0) await pauses.breathe();
  }
  return from;
}

/** What a title, a source or a note says. */
const REMARK = /: |fuente|nota/i;

/**
 * The table of a file: all of it where its first and last line are alike, whole and no sentences, else without what
 * stands around it. A header of several lines is added here.
 */
async function findTable(
  text: string,
  dialect: CsvDialect,
  sink: RecordSink,
): Promise<{ text: string; start: number; notices: Notice[] }> {
  const { delimiter, start } = dialect;
  const [head = ''] = text.slice(start, start + 999).split(/[\r\n]/);
  const tail = text
    .slice(-999)
    .trimEnd()
    .split(/[\r\n]/);
  const ends = head + delimiter + tail.pop();
  const names = head.split(delimiter);
  const cells = ends.split(delimiter);
  // A sentence that was parted at its commas has a space after each.
  const isPlain = cells.every((cell) => /^"?[^"\s]/.test(cell)) && !REMARK.test(ends);
  if (names[1] && cells.length === names.length * 2 && isPlain) return { text, start, notices: [] };
  const { withoutRemarks } = await import('./csv-remarks.js');
  const found = withoutRemarks(text, dialect, sink);
  return { ...found, text: text.slice(0, found.end) };
}

async function parse(reply: TextReply, builder: TableBuilder, options: SourceOptions): Promise<Part> {
  if (Object.keys(options).length === 0) return readUndeclared(reply, builder);
  return (await import('./csv-declared.js')).readDeclared(reply, builder, options, readUndeclared);
}

/** A file of which nobody says how it is written. */
async function readUndeclared(reply: TextReply, builder: TableBuilder, delimiter?: string): Promise<Part> {
  // An object where a table was expected: most often a portal that says no, in JSON.
  if (/^\s*\{/.test(reply.text)) return (await import('./json.js')).source.parse(reply, builder, {});
  if (/^"?(STRUCTURE.*STRUCTURE_ID|DATAFLOW.*OBS_VALUE)/.test(reply.text))
    return (await import('./sdmx-csv.js')).source.parse(reply, builder, {});
  const found = findDialect(reply.text);
  const dialect = delimiter ? { ...found, delimiter } : found;
  const sink = new RecordSink(builder);
  const { text, start, notices } = await findTable(reply.text, dialect, sink);
  const end = await readRecords(text, { ...dialect, start }, sink);
  if (end < text.length) {
    const { readIrregular } = await import('./csv-irregular.js');
    notices.push(...(await readIrregular(text, dialect, end, sink)));
  }
  return { notices: [...sink.notices, ...notices], usualDecimal: dialect.delimiter === ';' ? ',' : '.' };
}

/** CSV and its relatives: RFC 4180, and what spreadsheets make of it. */
export const source: Source = {
  plan: (address) => ({ url: address.href, pushedDown: false }),
  parse,
};
