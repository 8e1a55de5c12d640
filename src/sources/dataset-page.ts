/** `…/dataset/<id>` and `…/dataset/<id>/resource/<id>`: what a reader copies from a portal. */
export interface DatasetPage {
  /** The path of the portal itself. */
  readonly root: string;
  readonly dataset: string;
  readonly resource: string | undefined;
}

/** A part of a path as it was before it was encoded; one that is no UTF-8 stays as it is. */
export function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export function datasetPage(address: URL): DatasetPage | undefined {
  const page = /^(.*)\/dataset\/([^/]+)(?:\/resource\/([^/]+)(?:\/view\/[^/]+)?)?\/?$/.exec(address.pathname);
  if (!page) return undefined;
  const [, root = '', dataset = '', resource] = page;
  return { root, dataset: decoded(dataset), resource: resource && decoded(resource) };
}

/** The request for a dataset's description, which CKAN and DKAN have in common. */
export function describeDataset(origin: string, root: string, dataset: string): URL {
  const url = new URL(origin);
  url.pathname = `${root}/api/3/action/package_show`;
  url.searchParams.set('id', dataset);
  return url;
}
