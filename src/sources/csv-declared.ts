import { Pauses } from '../pause.js';
import type { TableBuilder } from '../table/builder.js';
import type { Notice } from '../table/notice.js';
import { findDialect } from './csv-dialect.js';
import { RecordSink } from './csv.js';
import { DeclaredReader, type DeclaredRecord } from './declared-records.js';
import { declaredColumns } from './declared-values.js';
import type { Dialect } from './dialect.js';
import { parseDialect } from './parse-dialect.js';
import { joinHeader } from './header-rows.js';
import type { Part, SourceOptions, TextReply } from './source.js';

/** Reads a file of which only the delimiter may be known. */
type ReadUndeclared = (reply: TextReply, builder: TableBuilder, delimiter?: string) => Promise<Part>;

/** Whether more is declared than the delimiter of a file that is otherwise as such files are. */
function isDeclared(dialect: Dialect): boolean {
  const { quoteChar, escapeChar, doubleQuote, skipInitialSpace, delimiter = '' } = dialect;
  const { headerRows, headerJoin, commentRows, commentChar, names, parts, nullSequence, renames } = dialect;
  const marks = [quoteChar === '"' ? undefined : quoteChar, escapeChar, commentChar, headerJoin];
  const lists = [headerRows, commentRows, names, parts, nullSequence, renames];
  const isOdd = doubleQuote === false || skipInitialSpace === true || delimiter.length > 1;
  return isOdd || [...marks, ...lists].some((each) => each !== undefined);
}

interface Left {
  readonly lines: string[];
}

/** Takes the records of one file in their order: comments, the rows of its header, its rows. */
class DeclaredFile {
  readonly sink: RecordSink;
  readonly left: Left = { lines: [] };
  readonly #dialect: Dialect;
  readonly #headerRows: readonly number[];
  /** The last row of the header that is still to come, or that came. */
  readonly #lastOfHeader: number;
  readonly #builder: TableBuilder;
  readonly #header: (readonly string[])[] = [];
  /** Names that the file's own header has where its description has others. */
  renamed: Notice[] = [];
  #row = 0;

  constructor(dialect: Dialect, builder: TableBuilder) {
    this.#dialect = dialect;
    this.#builder = builder;
    this.sink = new RecordSink(builder);
    this.#headerRows = dialect.headerRows ?? [1];
    this.#lastOfHeader = this.#headerRows.at(-1) ?? 0;
  }

  add(record: DeclaredRecord): void {
    const row = ++this.#row;
    const isHeader = this.#headerRows.includes(row);
    if (!isHeader && this.#isComment(row, record)) return;
    if (row > this.#lastOfHeader) this.#addRow(record);
    else if (isHeader) this.#header.push(record.cells);
    else if (record.cells.some((cell) => cell.trim() !== ''))
      this.left.lines.push(record.cells.join(' ').trim());
    if (row === this.#lastOfHeader)
      this.#addHeader(joinHeader(this.#header, this.#dialect.headerJoin ?? ' '));
  }

  #isComment(row: number, { start }: DeclaredRecord): boolean {
    const { commentRows = [], commentChar } = this.#dialect;
    if (commentRows.some(([first, last]) => row >= first && row <= last)) return true;
    return commentChar !== undefined && start.startsWith(commentChar);
  }

  #addRow({ cells }: DeclaredRecord): void {
    // A file without a header, and without names from elsewhere: its columns are numbered.
    const { names = [], nullSequence } = this.#dialect;
    if (this.#builder.width === 0)
      this.#addColumns(cells.map((_, index) => names[index] ?? `columna_${index + 1}`));
    this.sink.add(nullSequence ? cells.map((cell) => (cell === nullSequence ? '' : cell)) : cells);
  }

  #addHeader(written: readonly string[]): void {
    const { renames } = this.#dialect;
    const found = written.map((name) => renames?.get(name) ?? name);
    // A further part of the table: its header is the same, or there is none and this is its first row.
    const { width, names: known } = this.#builder;
    if (width > 0) {
      if (!found.every((name, index) => name === known[index]))
        this.#header.forEach((row) => this.sink.add(row));
      return;
    }
    const { names } = this.#dialect;
    const isKnown = names?.some((name) => found.includes(name)) ?? true;
    if (isKnown || names?.length !== found.length) return this.#addColumns(found);
    // Not one name is the same: the description names the columns by their order.
    for (const [index, column] of names.entries())
      this.renamed.push({ code: 'column-renamed', column, value: found[index] ?? '' });
    this.#addColumns(names);
  }

  #addColumns(names: readonly string[]): void {
    for (const name of names) this.#builder.addColumn(name);
  }
}

async function readRecords(
  { text }: TextReply,
  builder: TableBuilder,
  dialect: Dialect,
): Promise<{ notices: Notice[]; delimiter: string }> {
  const found = findDialect(text);
  const delimiter = dialect.delimiter ?? found.delimiter;
  const reader = new DeclaredReader(text, { ...dialect, delimiter }, found.start);
  const file = new DeclaredFile(dialect, builder);
  const pauses = new Pauses();
  let count = 0;
  for (let record = reader.next(); record; record = reader.next()) {
    file.add(record);
    if (++count % 500 === 0) await pauses.breathe();
  }
  const { unclosed: line } = reader;
  const [value] = file.left.lines;
  const leftOut: Notice[] =
    value === undefined
      ? []
      : [{ code: 'lines-left-out', value: value.slice(0, 80), count: file.left.lines.length }];
  const quotes: Notice[] = line === undefined ? [] : [{ code: 'quote-unclosed', line }];
  return { notices: [...file.sink.notices, ...leftOut, ...quotes, ...file.renamed], delimiter };
}

/**
 * Reads a delimited file as the page declares it (Table Dialect's words), which goes before what a description of it
 * says, and before every guess. What is not declared is found as ever.
 */
export async function readDeclared(
  reply: TextReply,
  builder: TableBuilder,
  options: SourceOptions,
  readUndeclared: ReadUndeclared,
): Promise<Part> {
  const dialect = parseDialect(options);
  if (!isDeclared(dialect)) {
    const part = await readUndeclared(reply, builder, dialect.delimiter);
    return { ...part, columns: declaredColumns(builder.names, options) };
  }
  const { notices, delimiter } = await readRecords(reply, builder, dialect);
  return {
    notices,
    columns: declaredColumns(builder.names, options),
    usualDecimal: delimiter === ';' ? ',' : '.',
    ...(dialect.parts && { more: dialect.parts }),
  };
}
