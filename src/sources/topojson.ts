import { DataError } from '../errors.js';
import type { TableBuilder } from '../table/builder.js';
import { addFeatures } from './features.js';
import { isObject, own, parseJson, type JsonObject } from './json-text.js';
import type { Part, Source, SourceOptions, TextReply } from './source.js';

/** The object that the page names; the only one, whatever the page means by its name. */
function chooseObject(objects: JsonObject, wanted: string | undefined, host: string): JsonObject {
  const names = Object.keys(objects);
  const name = names.length === 1 ? names[0] : wanted;
  const chosen = name === undefined ? undefined : own(objects, name);
  if (isObject(chosen)) return chosen;
  throw new DataError('no-resource', { host, attribute: 'resource', value: wanted ?? '', expected: names });
}

async function parse({ url, text }: TextReply, builder: TableBuilder, options: SourceOptions): Promise<Part> {
  const { host } = new URL(url);
  const root = await parseJson(text, host);
  const objects = isObject(root) ? own(root, 'objects') : undefined;
  if (!isObject(objects)) throw new DataError('not-data', { host, expected: ['"type": "Topology"'] });
  const chosen = chooseObject(objects, options.resource, host);
  const geometries = own(chosen, 'geometries');
  const isCollection = own(chosen, 'type') === 'GeometryCollection' && Array.isArray(geometries);
  await addFeatures(isCollection ? geometries.filter(isObject) : [chosen], builder);
  return { decimal: '.' };
}

/** TopoJSON: what the shapes of one of its objects say, a row each; `resource` names the object. */
export const source: Source = {
  plan: (address) => ({ url: address.href, pushedDown: false }),
  parse,
};
