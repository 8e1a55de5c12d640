import * as z from 'zod/mini';
import { DataError } from '../errors.js';
import { ROWS } from '../query/partials.js';
import type { TableBuilder } from '../table/builder.js';
import { describeFields, documentOf, Field, kindOf, parseLayer, type LayerKind } from './arcgis-layer.js';
import { layerOf, planQuery } from './arcgis-plan.js';
import { dayOf } from './descriptor-text.js';
import { isObject, own } from './json-text.js';
import { isRepeated } from './pages.js';
import { RecordAdder } from './records.js';
import { refusal } from './refusal.js';
import type { About, Part, Source, SourceOptions, TextReply } from './source.js';
import { quotedText } from './weaker-condition.js';

/** A server that stops without a word stops at a round number: 500 rows, 1 000, 2 000. */
const ROUND = 100;

const Features = z.object({
  features: z.array(z.unknown()),
  fields: z.nullish(z.array(Field)),
  objectIdFieldName: z.nullish(z.string()),
  exceededTransferLimit: z.nullish(z.boolean()),
});

const Service = z.object({
  layers: z.array(z.object({ id: z.number(), name: z.nullish(z.string()) })),
});

/** Which layer of a service: the one that the page names or numbers, else its only one. */
function readService(root: unknown, asked: URL, { resource }: SourceOptions): Part {
  const { host } = asked;
  const service = Service.safeParse(root);
  if (!service.success) throw new DataError('malformed', { host }, service.error);
  const { layers } = service.data;
  const [first] = layers;
  const chosen =
    resource === undefined && layers.length === 1 ? first : layers.find(({ name }) => name === resource);
  if (chosen) {
    // What the address asks of the service is meant for its layer.
    const url = new URL(asked);
    url.pathname = `${asked.pathname.replace(/\/$/, '')}/${chosen.id}`;
    url.searchParams.delete('f');
    return { elsewhere: { url: url.href, protocol: 'arcgis' } };
  }
  const expected = layers.map(({ id, name }) => name ?? String(id));
  throw new DataError('no-resource', { host, attribute: 'resource', value: resource ?? '', expected });
}

/** Milliseconds since 1970 as a date: what the page calls a period has no time of day. */
const dateOf = (value: unknown): unknown => (typeof value === 'number' ? dayOf(value) : value);

/** The server's own number of a feature. */
function idOf(feature: unknown, id: string | undefined): unknown {
  const attributes = isObject(feature) ? own(feature, 'attributes') : undefined;
  return isObject(attributes) && id !== undefined ? own(attributes, id) : undefined;
}

/** Adds the attributes of the features, but for the server's own number of each; gives that of the last one. */
function addFeatures(
  features: readonly unknown[],
  kinds: ReadonlyMap<string, LayerKind>,
  id: string | undefined,
  builder: TableBuilder,
): unknown {
  const adder = new RecordAdder(builder);
  adder.columns([...kinds.keys()].filter((name) => name !== id));
  let last: unknown;
  for (const feature of features) {
    const attributes = isObject(feature) ? own(feature, 'attributes') : undefined;
    if (!isObject(attributes)) continue;
    const names = Object.keys(attributes).filter((name) => name !== id);
    const cells = names.map((name) => {
      const value = own(attributes, name);
      return kinds.get(name) === 'date' ? dateOf(value) : value;
    });
    adder.addArray(cells, adder.columns(names));
    last = idOf(feature, id);
  }
  return last;
}

/**
 * Groups of which some are not there make wrong totals, and so do groups of a server to which capitals are all one,
 * where the page asks for a word as it is written. Refused, so that the engine asks for the rows.
 */
function refuseDoubtful({ features, exceededTransferLimit }: z.infer<typeof Features>, url: URL): void {
  const where = url.searchParams.get('where') ?? '';
  const isOtherwise = (value: unknown): boolean => {
    const word = typeof value === 'string' ? quotedText(value) : undefined;
    return word !== undefined && !where.includes(word) && where.toLowerCase().includes(word.toLowerCase());
  };
  const values = features.flatMap((feature) =>
    isObject(feature) && isObject(feature['attributes']) ? Object.values(feature['attributes']) : [],
  );
  // A server that knows nothing of statistics gives rows.
  const isOfGroups = url.searchParams.get('outStatistics')?.includes(ROWS) ?? false;
  const isOurs = ({ attributes }: { attributes?: unknown }): boolean =>
    isObject(attributes) && Object.keys(attributes).some((name) => name.toLowerCase() === ROWS);
  const areRows = isOfGroups && !features.every((feature) => isObject(feature) && isOurs(feature));
  if (!exceededTransferLimit && !areRows && !values.some(isOtherwise)) return;
  throw refusal(url.host, 'exceededTransferLimit');
}

/** The request after this page: by its place where the layer pages, else by the last row's number. */
function nextOf(address: URL, received: number, id: string | undefined, last: unknown): string | undefined {
  const url = new URL(address);
  const given = url.searchParams;
  if (given.has('resultOffset')) {
    given.set('resultOffset', String(Number(given.get('resultOffset')) + received));
    return url.href;
  }
  if (id === undefined || typeof last !== 'number' || given.get('orderByFields') !== id) return undefined;
  const where = (given.get('where') ?? '1=1').replace(/^\w+ > -?\d+ and \((.*)\)$/s, '$1');
  given.set('where', `${id} > ${last} and (${where})`);
  return url.href;
}

async function parse(
  reply: TextReply,
  builder: TableBuilder,
  options: SourceOptions,
  about?: About,
): Promise<Part> {
  const url = new URL(reply.url);
  const root = await documentOf(reply);
  const read = Features.safeParse(root);
  if (!read.success) return readService(root, url, options);
  const { features, exceededTransferLimit } = read.data;
  const fields = read.data.fields ?? [];
  const isGrouped = url.searchParams.has('outStatistics');
  if (isGrouped) refuseDoubtful(read.data, url);
  const { id: told, most, pages } = about?.facts ?? {};
  const id = read.data.objectIdFieldName ?? (told === undefined ? undefined : String(told));
  const received = features.length;
  const ends = [features[0], features.at(-1)].map((feature) => idOf(feature, id));
  const isTold = !isGrouped && !ends.includes(undefined);
  if (isTold && isRepeated(builder, JSON.stringify(ends))) return { decimal: '.', isPart: true };
  const kinds = new Map(fields.map((field) => [field.name, kindOf(field)]));
  const last = addFeatures(features, kinds, id, builder);
  const columns = about ? [] : describeFields(fields);
  const asked = url.searchParams.get('resultRecordCount');
  const isOwnPage = asked !== null && !(pages && asked === String(most));
  // A short page is the last one, where the layer says how long its pages are.
  const isShort = !exceededTransferLimit && (about ? received < Number(most ?? 0) : received % ROUND > 0);
  if (isGrouped || isOwnPage || received === 0 || isShort) return { decimal: '.', columns };
  const next = nextOf(url, received, id, last);
  return { decimal: '.', columns, ...(next === undefined ? { isPart: true } : { next: { url: next } }) };
}

/**
 * A layer of an ArcGIS Feature or Map Service: its rows' attributes, without shapes. ArcGIS REST API, "Query (Feature
 * Service/Layer)"; filters, columns and totals are asked of the server where the layer says that it can.
 */
export const source: Source = {
  about: {
    plan(address, options) {
      const layer = layerOf(address, options);
      const token = address.searchParams.get('token');
      const key = token === null ? '' : `&token=${encodeURIComponent(token)}`;
      return layer === undefined ? undefined : { url: `${layer}?f=json${key}` };
    },
    parse: parseLayer,
  },
  plan: planQuery,
  parse,
};
