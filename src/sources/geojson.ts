import { DataError } from '../errors.js';
import { safeUrl } from '../request/safe-url.js';
import type { TableBuilder } from '../table/builder.js';
import { textIn } from './descriptor-text.js';
import { addFeatures } from './features.js';
import { isObject, own, parseJson, type JsonObject } from './json-text.js';
import { refusal } from './refusal.js';
import type { Part, Source, TextReply } from './source.js';

const GEOMETRY = /^((Multi)?(Point|LineString|Polygon)|GeometryCollection)$/;

/** The features of a document: of a collection, the one that it is, or a geometry without properties. */
function featuresOf(root: unknown): JsonObject[] | undefined {
  if (!isObject(root)) return undefined;
  const features = own(root, 'features');
  if (Array.isArray(features)) return features.filter(isObject);
  const type = own(root, 'type');
  if (type === 'Feature') return [root];
  return typeof type === 'string' && GEOMETRY.test(type) ? [{ properties: {} }] : undefined;
}

/** A document without features that says what went wrong. */
function messageIn(root: unknown): string | undefined {
  if (!isObject(root)) return undefined;
  const error = own(root, 'error') ?? own(root, 'exceptions');
  if (error !== undefined && isObject(error)) return textIn(error, 'message', 'details') ?? '';
  // OGC API and others answer with problem details (RFC 9457).
  return typeof error === 'string' ? error : textIn(root, 'detail', 'description', 'message');
}

/** What OGC API - Features says of the rest: how many features match, and where the next page is. */
function restOf(root: JsonObject, url: string): Pick<Part, 'total' | 'next' | 'isPart'> {
  const properties = own(root, 'properties');
  const isCut = [root, ...(isObject(properties) ? [properties] : [])].some(
    (each) => own(each, 'exceededTransferLimit') === true,
  );
  const matched = own(root, 'numberMatched') ?? own(root, 'totalFeatures');
  const links = own(root, 'links');
  const next = (Array.isArray(links) ? links.filter(isObject) : []).find(
    (link) => own(link, 'rel') === 'next',
  );
  const address = next && safeUrl(textIn(next, 'href') ?? '', url);
  return {
    ...(typeof matched === 'number' && Number.isSafeInteger(matched) && matched > 0 && { total: matched }),
    // A page that sends elsewhere for the rest is not followed there.
    ...(address?.host === new URL(url).host && { next: { url: address.href } }),
    ...(isCut && { isPart: true }),
  };
}

async function parse({ url, text }: TextReply, builder: TableBuilder): Promise<Part> {
  const { host } = new URL(url);
  const root = await parseJson(text, host);
  const features = featuresOf(root);
  if (!features) {
    const message = messageIn(root);
    if (message !== undefined) throw refusal(host, message);
    throw new DataError('not-data', { host, expected: ['"type": "FeatureCollection"'] });
  }
  await addFeatures(features, builder);
  return { decimal: '.', ...(isObject(root) && restOf(root, url)) };
}

/** GeoJSON (RFC 7946): what the features of a map say, a row each; shapes and reference systems are left aside. */
export const source: Source = {
  plan: (address) => ({ url: address.href, pushedDown: false }),
  parse,
};
