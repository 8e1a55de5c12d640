import { DataError } from '../errors.js';
import { Pauses } from '../request/pause.js';
import type { TableBuilder } from '../table/builder.js';
import type { Notice, NoticeCode } from '../table/notice.js';
import { findDialect, type CsvDialect } from './csv-dialect.js';
import { checkCell, checkRows, checkWidth } from './size-caps.js';
import type { Part, Source, TextReply } from './source.js';

/** Without the space around it, and without the formula by which spreadsheets keep a code's zeros: `="010101"`. */
function cleanCell(cell: string): string {
  const trimmed = cell.trim();
  return trimmed.startsWith('="') && trimmed.endsWith('"') ? trimmed.slice(2, -1) : trimmed;
}

/** Takes records one by one: the first is the header, the others are rows; counts what does not fit. */
class RecordSink {
  readonly #builder: TableBuilder;
  readonly #ragged = new Map<NoticeCode, { count: number; line: number }>();
  #records = 0;
  #headed = false;

  constructor(builder: TableBuilder) {
    this.#builder = builder;
  }

  add(raw: readonly string[]): void {
    this.#records++;
    if (raw.length === 1 && (raw[0] ?? '').trim() === '') return;
    const cells = raw.map(cleanCell);
    for (const cell of cells) checkCell(cell, this.#records);
    if (!this.#headed) {
      checkWidth(cells.length);
      for (const name of cells) this.#builder.addColumn(name);
      this.#headed = true;
      return;
    }
    if (cells.length < this.#builder.width) this.#note('rows-short');
    if (cells.length > this.#builder.width) this.#note('rows-long');
    this.#builder.add(cells);
    checkRows(this.#builder.length);
  }

  #note(code: NoticeCode): void {
    const seen = this.#ragged.get(code) ?? { count: 0, line: this.#records };
    this.#ragged.set(code, { ...seen, count: seen.count + 1 });
  }

  notices(): Notice[] {
    return [...this.#ragged].map(([code, seen]) => ({ code, ...seen }));
  }
}

/** Without a single quote in the file a record is a line, and a cell is what stands between two delimiters. */
async function splitLines(text: string, { delimiter, start }: CsvDialect, sink: RecordSink): Promise<void> {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  const pauses = new Pauses();
  for (let from = start, count = 1; from < lines.length; count++) {
    const end = lines.indexOf('\n', from);
    const to = end < 0 ? lines.length : end;
    sink.add(lines.slice(from, to).split(delimiter));
    from = to + 1;
    if (count % 500 === 0) await pauses.breathe();
  }
}

/** An error object where a table was expected: a portal that says no. */
function refuseErrorObject(text: string, host: string): void {
  if (!/^\s*\{/.test(text)) return;
  const message = /"message"\s*:\s*"([^"]{1,200})"/.exec(text)?.[1];
  throw new DataError('server-error', { host, ...(message !== undefined && { serverMessage: message }) });
}

async function parse(reply: TextReply, builder: TableBuilder): Promise<Part> {
  const { text } = reply;
  refuseErrorObject(text, new URL(reply.url).host);
  const dialect = findDialect(text);
  const sink = new RecordSink(builder);
  const notices: Notice[] = [];
  if (dialect.hasQuotes) {
    const { parseQuoted } = await import('./csv-quoted.js');
    notices.push(...(await parseQuoted(text, dialect, (cells) => sink.add(cells))));
  } else {
    await splitLines(text, dialect, sink);
  }
  return { notices: [...sink.notices(), ...notices], usualDecimal: dialect.delimiter === ';' ? ',' : '.' };
}

/** CSV and its relatives: RFC 4180, and what spreadsheets make of it. */
export const csv: Source = {
  plan: (address) => ({ url: address.href, pushedDown: false }),
  parse,
};
