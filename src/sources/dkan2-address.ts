import { decoded } from './dataset-page.js';

const QUERY = '/api/1/datastore/query/';
const ITEM = '/api/1/metastore/schemas/dataset/items/';

export const isQuery = ({ pathname }: URL): boolean => pathname.includes(QUERY);
export const isItem = ({ pathname }: URL): boolean => pathname.includes(ITEM);

/** The description of a dataset, at the root of a portal. */
export function itemOf(origin: string, root: string, dataset: string): URL {
  const url = new URL(origin);
  url.pathname = `${root}${ITEM}${encodeURIComponent(dataset)}`;
  return url;
}

/** The portal and the dataset of such an address. */
export function itemAt({ pathname }: URL): { readonly root: string; readonly id: string } {
  const [root = '', id = ''] = pathname.split(ITEM);
  return { root, id: decoded(id.replace(/\/$/, '')) };
}

/** The rows of a distribution: by its dataset and place, since its own id changes with each new edition. */
export function queryOf(origin: string, root: string, ...place: readonly string[]): URL {
  const url = new URL(origin);
  url.pathname = `${root}${QUERY}${place.map(encodeURIComponent).join('/')}`;
  return url;
}
