import Papa from 'papaparse';
import { isSwitchedOn, jsonObject, naturalNumber, type CkanCall } from './ckan-call.js';
import { CkanError } from './ckan-error.js';
import { cellAt, isNumeric, ROW_NUMBER, selectRows, wordsOf, type Selection } from './select.js';
import type { Cell, Table } from './table.js';

const DEFAULT_LIMIT = 100;
/** `ckan.datastore.search.rows_max` */
export const MOST_ROWS = 32_000;

const FORMATS = ['objects', 'lists', 'csv', 'tsv'] as const;

export async function datastoreSearch(call: CkanCall): Promise<unknown> {
  const { parameters } = call;
  const resourceId = parameters.get('resource_id');
  if (!resourceId) throw CkanError.invalid({ resource_id: ['Missing value'] });
  const limit = Math.min(naturalNumber(parameters, 'limit', DEFAULT_LIMIT), MOST_ROWS);
  const offset = naturalNumber(parameters, 'offset', 0);
  const format = recordsFormat(parameters);
  const table = await tableOf(call, resourceId);

  const columns = askedColumns(parameters, table);
  const selected = selectRows(table, readSelection(parameters, table));
  const page = selected.slice(offset, offset + limit);
  const rows = page.map((position) => columns.map((column) => cellAt(table, position, column)));
  const includeTotal = isSwitchedOn(parameters, 'include_total', true);
  return {
    include_total: includeTotal,
    limit,
    ...(offset > 0 ? { offset } : {}),
    ...echoed(parameters),
    records_format: format,
    resource_id: resourceId,
    total_estimation_threshold: null,
    records: formatRecords(
      rows,
      columns.map((column) => columnId(table, column)),
      format,
    ),
    fields: columns.map((column) => ({ type: columnType(table, column), id: columnId(table, column) })),
    _links: pageLinks(parameters, limit, offset),
    ...(includeTotal ? { total: selected.length, total_was_estimated: false } : {}),
  };
}

async function tableOf({ datastore }: CkanCall, resourceId: string): Promise<Table> {
  const found = datastore.findResource(resourceId);
  if (found?.dataset.isPrivate) throw CkanError.notAuthorized('Access denied');
  const table = found && datastore.tableOf(found.resource);
  if (!table) throw CkanError.notFound(`Resource "${resourceId}" was not found.`);
  return table;
}

function readSelection(parameters: URLSearchParams, table: Table): Selection {
  const equals = [...jsonObject(parameters, 'filters')].map(([id, value]) => {
    const column = columnAt(table, id, 'filters', `field "${id}" not in table`);
    return { column, values: filterValues(value, id, isNumeric(table.columns, column)) };
  });
  return { equals, words: readWords(parameters, table), sort: readSort(parameters, table) };
}

/** One value or a list of them; ranges and other operators came with CKAN 2.12. */
function filterValues(value: unknown, id: string, numeric: boolean): string[] {
  return (Array.isArray(value) ? value : [value]).map((item: unknown) => {
    const isPlain = typeof item === 'string' || typeof item === 'number' || typeof item === 'boolean';
    if (!isPlain) throw CkanError.invalid({ filters: [`invalid value for field "${id}"`] });
    const text = String(item);
    if (numeric && (text.trim() === '' || Number.isNaN(Number(text)))) {
      throw CkanError.invalid({ query: [`invalid input syntax for type numeric: "${text}"`] });
    }
    return text;
  });
}

/** Words for any column, or a JSON object with words for single columns. */
function readWords(parameters: URLSearchParams, table: Table): Selection['words'] {
  const q = parameters.get('q') ?? '';
  if (!q.trimStart().startsWith('{')) return wordsOf(q).map((word) => ({ column: 'any', word }));
  return [...jsonObject(parameters, 'q')].flatMap(([id, value]) => {
    const column = columnAt(table, id, 'q', `field "${id}" not in table`);
    return wordsOf(String(value)).map((word) => ({ column, word }));
  });
}

function readSort(parameters: URLSearchParams, table: Table): Selection['sort'] {
  return listOf(parameters.get('sort')).map((clause) => {
    const match = /^("(?<quoted>[^"]+)"|(?<bare>.+?))(?:\s+(?<direction>asc|desc))?$/i.exec(clause);
    const id = match?.groups?.['quoted'] ?? match?.groups?.['bare'] ?? clause;
    const column = columnAt(table, id, 'sort', `field "${id}" not in table`);
    return { column, descending: match?.groups?.['direction']?.toLowerCase() === 'desc' };
  });
}

function askedColumns(parameters: URLSearchParams, table: Table): number[] {
  const asked = listOf(parameters.get('fields'));
  if (asked.length === 0) return [ROW_NUMBER, ...table.columns.keys()];
  return asked.map((id) => columnAt(table, id, 'fields', `field "${id}" not in table`));
}

function columnAt(table: Table, id: string, parameter: string, complaint: string): number {
  if (id === '_id') return ROW_NUMBER;
  const column = table.columns.findIndex((candidate) => candidate.id === id);
  if (column === -1) throw CkanError.invalid({ [parameter]: [complaint] });
  return column;
}

function columnId(table: Table, column: number): string {
  return column === ROW_NUMBER ? '_id' : (table.columns[column]?.id ?? '');
}

function columnType(table: Table, column: number): string {
  return column === ROW_NUMBER ? 'int' : (table.columns[column]?.type ?? 'text');
}

function listOf(text: string | null): string[] {
  return (text ?? '')
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

function recordsFormat(parameters: URLSearchParams): (typeof FORMATS)[number] {
  const asked = parameters.get('records_format') ?? 'objects';
  const format = FORMATS.find((candidate) => candidate === asked);
  if (!format) throw CkanError.invalid({ records_format: [`Value must be one of ${FORMATS.join(', ')}`] });
  return format;
}

/** CSV and TSV come as one text without a header. */
function formatRecords(rows: Cell[][], ids: string[], format: (typeof FORMATS)[number]): unknown {
  if (format === 'lists') return rows;
  if (format === 'objects') {
    return rows.map((row) => Object.fromEntries(ids.map((id, index) => [id, row[index]])));
  }
  const delimiter = format === 'csv' ? ',' : '\t';
  return rows.length === 0 ? '' : `${Papa.unparse(rows, { delimiter, newline: '\n' })}\n`;
}

function echoed(parameters: URLSearchParams): Record<string, unknown> {
  const filters = jsonObject(parameters, 'filters');
  const texts = ['q', 'sort'].flatMap((name) => {
    const text = parameters.get(name);
    return text ? [[name, text] as const] : [];
  });
  return {
    ...(filters.size > 0 ? { filters: Object.fromEntries(filters) } : {}),
    ...Object.fromEntries(texts),
  };
}

/** `next` is there even past the end: whoever follows it for ever never stops. */
function pageLinks(parameters: URLSearchParams, limit: number, offset: number): Record<string, string> {
  const link = (newOffset: number | undefined): string => {
    const copy = new URLSearchParams(parameters);
    copy.delete('offset');
    if (newOffset !== undefined) copy.set('offset', String(newOffset));
    return `/ckan/api/3/action/datastore_search?${copy.toString()}`;
  };
  const links = { start: link(undefined), next: link(offset + limit) };
  return offset - limit > 0 ? { ...links, prev: link(offset - limit) } : links;
}
