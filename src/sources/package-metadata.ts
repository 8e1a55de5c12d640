import { objectsIn, saidOf, textIn } from './descriptor-text.js';
import type { JsonObject } from './json-text.js';
import type { SourceMetadata } from './source.js';

/** The first object of a list that says so much, in the resource's list, else in the package's. */
function firstText(
  holders: readonly JsonObject[],
  list: string,
  ...keys: readonly string[]
): string | undefined {
  for (const holder of holders) {
    for (const each of objectsIn(holder, list)) {
      const text = textIn(each, ...keys);
      if (text !== undefined) return text;
    }
  }
  return undefined;
}

/** Who publishes: a contributor who is said to (`role` in version 1, `roles` in 2), else whose the sources are. */
function publisherOf(holders: readonly JsonObject[]): string | undefined {
  const contributors = holders.flatMap((holder) => objectsIn(holder, 'contributors'));
  const roles = (contributor: JsonObject): string =>
    JSON.stringify([contributor['role'], contributor['roles']]);
  const publisher = contributors.find((each) => /publisher/i.test(roles(each)));
  const named = publisher && textIn(publisher, 'organization', 'title');
  const said = holders.map((holder) => textIn(holder, 'publisher')).find((each) => each !== undefined);
  return (
    (publisher && textIn(publisher, 'title')) ??
    named ??
    said ??
    firstText(holders, 'sources', 'title', 'name')
  );
}

/** An address that a reader may follow. */
function webAddress(text: string | undefined): string | undefined {
  return text !== undefined && /^https?:\/\//i.test(text) ? text : undefined;
}

/** Whose the data are: as the resource says, else as its package does. */
export function metadataOf(dataPackage: JsonObject, resource: JsonObject): SourceMetadata {
  const holders = [resource, dataPackage];
  const first = (...keys: readonly string[]): string | undefined =>
    holders.map((holder) => textIn(holder, ...keys)).find((each) => each !== undefined);
  const title = first('title') ?? first('name');
  const description = first('description');
  const publisher = publisherOf(holders);
  const license = firstText(holders, 'licenses', 'title', 'name', 'path') ?? first('license');
  const updated = /^\d{4}(-\d\d){0,2}/.exec(
    first('updated', 'modified', 'last_updated', 'created') ?? '',
  )?.[0];
  const href = webAddress(first('homepage')) ?? webAddress(firstText(holders, 'sources', 'path', 'web'));
  return saidOf({ title, description, publisher, license, updated, href });
}
