import { DataError } from '../errors.js';
import type { ColumnDescription } from '../table/describe.js';
import { kindOfColumn, typeFact } from './column-kind.js';
import { dayIn, saidOf } from './descriptor-text.js';
import { isObject, own, parseJson, type JsonObject } from './json-text.js';
import { plainText } from './plain-text.js';
import type { About, SourceMetadata, TextReply } from './source.js';

const textIn = (object: JsonObject, key: string): string => {
  const value = own(object, key);
  return typeof value === 'string' ? value.trim() : '';
};

const objectIn = (object: JsonObject, key: string): JsonObject => {
  const value = own(object, key);
  return isObject(value) ? value : {};
};

function kindOf(name: string, type: string): ColumnDescription['kind'] {
  if (type === 'date' || type === 'datetime') return kindOfColumn(name, 'period');
  if (type === 'text') return kindOfColumn(name, type);
  return kindOfColumn(name, /^(int|double|decimal)$/.test(type) ? 'number' : undefined);
}

/** The first of the values of an annotation, such as the unit of a measure. */
function annotation(field: JsonObject, name: string): string {
  const values = own(objectIn(field, 'annotations'), name);
  const first: unknown = Array.isArray(values) ? values[0] : undefined;
  return typeof first === 'string' ? first : '';
}

const isMultivalued = (field: JsonObject): boolean =>
  Object.hasOwn(objectIn(field, 'annotations'), 'multivalued');

function describeField(field: JsonObject): ColumnDescription {
  const [name, label, unit] = [textIn(field, 'name'), textIn(field, 'label'), annotation(field, 'unit')];
  const kind = kindOf(name, textIn(field, 'type'));
  return { name, ...(label && { label }), ...(unit && { unit }), ...(kind && { kind }) };
}

/** Under which name the reply's reader finds what parts the values of a field. */
export const separatorFact = (field: string): string => `separator ${field}`;

function metadataOf(metas: JsonObject, id: string, replyUrl: string): SourceMetadata {
  const { origin, pathname } = new URL(replyUrl);
  const root = pathname.replace(/\/api\/.*$/, '');
  return saidOf({
    title: textIn(metas, 'title'),
    description: plainText(textIn(metas, 'description')),
    publisher: textIn(metas, 'publisher'),
    license: textIn(metas, 'license') || textIn(metas, 'license_url'),
    updated: dayIn(textIn(metas, 'modified')),
    href: id && `${origin}${root}/explore/dataset/${encodeURIComponent(id)}/`,
  });
}

/** Reads the record of a data set (Explore 2.1; 2.0 puts it one level deeper): whose it is, and what its fields are. */
export async function readDatasetRecord(reply: TextReply): Promise<About> {
  const { host } = new URL(reply.url);
  const root = await parseJson(reply.text, host);
  const inner = isObject(root) ? own(root, 'dataset') : undefined;
  const record = isObject(inner) ? inner : root;
  if (!isObject(record)) throw new DataError('malformed', { host });
  const listed = own(record, 'fields');
  if (!Array.isArray(listed)) throw new DataError('server-error', { host });
  const fields = listed.filter(isObject).filter((field) => textIn(field, 'name') !== '');
  const metas = objectIn(objectIn(record, 'metas'), 'default');
  const facts: [string, string | number][] = fields.map((field) => [
    typeFact(textIn(field, 'name')),
    isMultivalued(field) ? 'multivalued' : textIn(field, 'type'),
  ]);
  for (const field of fields.filter(isMultivalued))
    facts.push([separatorFact(textIn(field, 'name')), annotation(field, 'multivalued')]);
  const count = own(metas, 'records_count');
  if (typeof count === 'number') facts.push(['records', count]);
  const zone = textIn(metas, 'timezone');
  if (zone !== '') facts.push(['timezone', zone]);
  return {
    metadata: metadataOf(metas, textIn(record, 'dataset_id'), reply.url),
    columns: fields.map(describeField),
    facts: Object.fromEntries(facts),
  };
}
