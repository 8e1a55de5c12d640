import { DataError } from '../errors.js';
import { decode } from '../request/decode.js';
import { DEFAULT_LIMITS } from '../request/limits.js';
import type { TableBuilder } from '../table/builder.js';
import { isZip, refuseBinary } from './binary.js';
import { source as csv } from './csv.js';
import { parseDialect } from './parse-dialect.js';
import { refusePages } from './not-data.js';
import type { Notice } from '../table/notice.js';
import type { Part, Source, SourceOptions, TextReply } from './source.js';
import { unzip, zipEntries, type ZipEntry } from './zip.js';

/** Parts cells; no text of XML can hold it. */
const BETWEEN = '\u001f';

/** A cell as delimited text has it. */
function asCell(text: string): string {
  return /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** More names of sheets than this are only counted. */
const MOST_TOLD = 5;

/** Rows as delimited text, so that a sheet is read as any file is: its title, its header, its remarks. */
function asText(rows: readonly (readonly string[])[]): string {
  // A table need not start in the first column, and cells that hold nothing may reach further than it.
  let [first, width] = [Infinity, 0];
  for (const row of rows) {
    const start = row.findIndex((cell) => cell.trim() !== '');
    if (start >= 0) first = Math.min(first, start);
    width = Math.max(width, row.findLastIndex((cell) => cell.trim() !== '') + 1);
  }
  if (width === 0) return '';
  const columns = Array.from({ length: width - first }, (_, index) => first + index);
  return rows.map((row) => columns.map((column) => asCell(row[column] ?? '')).join(BETWEEN)).join('\n');
}

/** The one file of a zip that is a table, where it is no workbook. */
function tableIn(entries: readonly ZipEntry[]): ZipEntry | undefined {
  const tables = entries.filter(
    ({ name }) => /\.(csv|tsv|txt|tab)$/i.test(name) && !/^__MACOSX\//.test(name),
  );
  return tables.length === 1 ? tables[0] : undefined;
}

async function parse(
  { url, text: known, bytes, maxBytes: limit = DEFAULT_LIMITS.maxBytes }: TextReply,
  builder: TableBuilder,
  options: SourceOptions,
): Promise<Part> {
  const { host } = new URL(url);
  if (!bytes || !isZip(bytes))
    return readText({ url, text: known, ...(bytes && { bytes }) }, builder, options);
  const entries = zipEntries(bytes, host);
  const { isWorkbook, readWorkbook } = await import('./workbook.js');
  if (!isWorkbook(entries)) {
    const table = tableIn(entries);
    if (!table || table.isLocked)
      throw new DataError('not-data', { host, expected: ['CSV', 'JSON', 'XLSX'] });
    const file = (await unzip(bytes, [table], limit, host)).get(table.name);
    return readText({ url, text: '', bytes: file ?? new Uint8Array() }, builder, options);
  }
  const { decimalChar } = options;
  const { sheetName } = parseDialect(options);
  const { rows, others } = await readWorkbook(bytes, entries, sheetName, { limit, host, decimalChar });
  const text = asText(rows);
  if (text === '') throw new DataError('empty-reply', { host });
  // How cells are parted and quoted is ours to say; which rows are the header is the page's.
  const part = await csv.parse({ url, text }, builder, { ...options, delimiter: BETWEEN, quoteChar: '"' });
  const told: Notice[] =
    others.length > 0
      ? [{ code: 'other-sheets', value: others.slice(0, MOST_TOLD).join(', '), count: others.length }]
      : [];
  return { ...part, decimal: decimalChar === ',' ? ',' : '.', notices: [...(part.notices ?? []), ...told] };
}

/** What is no workbook although it was expected: a table as text is read, anything else is refused. */
async function readText(
  { url, text: known, bytes }: TextReply,
  builder: TableBuilder,
  options: SourceOptions,
): Promise<Part> {
  const { host } = new URL(url);
  if (bytes) refuseBinary(bytes, host);
  const text = bytes ? (await decode(bytes, '')).text : known;
  refusePages(text, host);
  return csv.parse({ url, text }, builder, options);
}

/** Workbooks of Excel since 2007 (ECMA-376): one sheet, read as a table of text is. */
export const source: Source = {
  readsBytes: true,
  plan: (address) => ({ url: address.href, pushedDown: false }),
  parse,
};
