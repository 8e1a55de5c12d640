import type { Datastore } from './datastore.js';
import { AGGREGATES, aggregate, type Aggregate } from './dkan-group.js';
import { compareCells, selectRows, wordsOf, type Selection } from './select.js';
import type { Cell, Column, Table } from './table.js';

export interface DkanCall {
  readonly datastore: Datastore;
  readonly parameters: URLSearchParams;
  readonly siteUrl: string;
}

const HELP =
  'Search a datastore table. :param resource_id: id or alias of the data that is going to be selected.';
const DEFAULT_LIMIT = 10;
/** `dkan_datastore_default_page_size`: what a visitor gets, whatever was asked. */
const MOST_ROWS = 100;
const IMPORTED_AT = '1770041091';

/** A column that does not exist reaches the database, and all that comes back is a shrug. */
class UnknownColumn extends Error {}

interface Page {
  readonly fields: readonly { readonly id: string; readonly type: string }[];
  readonly records: readonly Readonly<Record<string, string>>[];
  readonly total: number;
}

export async function searchDatastore({ datastore, parameters }: DkanCall): Promise<unknown> {
  const resourceId = parameters.get('resource_id');
  if (!resourceId) return shrug();
  const found = datastore.findResource(resourceId);
  const table = found && !found.dataset.isPrivate && datastore.tableOf(found.resource);
  if (!table) {
    return { help: HELP, success: false, error: { __type: 'Not Found Error', message: 'Not Found' } };
  }
  try {
    const { fields, records, total } = readPage(await table, parameters);
    const limit = askedNumber(parameters, 'limit') || DEFAULT_LIMIT;
    // No rows is not a success here; and the limit repeated is the one asked for, not the one served.
    const result = { fields, resource_id: [resourceId], limit, total: String(total), records };
    return { help: HELP, success: records.length > 0, result };
  } catch (error) {
    if (error instanceof UnknownColumn) return shrug();
    throw error;
  }
}

function shrug(): unknown {
  return { error: { message: 'Exception Caught, please check logs for more information' } };
}

function readPage(table: Table, parameters: URLSearchParams): Page {
  const groupBy = listOf(parameters.get('group_by'));
  const offset = askedNumber(parameters, 'offset');
  const served = Math.min(askedNumber(parameters, 'limit') || DEFAULT_LIMIT, MOST_ROWS);
  if (groupBy.length > 0) return readGroups(table, parameters, groupBy, offset, served);

  const positions = selectRows(table, readSelection(table, parameters, readSort(table, parameters)));
  const asked = listOf(parameters.get('fields'));
  const columns = asked.length > 0 ? asked.map((id) => columnAt(table, id)) : [...table.columns.keys()];
  const records = positions.slice(offset, offset + served).map((position) => {
    const row = table.rows[position] ?? [];
    const record = Object.fromEntries(columns.map((column) => [idOf(table, column), textOf(row[column])]));
    return asked.length > 0 ? record : { ...record, ...leaked(position) };
  });
  return { fields: columns.map((column) => describe(table, column)), records, total: positions.length };
}

function readGroups(
  table: Table,
  parameters: URLSearchParams,
  groupBy: readonly string[],
  offset: number,
  served: number,
): Page {
  const selected = selectRows(table, readSelection(table, parameters, []));
  const aggregates: Aggregate[] = AGGREGATES.flatMap((operation) =>
    listOf(parameters.get(operation)).map((id) => ({
      operation,
      column: columnAt(table, id),
      id: `${operation}_${id}`,
    })),
  );
  const keys = groupBy.map((id) => columnAt(table, id));
  const ids = [...groupBy, ...aggregates.map(({ id }) => id)];
  const sort = sortClauses(parameters).map(({ id, descending }) => ({ column: ids.indexOf(id), descending }));
  if (sort.some(({ column }) => column === -1)) throw new UnknownColumn();

  const groups = aggregate(table, selected, keys, aggregates).toSorted((one, other) => {
    for (const { column, descending } of sort) {
      const order = compareCells(one[column] ?? null, other[column] ?? null);
      if (order !== 0) return descending ? -order : order;
    }
    return 0;
  });
  const records = groups
    .slice(offset, offset + served)
    .map((group) => Object.fromEntries(ids.map((id, index) => [id, textOf(group[index])])));
  const fields = [
    ...keys.map((key) => describe(table, key)),
    ...aggregates.map(({ id }) => ({ id, type: 'float' })),
  ];
  return { fields, records, total: groups.length };
}

function readSelection(table: Table, parameters: URLSearchParams, sort: Selection['sort']): Selection {
  const equals = bracketed(parameters, 'filters').map(({ id, value }) => ({
    column: columnAt(table, id),
    // A comma inside a value cannot be told from one between values.
    values: value.split(','),
  }));
  const words = wordsOf(parameters.get('query') ?? '').map((word) => ({ column: 'any' as const, word }));
  return { equals, words, sort };
}

function readSort(table: Table, parameters: URLSearchParams): Selection['sort'] {
  return sortClauses(parameters).map(({ id, descending }) => ({ column: columnAt(table, id), descending }));
}

function sortClauses(parameters: URLSearchParams): { id: string; descending: boolean }[] {
  return bracketed(parameters, 'sort').map(({ id, value }) => ({
    id,
    descending: value.toLowerCase() === 'desc',
  }));
}

/** Parameters of the form `filters[ANIO]=2024`. */
function bracketed(parameters: URLSearchParams, name: string): { id: string; value: string }[] {
  return [...parameters].flatMap(([key, value]) =>
    key.startsWith(`${name}[`) && key.endsWith(']') ? [{ id: key.slice(name.length + 1, -1), value }] : [],
  );
}

function columnAt(table: Table, id: string): number {
  const column = table.columns.findIndex((candidate) => candidate.id === id);
  if (column === -1) throw new UnknownColumn();
  return column;
}

function idOf(table: Table, column: number): string {
  return table.columns[column]?.id ?? '';
}

function describe(table: Table, column: number): { id: string; type: string } {
  const { id, type }: Column = table.columns[column] ?? { id: '', type: 'text' };
  if (type === 'text') return { id, type };
  return { id, type: table.rows.every((row) => Number.isInteger(row[column] ?? 0)) ? 'int' : 'float' };
}

/** Columns of the importer that were never meant to be seen. */
function leaked(position: number): Record<string, string> {
  return { feeds_flatstore_entry_id: String(position + 1), timestamp: IMPORTED_AT, feeds_entity_id: '398' };
}

function textOf(cell: Cell | undefined): string {
  return cell === null || cell === undefined ? '' : String(cell);
}

function listOf(text: string | null): string[] {
  return (text ?? '').split(',').filter((item) => item !== '');
}

function askedNumber(parameters: URLSearchParams, name: string): number {
  const value = Number.parseInt(parameters.get(name) ?? '', 10);
  return value > 0 ? value : 0;
}
