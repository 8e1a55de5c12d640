import { DataError } from '../errors.js';
import type { TableBuilder } from '../table/builder.js';
import { source as csv } from './csv.js';
import type { Dialect } from './dialect.js';
import { source as json } from './json.js';
import { isObject } from './json-text.js';
import { RecordAdder } from './records.js';
import type { Part, SourceOptions } from './source.js';

function addRows(rows: readonly unknown[], { names, headerRows }: Dialect, builder: TableBuilder): void {
  const adder = new RecordAdder(builder);
  const [first, ...others] = rows;
  const hasHeader = Array.isArray(first) && headerRows?.length !== 0;
  const header: readonly unknown[] = hasHeader ? first : (names ?? (Array.isArray(first) ? first : []));
  const nameOf = (cell: unknown, index: number): string => {
    const isName = (hasHeader || names) && (typeof cell === 'string' || typeof cell === 'number');
    return isName && cell !== '' ? String(cell) : `columna_${index + 1}`;
  };
  const columns = adder.columns(header.map(nameOf));
  for (const row of hasHeader ? others : rows) {
    if (Array.isArray(row)) adder.addArray(row, columns);
    else if (isObject(row)) adder.addObject(row);
  }
}

/** The rows that a description holds itself: a list of objects or of lists, or the text of a file. */
export async function readInline(
  data: unknown,
  url: string,
  builder: TableBuilder,
  options: SourceOptions,
): Promise<Part> {
  if (typeof data === 'string') {
    const source = /^\s*[[{]/.test(data) ? json : csv;
    return source.parse({ url, text: data }, builder, options);
  }
  if (isObject(data)) return json.parse({ url, text: JSON.stringify(data) }, builder, options);
  if (!Array.isArray(data)) {
    throw new DataError('not-data', { host: new URL(url).host, expected: ['[{ … }, { … }]'] });
  }
  addRows(data, options.dialect ?? {}, builder);
  return { decimal: '.' };
}
