import { DataError } from '../errors.js';
import { Pauses } from '../request/pause.js';
import type { TableBuilder } from '../table/builder.js';
import { isObject, own, parseJson, type JsonObject } from './json-text.js';
import { RecordAdder } from './records.js';
import type { Part, Source, TextReply } from './source.js';

/** Where APIs usually put their rows; tried first, in this order. */
const USUAL_KEYS = ['data', 'records', 'results', 'rows', 'items', 'value', 'values', 'features', 'result'];
const DEEPEST = 4;

type Rows = readonly unknown[];

const isRows = (value: unknown): value is Rows =>
  Array.isArray(value) && (value.length === 0 || value.every((row) => isObject(row) || Array.isArray(row)));

/** The first list of records in the document, nearest to its root. */
function findRows(root: unknown): { rows: Rows; parent: JsonObject | undefined } | undefined {
  if (isRows(root)) return { rows: root, parent: undefined };
  let level: JsonObject[] = isObject(root) ? [root] : [];
  for (let depth = 0; depth < DEEPEST && level.length > 0; depth++) {
    const next: JsonObject[] = [];
    for (const object of level) {
      const keys = Object.keys(object);
      const usual = USUAL_KEYS.filter((key) => keys.includes(key));
      for (const key of [...usual, ...keys.filter((each) => !usual.includes(each))]) {
        const value = own(object, key);
        if (isRows(value) && (value.length > 0 || usual.includes(key)))
          return { rows: value, parent: object };
        if (isObject(value)) next.push(value);
      }
    }
    level = next;
  }
  return undefined;
}

/** A document without rows that says what went wrong. */
function errorMessage(root: unknown): string | undefined {
  if (!isObject(root)) return undefined;
  const error = own(root, 'error') ?? own(root, 'errors');
  if (own(root, 'success') !== false && (error === undefined || error === null)) return undefined;
  const message = isObject(error) ? own(error, 'message') : (error ?? own(root, 'message'));
  return typeof message === 'string' ? message.slice(0, 200) : '';
}

/** Rows as arrays need names: a `fields` list beside them, or a first row that is all text. */
function columnNames(rows: Rows, parent: JsonObject | undefined): { names: string[]; from: number } {
  const fields = parent && own(parent, 'fields');
  if (Array.isArray(fields)) {
    const names = fields.map((field, index) => {
      const id: unknown = isObject(field) ? (own(field, 'id') ?? own(field, 'name')) : field;
      return typeof id === 'string' ? id : `columna_${index + 1}`;
    });
    return { names, from: 0 };
  }
  const first = rows[0];
  if (!Array.isArray(first)) return { names: [], from: 0 };
  const isHeader = first.every((cell) => typeof cell === 'string');
  const names = first.map((cell: unknown, index) => (isHeader ? String(cell) : `columna_${index + 1}`));
  return { names, from: isHeader ? 1 : 0 };
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
  const adder = new RecordAdder(builder);
  const { names, from } = columnNames(found.rows, found.parent);
  const columns = names.map((name) => adder.column(name));
  const pauses = new Pauses();
  for (const [index, row] of found.rows.entries()) {
    if (index < from) continue;
    const properties = isObject(row) && own(row, 'type') === 'Feature' ? own(row, 'properties') : undefined;
    if (Array.isArray(row)) adder.addArray(row, columns);
    else adder.addObject(isObject(properties) ? properties : (row as JsonObject));
    if (index % 500 === 0) await pauses.breathe();
  }
  return { decimal: '.' };
}

/** JSON rows: an array of objects or of arrays, at the root or under the key where APIs put it; GeoJSON's properties. */
export const source: Source = {
  plan: (address) => ({ url: address.href, pushedDown: false }),
  parse,
};
