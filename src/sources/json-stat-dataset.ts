import { DataError } from '../errors.js';
import { readAbsent } from '../table/absent.js';
import { MOST, type RawCell, type TableBuilder } from '../table/builder.js';
import { readNumber } from '../table/number-notation.js';
import { addCube, cellsOf, type Cube } from './cube.js';
import { dayIn, dayOf, saidOf } from './descriptor-text.js';
import { dimensionsOf, textOf } from './json-stat-dimensions.js';
import { notesOf } from './json-stat-notes.js';
import { unitsOf } from './json-stat-units.js';
import { asObject, isObject, own, type JsonObject } from './json-text.js';
import type { Part, SourceMetadata } from './source.js';

const MS_PER_HOUR = 3_600_000;

/** A list with one entry a cell, or an object of those that are there. */
type Sparse = readonly unknown[] | JsonObject;

/** Values or statuses as JSON-stat has them: a list, an object by place, or one text for all. */
function sparse(given: unknown, cells: number, host: string): Sparse {
  const value: unknown = given ?? [];
  // PxWeb gives an empty list where there are no values, Eurostat where nothing was found.
  if (Array.isArray(value) && (value.length === cells || value.length === 0)) return value as unknown[];
  if (isObject(value)) {
    const isPlaced = Object.keys(value).every((key) => /^\d{1,15}$/.test(key) && Number(key) < cells);
    if (isPlaced) return value;
  }
  // A list that is too short or too long would put values beside the wrong categories.
  throw new DataError('malformed', { host, value: 'value', expected: [String(cells)] });
}

function entry(values: Sparse, cell: number): unknown {
  return Array.isArray(values) ? values[cell] : own(values as JsonObject, String(cell));
}

/** The places for which an object has an entry. */
function filledIn(values: Sparse | string): number[] {
  return typeof values === 'string' || Array.isArray(values) ? [] : Object.keys(values).map(Number);
}

/** A sign for all cells, or those of each. */
function statusesOf(dataset: JsonObject, cells: number, host: string): Sparse | string {
  let given: unknown = own(dataset, 'status') ?? {};
  // Eurostat's first service put the list beside what its signs mean.
  if (isObject(given) && isObject(own(given, 'category'))) given = own(given, 'value') ?? {};
  if (Array.isArray(given) && given.length === 1) given = given[0];
  return typeof given === 'string' ? given : sparse(given, cells, host);
}

/** What the signs of statuses mean, where the dataset says so. */
function statusLabelsOf(dataset: JsonObject): ReadonlyMap<string, string> {
  const old = asObject(own(asObject(own(dataset, 'status')), 'category'));
  const extension = asObject(own(asObject(own(dataset, 'extension')), 'status'));
  const labels = [asObject(own(old, 'label')), asObject(own(extension, 'label'))];
  return new Map(
    labels.flatMap((each) => Object.entries(each).map(([sign, label]) => [sign, textOf(label)])),
  );
}

function isNumberLike(value: unknown): boolean {
  if (value === null || value === undefined || typeof value === 'number') return true;
  if (typeof value !== 'string') return false;
  return readAbsent(value) !== undefined || readNumber(value, '.') !== undefined;
}

/** The day of a date as it is written; milliseconds are a midnight of Luxembourg, hours before that of UTC. */
function updateOf(updated: unknown): string {
  const day = typeof updated === 'number' ? dayOf(updated + 2 * MS_PER_HOUR) : undefined;
  const text = textOf(updated);
  return day ?? dayIn(text) ?? text;
}

function metadataOf(dataset: JsonObject): SourceMetadata {
  const title = textOf(own(dataset, 'label')) || textOf(own(dataset, 'title'));
  const source = textOf(own(dataset, 'source'));
  const publisher = source === 'ESTAT' ? 'Eurostat' : source;
  const updated = updateOf(own(dataset, 'updated') ?? own(dataset, 'lastUpdateDate'));
  return saidOf({ title, publisher, updated, href: textOf(own(dataset, 'href')) });
}

/** Reads one dataset of JSON-stat 2, 1, or of Eurostat's first service. */
export async function readDataset(dataset: JsonObject, host: string, builder: TableBuilder): Promise<Part> {
  const read = dimensionsOf(dataset, host);
  const cells = cellsOf(read.map(({ codes }) => codes.length));
  if (!Number.isSafeInteger(cells)) throw new DataError('too-big', { host, what: 'rows', limit: MOST.rows });
  const values = sparse(own(dataset, 'value'), cells, host);
  const isEmpty = Array.isArray(values) && values.length === 0;
  const statuses = statusesOf(dataset, cells, host);
  const { dimensions, value } = unitsOf(dataset, read);
  const metadata = metadataOf(dataset);
  const { title: label } = metadata;
  const cube: Cube = {
    dimensions: isEmpty ? dimensions.map((each) => ({ ...each, codes: [], labels: [] })) : dimensions,
    valueAt: (cell) => {
      const found = entry(values, cell);
      return typeof found === 'object' ? undefined : (found as RawCell);
    },
    statusAt: (cell) => (typeof statuses === 'string' ? statuses : textOf(entry(statuses, cell))),
    filled: () => [...filledIn(values), ...filledIn(statuses)],
    isNumeric: Object.values(values).every(isNumberLike),
    value: { ...value, ...(label && { label }) },
    statusLabels: statusLabelsOf(dataset),
  };
  const { columns, notices, notes } = await addCube(cube, builder);
  const said = notesOf(
    dataset,
    dimensions.map(({ label: name, id, source }) => [name || id, source]),
  );
  const shown = [...said.shown, ...notes];
  return {
    decimal: '.',
    columns,
    notices,
    metadata: {
      ...metadata,
      ...(said.told && { description: said.told }),
      ...(shown.length > 0 && { notes: shown }),
    },
  };
}
