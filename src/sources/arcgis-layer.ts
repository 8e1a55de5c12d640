import * as z from 'zod/mini';
import { DataError } from '../errors.js';
import type { ColumnDescription } from '../table/describe.js';
import { describedColumn, typeFact, type PortalKind } from './column-kind.js';
import { dayOf, saidOf } from './descriptor-text.js';
import { isObject, own, parseJson } from './json-text.js';
import { refusal } from './refusal.js';
import type { About, SourceMetadata, TextReply } from './source.js';

const text = z.nullish(z.string());
const Coded = z.object({ name: z.string(), code: z.union([z.string(), z.number()]) });

export const Field = z.object({
  name: z.string(),
  type: text,
  alias: text,
  domain: z.nullish(z.object({ codedValues: z.nullish(z.array(Coded)) })),
});

const Layer = z.object({
  name: text,
  description: text,
  copyrightText: text,
  maxRecordCount: z.nullish(z.number()),
  supportsStatistics: z.nullish(z.boolean()),
  objectIdField: text,
  advancedQueryCapabilities: z.nullish(
    z.object({ supportsPagination: z.nullish(z.boolean()), supportsStatistics: z.nullish(z.boolean()) }),
  ),
  editingInfo: z.nullish(z.object({ lastEditDate: z.nullish(z.number()) })),
  fields: z.nullish(z.array(Field)),
});

export type ArcgisField = z.infer<typeof Field>;

/** What a plan must know of a field; `other` is a kind that it asks nothing of. */
export type LayerKind = PortalKind | 'id' | 'coded' | 'other';

/**
 * By types without `esriFieldType` before them. A layer's moments may be in a zone of its own
 * (`dateFieldsTimeReference`), whatever the day that the page shows.
 */
const KINDS = new Map<string, LayerKind>([
  ['String', 'text'],
  ['OID', 'id'],
  ['Date', 'moment'],
  ['Integer', 'number'],
  ['SmallInteger', 'number'],
  ['BigInteger', 'number'],
  ['Single', 'number'],
  ['Double', 'number'],
]);

export function kindOf({ type, domain }: ArcgisField): LayerKind {
  if ((domain?.codedValues ?? []).length > 0) return 'coded';
  return KINDS.get(type?.replace(/^esriFieldType/, '') ?? '') ?? 'other';
}

/** The JSON of a reply. Errors come with HTTP 200: an object with a code, a message and details. */
export async function documentOf({ url, text: body }: TextReply): Promise<unknown> {
  const { host } = new URL(url);
  const root = await parseJson(body, host);
  const error = isObject(root) ? own(root, 'error') : undefined;
  if (!isObject(error)) return root;
  const said: unknown[] = [own(error, 'message'), own(error, 'details')].flat();
  throw refusal(host, said.filter((each) => typeof each === 'string' && each !== '').join(' · '));
}

/** A field by its type; where its name tells of years or codes, its cells prove what they are. */
function describeField(field: ArcgisField): ColumnDescription {
  const { name, alias, domain } = field;
  const kind = kindOf(field);
  const label = alias === name ? '' : alias;
  if (kind !== 'id' && kind !== 'coded')
    return describedColumn(name, kind === 'other' ? undefined : kind, label);
  const wordLabels = new Map(domain?.codedValues?.map((each) => [String(each.code), each.name]));
  return {
    ...describedColumn(name, undefined, label),
    kind: 'text',
    ...(kind === 'coded' && { wordLabels }),
  };
}

export const describeFields = (fields: readonly ArcgisField[]): ColumnDescription[] =>
  fields.map(describeField);

function metadataOf(layer: z.infer<typeof Layer>, href: string): SourceMetadata {
  return saidOf({
    href,
    title: layer.name,
    description: layer.description,
    publisher: layer.copyrightText,
    updated: dayOf(layer.editingInfo?.lastEditDate ?? NaN),
  });
}

/** What a layer says of itself: its fields, how many rows it gives at once, what it can put together. */
export async function parseLayer(reply: TextReply): Promise<About> {
  const { host, origin, pathname } = new URL(reply.url);
  const layer = Layer.safeParse(await documentOf(reply));
  if (!layer.success) throw new DataError('malformed', { host }, layer.error);
  const { maxRecordCount, supportsStatistics, objectIdField, advancedQueryCapabilities: can } = layer.data;
  const fields = layer.data.fields ?? [];
  const id = objectIdField ?? fields.find((field) => kindOf(field) === 'id')?.name;
  return {
    metadata: metadataOf(layer.data, origin + pathname),
    columns: describeFields(fields),
    facts: {
      ...Object.fromEntries(fields.map((field) => [typeFact(field.name), kindOf(field)])),
      ...(id && { id }),
      ...(maxRecordCount && { most: maxRecordCount }),
      pages: can?.supportsPagination ?? false,
      statistics: can?.supportsStatistics ?? supportsStatistics ?? false,
    },
  };
}
