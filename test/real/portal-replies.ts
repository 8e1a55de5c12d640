import type { RequestListener } from 'node:http';
import { readFileSync } from 'node:fs';
import { REAL } from '../support/real-files.js';

export const PORTALS = ['ckan', 'dkan7'] as const;

/** Where a portal gives the answer that was recorded in a file, named with its folder. */
export const ADDRESS_OF = {
  'ckan/datastore_search-rows.json': '/ckan/rows/api/3/action/datastore_search?resource_id=rows',
  'ckan/datastore_search-limit0-types.json': '/ckan/types/api/3/action/datastore_search?resource_id=types',
  'ckan/datastore_search-past-end.json': '/ckan/end/api/3/action/datastore_search?resource_id=end&offset=100',
  'ckan/error-not-authorized.json': '/ckan/denied/api/3/action/datastore_search?resource_id=denied',
  'ckan/full_ckan_dataset.json': '/ckan/full/dataset/zimbabwe',
  'ckan/package_search-dados.gov.br.json': '/ckan/found/api/3/action/package_search?q=bolsa',
  'ckan/dkan2-openapi-datastore.json': '/ckan/openapi/api/3/action/datastore_search?resource_id=openapi',
  'ckan/dkan2-query-groupby.request.json': '/ckan/query/api/3/action/datastore_search?resource_id=query',
  'ckan/dkan2-query-schema.json': '/ckan/schema/api/3/action/datastore_search?resource_id=schema',
  'dkan7/datastore-search-ua-medicines.json':
    '/dkan7/medicines/api/action/datastore/search.json?resource_id=m&limit=3',
  'dkan7/datastore-search-empty.json': '/dkan7/empty/api/action/datastore/search.json?resource_id=e',
  'dkan7/datastore-search-exception.json': '/dkan7/failed/api/action/datastore/search.json?resource_id=x',
  'dkan7/package_show-not-found.json': '/dkan7/none/api/3/action/package_show?id=none',
} as const;

export type ReplyName = keyof typeof ADDRESS_OF;

export const replyText = (name: ReplyName): string => readFileSync(REAL + name, 'utf8');

interface Resource {
  readonly url: string;
}

interface FoundDataset {
  readonly title: string;
  readonly license_title: string;
  readonly metadata_modified: string;
  readonly organization: { readonly title: string };
  readonly resources: readonly Resource[];
}

/** The datasets of Brazil's portal that were found by a search. */
export function foundDatasets(): FoundDataset[] {
  const reply = JSON.parse(replyText('ckan/package_search-dados.gov.br.json')) as {
    result: { results: FoundDataset[] };
  };
  return reply.result.results;
}

/** What a portal sends for the recorded description of a dataset: the action that describes it wraps it. */
function bodyOf(name: ReplyName): string {
  const text = replyText(name);
  return name === 'ckan/full_ckan_dataset.json' ? `{"success":true,"result":${text}}` : text;
}

/** One portal for each recorded reply, told apart by the first two parts of the path. */
export const replay: RequestListener = (request, response) => {
  const portal = (path: string): string => path.split('/').slice(1, 3).join('/');
  const path = request.url ?? '';
  const found = (Object.keys(ADDRESS_OF) as ReplyName[]).find(
    (name) => portal(ADDRESS_OF[name]) === portal(path),
  );
  if (!found) return void response.writeHead(404).end();
  // DKAN 7 and CKAN answer 200 to almost everything; access denied is a 403.
  response.statusCode = found === 'ckan/error-not-authorized.json' ? 403 : 200;
  response.setHeader('Content-Type', 'application/json').end(bodyOf(found));
};
