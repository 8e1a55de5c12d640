import { DataError } from '../errors.js';
import type { TableBuilder } from '../table/builder.js';
import { textOf } from './json-stat-dimensions.js';
import { readDocument } from './json-stat.js';
import { asObject, isObject, own, parseJson } from './json-text.js';
import { parseAbout, variablesIn } from './pxweb-about.js';
import { placeOf } from './pxweb-place.js';
import { plan, planAbout } from './pxweb-plan.js';
import type { About, Part, Source, SourceOptions, TextReply } from './source.js';

/** A folder of PxWeb 1 or the tables of PxWebApi 2: the entry that `resource` names, by its id or its name. */
function chooseTable(entries: readonly unknown[], url: URL, resource: string | undefined): Part {
  const found = entries.map((entry) => {
    const object = asObject(entry);
    return {
      id: textOf(own(object, 'id')),
      name: textOf(own(object, 'text')) || textOf(own(object, 'label')),
    };
  });
  const chosen = found.find(({ id, name }) => id !== '' && (id === resource || name === resource));
  if (!chosen) {
    const expected = found.map(({ id }) => id);
    throw new DataError('no-resource', {
      host: url.host,
      attribute: 'resource',
      value: resource ?? '',
      expected,
    });
  }
  const at = new URL(url);
  at.pathname = `${url.pathname.replace(/\/$/, '')}/${encodeURIComponent(chosen.id)}`;
  return { elsewhere: { url: at.href, protocol: 'pxweb' } };
}

async function parse(
  reply: TextReply,
  builder: TableBuilder,
  options: SourceOptions,
  about?: About,
): Promise<Part> {
  const url = new URL(reply.url);
  const root = await parseJson(reply.text, url.host);
  if (Array.isArray(root)) return chooseTable(root, url, options.resource);
  const document = asObject(root);
  const tables = own(document, 'tables');
  if (Array.isArray(tables)) return chooseTable(tables, url, options.resource);
  if (Array.isArray(own(document, 'variables'))) {
    // Metadata in answer to a selection would come again and again.
    if (variablesIn(about)) throw new DataError('not-data', { host: url.host, expected: ['json-stat2'] });
    return { elsewhere: { url: url.href, protocol: 'pxweb' } };
  }
  const part = await readDocument(root, reply.url, builder, options);
  // Without a selection the portal chooses by itself, and only its metadata would tell how much that is.
  const { table2, isChosen } = placeOf(url);
  const isPart = table2 !== undefined && !isChosen && !part.elsewhere;
  return isObject(root) && isPart ? { ...part, isPart } : part;
}

/** PxWeb: PxWebApi 2 by GET, and PxWeb 1, of which metadata come by GET and data by POST. */
export const source: Source = { about: { plan: planAbout, parse: parseAbout }, plan, parse };
