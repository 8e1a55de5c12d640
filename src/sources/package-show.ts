import * as z from 'zod/mini';
import { DataError } from '../errors.js';
import { dayIn, saidOf } from './descriptor-text.js';
import { plainText } from './plain-text.js';
import { protocolOfAddress } from './recognise.js';
import type { Part, SourceMetadata, SourceOptions } from './source.js';

const text = z.nullish(z.string());

const Resource = z.object({
  id: z.string(),
  name: text,
  format: text,
  url: text,
  last_modified: text,
  datastore_active: z.nullish(z.boolean()),
});

const Dataset = z.object({
  title: text,
  notes: text,
  url: text,
  license_title: text,
  metadata_modified: text,
  organization: z.nullish(z.looseObject({ title: text })),
  resources: z.array(Resource),
});

type Resource = z.infer<typeof Resource>;
type Dataset = z.infer<typeof Dataset>;

/** The dataset within `result`: CKAN gives the object, DKAN 7 an array of one, at times twice over. */
function datasetOf(result: unknown, host: string): Dataset {
  let inner = result;
  while (Array.isArray(inner) && inner.length === 1) inner = inner[0] as unknown;
  const dataset = Dataset.safeParse(inner);
  if (!dataset.success) throw new DataError('malformed', { host }, dataset.error);
  return dataset.data;
}

/** The resource that the page names, else the first that can be read as rows. */
function chooseResource(dataset: Dataset, wanted: string | undefined, host: string): Resource {
  const { resources } = dataset;
  const names = resources.map((resource) => resource.name ?? resource.id);
  const chosen =
    wanted === undefined
      ? (resources.find((resource) => resource.datastore_active) ??
        resources.find((resource) => /csv|json/i.test(resource.format ?? '')))
      : resources.find((resource) => resource.id === wanted || resource.name === wanted);
  if (chosen) return chosen;
  throw new DataError('no-resource', { host, attribute: 'resource', value: wanted ?? '', expected: names });
}

function metadataOf(dataset: Dataset, resource: Resource): SourceMetadata {
  const { title, notes: description, license_title: license, organization, url: href } = dataset;
  const updated = dayIn(resource.last_modified) ?? dayIn(dataset.metadata_modified);
  return saidOf({ title, description, license, publisher: organization?.title, href, updated });
}

/** The file of a resource. Portals list resources without an address, and with one that is none. */
function fileOf({ url: written }: Resource, portal: URL): URL {
  const value = written?.trim() ?? '';
  if (value !== '' && URL.canParse(value, portal.href)) return new URL(value, portal);
  throw new DataError('bad-address', {
    host: portal.host,
    value: value.slice(0, 200),
    expected: ['https://…'],
  });
}

/** Reads a dataset's description: which resource holds the rows, and whose they are. */
export function readDataset(result: unknown, replyUrl: string, options: SourceOptions): Part {
  const url = new URL(replyUrl);
  const isDkan = Array.isArray(result);
  const dataset = datasetOf(result, url.host);
  const resource = chooseResource(dataset, options.resource, url.host);
  // DKAN's editors write in markup; what CKAN gives is text.
  const notes = isDkan ? plainText(dataset.notes ?? '') : dataset.notes;
  const metadata = metadataOf({ ...dataset, notes }, resource);
  const api = url.href.slice(0, url.href.indexOf('/api/3/'));
  const id = encodeURIComponent(resource.id);
  if (isDkan) {
    const search = `${api}/api/action/datastore/search.json?resource_id=${id}`;
    return { metadata, elsewhere: { url: search, protocol: 'dkan' } };
  }
  if (resource.datastore_active) {
    const search = `${api}/api/3/action/datastore_search?resource_id=${id}`;
    return { metadata, elsewhere: { url: search, protocol: 'ckan' } };
  }
  const file = fileOf(resource, url);
  const isJson = /json/i.test(resource.format ?? '');
  return {
    metadata,
    elsewhere: { url: file.href, protocol: protocolOfAddress(file) ?? (isJson ? 'json' : 'csv') },
  };
}
