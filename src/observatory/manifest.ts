import { DataError } from '../errors.js';
import { faultOf, type Fault } from './faults.js';
import { brokenReferences } from './references.js';
import { Manifest } from './schema.js';
import type { Indicator } from './schema-indicator.js';
import type { Resource } from './schema-resource.js';

export type { Manifest } from './schema.js';

/** A manifest that is as it must be, or every mistake in it. */
export type Reading =
  | { readonly manifest: Manifest; readonly faults: readonly [] }
  | { readonly manifest?: never; readonly faults: readonly Fault[] };

/** Holds a document against the schema, then what refers to something against what is there. */
export function readManifest(document: unknown): Reading {
  const read = Manifest.safeParse(document);
  const faults = read.success
    ? brokenReferences(read.data)
    : read.error.issues.map((issue) => faultOf(document, issue));
  return read.success && faults.length === 0 ? { manifest: read.data, faults: [] } : { faults };
}

/** The manifest of a document; fails with the first mistake: its place, its value, what was expected. */
export function manifestOf(document: unknown, host: string): Manifest {
  const { manifest, faults } = readManifest(document);
  if (manifest) return manifest;
  const [{ path, value, expected } = { path: '', value: '', expected: [] }] = faults;
  throw new DataError('bad-manifest', { host, attribute: path, value, expected });
}

/** The indicator of that name; fails with the names there are. */
export function indicatorOf({ indicators = [] }: Manifest, name: string): Indicator {
  const wanted = name.trim();
  const found = indicators.find((each) => each.name === wanted);
  if (found) return found;
  const expected = indicators.map((each) => each.name);
  throw new DataError('bad-attribute', { attribute: 'indicator', value: name, expected });
}

/** The resource of an indicator: it is there, as `readManifest` has seen. */
export function resourceOf({ resources }: Manifest, { resource }: Indicator): Resource | undefined {
  return resources.find(({ name }) => name === resource);
}
