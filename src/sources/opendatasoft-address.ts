import { wrongAddress } from './refusal.js';
import type { SourceOptions } from './source.js';

/** A data set of a portal. */
export interface Dataset {
  /** The path of the portal itself. */
  readonly root: string;
  readonly id: string;
}

const PLACES = [
  /^(.*)\/api\/explore\/v2\.\d\/catalog\/datasets\/([^/]+)/,
  /^(.*)\/explore\/(?:embed\/)?dataset\/([^/]+)/,
];

/** A part of a path as it was before it was encoded; one that is no UTF-8 stays as it is. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Whether an address is of the API before 2.0, which old portals still have. */
export const isVersion1 = ({ pathname }: URL): boolean => pathname.includes('/api/records/1.0/');

/** Which data set an address means: its page, its rows, its description, or the portal with `resource`. */
export function datasetOf(address: URL, { resource }: SourceOptions): Dataset {
  for (const place of PLACES) {
    const [, root = '', id] = place.exec(address.pathname) ?? [];
    if (id !== undefined) return { root, id: decoded(id) };
  }
  const id = isVersion1(address) ? address.searchParams.get('dataset') : resource;
  const root = address.pathname.replace(/\/(api\/.*)?$/, '');
  if (typeof id === 'string' && id !== '') return { root, id };
  throw wrongAddress(address, 'https://…/explore/dataset/<id>/');
}

/** An address of Explore 2.1 about a data set: `''` for its description. */
export function exploreUrl({ origin }: URL, { root, id }: Dataset, what: string): URL {
  const url = new URL(origin);
  url.pathname = `${root}/api/explore/v2.1/catalog/datasets/${encodeURIComponent(id)}${what}`;
  return url;
}
