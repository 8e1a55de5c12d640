import { DataError } from '../errors.js';
import type { TableBuilder } from '../table/builder.js';
import { parseJson } from './json-text.js';
import { chooseDataset, refuseFaults } from './json-stat-choose.js';
import { readDataset } from './json-stat-dataset.js';
import { plan } from './json-stat-plan.js';
import type { Part, Source, SourceOptions, TextReply } from './source.js';

/** Reads a document of JSON-stat that has been parsed: its dataset, or where that is. */
export async function readDocument(
  root: unknown,
  url: string,
  builder: TableBuilder,
  { resource }: SourceOptions,
): Promise<Part> {
  const { host } = new URL(url);
  refuseFaults(root, host);
  const { dataset, href = '' } = chooseDataset(root, resource, host);
  if (dataset) return readDataset(dataset, host, builder);
  if (!URL.canParse(href, url)) throw new DataError('bad-address', { host, value: href.slice(0, 200) });
  return { elsewhere: { url: new URL(href, url).href, protocol: 'json-stat' } };
}

async function parse(reply: TextReply, builder: TableBuilder, options: SourceOptions): Promise<Part> {
  const root = await parseJson(reply.text, new URL(reply.url).host);
  return readDocument(root, reply.url, builder, options);
}

/** JSON-stat 1 and 2 (json-stat.org/full), and with it Eurostat's statistics API. */
export const source: Source = { plan, parse };
