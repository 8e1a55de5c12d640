import { DataError } from '../errors.js';
import { Pauses } from '../pause.js';
import type { RawCell, TableBuilder } from '../table/builder.js';
import type { ColumnDescription } from '../table/describe.js';
import { STATUS, type StatusName } from '../table/status.js';
import { asObject, isObject, own, parseJson, type JsonObject } from './json-text.js';
import type { Part, Source, SourceMetadata, TextReply } from './source.js';

/** A column as the file has it: what each of its rows holds, and what is said of it. */
interface Read {
  readonly description: ColumnDescription;
  readonly length: number;
  readonly cellAt: (row: number) => RawCell;
  /** The status of each row that has one. */
  readonly statuses: ReadonlyMap<number, string>;
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isCell = (value: unknown): boolean => value === null || Number.isFinite(value);

/** Fails with what a column must have. */
function refuse(host: string, value: string): never {
  const expected = ['{"columns": [{"kind": "text", "name": "…", "words": ["…"], "codes": [0]}]}'];
  throw new DataError('not-data', { host, value, expected });
}

/** The bits of `provisional revised`; `undefined` where a name is none of `STATUS`. */
function bitsOf(names: string): number | undefined {
  const bits = names.split(' ').map((name) => (Object.hasOwn(STATUS, name) ? STATUS[name as StatusName] : 0));
  return bits.includes(0) ? undefined : bits.reduce<number>((set, bit) => set | bit, 0);
}

function statusesOf(column: JsonObject): Map<number, string> {
  const rows = Object.entries(asObject(own(column, 'statuses')));
  return new Map(
    rows.flatMap(([names, list]) =>
      Array.isArray(list)
        ? list.filter((row) => Number.isInteger(row)).map((row) => [row as number, names])
        : [],
    ),
  );
}

function readColumn(column: unknown, host: string): Read {
  if (!isObject(column)) return refuse(host, '');
  const [kind, name, label, unit, decimals] = ['kind', 'name', 'label', 'unit', 'decimals'].map((key) =>
    own(column, key),
  );
  if (!isText(name)) return refuse(host, 'name');
  const said = { name, ...(isText(label) && { label }), ...(isText(unit) && { unit }) };
  if (kind === 'number') {
    const values = own(column, 'values');
    if (!Array.isArray(values) || !values.every(isCell)) return refuse(host, `${name}: values`);
    const description: ColumnDescription = {
      ...said,
      kind,
      ...(Number.isInteger(decimals) && { decimals: Number(decimals) }),
    };
    const cellAt = (row: number): RawCell => values[row] as RawCell;
    return { description, length: values.length, cellAt, statuses: statusesOf(column) };
  }
  const [words, codes, labels] = ['words', 'codes', 'labels'].map((key) => own(column, key));
  if (kind !== 'text' && kind !== 'period') return refuse(host, `${name}: kind`);
  if (!Array.isArray(words) || !words.every(isText)) return refuse(host, `${name}: words`);
  const isCode = (code: unknown): boolean =>
    Number.isInteger(code) && (code as number) >= -1 && (code as number) < words.length;
  if (!Array.isArray(codes) || !codes.every(isCode)) return refuse(host, `${name}: codes`);
  const wordLabels =
    Array.isArray(labels) &&
    new Map(words.map((word, index) => [word, isText(labels[index]) ? labels[index] : word]));
  const description: ColumnDescription = { ...said, kind, ...(wordLabels && { wordLabels }) };
  const cellAt = (row: number): RawCell => words[codes[row] as number];
  return { description, length: codes.length, cellAt, statuses: new Map() };
}

/** A name for the statuses of each column, which no column has. */
function statusColumn(index: number, names: readonly string[]): string {
  let name = `status ${index + 1}`;
  while (names.includes(name)) name += '*';
  return name;
}

function metadataOf(root: JsonObject): SourceMetadata {
  const said = asObject(own(root, 'metadata'));
  const names = ['title', 'publisher', 'description', 'license', 'updated', 'href'];
  return Object.fromEntries(
    names.flatMap((name) => (isText(own(said, name)) ? [[name, own(said, name)]] : [])),
  );
}

async function parse(reply: TextReply, builder: TableBuilder): Promise<Part> {
  const { host } = new URL(reply.url);
  const root = asObject(await parseJson(reply.text, host));
  const given = own(root, 'columns');
  if (!Array.isArray(given) || given.length === 0) return refuse(host, 'columns');
  const read = given.map((column) => readColumn(column, host));
  const length = read[0]?.length ?? 0;
  const uneven = read.find((each) => each.length !== length);
  if (uneven) return refuse(host, `${uneven.description.name}: ${uneven.length} ≠ ${length}`);
  const names = read.map(({ description }) => description.name);
  const marked = read.filter(({ statuses }) => statuses.size > 0);
  const columns = read.map(({ description, statuses }, index): ColumnDescription => {
    if (statuses.size === 0) return description;
    const legend = new Map(
      [...new Set(statuses.values())].flatMap((text) => {
        const bits = bitsOf(text);
        return bits === undefined ? [] : [[text, bits] as const];
      }),
    );
    return { ...description, status: statusColumn(index, names), legend };
  });
  for (const name of names) builder.addColumn(name);
  for (const { status } of columns) if (status !== undefined) builder.addColumn(status);
  const pauses = new Pauses();
  for (let row = 0; row < length; row++) {
    builder.add([
      ...read.map(({ cellAt }) => cellAt(row)),
      ...marked.map(({ statuses }) => statuses.get(row)),
    ]);
    if (row % 500 === 0) await pauses.breathe();
  }
  return { columns, metadata: metadataOf(root) };
}

/** The cubes of a snapshot: a table as compact columnar JSON, as `toColumnar` writes it. */
export const source: Source = {
  plan: (address) => ({ url: address.href, pushedDown: false }),
  parse,
};
