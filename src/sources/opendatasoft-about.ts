import { DataError } from '../errors.js';
import type { ColumnDescription } from '../table/describe.js';
import { describedColumn, typeFact, type PortalKind } from './column-kind.js';
import { dayIn, saidOf, textIn } from './descriptor-text.js';
import { asObject, isObject, own, parseJson, type JsonObject } from './json-text.js';
import { plainText } from './plain-text.js';
import type { About, SourceMetadata, TextReply } from './source.js';

/** What the portal's types of fields are. */
export const KINDS: ReadonlyMap<string, PortalKind> = new Map([
  ['text', 'text'],
  ['int', 'number'],
  ['double', 'number'],
  ['decimal', 'number'],
  ['date', 'moment'],
  ['datetime', 'moment'],
]);

const annotationsOf = (field: JsonObject): JsonObject => asObject(own(field, 'annotations'));

/** The first of the values of an annotation, such as the unit of a measure. */
function annotation(field: JsonObject, name: string): string {
  const values = own(annotationsOf(field), name);
  const first: unknown = Array.isArray(values) ? values[0] : undefined;
  return typeof first === 'string' ? first : '';
}

const isMultivalued = (field: JsonObject): boolean => Object.hasOwn(annotationsOf(field), 'multivalued');
const nameOf = (field: JsonObject): string => textIn(field, 'name') ?? '';

function describeField(field: JsonObject): ColumnDescription {
  const kind = KINDS.get(textIn(field, 'type') ?? '');
  return describedColumn(nameOf(field), kind, textIn(field, 'label'), annotation(field, 'unit'));
}

/** Under which name the reply's reader finds what parts the values of a field. */
export const separatorFact = (field: string): string => `separator ${field}`;

function metadataOf(metas: JsonObject, id: string | undefined, replyUrl: string): SourceMetadata {
  const { origin, pathname } = new URL(replyUrl);
  const root = pathname.replace(/\/api\/.*$/, '');
  return saidOf({
    title: textIn(metas, 'title'),
    description: plainText(textIn(metas, 'description') ?? ''),
    publisher: textIn(metas, 'publisher'),
    license: textIn(metas, 'license', 'license_url'),
    updated: dayIn(textIn(metas, 'modified')),
    href: id && `${origin}${root}/explore/dataset/${encodeURIComponent(id)}/`,
  });
}

/** Reads the record of a data set (Explore 2.1; 2.0 puts it one level deeper): whose it is, and what its fields are. */
export async function readDatasetRecord(reply: TextReply): Promise<About> {
  const { host } = new URL(reply.url);
  const root = await parseJson(reply.text, host);
  const inner = own(asObject(root), 'dataset');
  const record = isObject(inner) ? inner : root;
  if (!isObject(record)) throw new DataError('malformed', { host });
  const listed = own(record, 'fields');
  if (!Array.isArray(listed)) throw new DataError('server-error', { host });
  const fields = listed.filter(isObject).filter((field) => nameOf(field) !== '');
  const metas = asObject(own(asObject(own(record, 'metas')), 'default'));
  const facts: [string, string | number][] = fields.map((field) => [
    typeFact(nameOf(field)),
    isMultivalued(field) ? 'multivalued' : (textIn(field, 'type') ?? ''),
  ]);
  for (const field of fields.filter(isMultivalued))
    facts.push([separatorFact(nameOf(field)), annotation(field, 'multivalued')]);
  const count = own(metas, 'records_count');
  if (typeof count === 'number') facts.push(['records', count]);
  const zone = textIn(metas, 'timezone');
  if (zone !== undefined) facts.push(['timezone', zone]);
  return {
    metadata: metadataOf(metas, textIn(record, 'dataset_id'), reply.url),
    columns: fields.map(describeField),
    facts: Object.fromEntries(facts),
  };
}
