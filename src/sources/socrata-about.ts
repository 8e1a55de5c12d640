import { DataError } from '../errors.js';
import type { ColumnDescription } from '../table/describe.js';
import { kindOfColumn, typeFact } from './column-kind.js';
import { dayOf, saidOf } from './descriptor-text.js';
import { isObject, own, parseJson, type JsonObject } from './json-text.js';
import type { About, SourceMetadata, TextReply } from './source.js';

const NUMBERS = new Set(['number', 'double', 'money', 'percent']);
/** What comes as an object of several parts, or not as one cell. */
const OBJECTS =
  /^(url|location|phone|document|photo|blob|dataset_link|nested_table|list|object)$|point|line|polygon/;

const textIn = (object: JsonObject, key: string): string => {
  const value = own(object, key);
  return typeof value === 'string' ? value.trim() : '';
};

function kindOf(name: string, type: string): ColumnDescription['kind'] {
  if (type === 'calendar_date' || type === 'date') return kindOfColumn(name, 'period');
  if (type === 'text') return kindOfColumn(name, type);
  return kindOfColumn(name, NUMBERS.has(type) ? 'number' : undefined);
}

function describeColumn(column: JsonObject): ColumnDescription {
  const [name, label] = [textIn(column, 'fieldName'), textIn(column, 'name')];
  const kind = kindOf(name, textIn(column, 'dataTypeName'));
  return { name, ...(label && { label }), ...(kind && { kind }) };
}

function metadataOf(view: JsonObject, replyUrl: string): SourceMetadata {
  const license = own(view, 'license');
  const name = isObject(license) ? textIn(license, 'name') : '';
  const seconds = own(view, 'rowsUpdatedAt') ?? own(view, 'viewLastModified');
  return saidOf({
    title: textIn(view, 'name'),
    description: textIn(view, 'description'),
    publisher: textIn(view, 'attribution'),
    license: name || textIn(view, 'licenseId'),
    updated: typeof seconds === 'number' ? dayOf(seconds * 1000) : undefined,
    href: textIn(view, 'id') && new URL(`/d/${encodeURIComponent(textIn(view, 'id'))}`, replyUrl).href,
  });
}

/** Whether each of a column's values is one cell. */
export const isOneCell = (type: string): boolean => !OBJECTS.test(type);

/** Reads `/api/views/<id>.json`: whose the data are, and what their columns are. */
export async function readView(reply: TextReply): Promise<About> {
  const { host } = new URL(reply.url);
  const view = await parseJson(reply.text, host);
  if (!isObject(view) || own(view, 'error') === true) throw new DataError('server-error', { host });
  const listed = own(view, 'columns');
  const columns = (Array.isArray(listed) ? listed : [])
    .filter(isObject)
    // Names that begin with a colon are the portal's own.
    .filter((column) => /^[^:]/.test(textIn(column, 'fieldName')));
  const types = columns.map((column): [string, string] => [
    typeFact(textIn(column, 'fieldName')),
    textIn(column, 'dataTypeName'),
  ]);
  const query = own(view, 'query');
  const groups = isObject(query) ? own(query, 'groupBys') : undefined;
  return {
    metadata: metadataOf(view, reply.url),
    columns: columns.map(describeColumn),
    // A view that puts rows together has no rows of its own to be told apart.
    facts: Object.fromEntries<string | boolean>([...types, ['isGrouped', Array.isArray(groups)]]),
  };
}
