import type { Manifest } from './schema.js';

/** Whose the manifest is: who is said to publish, else the first that is named. */
export function publisherOf({ contributors }: Manifest): Manifest['contributors'][number] | undefined {
  return contributors.find(({ roles }) => roles?.includes('publisher')) ?? contributors[0];
}
