import * as z from 'zod/mini';
import { DataError } from '../errors.js';
import { dayIn, saidOf } from './descriptor-text.js';
import { itemAt, queryOf } from './dkan2-address.js';
import { isObject, own } from './json-text.js';
import { plainText } from './plain-text.js';
import { protocolOfAddress } from './recognise.js';
import type { Part, SourceMetadata, SourceOptions } from './source.js';

const text = z.nullish(z.string());

const Distribution = z.object({
  title: text,
  format: text,
  mediaType: text,
  downloadURL: text,
});
type Distribution = z.infer<typeof Distribution>;

/** A dataset as DCAT-US 1.1 has it. */
const Item = z.object({
  title: text,
  description: text,
  modified: text,
  license: text,
  landingPage: text,
  publisher: z.optional(z.unknown()),
  distribution: z.array(z.unknown()),
});
type Item = z.infer<typeof Item>;

/** What was asked for with the ids of its parts has them around each: `{ identifier, data }`. */
function inner(value: unknown): unknown {
  return isObject(value) && isObject(own(value, 'data')) ? own(value, 'data') : value;
}

/** A distribution, its own id and how it is read. */
interface Choice extends Distribution {
  readonly id: unknown;
  readonly index: number;
  readonly isTable: boolean;
}

function choicesOf({ distribution }: Item, host: string): Choice[] {
  return distribution.map((each, index) => {
    const read = Distribution.safeParse(inner(each));
    if (!read.success) throw new DataError('malformed', { host }, read.error);
    const { format, mediaType, downloadURL } = read.data;
    const isTable = /csv|tsv|tab-sep/i.test(`${format ?? ''} ${mediaType ?? ''} ${downloadURL ?? ''}`);
    return { ...read.data, id: isObject(each) ? own(each, 'identifier') : undefined, index, isTable };
  });
}

/** The distribution that the page names, by id, title or place; else the first that the portal holds as rows. */
function choose(choices: readonly Choice[], wanted: string | undefined, host: string): Choice {
  const chosen =
    wanted === undefined
      ? (choices.find(({ isTable }) => isTable) ?? choices[0])
      : choices.find(({ id, title, index }) => [id, title, String(index)].includes(wanted));
  if (chosen) return chosen;
  const expected = choices.map(({ title, index }) => title ?? String(index));
  throw new DataError('no-resource', { host, attribute: 'resource', value: wanted ?? '', expected });
}

function metadataOf({ title, description, license, landingPage, modified, publisher }: Item): SourceMetadata {
  const who = inner(publisher);
  const name = isObject(who) ? own(who, 'name') : undefined;
  return saidOf({
    title,
    description: plainText(description ?? ''),
    license,
    publisher: typeof name === 'string' ? name : undefined,
    href: landingPage,
    updated: dayIn(modified),
  });
}

/** Reads a dataset's description: which distribution holds the rows, and whose they are. */
export function readItem(document: unknown, replyUrl: string, { resource }: SourceOptions): Part {
  const url = new URL(replyUrl);
  const item = Item.safeParse(inner(document));
  if (!item.success) throw new DataError('malformed', { host: url.host }, item.error);
  const chosen = choose(choicesOf(item.data, url.host), resource, url.host);
  const { root, id } = itemAt(url);
  const page = new URL(url.origin);
  page.pathname = `${root}/dataset/${encodeURIComponent(id)}`;
  const metadata = { href: page.href, ...metadataOf(item.data) };
  const { downloadURL } = chosen;
  if (chosen.isTable || !downloadURL || !URL.canParse(downloadURL, url.href)) {
    const rows = queryOf(url.origin, root, id, String(chosen.index));
    return { metadata, elsewhere: { url: rows.href, protocol: 'dkan2' } };
  }
  const file = new URL(downloadURL, url);
  return { metadata, elsewhere: { url: file.href, protocol: protocolOfAddress(file) } };
}
