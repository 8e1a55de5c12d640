import * as z from 'zod/mini';
import { ROWS } from '../query/partials.js';
import type { TableBuilder } from '../table/builder.js';
import { describeFields, documentOf, Field, kindOf, parseLayer, type LayerKind } from './arcgis-layer.js';
import { layerOf, planQuery } from './arcgis-plan.js';
import { toldOf } from './column-kind.js';
import { dayOf } from './descriptor-text.js';
import { asObject, isObject, own, type JsonObject } from './json-text.js';
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

/** The attributes of a feature; what is none has none. */
function attributesOf(feature: unknown): JsonObject | undefined {
  const attributes = own(asObject(feature), 'attributes');
  return isObject(attributes) ? attributes : undefined;
}

/** Adds the attributes of the features, but for the server's own number of each. */
function addFeatures(
  rows: readonly JsonObject[],
  kinds: ReadonlyMap<string, LayerKind>,
  id: string | undefined,
  builder: TableBuilder,
): void {
  const adder = new RecordAdder(builder);
  adder.columns([...kinds.keys()].filter((name) => name !== id));
  for (const row of rows) {
    const names = Object.keys(row).filter((name) => name !== id);
    const cells = names.map((name) => {
      const value = own(row, name);
      // What the page calls a period has no time of day.
      return kinds.get(name) === 'moment' && typeof value === 'number' ? dayOf(value) : value;
    });
    adder.addArray(cells, adder.columns(names));
  }
}

/**
 * Groups of which some are not there make wrong totals, and so do groups of a server to which capitals are all one,
 * where the page asks for a word as it is written. Refused, so that the engine asks for the rows.
 */
function refuseDoubtful(rows: readonly JsonObject[], isCut: boolean, { host, searchParams }: URL): void {
  const where = searchParams.get('where') ?? '';
  const isOtherwise = (value: unknown): boolean => {
    const word = quotedText(String(value));
    return !where.includes(word) && where.toLowerCase().includes(word.toLowerCase());
  };
  // A server that knows nothing of statistics gives rows.
  const isOfGroups = searchParams.get('outStatistics')?.includes(ROWS) ?? false;
  const isGroup = (row: JsonObject): boolean => Object.keys(row).some((name) => name.toLowerCase() === ROWS);
  const areRows = isOfGroups && !rows.every(isGroup);
  if (isCut || areRows || rows.some((row) => Object.values(row).some(isOtherwise)))
    throw refusal(host, 'exceededTransferLimit');
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
  if (!read.success) {
    const { readService } = await import('./arcgis-service.js');
    return readService(root, url, options);
  }
  const { features, exceededTransferLimit: isCut, fields: told, objectIdFieldName: named } = read.data;
  const rows = features.map(attributesOf).filter((row) => row !== undefined);
  const fields = told ?? [];
  const isGrouped = url.searchParams.has('outStatistics');
  if (isGrouped) refuseDoubtful(rows, !!isCut || rows.length < features.length, url);
  const { most, pages } = about?.facts ?? {};
  const id = named ?? toldOf(about, 'id');
  const received = features.length;
  const ends = [rows[0], rows.at(-1)].map((row) => own(asObject(row), id ?? ''));
  const isTold = !isGrouped && !ends.includes(undefined);
  if (isTold && isRepeated(builder, JSON.stringify(ends))) return { decimal: '.', isPart: true };
  const kinds = new Map(fields.map((field) => [field.name, kindOf(field)]));
  addFeatures(rows, kinds, id, builder);
  const columns = about ? [] : describeFields(fields);
  const asked = url.searchParams.get('resultRecordCount');
  const isOwnPage = asked !== null && !(pages && asked === String(most));
  // A short page is the last one, where the layer says how long its pages are.
  const isShort = !isCut && (about ? received < Number(most ?? 0) : received % ROUND > 0);
  if (isGrouped || isOwnPage || received === 0 || isShort) return { decimal: '.', columns };
  const next = nextOf(url, received, id, ends[1]);
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
