import { DataError } from '../errors.js';
import type { ColumnDescription } from '../table/describe.js';
import { describedColumn, typeFact, type PortalKind } from './column-kind.js';
import { dayOf, saidOf, textIn } from './descriptor-text.js';
import { asObject, isObject, own, parseJson, type JsonObject } from './json-text.js';
import type { About, SourceMetadata, TextReply } from './source.js';

const KINDS = new Map<string, PortalKind>([
  ['text', 'text'],
  ['number', 'number'],
  ['double', 'number'],
  ['money', 'number'],
  ['percent', 'number'],
  ['calendar_date', 'day'],
  ['date', 'moment'],
]);
/** What comes as an object of several parts, or not as one cell. */
const OBJECTS =
  /^(url|location|phone|document|photo|blob|dataset_link|nested_table|list|object)$|point|line|polygon/;

const nameOf = (column: JsonObject): string => textIn(column, 'fieldName') ?? '';
const typeIn = (column: JsonObject): string => textIn(column, 'dataTypeName') ?? '';

const describeColumn = (column: JsonObject): ColumnDescription =>
  describedColumn(nameOf(column), KINDS.get(typeIn(column)), textIn(column, 'name'));

function metadataOf(view: JsonObject, replyUrl: string): SourceMetadata {
  const id = textIn(view, 'id');
  const seconds = own(view, 'rowsUpdatedAt') ?? own(view, 'viewLastModified');
  return saidOf({
    title: textIn(view, 'name'),
    description: textIn(view, 'description'),
    publisher: textIn(view, 'attribution'),
    license: textIn(asObject(own(view, 'license')), 'name') ?? textIn(view, 'licenseId'),
    updated: typeof seconds === 'number' ? dayOf(seconds * 1000) : undefined,
    href: id && new URL(`/d/${encodeURIComponent(id)}`, replyUrl).href,
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
    .filter((column) => /^[^:]/.test(nameOf(column)));
  const types = columns.map((column): [string, string] => [typeFact(nameOf(column)), typeIn(column)]);
  const groups = own(asObject(own(view, 'query')), 'groupBys');
  return {
    metadata: metadataOf(view, reply.url),
    columns: columns.map(describeColumn),
    // A view that puts rows together has no rows of its own to be told apart.
    facts: Object.fromEntries<string | boolean>([...types, ['isGrouped', Array.isArray(groups)]]),
  };
}
