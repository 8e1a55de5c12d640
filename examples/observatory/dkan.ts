import type { Dataset, Resource } from './dataset.js';
import { searchDatastore, type DkanCall } from './dkan-search.js';
import { html, json, type Reply } from './reply.js';

const ROOT = '/dkan/api/';
const SEARCH_PATH = `${ROOT}action/datastore/search.json`;

const PACKAGE_HELP =
  'Return the metadata of a dataset (package) and its resources. :param id: the id or name of the dataset';

/** Answers as a DKAN 7 portal does, with the habits that make it differ from CKAN. */
export async function answerDkan(path: string, query: string, call: DkanCall): Promise<Reply> {
  switch (path) {
    case `${ROOT}3/action/package_show`:
      return json(showPackage(call));
    case SEARCH_PATH:
      return json(await searchDatastore(call));
    case `${ROOT}3/action/datastore_search`:
      // Drupal's own redirect: it leaves before any module could add a CORS header.
      return {
        ...html('', 302),
        headers: { Location: `${call.siteUrl}${SEARCH_PATH}${query}` },
        cors: false,
      };
    default:
      return html('<h1>404 Página no encontrada</h1>', 404);
  }
}

/** Always status 200, whatever happened; the dataset comes inside a list of one. */
function showPackage({ datastore, parameters, siteUrl }: DkanCall): unknown {
  const id = parameters.get('id');
  if (!id)
    return {
      help: PACKAGE_HELP,
      success: false,
      error: { __type: 'Validation Error', id: ['Missing Value'] },
    };
  const dataset = datastore.findDataset(id);
  if (!dataset || dataset.isPrivate) return notFound(PACKAGE_HELP);
  const resources = datastore.resourcesOf(dataset).map((resource) => describeResource(siteUrl, resource));
  return { help: PACKAGE_HELP, success: true, result: [{ ...describeDataset(siteUrl, dataset), resources }] };
}

function notFound(help: string): unknown {
  return { help, success: false, error: { __type: 'Not Found Error', message: 'Not Found' } };
}

function describeDataset(siteUrl: string, dataset: Dataset): Record<string, unknown> {
  return {
    id: dataset.id,
    name: dataset.name,
    title: dataset.title,
    author: dataset.author,
    license_title: dataset.license.title,
    notes: `<p>${dataset.notes}</p>\n`,
    url: `${siteUrl}/archivos/`,
    state: 'Active',
    private: 'Published',
    metadata_created: drupalDate(dataset.metadataModified),
    metadata_modified: drupalDate(dataset.metadataModified),
    type: 'Dataset',
    tags: dataset.tags.map((name) => ({ name })),
    groups: [{ title: dataset.organization.title, name: dataset.organization.name }],
  };
}

/** Nothing here tells whether a resource has rows: only asking for them does. */
function describeResource(siteUrl: string, resource: Resource): Record<string, unknown> {
  return {
    id: resource.id,
    url: `${siteUrl}/archivos/${resource.file}`,
    description: '',
    format: resource.format.toLowerCase(),
    state: 'Active',
    mimetype: resource.format === 'CSV' ? 'text/csv' : 'application/json',
    name: resource.name,
    size: '',
    created: drupalDate(resource.lastModified),
    last_modified: drupalDate(resource.lastModified),
  };
}

/** A date as a Drupal site in Spanish prints it: `Lun, 02/02/2026 - 14:05`. */
function drupalDate(timestamp: string): string {
  const date = new Date(`${timestamp.slice(0, 19)}Z`);
  const day = ['Dom', 'Lun', 'Mar', 'Mié', 'Jue', 'Vie', 'Sáb'][date.getUTCDay()] ?? '';
  const [year = '', month = '', dayOfMonth = ''] = timestamp.slice(0, 10).split('-');
  return `${day}, ${dayOfMonth}/${month}/${year} - ${timestamp.slice(11, 16)}`;
}
