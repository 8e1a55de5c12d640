import { DataError } from '../errors.js';
import { Pauses } from '../pause.js';
import type { TableBuilder } from '../table/builder.js';
import type { Notice, NoticeCode } from '../table/notice.js';
import { columnNames, type ColumnNames } from './json-names.js';
import { findRows, type FoundRows } from './json-rows.js';
import { isObject, own, parseJson, type JsonObject } from './json-text.js';
import { RecordAdder } from './records.js';
import type { Part, Source, TextReply } from './source.js';

/** A number with three decimals: in another notation, thousands. */
const THREE_DECIMALS = /[[:,]\s*-?[1-9]\d{0,2}\.\d{3}\s*[,\]}]/;

/** A document without rows that says what went wrong. */
function errorMessage(root: unknown): string | undefined {
  if (!isObject(root)) return undefined;
  const error = own(root, 'error') ?? own(root, 'errors');
  if (own(root, 'success') !== false && (error === undefined || error === null)) return undefined;
  const message = isObject(error) ? own(error, 'message') : (error ?? own(root, 'message'));
  return typeof message === 'string' ? message.slice(0, 200) : '';
}

/** The record of a row: of a feature of a map, its properties. */
function recordOf(row: unknown): unknown {
  const properties = isObject(row) && own(row, 'type') === 'Feature' ? own(row, 'properties') : undefined;
  return isObject(properties) ? properties : row;
}

/** Adds the rows, and counts the lists that are shorter or longer than their names. */
async function addRows(
  { rows }: FoundRows,
  { names, from }: ColumnNames,
  adder: RecordAdder,
): Promise<Notice[]> {
  const named = adder.columns(names.filter((name) => name !== undefined));
  let column = 0;
  const columns = names.map((name) => (name === undefined ? -1 : (named[column++] ?? -1)));
  const ragged = new Map<NoticeCode, { count: number; line: number }>();
  const pauses = new Pauses();
  for (const [index, row] of rows.entries()) {
    if (index < from) continue;
    if (Array.isArray(row)) {
      adder.addArray(row, columns);
      const code = row.length < columns.length ? 'rows-short' : 'rows-long';
      const seen = ragged.get(code) ?? { count: 0, line: index + 1 };
      if (row.length !== columns.length) ragged.set(code, { ...seen, count: seen.count + 1 });
    } else adder.addObject(recordOf(row) as JsonObject);
    if (index % 500 === 0) await pauses.breathe();
  }
  return [...ragged].map(([code, seen]) => ({ code, ...seen }));
}

async function parse(reply: TextReply, builder: TableBuilder): Promise<Part> {
  const { host } = new URL(reply.url);
  const root = await parseJson(reply.text, host);
  const found = findRows(root);
  if (!found || found.rows.length === 0) {
    const serverMessage = errorMessage(root);
    if (serverMessage !== undefined) throw new DataError('server-error', { host, serverMessage });
    if (!found) throw new DataError('not-data', { host, expected: ['[{ … }, { … }]'] });
  }
  const named = columnNames(found);
  const names = named.names.map((name) => name ?? '');
  const wordy = THREE_DECIMALS.test(reply.text)
    ? (await import('./json-decimals.js')).wordyColumns(found.rows.map(recordOf), names)
    : undefined;
  const notices = await addRows(found, named, new RecordAdder(builder, wordy));
  return { notices };
}

/** JSON rows: an array of objects or of arrays, at the root or under the key where APIs put it; GeoJSON's properties. */
export const source: Source = {
  plan: (address) => ({ url: address.href, pushedDown: false }),
  parse,
};
