import { decode } from '../../src/request/decode.js';
import { refuseBinary } from '../../src/sources/binary.js';
import { refusePages } from '../../src/sources/not-data.js';
import type { About, Part, Source, SourceOptions, TextReply } from '../../src/sources/source.js';
import type { DecimalMark } from '../../src/table/number-notation.js';
import { TableBuilder } from '../../src/table/builder.js';
import { findColumn, type Table } from '../../src/table/table.js';
import { textAt } from '../../src/table/cell.js';

export const URL_OF_TEXT = 'https://datos.example/archivo';

export interface ReadText {
  readonly table: Table;
  readonly part: Part;
}

/** A reply as a table, by one source alone. */
export async function readReply(
  source: Source,
  reply: TextReply,
  options: SourceOptions = {},
  about?: About,
): Promise<ReadText> {
  const builder = new TableBuilder();
  const part = await source.parse(reply, builder, options, about);
  const decimal = (options.decimalChar as DecimalMark | undefined) ?? part.decimal;
  const table = await builder.finish({
    decimal,
    ...(part.usualDecimal && { fallback: part.usualDecimal }),
    ...(part.notices && { notices: part.notices }),
    columns: [...(about?.columns ?? []), ...(part.columns ?? [])],
  });
  return { table, part };
}

/** The same of its text alone. */
export function readText(
  source: Source,
  text: string,
  url = URL_OF_TEXT,
  options: SourceOptions = {},
): Promise<ReadText> {
  return readReply(source, { url, text }, options);
}

/** A reply's bytes as a table: refused, decoded and read as the engine does it. */
export async function readBytes(source: Source, bytes: Uint8Array, contentType = ''): Promise<ReadText> {
  refuseBinary(bytes, 'datos.example');
  const { text } = await decode(bytes, contentType);
  refusePages(text, 'datos.example');
  return readText(source, text);
}

export function names(table: Table): string[] {
  return table.columns.map(({ name }) => name);
}

/** One column as text, row by row. */
export function texts(table: Table, name: string): string[] {
  const column = findColumn(table, name);
  if (!column) throw new Error(`no column ${name} among ${names(table).join()}`);
  return Array.from({ length: table.length }, (_, row) => textAt(column, row));
}

export function codes(table: Table): string[] {
  return table.notices.map(({ code }) => code);
}
