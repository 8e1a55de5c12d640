import { naturalNumber, type CkanCall } from './ckan-call.js';
import { CkanError } from './ckan-error.js';
import type { Dataset, Resource } from './dataset.js';
import { wordsOf } from './select.js';

const DEFAULT_ROWS = 10;
const MOST_ROWS = 1_000;

export function packageSearch(call: CkanCall): unknown {
  const { parameters, datastore } = call;
  const rows = Math.min(naturalNumber(parameters, 'rows', DEFAULT_ROWS), MOST_ROWS);
  const start = naturalNumber(parameters, 'start', 0);
  const organization = organizationFilter(parameters.get('fq') ?? '');
  const words = wordsOf((parameters.get('q') ?? '').replaceAll('*:*', ''));
  const found = datastore.publicDatasets
    .filter((dataset) => organization === undefined || dataset.organization.name === organization)
    .filter((dataset) => words.every((word) => searchText(dataset).includes(word)))
    .toSorted((one, other) => (one.metadataModified < other.metadataModified ? 1 : -1));
  return {
    count: found.length,
    facets: {},
    results: found.slice(start, start + rows).map((dataset) => describeDataset(call, dataset)),
    sort: 'score desc, metadata_modified desc',
    search_facets: {},
  };
}

export function packageShow(call: CkanCall): unknown {
  const id = call.parameters.get('id');
  if (!id) throw CkanError.invalid({ id: ['Missing value'] });
  const dataset = call.datastore.findDataset(id);
  if (!dataset) throw CkanError.notFound('Not found');
  if (dataset.isPrivate) throw CkanError.notAuthorized('Access denied');
  return describeDataset(call, dataset);
}

export function resourceShow(call: CkanCall): unknown {
  const id = call.parameters.get('id');
  if (!id) throw CkanError.invalid({ id: ['Missing value'] });
  const found = call.datastore.findResource(id);
  if (!found) throw CkanError.notFound('Not found');
  if (found.dataset.isPrivate) throw CkanError.notAuthorized('Access denied');
  return describeResource(call, found.dataset, found.resource);
}

function organizationFilter(fq: string): string | undefined {
  return /(?:^|[\s+])organization:"?([\w-]+)"?/.exec(fq)?.[1];
}

function searchText({ name, title, notes, tags, author }: Dataset): string[] {
  return wordsOf([name, title, notes, author, ...tags].join(' '));
}

function describeDataset(call: CkanCall, dataset: Dataset): unknown {
  const { license, organization, resources } = dataset;
  return {
    id: dataset.id,
    name: dataset.name,
    title: dataset.title,
    notes: dataset.notes,
    author: dataset.author,
    license_id: license.id,
    license_title: license.title,
    license_url: license.url ?? `${call.siteUrl}/archivos/${license.file ?? ''}`,
    metadata_created: resources[0]?.lastModified,
    metadata_modified: dataset.metadataModified,
    num_resources: call.datastore.resourcesOf(dataset).length,
    organization: { ...organization, type: 'organization', state: 'active' },
    private: dataset.isPrivate === true,
    state: 'active',
    type: 'dataset',
    tags: dataset.tags.map((tag) => ({ name: tag, display_name: tag, state: 'active' })),
    groups: [],
    extras: [],
    resources: call.datastore
      .resourcesOf(dataset)
      .map((resource) => describeResource(call, dataset, resource)),
  };
}

function describeResource({ datastore, siteUrl }: CkanCall, dataset: Dataset, resource: Resource): unknown {
  return {
    id: resource.id,
    package_id: dataset.id,
    name: resource.name,
    description: '',
    format: resource.format,
    mimetype: resource.format === 'CSV' ? 'text/csv' : 'application/json',
    url: `${siteUrl}/archivos/${resource.file}`,
    size: datastore.sizeOf(resource.file),
    hash: '',
    created: resource.lastModified,
    last_modified: resource.lastModified,
    position: dataset.resources.indexOf(resource),
    state: 'active',
    datastore_active: resource.numericColumns !== undefined,
  };
}
